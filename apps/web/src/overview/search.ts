export type OverviewSearch = Record<never, never>

export function parseOverviewSearch(): OverviewSearch {
  return {}
}

export type CoverageSearch = Record<never, never>

export function parseCoverageSearch(): CoverageSearch {
  return {}
}

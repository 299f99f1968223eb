import { type Economy, isEconomy } from '@observatory/domain/economies'

/** `economy` looks at another economy than the organisation's own; absent is one's own, or all six without one. */
export interface OverviewSearch {
  economy?: Economy
}

export function parseOverviewSearch(search: Record<string, unknown>): OverviewSearch {
  const { economy } = search
  return typeof economy === 'string' && isEconomy(economy) ? { economy } : {}
}

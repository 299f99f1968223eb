export type IndicatorsSearch = Record<never, never>
export type IndicatorSearch = Record<never, never>

export function parseIndicatorsSearch(): IndicatorsSearch {
  return {}
}

export function parseIndicatorSearch(): IndicatorSearch {
  return {}
}

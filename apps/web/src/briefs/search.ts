export type BriefsSearch = Record<never, never>
export type BriefSearch = Record<never, never>

export function parseBriefsSearch(): BriefsSearch {
  return {}
}

export function parseBriefSearch(): BriefSearch {
  return {}
}

/** `new` opens the form, so that "make a brief" is a link like any other. */
export interface BriefsSearch {
  new?: boolean
}
export type BriefSearch = Record<never, never>

export function parseBriefsSearch(search: Record<string, unknown>): BriefsSearch {
  return search['new'] === '1' || search['new'] === true ? { new: true } : {}
}

export function parseBriefSearch(): BriefSearch {
  return {}
}

/** What the search box reads of a catalogue entry. */
export interface Findable {
  code: string
  name: string
  shortName: string
  description: string
}

/**
 * Entries that contain every word of `text`, those with a word in their name first; all of them for an empty text.
 * Letters are compared without marks and case, so that `c` finds `č`, and `-` and `_` are the same.
 */
export function findIndicators<T extends Findable>(entries: readonly T[], text: string): T[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  const scored = entries.map((entry) => ({ entry, score: scoreOf(entry, words) }))
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

/** 2 where each word stands in the name or code, 1 where the description is needed, 0 where a word is nowhere. */
function scoreOf(entry: Findable, words: readonly string[]): number {
  const title = plain(`${entry.code} ${entry.name} ${entry.shortName}`)
  if (words.every((word) => title.includes(word))) return 2
  const all = `${title} ${plain(entry.description)}`
  return words.every((word) => all.includes(word)) ? 1 : 0
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll(/[_-]/g, ' ')
}

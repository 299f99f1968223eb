import type { CatalogueEntry } from '@observatory/domain/indicators'
import { toLatin } from '@observatory/i18n/transliterate'
import type { IndicatorsSearch } from './search.ts'

/** The entries that the address asks for, in the order of the catalogue. */
export function filterCatalogue<T extends CatalogueEntry>(
  entries: readonly T[],
  search: IndicatorsSearch,
  economy: string | null,
): T[] {
  const words = plain(search.q ?? '')
    .split(' ')
    .filter(Boolean)
  return entries.filter((entry) => {
    if (search.topic && entry.topic !== search.topic) return false
    if (search.own && economy !== null && !entry.coverage[economy]) return false
    if (search.benchmark && !entry.benchmarkable) return false
    if (search.demonstration && entry.demonstration !== (search.demonstration === 'only')) return false
    if (words.length === 0) return true
    const text = plain(`${entry.code} ${entry.name} ${entry.shortName} ${entry.description}`)
    return words.every((word) => text.includes(word))
  })
}

/** Letters without case, marks and script, so that `nasilje`, `NASILJE` and `насиље` find the same. */
export function plain(text: string): string {
  return toLatin(text)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'dj')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}

/** The years that the strips of all indicators share. */
export function reachOf(entries: readonly CatalogueEntry[]): { from: number; to: number } {
  const years = entries.flatMap(({ coverage }) =>
    Object.values(coverage).flatMap(({ first, last }) => [Number(first.slice(0, 4)), Number(last.slice(0, 4))]),
  )
  // A treaty of long ago would squeeze the years in which figures are held.
  const from = Math.max(2010, Math.min(...years, 2024))
  return { from, to: Math.max(...years, 2024) }
}

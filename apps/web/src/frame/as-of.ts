import type { Edition } from '@observatory/domain/observations'

/** The state of the figures that a page's address asks for, in the terms in which the picker speaks of it. */
export type AsOfState =
  | { kind: 'newest' }
  | { kind: 'edition'; code: string; edition: Edition | null }
  | { kind: 'day'; day: string }

export function asOfState(asOf: string | undefined, editions: readonly Edition[]): AsOfState {
  if (asOf === undefined) return { kind: 'newest' }
  if (/^\d/.test(asOf)) return { kind: 'day', day: asOf }
  return { kind: 'edition', code: asOf, edition: editions.find(({ code }) => code === asOf) ?? null }
}

/**
 * Whether newer figures exist than those on the page. `editions` are the newest first. A day is older only
 * if something was published after it; days are compared as UTC dates, so on the day of a publication the answer is no.
 */
export function isOlder(state: AsOfState, editions: readonly Edition[]): boolean {
  const newest = editions[0]
  if (!newest || state.kind === 'newest') return false
  if (state.kind === 'day') return newest.publishedAt.slice(0, 10) > state.day
  if (!state.edition) return false
  return newest.publishedAt > state.edition.publishedAt || newest.code !== state.code
}

/** Seeded editions stand for the end of a source year; where a year has several, its last one does. Newest year first. */
export function sourceYears(editions: readonly Edition[]): { year: number; code: string }[] {
  const years = new Map<number, string>()
  for (const { sourceYear, code } of editions) {
    if (sourceYear !== null && !years.has(sourceYear)) years.set(sourceYear, code)
  }
  return [...years].map(([year, code]) => ({ year, code })).toSorted((a, b) => b.year - a.year)
}

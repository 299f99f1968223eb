/**
 * A value in a sentence that the rules leave to the reader's version to write.
 *
 * Plain numbers are for plurals and choices; a number that is printed carries its
 * decimals. `areas` becomes a list of names. A sentence may hold a clause of its own.
 */
export type Term =
  | string
  | number
  | { area: string }
  | { areas: readonly string[] }
  | { number: number; decimals: number }
  | { period: string }
  | { unit: string; count: number }
  | Sentence

/**
 * What a rule found, before it is put into words: a key under `sentences` of the
 * catalogues, and its terms. Rules never make text, so that a sentence is true in
 * every version or in none.
 */
export interface Sentence {
  key: string
  params: Record<string, Term>
}

export function sentence(key: string, params: Record<string, Term> = {}): Sentence {
  return { key, params }
}

import type { CatalogueEntry } from '@observatory/domain/indicators'

/** Entries whose name or code holds every word typed; letters are compared without marks and case. */
export function matching<T extends Pick<CatalogueEntry, 'code' | 'name' | 'shortName'>>(
  catalogue: readonly T[],
  text: string,
): T[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return catalogue.filter(({ code, name, shortName }) => {
    const all = plain(`${name} ${shortName} ${code}`)
    return words.every((word) => all.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll(/[_-]/g, ' ')
}

/** The list with one place moved by `step`; unmoved at either end. */
export function moved(chosen: readonly string[], at: number, step: -1 | 1): string[] {
  const to = at + step
  if (to < 0 || to >= chosen.length) return [...chosen]
  const next = [...chosen]
  ;[next[at], next[to]] = [next[to]!, next[at]!]
  return next
}

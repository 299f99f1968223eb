import type { Span, Text } from '@observatory/documents/document'
import type { CatalogueSource } from '@observatory/domain/indicators'
import type { Words } from './words.ts'

/** Publishers that a line under a figure names; of more it gives the marks alone. */
const mostNamed = 4

/** The sources of a document, numbered S1, S2 … in the order in which they first stand. */
export class SourceBook {
  readonly #known: Map<string, CatalogueSource>
  readonly #order: string[] = []

  constructor(sources: readonly CatalogueSource[]) {
    this.#known = new Map(sources.map((source) => [source.id, source]))
  }

  /** `S1–S3, S7` of some sources. */
  marks(ids: readonly string[]): string[] {
    const numbers = ids
      .filter((id) => this.#known.has(id))
      .map((id) => this.#number(id))
      .toSorted((a, b) => a - b)
    const runs: [number, number][] = []
    for (const n of new Set(numbers)) {
      const run = runs.at(-1)
      if (run && run[1] === n - 1) run[1] = n
      else runs.push([n, n])
    }
    return runs.map(([from, to]) => (from === to ? `S${from}` : `S${from}–S${to}`))
  }

  /** Sources by who published them, each with its marks. */
  byPublisher(ids: readonly string[]): { publisher: string; marks: string[]; sources: CatalogueSource[] }[] {
    for (const id of ids) if (this.#known.has(id)) this.#number(id)
    const groups = Map.groupBy(
      ids.map((id) => this.#known.get(id)).filter((source) => source !== undefined),
      ({ publisher }) => publisher,
    )
    return [...groups].map(([publisher, sources]) => ({
      publisher,
      marks: this.marks(sources.map(({ id }) => id)),
      sources,
    }))
  }

  /** "Source: NCMEC S1–S5; UNICEF S7." */
  line(ids: readonly string[], words: Words): Text {
    const groups = this.byPublisher(ids)
    if (groups.length === 0) return words.t('briefs.page.noSource')
    if (groups.length > mostNamed) return this.short(ids, words)
    const spans: Span[] = [`${words.t('briefs.label.sourcePrefix')} `]
    groups.forEach(({ publisher, marks }, at) =>
      spans.push(`${at ? '; ' : ''}${shortName(publisher)} `, { source: marks.join(', ') }),
    )
    return [...spans, '.']
  }

  /** "Source: S1–S5, S7.", where the names stand close by. */
  short(ids: readonly string[], words: Words): Text {
    const marks = this.marks(ids)
    return marks.length === 0
      ? words.t('briefs.page.noSource')
      : [`${words.t('briefs.label.sourcePrefix')} `, { source: marks.join(', ') }, '.']
  }

  /** Every source that stands in the document, in the order of its number. */
  listed(words: Words): { id: string; text: Text }[] {
    return this.#order.map((id, at) => {
      const source = this.#known.get(id)!
      const year =
        source.year === null || source.title.includes(String(source.year))
          ? ''
          : words.t('briefs.method.sourceYear', { year: String(source.year) })
      return {
        id: `S${at + 1}`,
        text: words.t('briefs.method.source', { publisher: source.publisher, title: source.title, year }),
      }
    })
  }

  #number(id: string): number {
    if (!this.#order.includes(id)) this.#order.push(id)
    return this.#order.indexOf(id) + 1
  }
}

/** The abbreviation a publisher gives itself in brackets, or its name up to the first comma where it is long. */
export function shortName(publisher: string): string {
  const abbreviation = /\(([A-Z][A-Z/ ]{2,})\)$/.exec(publisher)?.[1]
  if (abbreviation) return abbreviation
  return publisher.length > 40 ? publisher.split(',', 1)[0]! : publisher
}

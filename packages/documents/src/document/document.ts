import type { Text } from './text.ts'

/**
 * A document as its writers see it: pages of ready text, pictures and tables.
 *
 * Nothing here knows what a figure means, which language it speaks or where it
 * came from. Whoever makes a document has formatted each number and chosen each
 * word; a writer decides only how it looks.
 */
export interface DocumentModel {
  language: { lang: string; region: string | null; script: 'Latn' | 'Cyrl' }
  title: string
  author: string
  keywords: readonly string[]
  /** The day the content is of, `YYYY-MM-DD`; never the day it is written, so that the same content is the same bytes. */
  date: string
  product: string
  kind: string
  /** Right side of the running head, and left side of the foot. */
  runningHead: string
  runningFoot: string
  labels: Labels
  /** The note under each page on which a marked name (`{ mark }`) stands. */
  markNote: string
  /** A warning drawn across the head of every page, such as that all figures are invented. */
  warning: Warning | null
  cover: Cover | null
  pages: readonly Page[]
}

/** `stripes` also hatches the edge of the page, so that a photocopy of any page still tells. */
export interface Warning {
  word: string
  text: Text
  stripes: boolean
}

export interface Labels {
  figure: string
  table: string
  grade: string
}

export interface Picture {
  /** A static SVG drawn at print size, 1 unit = 1 point. */
  svg: string
  /** What the picture says, with each value and each hole; read aloud in its place. */
  alt: string
}

export interface Cover {
  version: string
  eyebrow: string
  title: Text
  subtitle: Text
  picture: Picture | null
  /** Names under the columns of the picture. */
  pictureColumns: readonly Text[]
  pictureCaption: string
  facts: readonly Fact[]
  namesLabel: string
  names: readonly Text[]
}

export interface Fact {
  name: string
  text: Text
  strong?: boolean
}

interface Opener {
  eyebrow: Text
  title: Text
  standfirst: Text | null
}

export interface MessagesPage extends Opener {
  kind: 'messages'
  messages: readonly Message[]
  wording: Wording | null
}

export interface Message {
  /** A number or two words, printed large. */
  lead: string
  unit: Text
  /** The lead is a refusal, not a figure. */
  care: boolean
  text: Text
  rule: string
  period: string
  sources: readonly string[]
  grade: string | null
}

export interface Wording {
  title: string
  saidLabel: string
  printLabel: string
  pairs: readonly { said: Text; print: Text }[]
}

export interface FigurePage extends Opener {
  kind: 'figure'
  figure: Figure | null
  table: Table | null
  panels: readonly Panel[]
}

export interface Figure {
  title: Text
  subtitle: Text | null
  picture: Picture
  key: readonly KeyEntry[]
  source: Text
}

export interface Table {
  title: Text
  subtitle: Text | null
  corner: string
  groups: readonly { label: Text; span: number }[]
  columns: readonly { label: Text; care?: boolean; width?: number }[]
  rows: readonly TableRow[]
  key: readonly KeyEntry[]
  source: Text
}

export interface TableRow {
  label: Text
  total?: boolean
  /** A second kind of row, set off by a tint: a figure of another publisher beside the six. */
  apart?: boolean
  cells: readonly TableCell[]
}

/** `remark` takes several columns and says in words why they hold nothing. */
export type TableCell =
  | { state: 'value'; text: string; struck?: boolean; flag?: string; note?: Text }
  | { state: 'bound'; text: string; flag?: string; note?: Text }
  | { state: 'missing' | 'not-published' | 'not-applicable' | 'suppressed' | 'elsewhere'; note?: Text }
  | { state: 'remark'; text: Text; span: number }

export type CellDrawing = Exclude<TableCell['state'], 'remark'> | 'struck'

export interface KeyEntry {
  state: CellDrawing
  sample: string
  text: string
}

export type Panel =
  | { kind: 'points'; title: string; points: readonly Text[] }
  | { kind: 'paragraphs'; title: string; paragraphs: readonly Text[] }
  | {
      kind: 'grade'
      title: string
      letter: string
      arrow: string
      bias: string
      reason: Text
      facts: readonly { met: 0 | 1 | 2; name: string; text: Text }[]
    }

/** A page that is one large picture with its key and what follows from it. */
export interface CoveragePage extends Opener {
  kind: 'coverage'
  figure: Figure
  keyTitle: string
  key: readonly { picture: Picture; name: string; text: string }[]
  panels: readonly Panel[]
}

export interface MethodPage extends Opener {
  kind: 'method'
  factsTitle: string
  facts: readonly Fact[]
  notes: Panel
  rulesTitle: string
  rulesHead: readonly [string, string, string]
  rules: readonly { id: string; name: string; printed: string; withheld: string }[]
  /** Null where they are too many for this page and stand on one of their own. */
  sources: Sources | null
}

export interface Sources {
  title: string
  list: readonly { id: string; text: Text }[]
}

export interface SourcesPage extends Opener {
  kind: 'sources'
  list: Sources['list']
}

export type Page = MessagesPage | FigurePage | CoveragePage | MethodPage | SourcesPage

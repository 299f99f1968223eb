import type { BenchmarkCells, Measure, SeriesCells } from '../series/index.ts'

export interface FigureSeries {
  /** Unlike any other in the figure. */
  key: string
  economy: string
  /** As printed, Kosovo with its asterisk. */
  name: string
  /** Code with asterisk, for narrow drawings. */
  short: string
  cells: SeriesCells
}

export interface FigureBreak {
  /** The first period counted the new way. */
  period: string
  /** Null: all six. A break of one economy cuts that line only. */
  economy: string | null
  /** The rule in words, then its reason: at most two lines. */
  text: readonly string[]
  /** The same in two or three words a line, for narrow drawings. */
  short?: readonly string[]
}

export interface FigureEvent {
  id: string
  /** The number in the ring, the same in the list under the chart. */
  number: number
  date: string
}

/** All that a figure shows. Texts come in ready: this package has no catalogue of its own. */
export interface FigureData {
  /** The name by which a screen reader calls the figure. */
  title: string
  span: readonly string[]
  measure: Measure
  /** Drawn in blue, over the rest. */
  own: FigureSeries | null
  others: readonly FigureSeries[]
  /** Null in the count view: benchmarks are drawn on rates only. */
  benchmark: BenchmarkCells | null
  breaks: readonly FigureBreak[]
  events: readonly FigureEvent[]
  /** The last period a figure of which is due; later slots carry a clock. */
  lastDue?: string
  /** The unit, named once above the axis. */
  unit: string
  /** Set after each number, such as `%`. */
  suffix?: string
  decimals: number
  /** Counted in ones: the axis keeps to whole numbers. */
  whole?: boolean
  ceiling?: number
  words: {
    /** Before the median's value: `Median`. */
    median: string
    due: string
    /** For a line that ends before the others: its label, and the period in which it does. */
    ended: (label: string, period: string) => string
    /** After a break, where the others are not named: `All six: 11.0 to 13.9`. */
    range: (members: number, low: string, high: string) => string
  }
  number: (value: number, options: { decimals: number }) => string
  period: (period: string) => string
}

export interface FigureSize {
  width: number
  height: number
  /** Codes in place of names and fewer numbers, for 358 px; the names are then spelled out under the figure. */
  narrow?: boolean
}

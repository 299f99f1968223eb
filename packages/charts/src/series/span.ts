/**
 * Every period from `from` to `to`, both included and of one frequency.
 *
 * A span is the time axis: a period without a figure keeps its slot, so that an
 * empty part of a chart means an empty part of the record.
 */
export function spanBetween(from: string, to: string): string[] {
  const first = parts(from)
  const last = parts(to)
  if (!first || !last || first.kind !== last.kind) return from === to ? [from] : []
  const span: string[] = []
  for (let at = first.ordinal; at <= last.ordinal; at++) span.push(text(first.kind, at))
  return span
}

/** The span that holds all of `periods`; empty when there are none. Periods of another frequency than the first are left out. */
export function spanOf(periods: Iterable<string>): string[] {
  const all = [...periods]
  const kind = all[0] === undefined ? undefined : parts(all[0])?.kind
  const same = all.filter((period) => parts(period)?.kind === kind).toSorted()
  const first = same[0]
  const last = same.at(-1)
  return first === undefined || last === undefined ? [] : spanBetween(first, last)
}

/** Index of the first slot that lies at or after `period`; the length of the span when none does. */
export function slotAtOrAfter(span: readonly string[], period: string): number {
  const at = span.findIndex((slot) => slot >= period)
  return at === -1 ? span.length : at
}

/**
 * Place of a date on the axis in slots from its left end: 0.5 is the middle of the first.
 * A date known only to the year or month stands in the middle of it. Undefined outside the span.
 */
export function slotOfDate(span: readonly string[], date: string): number | undefined {
  const first = span[0] === undefined ? undefined : parts(span[0])
  if (!first) return undefined
  const year = Number(date.slice(0, 4))
  const month = date.length >= 7 ? Number(date.slice(5, 7)) : undefined
  const day = date.length >= 10 ? Number(date.slice(8, 10)) : undefined
  const inYear = month === undefined ? 0.5 : (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12
  const at = (year + inYear) * perYear[first.kind] - first.ordinal
  return at >= 0 && at < span.length ? at : undefined
}

const perYear = { A: 1, S: 2, Q: 4, M: 12 } as const
type Kind = keyof typeof perYear

function parts(period: string): { kind: Kind; ordinal: number } | undefined {
  const match = /^(\d{4})(?:-([SQM])(\d{1,2}))?$/.exec(period)
  if (!match) return undefined
  const kind = (match[2] ?? 'A') as Kind
  return { kind, ordinal: Number(match[1]) * perYear[kind] + Number(match[3] ?? 1) - 1 }
}

function text(kind: Kind, ordinal: number): string {
  const year = String(Math.floor(ordinal / perYear[kind])).padStart(4, '0')
  if (kind === 'A') return year
  const part = String((ordinal % perYear[kind]) + 1)
  return `${year}-${kind}${kind === 'M' ? part.padStart(2, '0') : part}`
}

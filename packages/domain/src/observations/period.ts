import * as z from 'zod/mini'

/** SDMX time periods that figures may have: `2020`, `2020-S1`, `2020-Q1`, `2020-M01`. */
const pattern = /^(\d{4})(?:-(?:S([12])|Q([1-4])|M(0[1-9]|1[0-2])))?$/

export const period = z.string().check(z.regex(pattern))

/** SDMX CL_FREQ: annual, half-yearly, quarterly, monthly. */
export type Frequency = 'A' | 'S' | 'Q' | 'M'

export type Period = {
  text: string
  year: number
  frequency: Frequency
  /** First and last day, ISO, both included. */
  start: string
  end: string
}

const months: Record<Frequency, number> = { A: 12, S: 6, Q: 3, M: 1 }

/** The period that a text names; undefined where it names none. */
export function parsePeriod(text: string): Period | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, yearText, half, quarter, month] = match
  const frequency: Frequency = half ? 'S' : quarter ? 'Q' : month ? 'M' : 'A'
  const place = Number(half ?? quarter ?? month ?? 1)
  const last = place * months[frequency]
  const first = last - months[frequency] + 1
  const year = Number(yearText)
  return {
    text,
    year,
    frequency,
    start: `${yearText}-${pad(first)}-01`,
    end: `${yearText}-${pad(last)}-${daysIn(year, last)}`,
  }
}

export function isPeriod(text: string): boolean {
  return pattern.test(text)
}

/** The year a period lies in; NaN where the text is no period. */
export function yearOf(text: string): number {
  return parsePeriod(text)?.year ?? Number.NaN
}

/** Orders periods by their start, and the longer first where two start together. */
export function comparePeriods(a: string, b: string): number {
  if (a === b) return 0
  const [x, y] = [parsePeriod(a), parsePeriod(b)]
  if (!x || !y) return a < b ? -1 : 1
  if (x.start !== y.start) return x.start < y.start ? -1 : 1
  return x.end > y.end ? -1 : 1
}

/** The same place in an earlier (negative) or later year: `2020-Q1` and −1 give `2019-Q1`. */
export function shiftYears(text: string, years: number): string {
  return `${String(Number(text.slice(0, 4)) + years).padStart(4, '0')}${text.slice(4)}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

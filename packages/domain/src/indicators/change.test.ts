import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../observations/cell.ts'
import { change } from './change.ts'
import type { Counted, Figures } from './figures.ts'
import { freshness } from './freshness.ts'
import { tally, tallyLines } from './tally.ts'

const counted: Counted = {
  kind: 'count',
  measures: 'case',
  decimals: 0,
  rateDecimals: 1,
  comparable: true,
  benchmarkable: true,
  lagYears: 1,
  breaks: [],
}

function series(cells: Record<string, Cell>, status: Record<string, string[]> = {}): Figures {
  const periods = Object.keys(cells).toSorted()
  return {
    economy: 'ALB',
    periods,
    cells: periods.map((period) => cells[period]!),
    status: periods.map((period) => status[period] ?? []),
  }
}

const changeOf = (cells: Record<string, Cell>, indicator: Partial<Counted> = {}, due: number | null = 2023) =>
  change(series(cells), { ...counted, ...indicator }, 'ALB', due)

test('84 and 44 are further apart than chance would give, 14 and 7 are not', () => {
  expect(changeOf({ 2020: 84, 2022: 44 })).toMatchObject({
    verdict: 'moved',
    direction: 'down',
    from: '2020',
    to: '2022',
  })
  expect(changeOf({ 2020: 7, 2022: 14 })).toMatchObject({ verdict: 'within-chance', direction: 'up' })
})

test('totals of four or fewer are too few to call, whichever way they lie', () => {
  expect(changeOf({ 2020: 0, 2023: 2 })).toMatchObject({ verdict: 'too-few', sentence: { key: 'change.few.fromNone' } })
  expect(changeOf({ 2020: 4, 2023: 0 })).toMatchObject({ verdict: 'too-few', sentence: { key: 'change.few.toNone' } })
  expect(changeOf({ 2020: 0, 2023: 0 })).toMatchObject({
    verdict: 'too-few',
    sentence: { key: 'change.few.noneTwice' },
  })
})

test('a move of an estimate by less than a point is too small to call', () => {
  const share = { kind: 'percent', measures: 'estimate', decimals: 1 } as const
  expect(changeOf({ 2022: 82.6, 2023: 83.1 }, share).verdict).toBe('small')
  expect(changeOf({ 2022: 81.6, 2023: 83.1 }, share).verdict).toBe('moved')
  expect(changeOf({ 2016: 20, 2020: 24 }, { kind: 'percent', measures: 'opinion' }).verdict).toBe('small')
})

test('nothing is compared across a break, declared or marked on the figure', () => {
  const cells = { 2023: 8821, 2024: 7355 }
  expect(changeOf(cells, { breaks: [{ economy: null, period: '2024', code: 'x' }] }).verdict).toBe('break')
  expect(changeOf(cells, { breaks: [{ economy: 'SRB', period: '2024', code: 'x' }] }).verdict).toBe('moved')
  expect(change(series(cells, { 2024: ['B'] }), counted, 'ALB', 2024).verdict).toBe('break')
})

test('a bound is not a number: it states no change, and the figure before it is not its base', () => {
  expect(changeOf({ 2020: 6273, 2021: { ge: 2800 } }).verdict).toBe('stopped')
  expect(changeOf({ 2022: 6273, 2023: { ge: 2800 } }).verdict).toBe('bound')
  expect(changeOf({ 2021: 40, 2022: { lt: 5 }, 2023: 90 })).toMatchObject({ from: '2021', to: '2023' })
})

test('a held figure that is flagged unusable carries no sentence', () => {
  const flagged = series({ 2020: 30, 2021: 80, 2022: 602 }, { 2022: ['U'] })
  expect(change(flagged, counted, 'MNE', 2023)).toMatchObject({ from: '2020', to: '2021' })
})

test('a series that ended long ago states no change, one that is late still does', () => {
  expect(changeOf({ 2016: 60, 2018: 20 }).verdict).toBe('stopped')
  expect(changeOf({ 2018: 60, 2020: 20 }).verdict).toBe('moved')
})

test('no series, no figure and one figure are three different things', () => {
  expect(change(null, counted, 'ALB', 2023).verdict).toBe('none')
  expect(changeOf({ 2022: { c: 'source' }, 2023: { na: 'not-collected' } }).verdict).toBe('none')
  expect(changeOf({ 2022: 41, 2023: { na: 'not-collected' } }).verdict).toBe('one')
})

const count = fc.oneof(fc.nat(12), fc.nat(120), fc.nat(60_000))
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: count },
  { weight: 1, arbitrary: fc.constant<Cell>({ na: 'not-collected' }) },
  { weight: 1, arbitrary: fc.constant<Cell>({ c: 'source' }) },
  { weight: 1, arbitrary: fc.nat(500).map((n): Cell => ({ lt: n })) },
)
const anySeries = fc
  .array(anyCell, { maxLength: 12 })
  .map((cells) => series(Object.fromEntries(cells.map((cell, at) => [String(2012 + at), cell]))))

test('a percentage is never formed when either count is under fifty', () => {
  fc.assert(
    fc.property(anySeries, (one) => {
      const { sentence } = change(one, counted, 'ALB', 2023)
      if (!sentence.key.endsWith('.percent')) return
      const { a, b } = sentence.params as unknown as { a: { number: number }; b: { number: number } }
      expect(Math.min(a.number, b.number)).toBeGreaterThanOrEqual(50)
    }),
  )
})

test('no verdict names two years with a break between them unless it says that they cannot be compared', () => {
  fc.assert(
    fc.property(anySeries, fc.integer({ min: 2012, max: 2024 }), (one, year) => {
      const indicator = { ...counted, breaks: [{ economy: null, period: String(year), code: 'x' }] }
      const { verdict, from, to } = change(one, indicator, 'ALB', 2023)
      const isCrossed = from !== null && to !== null && Number(from) < year && year <= Number(to)
      expect(isCrossed && verdict !== 'break').toBe(false)
    }),
  )
})

test('of two figures in the other order the verdict is the same and the direction is reversed', () => {
  const kinds = fc.constantFrom<Counted['kind']>('count', 'amount', 'percent', 'score', 'ratio')
  fc.assert(
    fc.property(count, count, kinds, (a, b, kind) => {
      const there = changeOf({ 2022: a, 2023: b }, { kind })
      const back = changeOf({ 2022: b, 2023: a }, { kind })
      expect(back.verdict).toBe(there.verdict)
      const reversed = { up: 'down', down: 'up', level: 'level' } as const
      expect(back.direction).toBe(there.direction && reversed[there.direction])
    }),
  )
})

test('every series falls on exactly one line of the tally', () => {
  fc.assert(
    fc.property(fc.array(anySeries, { maxLength: 15 }), (all) => {
      const counts = tally(all.map((one) => change(one, counted, 'ALB', 2023)))
      expect(tallyLines.reduce((sum, line) => sum + counts[line], 0)).toBe(all.length)
    }),
  )
})

test('freshness is measured against what was due, not against today', () => {
  const held = series({ 2021: 5, 2022: 7, 2023: { na: 'not-collected' } })
  expect(freshness(held, { lagYears: 1 }, '2023-06-30')).toMatchObject({ period: '2022', behind: 0, care: false })
  expect(freshness(held, { lagYears: 1 }, '2026-11-22')).toMatchObject({ behind: 3, care: true })
  expect(freshness(series({ 2021: { c: 'source' } }), { lagYears: 1 }, '2026-11-22')).toBeNull()
})

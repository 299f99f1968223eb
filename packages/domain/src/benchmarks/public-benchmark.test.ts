import fc from 'fast-check'
import { expect, test } from 'vitest'
import { economies } from '../economies/index.ts'
import type { Cell } from '../observations/cell.ts'
import { publishedBenchmark } from '../observations/published.ts'
import { type BenchmarkToPublish, type Member, publicBenchmark } from './public-benchmark.ts'

const indicator = {
  code: 'NCMEC_REPORTS',
  kind: 'count',
  benchmarkable: true,
  subnationalOf: null,
  decimals: 0,
  rateDecimals: 1,
  ratePer: 1000,
}
const member = (economy: string, cell: Cell, more: Partial<Member> = {}): Member => ({
  economy,
  periods: ['2020'],
  cells: [cell],
  rate: null,
  denominators: null,
  status: [[]],
  grade: 'C',
  ...more,
})
const six = (cells: Cell[]) => cells.map((cell, i) => member(economies[i]!, cell))
const benchmark = (members: Member[], more: Partial<BenchmarkToPublish> = {}) =>
  publicBenchmark({ indicator, breakdown: '', measure: 'count', members, ...more })!

test('six public members have every statistic', () => {
  const row = benchmark(six([23426, 21263, 1229, 6784, 8939, 45737]))
  expect(row).toMatchObject({
    members: [6],
    of: [6],
    min: [1229],
    lower: [7322.75],
    median: [15101],
    upper: [22885.25],
    max: [45737],
    mean: [17896.333],
  })
  expect(row.weightedMean).toEqual([{ na: 'not-published' }])
  expect(row.places['XKX']).toEqual([{ high: 6, of: 6, joint: false }])
  expect(publishedBenchmark.safeParse(row).success).toBe(true)
})

test('under five members only the median is told, and under four no place', () => {
  const row = benchmark(six([1, 2, 3]))
  expect(row).toMatchObject({
    members: [3],
    of: [6],
    median: [2],
    lower: [{ na: 'not-published' }],
    mean: [{ na: 'not-published' }],
  })
  expect(row.places['ALB']).toEqual([null])
  expect(benchmark(six([7])).median).toEqual([{ na: 'not-published' }])
})

test('an economy for which the figure cannot exist is not one of those that could have it', () => {
  expect(benchmark(six([1, 2, { na: 'cannot-exist' }, 4, { na: 'not-collected' }, 6]))).toMatchObject({
    members: [4],
    of: [5],
  })
})

test('bounds, suppressed and unusable figures are not counted', () => {
  const unusable = member('MNE', 602, { status: [['U']] })
  const row = benchmark([member('ALB', 5), member('BIH', { ge: 9 }), member('XKX', { c: 'source' }), unusable])
  expect(row.members).toEqual([1])
  expect(row.max).toEqual([{ na: 'not-published' }])
})

test('equal printed rates share a place', () => {
  const rates = [12.84, 12.76, 3, 20, 12.9, 1]
  const members = rates.map((rate, i) => member(economies[i]!, 10 * rate, { rate: [rate], denominators: [10_000] }))
  const { places } = benchmark(members, { measure: 'rate' })
  expect(places['ALB']).toEqual([{ high: 3, of: 6, joint: true }])
  expect(places['BIH']).toEqual([{ high: 3, of: 6, joint: true }])
  expect(places['MKD']).toEqual([{ high: 2, of: 6, joint: false }])
  expect(places['XKX']).toEqual([{ high: 5, of: 6, joint: false }])
})

test('the weighted mean of rates is the sum of counts over the sum of children', () => {
  const populations = [500_000, 600_000, 400_000, 130_000, 410_000, 1_200_000]
  const members = populations.map((children, i) =>
    member(economies[i]!, 1000, { rate: [1e6 / children], denominators: [children] }),
  )
  expect(benchmark(members, { measure: 'rate' }).weightedMean[0]).toBeCloseTo((6000 / 3_240_000) * 1000, 6)
})

test('ordinal and yes-no kinds count members a category and have no mean', () => {
  const row = benchmark(six([1, 1, 0, 1]), { indicator: { ...indicator, kind: 'yes-no', ratePer: null } })
  expect(row.categories).toEqual([
    [
      ['1', 3],
      ['0', 1],
    ],
  ])
  expect(row.median).toEqual([{ na: 'not-published' }])
  expect(row.places['ALB']).toEqual([null])
})

test('dates, surveys that differ and parts of an economy have no benchmark', () => {
  expect(benchmark(six([1]), { indicator: { ...indicator, kind: 'date' } })).toBeUndefined()
  expect(benchmark(six([1]), { indicator: { ...indicator, benchmarkable: false } })).toBeUndefined()
  expect(benchmark([member('BIH', 73)], { indicator: { ...indicator, subnationalOf: 'BIH' } })).toBeUndefined()
})

test('only equal period texts meet', () => {
  const row = benchmark([member('ALB', 1), member('BIH', 2, { periods: ['2020-S1'] })])
  expect(row.periods).toEqual(['2020', '2020-S1'])
  expect(row.members).toEqual([1, 1])
})

test('a benchmark has the worst grade among its members', () => {
  expect(
    benchmark([member('ALB', 1, { grade: 'B' }), member('BIH', 2, { grade: 'D' }), member('SRB', 2, { grade: null })])
      .grade,
  ).toBe('D')
})

test('statistics keep their order, and places count those above', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 6 }), (values) => {
      const row = benchmark(six(values))
      const [min, lower, median, upper, max, mean] = [row.min, row.lower, row.median, row.upper, row.max, row.mean].map(
        (cells) => cells[0] as unknown as number,
      )
      expect([min, lower, median, upper, max]).toEqual([min, lower, median, upper, max].sort((a, b) => a! - b!))
      expect(mean! >= min! - 1e-9 && mean! <= max! + 1e-9).toBe(true)
      values.forEach((value, i) =>
        expect(row.places[economies[i]!]![0]!.high).toBe(1 + values.filter((other) => other > value).length),
      )
    }),
  )
})

import { expect, test } from 'vitest'
import type { PublishedCell } from '../observations/cell.ts'
import type { PublishedBenchmark } from '../observations/published.ts'
import type { Counted } from './figures.ts'
import { cannotExist, elsewhere, position } from './position.ts'

const counted: Counted = {
  kind: 'count',
  measures: 'report',
  decimals: 0,
  rateDecimals: 1,
  comparable: true,
  benchmarkable: true,
  lagYears: 1,
  breaks: [],
}
const none = { na: 'not-published' } as PublishedCell

/** A benchmark of one year from places; the number of members is theirs. */
function benchmark(places: Record<string, number>, more: Partial<PublishedBenchmark> = {}): PublishedBenchmark {
  const values = Object.values(places)
  const cells = [none]
  return {
    indicator: 'X',
    group: 'WB6',
    breakdown: '',
    measure: 'rate',
    periods: ['2024'],
    members: [values.length],
    of: [6],
    min: cells,
    lower: cells,
    median: [12.9 as PublishedCell],
    upper: cells,
    max: cells,
    mean: cells,
    weightedMean: cells,
    categories: null,
    grade: null,
    places: Object.fromEntries(
      Object.entries(places).map(([economy, high]) => [
        economy,
        [{ high, of: values.length, joint: values.filter((other) => other === high).length > 1 }],
      ]),
    ),
    ...more,
  }
}

const six = { ALB: 2, BIH: 2, XKX: 6, MNE: 1, MKD: 4, SRB: 4 }
const keyOf = (...args: Parameters<typeof position>) => position(...args).key

test('equal printed values share a place', () => {
  expect(position(benchmark(six), counted, 'ALB', '2024', 13.1)).toMatchObject({
    key: 'position.joint.nth.median',
    params: { place: 2, members: 6, median: { number: 12.9, decimals: 1 } },
  })
})

test('the median of rates says what it is of', () => {
  expect(position(benchmark(six), { ...counted, ratePer: 1000 }, 'BIH', '2024', 13.1)).toMatchObject({
    key: 'position.joint.nth.rate',
    params: { per: { number: 1000 } },
  })
})

test('the ends are named highest and lowest, never best and worst', () => {
  expect(keyOf(benchmark(six), counted, 'MNE', '2024', 1)).toBe('position.highest.median')
  expect(keyOf(benchmark(six), counted, 'XKX', '2024', 1)).toBe('position.lowest.median')
  expect(keyOf(benchmark({ ALB: 1, BIH: 2, MNE: 3, SRB: 3 }), counted, 'SRB', '2024', 1)).toBe(
    'position.joint.lowest.median',
  )
})

test('no position is stated among fewer than four figures', () => {
  expect(keyOf(benchmark({ ALB: 1, BIH: 2, MNE: 3 }), counted, 'ALB', '2024', 1)).toBe('position.few')
  expect(keyOf(benchmark({ ALB: 1 }), counted, 'ALB', '2024', 1)).toBe('position.only')
  expect(keyOf(benchmark({ ALB: 1 }), counted, 'BIH', '2024', undefined)).toBe('position.oneOther')
  expect(keyOf(benchmark({ BIH: 1, MNE: 2, MKD: 3, SRB: 4 }), counted, 'ALB', '2024', 1)).toBe('position.notAmong')
  expect(keyOf(benchmark(six), counted, 'ALB', '2023', 1)).toBe('position.none')
  expect(keyOf(null, counted, 'ALB', '2024', 1)).toBe('position.none')
})

test('protection is said, and neither its rule nor a number', () => {
  const held = benchmark(six, { median: [{ c: 'control' } as PublishedCell] })
  expect(position(held, counted, 'ALB', '2024', 1)).toEqual({ key: 'position.protected', params: {} })
})

test('what cannot exist is said before anything else', () => {
  expect(keyOf(benchmark(six), counted, 'XKX', '2024', { na: 'cannot-exist' })).toBe('position.cannotExist')
  const region = [
    { economy: 'ALB', cell: 4 as PublishedCell },
    { economy: 'XKX', cell: { na: 'cannot-exist' } as PublishedCell },
  ]
  expect(cannotExist(region)?.params).toEqual({ areas: { areas: ['XKX'] } })
  expect(cannotExist(region.slice(0, 1))).toBeNull()
})

test('categories are counted, not ranked', () => {
  const levels = benchmark(
    {},
    {
      members: [6],
      categories: [
        [
          ['2', 4],
          ['3', 2],
        ],
      ],
    },
  )
  expect(position(levels, { ...counted, kind: 'ordinal' }, 'ALB', '2024', 2)).toEqual({
    key: 'position.same',
    params: { others: 3, members: 6 },
  })
  const answers = benchmark(
    {},
    {
      members: [6],
      categories: [
        [
          ['1', 5],
          ['0', 1],
        ],
      ],
    },
  )
  expect(position(answers, { ...counted, kind: 'yes-no' }, 'ALB', '2024', 1).params).toEqual({ yes: 5, members: 6 })
})

test('surveys that asked different questions are not placed', () => {
  expect(keyOf(benchmark(six), { ...counted, benchmarkable: false }, 'ALB', '2024', 1)).toBe('position.differ')
})

test('a card without a figure says who in the region has one', () => {
  const one = { economy: 'MKD', period: '2022', cell: 41 as PublishedCell, rate: null }
  const blank = { economy: 'ALB', period: '2024', cell: { na: 'not-collected' } as PublishedCell, rate: null }
  expect(elsewhere([blank], counted).key).toBe('elsewhere.none')
  expect(elsewhere([blank, one], counted)).toMatchObject({ key: 'elsewhere.one', params: { economy: { area: 'MKD' } } })
  expect(elsewhere([{ ...one, economy: 'SRB' }, one], counted)).toMatchObject({ params: { count: 2 } })
})

import { expect, test } from 'vitest'
import type { Observation } from './observation.ts'
import { publishedSeries } from './published.ts'
import { publishSeries, type SeriesToPublish } from './publish-series.ts'

const observation = (period: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
  period,
  value,
  textValue: null,
  comparator: null,
  reason: null,
  status: [],
  visibility: 'public',
  confidence: 'verified',
  source: 'S',
  note: null,
  ...more,
})
const series = (more: Partial<SeriesToPublish> = {}): SeriesToPublish => ({
  indicator: { code: 'NCMEC_REPORTS', demonstration: false, smallCounts: 0, ratePer: 1000, carryYears: 2 },
  economy: 'ALB',
  breakdown: '',
  publisher: 'observatory',
  grade: 'C',
  observations: [
    observation('2020', 23426),
    observation('2024', 7355),
    observation('2019', 17545),
    observation('2025', 5000),
  ],
  denominator: { periods: ['2019', '2020', '2022'], cells: [599809, 587000, 573000], status: [[], [], []] },
  secondary: new Set(),
  ...more,
})

test('a rate is made with the denominator of its period, or an earlier one within the years allowed, which is named', () => {
  const row = publishSeries(series(), 'public')!
  expect(row.periods).toEqual(['2019', '2020', '2024', '2025'])
  expect(row.denominatorPeriods).toEqual(['2019', '2020', '2022', null])
  expect(row.rate).toEqual([29.250978, 39.908007, 12.835951, { na: 'not-collected' }])
  expect(publishedSeries.safeParse(row).success).toBe(true)
})

test('no denominator, no rate; no rate in the catalogue, null', () => {
  expect(publishSeries(series({ denominator: null }), 'public')!.rate).toEqual(
    Array.from({ length: 4 }, () => ({ na: 'not-collected' })),
  )
  const indicator = { ...series().indicator, ratePer: null }
  expect(publishSeries(series({ indicator }), 'public')!.rate).toBeNull()
  expect(publishSeries(series({ breakdown: 'SEX=F' }), 'public')!.rate).toBeNull()
})

test('a bound gives a bound of a rate, and a reason stays one', () => {
  const observations = [observation('2020', 587, { comparator: 'ge' }), observation('2022', null, { reason: 'source' })]
  expect(publishSeries(series({ observations }), 'public')!.rate).toEqual([{ ge: 1 }, { c: 'source' }])
})

test('what an audience may not see is not there, and a withdrawn figure neither', () => {
  const observations = [
    observation('2018', 1, { visibility: 'private' }),
    observation('2019', 2, { visibility: 'benchmark' }),
    observation('2020', 3, { visibility: 'regional' }),
    observation('2021', null, { reason: 'withdrawn' }),
    observation('2022', 5),
  ]
  expect(publishSeries(series({ observations }), 'public')!.periods).toEqual(['2022'])
  expect(publishSeries(series({ observations }), 'regional')!.periods).toEqual(['2020', '2022'])
  expect(publishSeries(series({ observations }), 'owner')!.periods).toEqual(['2018', '2019', '2020', '2021', '2022'])
  expect(publishSeries(series({ observations: observations.slice(0, 2) }), 'regional')).toBeUndefined()
})

test('outside its organisation a small count is a bound, in the rate as well', () => {
  const indicator = { ...series().indicator, smallCounts: 5 }
  const observations = [observation('2020', 3, { source: null, visibility: 'regional' })]
  const row = publishSeries(series({ indicator, observations }), 'regional')!
  expect(row.cells).toEqual([{ lt: 5 }])
  expect(row.rate).toEqual([{ lt: 0.0085178876 }])
  expect(publishSeries(series({ indicator, observations }), 'owner')!.cells).toEqual([3])
})

test('an unusable denominator divides nothing', () => {
  const denominator = { periods: ['2020'], cells: [587000], status: [['U']] }
  const observations = [observation('2020', 100)]
  expect(publishSeries(series({ denominator, observations }), 'public')!.rate).toEqual([{ na: 'not-collected' }])
})

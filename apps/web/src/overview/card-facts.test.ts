import type { CatalogueEntry } from '@observatory/domain/indicators'
import type { PublishedCell, PublishedSeries } from '@observatory/domain/observations'
import { expect, test } from 'vitest'
import { cardFacts } from './card-facts.ts'

const indicator = {
  code: 'CASES',
  kind: 'count',
  measures: 'case',
  decimals: 0,
  rateDecimals: 1,
  comparable: true,
  benchmarkable: true,
  lagYears: 1,
  breaks: [],
  ratePer: 1000,
} as unknown as CatalogueEntry

function series(
  cells: Record<string, unknown>,
  rate: unknown[] | null,
  of: (string | null)[] | null = null,
): PublishedSeries {
  const periods = Object.keys(cells)
  return {
    indicator: 'CASES',
    economy: 'ALB',
    breakdown: '',
    publisher: 'observatory',
    demonstration: false,
    audience: 'public',
    periods,
    cells: Object.values(cells) as PublishedCell[],
    rate: rate as PublishedCell[] | null,
    denominatorPeriods: of,
    status: periods.map(() => []),
    confidence: periods.map(() => 'verified' as const),
    source: periods.map(() => null),
    note: periods.map(() => null),
    grade: 'C',
  }
}

const facts = (own: PublishedSeries | null, more: object = {}) =>
  cardFacts({ indicator, series: own, benchmark: null, region: [], economy: 'ALB', today: '2026-11-22', ...more })

test('a rate leads with the count behind it, and says whose population it borrowed', () => {
  const { main, other } = facts(series({ 2024: 7355 }, [13.1], ['2022']))
  expect(main).toEqual({ cell: 13.1, measure: 'rate', borrowed: '2022' })
  expect(other).toMatchObject({ cell: 7355, measure: 'count' })
})

test('a small count leads, for a rate of two cases has more digits than meaning', () => {
  expect(facts(series({ 2023: 2 }, [0.08], ['2023']))).toMatchObject({
    main: { cell: 2 },
    other: { cell: 0.08, borrowed: null },
  })
})

test('without a figure the card says who in the region has one', () => {
  const region = [{ economy: 'MKD', period: '2022', cell: 41 as PublishedCell, rate: null }]
  expect(facts(null, { region })).toMatchObject({
    main: null,
    position: [{ key: 'elsewhere.one' }],
    change: { verdict: 'none' },
  })
})

test('a lone figure is told to be the only one, and a confidential one to enter no benchmark', () => {
  const own = series({ 2021: { ge: 2800 } }, null)
  const region = [{ economy: 'ALB', period: '2021', cell: { ge: 2800 } as PublishedCell, rate: null }]
  expect(facts(own, { region }).position).toMatchObject([{ key: 'position.only' }])
  expect(facts(own, { contributes: false }).position).toMatchObject([{ key: 'position.ownOnly' }])
})

test('without an economy no verdict is given and no hole is drawn', () => {
  expect(facts(null, { economy: null })).toMatchObject({ change: null, freshness: null, lastDue: '0000' })
})

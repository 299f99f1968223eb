import { type CatalogueEntry, type IndicatorAnswer, seriesKey } from '@observatory/domain/indicators'
import type { PublishedSeries } from '@observatory/domain/observations'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { filterCatalogue } from './filter-catalogue.ts'
import { parseIndicatorSearch, parseIndicatorsSearch } from './search.ts'
import { viewOf } from './view.ts'

const entry = (code: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  code,
  topic: 'hate',
  position: 1,
  kind: 'count',
  unit: 'CASES',
  decimals: 0,
  direction: 'neutral',
  measures: 'case',
  denominator: null,
  ratePer: null,
  rateDecimals: 1,
  benchmarkable: true,
  comparable: true,
  subnationalOf: null,
  headline: null,
  lagYears: 1,
  demonstration: false,
  name: code,
  shortName: code,
  description: '',
  textState: 'human',
  grade: 'C',
  bias: 'low',
  breaks: [],
  coverage: {},
  ...more,
})

const series = (economy: string, periods: string[], more: Partial<PublishedSeries> = {}): PublishedSeries => ({
  indicator: 'X',
  economy,
  breakdown: '',
  publisher: 'observatory',
  demonstration: false,
  audience: 'public',
  periods,
  cells: periods.map((_, at) => (at + 1) as never),
  rate: null,
  denominatorPeriods: null,
  status: periods.map(() => []),
  confidence: periods.map(() => null),
  source: periods.map(() => null),
  note: periods.map(() => null),
  grade: null,
  ...more,
})

const answer = (list: PublishedSeries[], own: string | null, more: Partial<CatalogueEntry> = {}): IndicatorAnswer => ({
  edition: null,
  indicator: { ...entry('X', more), caveat: '', isNot: [], quality: null, custodian: null, denominatorNote: null },
  series: list,
  contributing: list.filter(({ publisher }) => publisher === 'observatory').map(seriesKey),
  own,
  benchmarks: { count: null, rate: null },
  events: [],
  sources: [],
  revisions: [],
})

const today = '2026-11-22'

test('an address says everything and nothing else gets in', () => {
  const parsed = parseIndicatorSearch({
    measure: 'count',
    economies: 'SRB,ALB,XXX',
    events: 'E1,<b>',
    from: '2019',
    to: '2018',
    view: 'x',
    economy: 'BIH',
  })
  expect(parsed).toEqual({ measure: 'count', economies: ['ALB', 'SRB'], events: ['E1'], from: '2019', economy: 'BIH' })
  expect(parseIndicatorSearch({ ...parsed })).toEqual(parsed)
  expect(parseIndicatorsSearch({ q: ' ', own: '1', demonstration: 'all' })).toEqual({ own: true })
})

test('text that a spreadsheet would run is made text', () => {
  expect(csvOf([['=1+1', '+2', '@x', '-3', 'a "b", c', -3, 'Kosovo*']])).toBe(
    `'=1+1,'+2,'@x,'-3,"a ""b"", c",-3,Kosovo*\r\n`,
  )
})

test('a search finds through case, marks and script, and filters add up', () => {
  const entries = [
    entry('A_B', { name: 'Насиље на мрежи', coverage: { ALB: { first: '2019', last: '2020', figures: 2 } } }),
    entry('C', { name: 'Žrtve trgovine', benchmarkable: false }),
  ]
  const codes = (search: Parameters<typeof filterCatalogue>[1]) =>
    filterCatalogue(entries, search, 'ALB').map(({ code }) => code)
  expect(codes({ q: 'NASILJE mreži' })).toEqual(['A_B'])
  expect(codes({ q: 'zrtve' })).toEqual(['C'])
  expect(codes({ q: 'a b' })).toEqual(['A_B'])
  expect(codes({ own: true })).toEqual(['A_B'])
  expect(codes({ benchmark: true, q: 'trgovine' })).toEqual([])
})

test('all six keep their place, held or not, and the own one is not drawn twice', () => {
  const view = viewOf(answer([series('ALB', ['2019', '2020']), series('SRB', ['2020'])], 'observatory/ALB/'), {}, today)
  expect(view.six.map(({ economy, series: s }) => `${economy} ${s ? 'held' : 'none'}`)).toEqual([
    'ALB held',
    'BIH none',
    'XKX none',
    'MNE none',
    'MKD none',
    'SRB held',
  ])
  expect(view.own?.economy).toBe('ALB')
  expect(view.ownIsPrivate).toBe(false)
  expect(view.beside.map(({ economy }) => economy)).toEqual(['SRB'])
  expect(view.span).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025'])
})

test('an unpublished series of the organisation stands beside its economy, never for it', () => {
  const mine = series('ALB', ['2020', '2021'], { publisher: 'ministry', audience: 'owner' })
  const view = viewOf(answer([series('ALB', ['2020']), mine], 'ministry/ALB/'), {}, today)
  expect(view.own).toBe(mine)
  expect(view.ownIsPrivate).toBe(true)
  expect(view.beside.map(({ publisher }) => publisher)).toEqual(['observatory'])
})

test('counts carry no benchmark, percentages do', () => {
  const benchmark = { measure: 'count' } as never
  const counted = answer([series('ALB', ['2020'])], null)
  expect(viewOf({ ...counted, benchmarks: { count: benchmark, rate: null } }, {}, today).benchmark).toBeNull()
  const shared = answer([series('ALB', ['2020'])], null, { kind: 'percent' })
  expect(viewOf({ ...shared, benchmarks: { count: benchmark, rate: null } }, {}, today).benchmark).toBe(benchmark)
  expect(
    viewOf({ ...shared, benchmarks: { count: benchmark, rate: null } }, { economies: 'none' }, today).benchmark,
  ).toBeNull()
})

test('a break that a source marked on a figure is a break, once', () => {
  const marked = series('ALB', ['2019', '2020'], { status: [[], ['B']] })
  const view = viewOf(answer([marked], 'observatory/ALB/'), {}, today)
  expect(view.breaks).toEqual([{ economy: 'ALB', period: '2020', code: 'marked' }])
  const declared = viewOf(
    answer([marked], null, { breaks: [{ economy: null, period: '2020', code: 'bundling' }] }),
    {},
    today,
  )
  expect(declared.breaks).toHaveLength(1)
})

test('years asked for cut the span, and years without any figure do not empty the page', () => {
  const all = answer([series('ALB', ['2015', '2020'])], null)
  expect(viewOf(all, { from: '2018', to: '2020' }, today).span).toEqual(['2018', '2019', '2020'])
  expect(viewOf(all, { from: '2040' }, today).span.length).toBeGreaterThan(3)
})

import { expect, test } from 'vitest'
import type { Figures } from './figures.ts'
import { type Candidate, economyFinding, newestRun, regionFinding } from './finding.ts'

/** CyberTipline reports resolved to the six, 2019–2024 (NCMEC, reports by country); 2024 is counted differently. */
const reports: Record<string, number[]> = {
  ALB: [17545, 23426, 15985, 11376, 8821, 7355],
  BIH: [15675, 21263, 10930, 12115, 15762, 7595],
  XKX: [694, 1229, 3361, 5038, 6020, 4850],
  MNE: [3720, 6784, 2517, 2578, 8490, 1891],
  MKD: [8092, 8939, 6045, 9369, 12310, 5162],
  SRB: [32473, 45737, 22695, 27575, 32007, 15761],
}
const region: Figures[] = Object.entries(reports).map(([economy, values]) => ({
  economy,
  periods: values.map((_, at) => String(2019 + at)),
  cells: values,
  status: values.map(() => []),
}))
const indicator: Candidate['indicator'] = {
  code: 'NCMEC_REPORTS',
  shortName: 'CyberTipline reports',
  headline: 1,
  kind: 'count',
  measures: 'report',
  decimals: 0,
  rateDecimals: 1,
  comparable: true,
  benchmarkable: true,
  lagYears: 1,
  breaks: [{ economy: null, period: '2024', code: 'x' }],
}
const own = (economy: string) => region.find((series) => series.economy === economy)!
const today = '2026-11-22'

test('the finding is the run of the years that may be compared, with what the others did in the same years', () => {
  const found = economyFinding([{ indicator, series: own('ALB'), region }], 'ALB', today)!
  expect(found.sentence.key).toBe('finding.with')
  const { main, others } = found.sentence.params
  expect(main).toMatchObject({
    key: 'clause.fell.percent',
    params: { percent: { number: 62 }, from: { period: '2020' }, to: { period: '2023' } },
  })
  expect(others).toEqual({ key: 'others.mixed', params: { count: 5, rose: 3, fell: 2 } })
  expect(found.cautions.map(({ key }) => key)).toEqual(['caution.report', 'caution.break'])
})

test('a rise of hundreds of percent is given as two figures, and others that cannot be called are counted', () => {
  const found = economyFinding([{ indicator, series: own('XKX'), region }], 'XKX', today)!
  expect(found.sentence.params).toMatchObject({
    main: { key: 'clause.rose.figures', params: { a: { number: 694 }, b: { number: 6020 } } },
    others: { key: 'others.mixedLevel', params: { count: 5, rose: 2, fell: 1, level: 2 } },
  })
})

test('no run crosses a break', () => {
  for (const series of region) expect(newestRun(series, indicator)?.to.period).toBe('2023')
})

test('without the others a finding states the move alone', () => {
  const found = economyFinding([{ indicator, series: own('SRB'), region: [] }], 'SRB', today)!
  expect(found.sentence).toMatchObject({ key: 'finding.alone', params: { main: { key: 'clause.rose.percent' } } })
})

test('counts under fifty come after larger ones and are given as figures', () => {
  const few: Candidate = {
    indicator: { ...indicator, code: 'CASES', measures: 'case', headline: 1, breaks: [] },
    series: { economy: 'ALB', periods: ['2021', '2022'], cells: [4, 40], status: [[], []] },
    region: [],
  }
  const many: Candidate = { indicator: { ...indicator, headline: 9 }, series: own('ALB'), region: [] }
  expect(economyFinding([few, many], 'ALB', today)?.indicator).toBe('NCMEC_REPORTS')
  expect(economyFinding([few], 'ALB', today)?.sentence).toMatchObject({
    params: { main: { key: 'clause.rose.figures' } },
  })
})

test('a move within chance, an old one, a date and a survey of other questions give no finding', () => {
  const cells = [7, 14]
  const chance = { economy: 'ALB', periods: ['2022', '2023'], cells, status: [[], []] }
  const old = { economy: 'ALB', periods: ['2010', '2011'], cells: [700, 100], status: [[], []] }
  const of = (series: Figures, more: Partial<Candidate['indicator']> = {}) =>
    economyFinding([{ indicator: { ...indicator, ...more }, series, region: [] }], 'ALB', today)
  expect(of(chance)).toBeNull()
  expect(of(old)).toBeNull()
  expect(of(own('ALB'), { kind: 'date' })).toBeNull()
  expect(of(own('ALB'), { comparable: false })).toBeNull()
})

test('a reader without an economy is told what most of the six did', () => {
  const found = regionFinding([{ indicator, series: null, region }], today)!
  expect(found.sentence).toMatchObject({
    key: 'finding.region.rose.oneAgainst',
    params: { count: 5, economy: { area: 'ALB' }, from: { period: '2022' }, to: { period: '2023' } },
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { economies } from '../economies/index.ts'
import type { Cell } from '../observations/cell.ts'
import type { PublishedSeries } from '../observations/published.ts'
import { pageFinding } from './finding.ts'
import { keyMessages, mostMessages, ofSubject } from './messages.ts'
import { planPage } from './plan.ts'
import { type Subject, totalOf } from './subject.ts'

const indicator: Subject['indicator'] = {
  code: 'REPORTS',
  name: 'Reports resolved to the economy',
  shortName: 'Reports',
  kind: 'count',
  measures: 'report',
  direction: 'neutral',
  decimals: 0,
  rateDecimals: 1,
  denominator: 'POP_U18',
  ratePer: 1000,
  comparable: true,
  benchmarkable: true,
  lagYears: 1,
  breaks: [{ economy: null, period: '2024', code: 'bundling' }],
  grade: 'C',
  headline: 1,
  demonstration: false,
  subnationalOf: null,
}

function series(
  economy: string,
  cells: Record<string, Cell>,
  more: { status?: Record<string, string[]>; rate?: Record<string, Cell>; denominator?: Record<string, string> } = {},
): PublishedSeries {
  const periods = Object.keys(cells).toSorted()
  return {
    indicator: 'REPORTS',
    economy,
    breakdown: '',
    publisher: 'observatory',
    demonstration: false,
    audience: 'public',
    periods,
    cells: periods.map((period) => cells[period]!) as PublishedSeries['cells'],
    rate: more.rate
      ? (periods.map((period) => more.rate![period] ?? { na: 'not-collected' }) as PublishedSeries['cells'])
      : null,
    denominatorPeriods: more.rate ? periods.map((period) => more.denominator?.[period] ?? period) : null,
    status: periods.map((period) => more.status?.[period] ?? []),
    confidence: periods.map(() => 'verified'),
    source: periods.map((period) => `NCMEC_${period}`),
    note: periods.map(() => null),
    grade: 'C',
  }
}

/** The figures everyone looks at first (docs of the starting figures). */
const ncmec: Record<string, number[]> = {
  ALB: [17545, 23426, 15985, 11376, 8821, 7355],
  BIH: [15675, 21263, 10930, 12115, 15762, 7595],
  XKX: [694, 1229, 3361, 5038, 6020, 4850],
  MNE: [3720, 6784, 2517, 2578, 8490, 1891],
  MKD: [8092, 8939, 6045, 9369, 12310, 5162],
  SRB: [32473, 45737, 22695, 27575, 32007, 15761],
}
const years = ['2019', '2020', '2021', '2022', '2023', '2024']
const cellsOf = (economy: string): Record<string, Cell> =>
  Object.fromEntries(years.map((year, at) => [year, ncmec[economy]![at]!]))

function subject(overrides: Partial<Subject> = {}): Subject {
  return {
    indicator,
    isRounded: false,
    economies,
    series: economies.map((economy) => series(economy, cellsOf(economy))),
    benchmarks: { count: null, rate: null },
    own: null,
    ...overrides,
  }
}

/** The subject with one cell of one economy replaced. */
function withCell(economy: string, year: string, cell: Cell, status: string[] = []): Subject {
  return subject({
    series: economies.map((code) =>
      series(
        code,
        code === economy ? { ...cellsOf(code), [year]: cell } : cellsOf(code),
        code === economy ? { status: { [year]: status } } : {},
      ),
    ),
  })
}

const byRule = (given: Subject, rule: string) => ofSubject(given).find((message) => message.rule === rule)

test('the six parts of 2020 add up to 107,378, told beside the last year counted in the old way', () => {
  expect(totalOf(subject(), '2020')).toBe(107_378)
  expect(byRule(subject(), 'total')).toMatchObject({
    lead: { params: { value: { number: 83_410, decimals: 0 } } },
    text: [
      {
        key: 'brief.message.total.report.oldPeak',
        params: { a: { number: 83_410 }, b: { number: 107_378 }, period: { period: '2023' }, peak: { period: '2020' } },
      },
      { key: 'brief.counts.report' },
    ],
    periods: ['2020', '2023'],
    wording: { notPrint: { key: 'brief.wording.notPrint.report' }, print: { params: { n: { number: 107_378 } } } },
  })
})

test('no total rests on a missing, bounded, suppressed, flagged or rounded part, nor on five economies', () => {
  for (const cell of [{ na: 'not-collected' }, { lt: 50 }, { c: 'source' }, { na: 'not-published' }] as Cell[]) {
    expect(totalOf(withCell('MNE', '2020', cell), '2020')).toBeNull()
  }
  expect(totalOf(withCell('MNE', '2020', 6784, ['U']), '2020')).toBeNull()
  expect(totalOf(subject({ isRounded: true }), '2020')).toBeNull()
  expect(totalOf(subject({ economies: economies.slice(1) }), '2020')).toBeNull()
  expect(totalOf(subject({ indicator: { ...indicator, subnationalOf: 'BIH' } }), '2020')).toBeNull()
})

test('a direction is counted on one side of a break, and who went the other way is named', () => {
  expect(byRule(subject(), 'directions')).toMatchObject({
    periods: ['2022', '2023'],
    lead: { params: { count: 5, of: 6 } },
    text: [
      { key: 'brief.message.directions.more' },
      { key: 'brief.message.directions.exception.fewer', params: { economy: { area: 'ALB' } } },
      { key: 'brief.message.directions.detection' },
    ],
  })
})

test('growth across the break is refused in words', () => {
  expect(byRule(subject(), 'refused')).toMatchObject({
    periods: ['2023', '2024'],
    text: [{ key: 'brief.message.refused.totals', params: { a: { number: 83_410 }, b: { number: 42_614 } } }],
  })
  expect(byRule(subject({ indicator: { ...indicator, breaks: [] } }), 'refused')).toBeUndefined()
})

test('lowest and highest are told of the newest year in which all six rest on their own denominator', () => {
  const rate = (economy: string, last: string) =>
    series(
      economy,
      { 2022: 10, 2023: 20 },
      { rate: { 2022: ncmec[economy]![3]! / 1000, 2023: 5 }, denominator: { 2022: '2022', 2023: last } },
    )
  const borrowed = subject({ series: economies.map((economy) => rate(economy, '2022')) })
  expect(byRule(borrowed, 'range')).toMatchObject({
    periods: ['2022'],
    text: [{ params: { low: { area: 'MNE' }, high: { area: 'SRB' } } }, { key: 'brief.message.range.neutral' }],
  })
  const none = subject({ series: economies.slice(1).map((economy) => rate(economy, '2023')) })
  expect(byRule(none, 'range')).toBeUndefined()
})

test('who has every year is told only where somebody has a gap, and what cannot exist is named apart', () => {
  expect(byRule(subject(), 'runs')).toBeUndefined()
  const holed = economies.map((economy) => {
    if (economy === 'XKX')
      return series(economy, Object.fromEntries(years.map((year) => [year, { na: 'cannot-exist' }])))
    return economy === 'ALB' ? series(economy, { 2020: 1, 2023: 2 }) : series(economy, cellsOf(economy))
  })
  const message = byRule(subject({ series: holed }), 'runs')
  expect(message?.lead.params).toMatchObject({ count: 4, of: 6 })
  expect(message?.text.map(({ key }) => key)).toContain('brief.message.runs.impossible')
})

test('a move of a few is not a movement of the region', () => {
  const still = economies.map((economy) => series(economy, { 2022: 100, 2023: economy === 'SRB' ? 200 : 101 }))
  expect(byRule(subject({ series: still, indicator: { ...indicator, breaks: [] } }), 'directions')).toBeUndefined()
})

test('the page says that figures after a break are not comparable', () => {
  expect(pageFinding(subject())).toMatchObject({
    key: 'brief.finding.roseBreak',
    params: { count: 5, known: 6, to: { period: '2023' }, cut: { period: '2024' } },
  })
  expect(pageFinding(subject({ series: [] })).key).toBe('brief.finding.nothing')
})

test('the places of a brief without a figure are told when they are more than a quarter', () => {
  expect(keyMessages([subject()], { held: 74, of: 100 }).some(({ rule }) => rule === 'holes')).toBe(true)
  expect(keyMessages([subject()], { held: 75, of: 100 }).some(({ rule }) => rule === 'holes')).toBe(false)
})

const anyCell = fc.oneof(
  fc.nat(500),
  fc.constantFrom<Cell>(
    { na: 'not-collected' },
    { na: 'cannot-exist' },
    { na: 'not-published' },
    { c: 'source' },
    { lt: 50 },
  ),
)

test('whatever the cells, there are at most seven messages and no printed number that is not in them', () => {
  const anySubject = fc
    .array(fc.array(anyCell, { minLength: 6, maxLength: 6 }), { minLength: 6, maxLength: 6 })
    .map((rows) =>
      subject({
        series: economies.map((economy, at) =>
          series(economy, Object.fromEntries(years.map((year, k) => [year, rows[at]![k]!]))),
        ),
      }),
    )
  fc.assert(
    fc.property(fc.array(anySubject, { minLength: 1, maxLength: 8 }), (subjects) => {
      const messages = keyMessages(subjects, { held: 1, of: 2 })
      expect(messages.length).toBeLessThanOrEqual(mostMessages)
      for (const message of messages.filter(({ rule }) => rule === 'total')) {
        const printed = (message.lead.params['value'] as { number: number }).number
        expect(subjects.some((one) => years.some((year) => totalOf(one, year) === printed))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('the six years of reports and their rates all find room', () => {
  const rated = economies.map((economy) =>
    series(economy, cellsOf(economy), {
      rate: Object.fromEntries(years.map((year) => [year, 30])),
      denominator: { 2023: '2022', 2024: '2022' },
    }),
  )
  expect(planPage(subject({ series: rated }))).toMatchObject({
    chart: 'panels',
    measure: 'rate',
    periods: years,
    ratePeriods: ['2019', '2020', '2021', '2022'],
    left: 0,
  })
})

test('wide figures get fewer columns', () => {
  const long = Array.from({ length: 12 }, (_, at) => String(2010 + at))
  const people = subject({
    series: economies.map((economy) => series(economy, Object.fromEntries(long.map((year) => [year, 7_095_383])))),
  })
  expect(planPage(people).periods).toHaveLength(8)
})

test('a page prints at most ten columns and says how many earlier periods it leaves out', () => {
  const long = Array.from({ length: 25 }, (_, at) => String(2000 + at))
  const many = subject({
    series: economies.map((economy) => series(economy, Object.fromEntries(long.map((year) => [year, 5])))),
  })
  const plan = planPage(many)
  expect(plan.periods.length + plan.ratePeriods.length).toBeLessThanOrEqual(10)
  expect(plan.left).toBe(25 - plan.periods.length)
  expect(plan.chart).toBe('panels')
  expect(planPage(subject({ series: economies.map((economy) => series(economy, { 2024: 3 })) })).chart).toBe('bars')
  expect(planPage(subject({ indicator: { ...indicator, kind: 'date' } })).chart).toBe('none')
})

import { describeLine } from '../description/index.ts'
import { paperPalette, StateMark, type MarkState } from '../marks/index.ts'
import { isDrawn, pointsOf, spanBetween } from '../series/index.ts'
import { SmallMultiple } from '../small-multiple/index.ts'
import { keyed } from '../small-multiple/InspectableSmallMultiple.tsx'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type FigureData, IndicatorFigure, layoutFigure } from './index.ts'
import { labelSpot } from './point-labels.ts'

const series = (economy: string, cells: FigureData['others'][number]['cells']['cells']) => ({
  key: economy,
  economy,
  name: economy === 'XKX' ? 'Kosovo*' : economy,
  short: economy === 'XKX' ? 'XKX*' : economy,
  cells: {
    periods: ['2019', '2020', '2021', '2022', '2023', '2024'],
    cells,
    rate: null,
    denominatorPeriods: null,
    status: cells.map(() => []),
  },
})

const data: FigureData = {
  title: 'Cases per year',
  span: spanBetween('2019', '2025'),
  measure: 'count',
  own: series('ALB', [29, 40, { c: 'source' }, 0, { ge: 12 }, 13]),
  others: [series('XKX', [1, 3, 7, 11, 14, 11]), series('MNE', [27, 49, 18, 19, 63, 14])],
  benchmark: {
    periods: ['2019', '2020', '2024'],
    members: [6, 6, 6],
    min: [1, 3, 11],
    lower: [20, 25, 11.5],
    median: [25, 36, 13],
    upper: [27, 39, 13.5],
    max: [30, 49, 14],
  },
  breaks: [{ period: '2024', economy: null, text: ['Counted differently from 2024', 'Duplicates are bundled'] }],
  events: [
    { id: 'E1', number: 1, date: '2020-03' },
    { id: 'E2', number: 2, date: '2020-03-13' },
  ],
  lastDue: '2024',
  unit: 'Cases',
  decimals: 0,
  whole: true,
  words: {
    median: 'Median',
    due: 'Due',
    ended: (label, period) => `${label} (${period})`,
    range: (members, low, high) => `${members}: ${low} to ${high}`,
  },
  number: (value, { decimals }) => value.toFixed(decimals),
  period: (period) => period,
}

test('the big chart on paper', () => {
  expect(
    renderToStaticMarkup(
      <IndicatorFigure data={data} width={1008} height={500} palette={paperPalette} fontFamily="Source Sans 3" />,
    ),
  ).toMatchSnapshot()
})

test('the small multiple', () => {
  expect(
    renderToStaticMarkup(
      <SmallMultiple
        title="Cases, Albania"
        span={data.span}
        series={data.own!.cells}
        measure="count"
        benchmark={data.benchmark}
        breaks={['2024']}
        lastDue="2024"
        labels={{ own: 'Albania', ownShort: 'ALB', median: 'median' }}
        number={data.number}
        decimals={0}
      />,
    ),
  ).toMatchSnapshot()
})

test.for<MarkState>([
  'value',
  'zero',
  'bound',
  'missing',
  'not-applicable',
  'elsewhere',
  'suppressed',
  'unusable',
  'due',
  'borrowed',
])('the mark of %s', (state) => {
  expect(renderToStaticMarkup(<StateMark state={state} palette={paperPalette} />)).toMatchSnapshot()
})

test('a gutter opens at a break that all share, and the break stands at its far end', () => {
  const at = layoutFigure(data, { width: 1008, height: 500 })
  expect(at.panels).toHaveLength(2)
  expect(at.panels[1]!.left).toBeGreaterThan(at.panels[0]!.right + 24)
  expect(at.breaks[0]!.x).toBeCloseTo(at.panels[1]!.left)
  const longest = at.ends.filter((end) => end.x < at.panels[1]!.left).map((end) => end.text.length)
  expect(longest.length).toBeGreaterThan(2)
})

test('a break of one economy cuts its line and opens no gutter', () => {
  const at = layoutFigure(
    { ...data, breaks: [{ period: '2020', economy: 'MNE', text: ['x'] }] },
    { width: 1008, height: 500 },
  )
  expect(at.panels).toHaveLength(1)
  expect(at.breaks).toEqual([])
  const montenegro = at.others.find((line) => line.series.economy === 'MNE')!
  expect(montenegro.segments.map((segment) => segment.length)).toEqual([1, 5])
})

test('end labels stand apart, in the order of their lines, and name a bound with its sign', () => {
  const at = layoutFigure(data, { width: 1008, height: 500 })
  const first = at.ends.filter((end) => end.x < at.panels[1]!.left).toSorted((a, b) => a.y - b.y)
  first.slice(1).forEach((end, index) => expect(end.y - first[index]!.y).toBeGreaterThan(16.99))
  expect(first.map((end) => end.text)).toContain('ALB ≥ 12')
})

test('a line that ended before the others says when', () => {
  const at = layoutFigure(
    { ...data, breaks: [], others: [series('MNE', [27, 49, { na: 'not-collected' }])] },
    { width: 1008, height: 500 },
  )
  expect(at.ends.map((end) => end.text)).toContain('MNE 49 (2020)')
  expect(at.ends.find((end) => end.mine)!.text).toBe('ALB 13')
})

test('events at one place share a ring, and the others keep their own', () => {
  const events = [...data.events, { id: 'E3', number: 3, date: '2020-03-20' }, { id: 'E4', number: 4, date: '2022' }]
  const { events: rings } = layoutFigure({ ...data, events }, { width: 1008, height: 500 })
  expect(rings.map(({ text, ids }) => [text, ids.length])).toEqual([
    ['1–3', 3],
    ['4', 1],
  ])
  expect(rings[0]!.dates).toHaveLength(3)
})

test('the figure of a point keeps clear of the other lines', () => {
  const falling = { ...data, own: series('ALB', [60, 40, 20, 10, 8, 6, 5]), others: [] }
  const at = layoutFigure(falling, { width: 1008, height: 500 })
  const point = at.own!.points[1]!
  expect(labelSpot(point, '40', at).anchor).toBe('start')
  const crossed = { ...falling, others: [series('SRB', [20, 40, 60, 70, 70, 70, 70])] }
  const crowded = layoutFigure(crossed, { width: 1008, height: 500 })
  expect(labelSpot(crowded.own!.points[1]!, '40', crowded).anchor).toBe('middle')
})

test('everything stays inside a phone, where codes replace names', () => {
  const at = layoutFigure(data, { width: 358, height: 380, narrow: true })
  expect(at.plot.right).toBeLessThanOrEqual(358)
  for (const end of at.ends) expect(end.x).toBeLessThan(358)
  expect(at.ends.some((end) => end.text.startsWith('XKX*'))).toBe(true)
})

test('a chart is told stretch by stretch, with its blanks and its break in their places', () => {
  const points = pointsOf(data.own!.cells, 'count', data.span, '2024')
  expect(points.filter(isDrawn)).toHaveLength(4)
  const keys = describeLine({ economy: 'ALB', points, span: data.span, breaks: ['2024'], band: [], decimals: 0 }).map(
    ({ key }) => key,
  )
  expect(keys).toEqual([
    'chart.segment',
    'chart.state.suppressed',
    'chart.single',
    'chart.bound.atLeast',
    'chart.break',
    'chart.single',
  ])
})

test('arrow keys walk the years and stop at both ends; Escape leaves', () => {
  expect(keyed('ArrowRight', null, 5)).toBe(0)
  expect(keyed('ArrowLeft', null, 5)).toBe(4)
  expect(keyed('ArrowRight', 4, 5)).toBe(4)
  expect(keyed('Escape', 2, 5)).toBeNull()
  expect(keyed('Escape', null, 5)).toBeUndefined()
  expect(keyed('a', 2, 5)).toBeUndefined()
})

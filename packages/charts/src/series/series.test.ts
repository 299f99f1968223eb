import type { Cell } from '@observatory/domain/observations'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  axisOf,
  bandOf,
  cellAt,
  isDrawn,
  niceTop,
  pointsOf,
  segmentsOf,
  type SeriesCells,
  slotOfDate,
  spanBetween,
  spanOf,
  spread,
} from './index.ts'

const span = spanBetween('2010', '2021')

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constant(0),
  fc.record({ lt: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ ge: fc.integer({ min: 1, max: 50 }) }),
  fc.constant({ na: 'not-collected' as const }),
  fc.constant({ na: 'cannot-exist' as const }),
  fc.constant({ c: 'source' as const }),
)

const anySeries: fc.Arbitrary<SeriesCells> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...span), anyCell, fc.boolean()), {
    selector: ([period]) => period,
    maxLength: span.length,
  })
  .map((places) => {
    const sorted = places.toSorted(([a], [b]) => (a < b ? -1 : 1))
    return {
      periods: sorted.map(([period]) => period),
      cells: sorted.map(([, cell]) => cell),
      rate: null,
      denominatorPeriods: null,
      status: sorted.map(([, , isUnusable]) => (isUnusable ? ['U'] : [])),
    }
  })

const anyBreaks = fc.uniqueArray(fc.constantFrom(...span), { maxLength: 3 })

function plain(places: Record<string, Cell>, status: Record<string, string[]> = {}): SeriesCells {
  const periods = Object.keys(places).toSorted()
  return {
    periods,
    cells: periods.map((p) => places[p]!),
    rate: null,
    denominatorPeriods: null,
    status: periods.map((p) => status[p] ?? []),
  }
}

test('a line never crosses a hole, a bound, an unusable figure or a break', () => {
  fc.assert(
    fc.property(anySeries, anyBreaks, (series, breaks) => {
      for (const segment of segmentsOf(pointsOf(series, 'count', span).filter(isDrawn), span, breaks)) {
        segment.forEach((point, index) => {
          expect(point.bound).toBeNull()
          expect(point.state).not.toBe('unusable')
          if (index === 0) return
          const before = segment[index - 1]!
          expect(point.slot).toBe(before.slot + 1)
          expect(breaks.some((cut) => before.period < cut && cut <= point.period)).toBe(false)
        })
      }
    }),
  )
})

test('every usable number is in exactly one stretch, zeros among them', () => {
  fc.assert(
    fc.property(anySeries, anyBreaks, (series, breaks) => {
      const drawn = segmentsOf(pointsOf(series, 'count', span).filter(isDrawn), span, breaks).flat()
      const usable = series.periods.filter(
        (_, at) => typeof series.cells[at] === 'number' && !series.status[at]!.includes('U'),
      )
      expect(drawn.map(({ period }) => period)).toEqual(usable)
    }),
  )
})

test('a zero is a point of its own state on the line', () => {
  const points = pointsOf(plain({ '2019': 3, '2020': 0, '2021': 2 }), 'count', spanBetween('2019', '2021'))
  expect(points.map(({ state }) => state)).toEqual(['value', 'zero', 'value'])
  expect(segmentsOf(points.filter(isDrawn), spanBetween('2019', '2021'), [])).toHaveLength(1)
})

test('slots before the record began stay empty; after it a place that is not there is a hole', () => {
  const points = pointsOf(plain({ '2012': 4 }), 'count', spanBetween('2010', '2014'), '2013')
  expect(points.map(({ period, state }) => `${period} ${state}`)).toEqual(['2012 value', '2013 missing', '2014 due'])
})

test('a rate whose denominator is of another period is borrowed, and a withheld count has a withheld rate', () => {
  const series: SeriesCells = {
    periods: ['2022', '2023', '2024'],
    cells: [10, 12, { c: 'source' }],
    rate: [1, 1.2, { na: 'not-collected' }],
    denominatorPeriods: ['2022', '2022', null],
    status: [[], [], []],
  }
  const points = pointsOf(series, 'rate', spanBetween('2022', '2024'))
  expect(points.map(({ state, borrowed }) => [state, borrowed])).toEqual([
    ['value', null],
    ['value', '2022'],
    ['suppressed', null],
  ])
  expect(cellAt(series, 'rate', 2)).toEqual({ c: 'source' })
})

test('a band is there only where both quartiles were published', () => {
  const none: Cell = { na: 'not-published' }
  const band = bandOf(
    {
      periods: ['2020', '2021', '2022'],
      members: [6, 4, 1],
      min: [1, 1, none],
      lower: [2, none, none],
      median: [3, 3, none],
      upper: [4, none, none],
      max: [5, 5, none],
    },
    spanBetween('2020', '2022'),
  )
  expect(band.map(({ period, lower, upper }) => [period, lower, upper])).toEqual([
    ['2020', 2, 4],
    ['2021', null, null],
  ])
})

test('labels keep their order and their distance, and move as little as they must', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 8 }), (places) => {
      const placed = spread(places, 17, 0, 400)
      const order = places.map((_, index) => index).toSorted((a, b) => places[a]! - places[b]! || a - b)
      order.slice(1).forEach((index, at) => expect(placed[index]! - placed[order[at]!]!).toBeGreaterThan(16.999))
      for (const y of placed) expect(y).toBeGreaterThan(-0.001)
      for (const y of placed) expect(y).toBeLessThan(400.001)
      const isApart = order.slice(1).every((index, at) => places[index]! - places[order[at]!]! >= 17)
      if (isApart && places.every((y) => y <= 400 - 17 * 8))
        placed.forEach((y, index) => expect(y).toBeCloseTo(places[index]!))
    }),
  )
})

test('two labels at the same place part by half the distance each', () => {
  expect(spread([100, 100], 14, 0, 200)).toEqual([93, 107])
})

test('an axis starts at zero and holds its greatest figure in at most eight steps', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(0), fc.double({ min: 1e-4, max: 1e7, noNaN: true })),
      fc.boolean(),
      (max, whole) => {
        const { top, ticks } = axisOf(max, { whole })
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(top)
        expect(top).toBeGreaterThanOrEqual(max * (1 - 1e-9))
        expect(ticks.length).toBeLessThanOrEqual(9)
        if (whole) for (const tick of ticks) expect(Number.isInteger(tick)).toBe(true)
        expect(niceTop(max, whole)).toBeGreaterThanOrEqual(max * (1 - 1e-9))
      },
    ),
  )
})

test('a span has a slot for every period of its frequency, also across a year', () => {
  expect(spanBetween('2019-Q3', '2020-Q2')).toEqual(['2019-Q3', '2019-Q4', '2020-Q1', '2020-Q2'])
  expect(spanBetween('2020-M11', '2021-M01')).toEqual(['2020-M11', '2020-M12', '2021-M01'])
  expect(spanOf(['2021', '2018', '2020-Q1'])).toEqual(['2018', '2019', '2020', '2021'])
  expect(spanOf([])).toEqual([])
})

test('a date stands inside its slot, in the middle of what is not known of it', () => {
  const years = spanBetween('2019', '2021')
  expect(slotOfDate(years, '2020')).toBe(1.5)
  expect(slotOfDate(years, '2020-07')).toBeCloseTo(1.54, 2)
  expect(slotOfDate(years, '2020-01-01')).toBe(1)
  expect(slotOfDate(years, '2022-01-01')).toBeUndefined()
})

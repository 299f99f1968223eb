import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePeriods, isPeriod, parsePeriod, shiftYears, yearOf } from './period.ts'

const periods = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.constantFrom(
      '',
      '-S1',
      '-S2',
      '-Q1',
      '-Q2',
      '-Q3',
      '-Q4',
      ...[...Array(12).keys()].map((m) => `-M${String(m + 1).padStart(2, '0')}`),
    ),
  )
  .map(([year, part]) => `${year}${part}`)

test('a period knows its frequency and its first and last day', () => {
  expect(parsePeriod('2020')).toEqual({
    text: '2020',
    year: 2020,
    frequency: 'A',
    start: '2020-01-01',
    end: '2020-12-31',
  })
  expect(parsePeriod('2020-S2')).toMatchObject({ frequency: 'S', start: '2020-07-01', end: '2020-12-31' })
  expect(parsePeriod('2021-Q1')).toMatchObject({ frequency: 'Q', start: '2021-01-01', end: '2021-03-31' })
  expect(parsePeriod('2020-M02')).toMatchObject({ frequency: 'M', start: '2020-02-01', end: '2020-02-29' })
  expect(parsePeriod('1900-M02')).toMatchObject({ end: '1900-02-28' })
})

test.each(['', '20', '2020-S3', '2020-Q0', '2020-M13', '2020-M1', '2020-01', '2020 ', 'x2020'])(
  '%j is no period',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined()
    expect(isPeriod(text)).toBe(false)
    expect(yearOf(text)).toBeNaN()
  },
)

test('every period starts no later than it ends, inside its year', () => {
  fc.assert(
    fc.property(periods, (text) => {
      const { start, end, year } = parsePeriod(text)!
      expect(start < end).toBe(true)
      expect(start.startsWith(String(year)) && end.startsWith(String(year))).toBe(true)
      expect(new Date(end).toISOString().slice(0, 10)).toBe(end)
    }),
  )
})

test('the order of periods is total: the same forwards, backwards and through a third', () => {
  fc.assert(
    fc.property(periods, periods, periods, (a, b, c) => {
      expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0)
      expect(comparePeriods(a, b) === 0).toBe(a === b)
      if (comparePeriods(a, b) < 0 && comparePeriods(b, c) < 0) expect(comparePeriods(a, c)).toBeLessThan(0)
    }),
  )
})

test('a year comes before its halves, quarters and months', () => {
  expect(['2020-M01', '2021', '2020-Q1', '2020-S1', '2020', '2020-Q2'].sort(comparePeriods)).toEqual([
    '2020',
    '2020-S1',
    '2020-Q1',
    '2020-M01',
    '2020-Q2',
    '2021',
  ])
})

test('the same period of another year keeps its part', () => {
  expect(shiftYears('2024-Q3', -2)).toBe('2022-Q3')
  expect(shiftYears('2020', 1)).toBe('2021')
})

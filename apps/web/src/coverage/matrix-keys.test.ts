import { expect, test } from 'vitest'
import { matrixCsv } from './matrix-csv.ts'
import { stepTo } from './matrix-keys.ts'
import { parseCoverageSearch, spanOfYears } from './search.ts'
import { stripPaths } from './strip-paths.ts'

test('right of the last year is the first year of the next economy, and the matrix does not wrap', () => {
  expect(stepTo('ArrowRight', { row: 3, column: 0, slot: 9 }, 5, 6, 10)).toEqual({ row: 3, column: 1, slot: 0 })
  expect(stepTo('ArrowLeft', { row: 3, column: 1, slot: 0 }, 5, 6, 10)).toEqual({ row: 3, column: 0, slot: 9 })
  expect(stepTo('ArrowRight', { row: 3, column: 5, slot: 9 }, 5, 6, 10)).toEqual({ row: 3, column: 5, slot: 9 })
  expect(stepTo('ArrowDown', { row: 4, column: 2, slot: 3 }, 5, 6, 10)).toEqual({ row: 4, column: 2, slot: 3 })
  expect(stepTo('a', { row: 4, column: 2, slot: 3 }, 5, 6, 10)).toBeUndefined()
})

test('a strip is one path for each state that occurs in it, and a zero is drawn as a figure', () => {
  expect(Object.keys(stripPaths('vzbnxseu')).toSorted()).toEqual(['b', 'e', 'n', 's', 'u', 'v', 'x'])
  expect(stripPaths('vz').v?.match(/M/g)).toHaveLength(2)
})

test('the address of the matrix is read with care: half a span, a long one or a turned one is the usual one', () => {
  expect(parseCoverageSearch({ from: '2015', to: '2024', show: 'holes', economy: 'XKX' })).toEqual({
    from: 2015,
    to: 2024,
    show: 'holes',
    economy: 'XKX',
  })
  for (const search of [
    { from: '2015' },
    { from: '2024', to: '2015' },
    { from: '1960', to: '2024' },
    { economy: 'FRA' },
  ]) {
    expect(parseCoverageSearch(search)).toEqual({})
  }
  expect(spanOfYears({}, new Date('2026-11-22'))).toEqual({ from: 2015, to: 2024 })
})

test('the file of the matrix holds one row an indicator and economy, with the reason in words', () => {
  const rows = [{ code: 'A', topic: 'hate', economies: { ALB: 'vx' }, breaks: [], dimensions: [] }]
  expect(matrixCsv(rows, ['2023', '2024'])).toBe(
    'indicator,topic,economy,2023,2024\r\nA,hate,ALB,value,cannot-exist\r\n',
  )
})

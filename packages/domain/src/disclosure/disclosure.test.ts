import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '../observations/observation.ts'
import { protect } from './protect.ts'
import { secondarySuppressions } from './secondary-suppression.ts'

const count = (value: number): Figure => ({ value, textValue: null, comparator: null, reason: null })
const outside = { audience: 'regional', smallCounts: 5, publicAtSource: false } as const

test('a small count of persons leaves as a bound that says nothing about its size, zero included', () => {
  for (const value of [0, 1, 4]) expect(protect(count(value), outside)).toEqual({ lt: 5 })
  expect(protect(count(5), outside)).toBe(5)
})

test('its owner, and readers of a source that prints it, see the small count', () => {
  expect(protect(count(2), { ...outside, audience: 'owner' })).toBe(2)
  expect(protect(count(2), { ...outside, publicAtSource: true })).toBe(2)
  expect(protect(count(2), { ...outside, smallCounts: 0 })).toBe(2)
})

test('a bound under the threshold tells no more than the threshold does', () => {
  expect(protect({ ...count(3), comparator: 'le' }, outside)).toEqual({ lt: 5 })
  expect(protect({ ...count(3), comparator: 'ge' }, outside)).toEqual({ c: 'control' })
  expect(protect({ ...count(2800), comparator: 'ge' }, outside)).toEqual({ ge: 2800 })
})

test('a reason stays a reason, and a withdrawn figure looks like one that never was', () => {
  const none: Figure = { value: null, textValue: null, comparator: null, reason: null }
  expect(protect({ ...none, reason: 'source' }, outside)).toEqual({ c: 'source' })
  expect(protect({ ...none, reason: 'cannot-exist' }, outside)).toEqual({ na: 'cannot-exist' })
  expect(protect({ ...none, reason: 'withdrawn' }, outside)).toEqual(protect(none, outside))
  expect(protect({ aggregate: null }, outside)).toEqual({ na: 'not-published' })
})

const protectedTable = (values: Record<string, number>) => {
  const parts = Object.entries(values).map(([breakdown, value]) => ({
    breakdown,
    cell: protect(count(value), outside),
  }))
  const withheld = secondarySuppressions(parts, 5)
  return new Map(
    parts.map(({ breakdown, cell }) => [breakdown, withheld.has(breakdown) ? ({ c: 'control' } as const) : cell]),
  )
}

test('a suppressed cell cannot be worked out from its row total', () => {
  const table = protectedTable({ '': 40, 'SEX=F': 38, 'SEX=M': 2 })
  expect(table.get('SEX=F')).toEqual({ c: 'control' })
  expect(table.get('')).toBe(40)
})

test('where every part is small, the total that would give them away is withheld', () => {
  expect(protectedTable({ '': 8, 'SEX=F': 4, 'SEX=M': 4 }).get('')).toEqual({ c: 'control' })
})

test('a table with nothing to protect is left alone', () => {
  expect([...protectedTable({ '': 40, 'SEX=F': 25, 'SEX=M': 15 }).values()]).toEqual([40, 25, 15])
})

test('in any row of parts, every protected part could be anything from zero to the threshold', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 }), (values) => {
      const groups = ['ROMA', 'WOMEN', 'LGBTI', 'ETHNIC', 'OTHER']
      const total = values.reduce((sum, value) => sum + value, 0)
      const table = protectedTable({
        '': total,
        ...Object.fromEntries(values.map((value, i) => [`TARGET_GROUP=${groups[i]}`, value])),
      })
      const whole = table.get('')
      const cells = values.map((_, i) => table.get(`TARGET_GROUP=${groups[i]}`)!)
      const hidden = cells.filter((cell) => typeof cell === 'object')
      if (typeof whole !== 'number' || hidden.length === 0) return
      const rest = whole - cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)
      // Each hidden cell is free over [0, 4], or unbounded where it was withheld as a complement.
      const most = (cell: object) => ('lt' in cell ? 4 : Infinity)
      for (const cell of hidden) {
        const others = hidden.filter((other) => other !== cell).reduce((sum, other) => sum + most(other), 0)
        const [least, largest] = [Math.max(0, rest - others), Math.min(most(cell), rest)]
        expect(largest - least).toBeGreaterThanOrEqual(4)
        if ('lt' in cell) expect([least, largest]).toEqual([0, 4])
      }
    }),
  )
})

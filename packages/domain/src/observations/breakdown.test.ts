import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdownKey, codeLists, dimensions, parseBreakdown } from './breakdown.ts'

const breakdowns = fc.record(
  Object.fromEntries(dimensions.map((dimension) => [dimension, fc.constantFrom(...codeLists[dimension])])),
  { requiredKeys: [] },
)

test('a breakdown and its key are the same thing, in whichever order it was given', () => {
  fc.assert(
    fc.property(breakdowns, (parts) => {
      const key = breakdownKey(parts)
      expect(parseBreakdown(key)).toEqual(parts)
      expect(breakdownKey(Object.fromEntries(Object.entries(parts).reverse()))).toBe(key)
    }),
  )
})

test('the total is the empty key', () => {
  expect(breakdownKey({})).toBe('')
  expect(breakdownKey({ SEX: undefined })).toBe('')
  expect(breakdownKey({ SEX: 'F', AGE: 'Y0T17' })).toBe('AGE=Y0T17;SEX=F')
})

test.each(['SEX=F;AGE=Y0T17', 'SEX=W', 'SEX=_T', 'COLOUR=RED', 'SEX=F;SEX=M', 'SEX', 'SEX=F;', 'toString=F'])(
  '%s is not canonical',
  (key) => {
    expect(parseBreakdown(key)).toBeUndefined()
  },
)

test('a code in no list is refused', () => {
  expect(() => breakdownKey({ SEX: 'W' })).toThrow(/no code list/)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'

const ascending = (values: number[]) => [...values].sort((a, b) => a - b)
const samples = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map(ascending)
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('quartiles are those that R prints for its own data sets', () => {
  // summary(rivers), summary(women$weight), quantile(c(1, 3, 4, 10), c(.1, .9)) in R, type 7.
  const women = [115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164]
  expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile(women, q))).toEqual([115, 124.5, 135, 148, 164])
  // quantile(mtcars$mpg): 10.4 15.425 19.2 22.8 33.9
  const mpg = [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
    21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ]
  ;[10.4, 15.425, 19.2, 22.8, 33.9].forEach((expected, i) =>
    expect(quantile(ascending(mpg), i / 4)).toBeCloseTo(expected, 10),
  )
  // quantile(1:10, c(.25, .75)): 3.25 7.75
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  expect([quantile(ten, 0.25), quantile(ten, 0.75)]).toEqual([3.25, 7.75])
})

test('a quantile lies between the least and the greatest, which are its ends', () => {
  fc.assert(
    fc.property(samples, share, (values, q) => {
      const at = quantile(values, q)
      expect(at).toBeGreaterThanOrEqual(values[0]! - 1e-6)
      expect(at).toBeLessThanOrEqual(values.at(-1)! + 1e-6)
      expect(quantile(values, 0)).toBe(values[0])
      expect(quantile(values, 1)).toBe(values.at(-1))
    }),
  )
})

test('a greater share never has a smaller quantile', () => {
  fc.assert(
    fc.property(samples, share, share, (values, a, b) => {
      expect(quantile(values, Math.min(a, b))).toBeLessThanOrEqual(quantile(values, Math.max(a, b)) + 1e-6)
    }),
  )
})

test('quantiles follow a change of unit, and mirror when the sign turns', () => {
  fc.assert(
    fc.property(samples, share, fc.integer({ min: 1, max: 1000 }), (values, q, factor) => {
      expect(
        quantile(
          values.map((v) => v * factor),
          q,
        ),
      ).toBeCloseTo(quantile(values, q) * factor, 3)
      expect(quantile(ascending(values.map((v) => -v)), 1 - q)).toBeCloseTo(-quantile(values, q), 5)
    }),
  )
})

test('nothing has no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countHeld, reasonsOf, runsOf, shareHeld } from './counts.ts'

const row = (code: string, economies: Record<string, string>) => ({
  code,
  topic: 'hate',
  economies,
  breaks: [],
  dimensions: [],
})
const strip = fc.array(fc.constantFrom('v', 'z', 'b', 'n', 'x', 's', 'e', 'u'), { minLength: 1, maxLength: 20 })

test('what cannot exist leaves the count of what is possible, and what is unusable is not held', () => {
  expect(countHeld([row('A', { ALB: 'vzbn', XKX: 'xxxx', MNE: 'vuse' })])).toEqual({ held: 4, possible: 8 })
  expect(countHeld([row('A', { ALB: 'vv', XKX: 'xx' })], 'XKX')).toEqual({ held: 0, possible: 0 })
})

test('a share is never rounded to none or to all', () => {
  expect(shareHeld({ held: 1, possible: 600 })).toBe(1)
  expect(shareHeld({ held: 599, possible: 600 })).toBe(99)
  expect(shareHeld({ held: 0, possible: 0 })).toBeNull()
})

test('held is never more than possible, and runs give back the strip they were made of', () => {
  fc.assert(
    fc.property(strip, (letters) => {
      const { held, possible } = countHeld([row('A', { ALB: letters.join('') })])
      expect(held).toBeLessThanOrEqual(possible)
      const periods = letters.map((_, at) => String(2000 + at))
      const runs = runsOf(letters.join(''), periods)
      const back = runs.flatMap(({ state, from, to }) =>
        Array.from({ length: Number(to) - Number(from) + 1 }, () => state),
      )
      expect(back).toEqual(letters)
    }),
  )
})

test('economies with the same reason for the same years are named together', () => {
  expect(reasonsOf([row('A', { ALB: 'vs', MNE: 'ns', XKX: 'xx' })], ['2023', '2024'])).toEqual([
    { state: 's', indicator: 'A', economies: ['ALB', 'MNE'], from: '2024', to: '2024' },
    { state: 'x', indicator: 'A', economies: ['XKX'], from: '2023', to: '2024' },
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess, type QualityFacts } from './quality.ts'

const best: QualityFacts = {
  source: 'official-statistics',
  coverage: 'complete',
  timeliness: 'within-a-year',
  underReporting: 'none',
  doubleCounting: false,
  location: 'not-applicable',
  rounded: false,
}
const facts = fc.record<QualityFacts>({
  source: fc.constantFrom('census', 'official-statistics', 'survey', 'platform-reports', 'restated', 'not-stated'),
  coverage: fc.constantFrom('complete', 'partial', 'fragmentary'),
  timeliness: fc.constantFrom('within-a-year', 'within-two-years', 'later'),
  underReporting: fc.constantFrom('none', 'some', 'strong'),
  doubleCounting: fc.boolean(),
  location: fc.constantFrom('recorded-there', 'ip-address', 'not-applicable'),
  rounded: fc.boolean(),
})

test('nothing held against a figure is an A with no lean and no reason', () => {
  expect(assess(best)).toEqual({ grade: 'A', bias: 'none', reasons: [] })
})

test('reports of platforms located by address lean either way', () => {
  const platform: QualityFacts = { ...best, source: 'platform-reports', coverage: 'partial', location: 'ip-address' }
  expect(assess(platform, { broken: true, restated: false })).toEqual({
    grade: 'C',
    bias: 'either',
    reasons: ['source-platform-reports', 'coverage-partial', 'location-ip-address', 'broken'],
  })
})

test('a count that misses much and nothing else reads low; one that also counts twice reads either way', () => {
  expect(assess({ ...best, underReporting: 'strong' })).toMatchObject({ bias: 'low', grade: 'B' })
  expect(assess({ ...best, doubleCounting: true }).bias).toBe('high')
  expect(assess({ ...best, underReporting: 'some', doubleCounting: true }).bias).toBe('either')
})

test('a figure that others restate is worth less than the same from its source', () => {
  expect(
    assess({ ...best, coverage: 'partial', underReporting: 'some' }, { broken: false, restated: true }).grade,
  ).toBe('C')
})

test('something more held against a figure never makes its grade better', () => {
  fc.assert(
    fc.property(facts, fc.boolean(), fc.boolean(), (declared, broken, restated) => {
      const before = assess(declared, { broken, restated }).grade
      expect(assess(declared, { broken: true, restated: true }).grade >= before).toBe(true)
      expect(assess({ ...declared, underReporting: 'strong' }, { broken, restated }).grade >= before).toBe(true)
      expect(assess({ ...declared, doubleCounting: true }, { broken, restated }).grade >= before).toBe(true)
    }),
  )
})

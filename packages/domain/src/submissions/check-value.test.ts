import { expect, test } from 'vitest'
import { checkValue, type IndicatorRules } from './check-value.ts'
import { enteredValue, type ValueToEnter } from './entered-value.ts'

const check = (kind: IndicatorRules['kind'], value: Partial<ValueToEnter>, demonstration = false) =>
  checkValue(enteredValue.parse({ indicator: 'X', economy: 'ALB', period: '2020', visibility: 'public', ...value }), {
    kind,
    unit: 'CASES',
    demonstration,
  })

test('a value, a bound, a zero and a reason are each enough', () => {
  expect(check('count', { value: 0 })).toEqual([])
  expect(check('count', { value: 5, comparator: 'lt' })).toEqual([])
  expect(check('count', { reason: 'not-collected' })).toEqual([])
  expect(check('date', { textValue: '2014-08' })).toEqual([])
})

test('a blank without a reason, and a figure with one, cannot be sent', () => {
  expect(check('count', {})).toEqual(['value-or-reason-missing'])
  expect(check('count', { value: 3, reason: 'not-collected' })).toEqual(['value-and-reason'])
})

test.each([
  ['count', { value: 1.5 }, 'not-a-count'],
  ['count', { value: -1 }, 'not-a-count'],
  ['percent', { value: 101 }, 'not-a-percentage'],
  ['yes-no', { value: 2 }, 'not-yes-or-no'],
  ['ratio', { value: -0.1 }, 'negative'],
  ['date', { textValue: 'May 2014' }, 'not-a-date'],
  ['date', { value: 2014 }, 'wrong-kind'],
  ['count', { textValue: 'many' }, 'wrong-kind'],
  ['ordinal', { value: 2, comparator: 'lt' }, 'comparator-on-category'],
  ['date', { textValue: '2014', comparator: 'lt' }, 'comparator-without-value'],
] as const)('for the kind %s, %j is %s', (kind, value, problem) => {
  expect(check(kind, value)).toContain(problem)
})

test('a demonstration figure is never public', () => {
  expect(check('count', { value: 3 }, true)).toEqual(['demonstration-public'])
  expect(check('count', { value: 3, visibility: 'regional' }, true)).toEqual([])
})

test('what no catalogue knows is said to be unknown', () => {
  expect(
    checkValue(
      enteredValue.parse({ indicator: 'X', economy: 'ALB', period: '2020', visibility: 'public', value: 1 }),
      undefined,
    ),
  ).toEqual(['unknown-indicator'])
})

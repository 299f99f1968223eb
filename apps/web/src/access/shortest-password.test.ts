import { shortestPassword as rule } from '@observatory/domain/access'
import { expect, test } from 'vitest'
import { shortestPassword } from './shortest-password.ts'

test('forms state the length that the server asks for', () => {
  expect(shortestPassword).toBe(rule)
})

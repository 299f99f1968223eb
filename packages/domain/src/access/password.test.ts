import { expect, test } from 'vitest'
import { isPasswordAcceptable, longestPassword } from './password.ts'

test.each([
  ['eleven char', false],
  ['twelve chars', true],
  ['лозинка од речи', true],
  ['aaaaaaaaaaaaaaaa', false],
  ['abababababababab', false],
  ['Ana@Example.org', false],
  ['x1y2'.repeat(longestPassword), false],
])('the password %j is acceptable: %s', (password, acceptable) => {
  expect(isPasswordAcceptable(password, 'ana@example.org')).toBe(acceptable)
})

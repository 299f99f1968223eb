import { expect, test } from 'vitest'
import { may, permissions, roles } from './roles.ts'

test('every permission is carried by some role, and each role may read figures', () => {
  for (const permission of permissions)
    expect(
      roles.some((role) => may(role, permission)),
      permission,
    ).toBe(true)
  for (const role of roles) expect(may(role, 'figure:read')).toBe(true)
})

test('no role both enters and approves figures', () => {
  expect(roles.filter((role) => may(role, 'submission:enter') && may(role, 'submission:approve'))).toEqual([])
})

test('an administrator manages people and has no say in figures', () => {
  expect(roles.filter((role) => may(role, 'member:manage'))).toEqual(['admin'])
  const aboutFigures = permissions.filter((permission) => /^(submission|release):/.test(permission))
  expect(aboutFigures.length).toBeGreaterThan(0)
  expect(aboutFigures.filter((permission) => may('admin', permission))).toEqual([])
})

import { expect, test } from 'vitest'
import { invitationState } from './invitation.ts'

const now = new Date('2026-11-22T12:00:00Z')
const open = { acceptedAt: null, revokedAt: null, expiresAt: new Date('2026-11-23T12:00:00Z') }

test('an invitation is open until it is accepted, revoked or past its time', () => {
  expect(invitationState(open, now)).toBe('open')
  expect(invitationState({ ...open, expiresAt: now }, now)).toBe('expired')
  expect(invitationState({ ...open, revokedAt: now }, now)).toBe('revoked')
  expect(invitationState({ ...open, acceptedAt: now, expiresAt: now }, now)).toBe('accepted')
})

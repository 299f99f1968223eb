import type { WriteTx } from '@observatory/db/tenancy'
import type { Role } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'
import { getMemberForUpdate, lockActiveAdmins } from './queries.ts'

type Member = Awaited<ReturnType<typeof getMemberForUpdate>>

/**
 * An organisation without an administrator could never invite one again, so the
 * last who can act cannot leave, be demoted or be suspended: `conflict`.
 */
async function keepAnAdmin(tx: WriteTx, leaving: string): Promise<void> {
  const admins = await lockActiveAdmins(tx)
  if (admins.length === 1 && admins[0]!.id === leaving)
    throw new AppError('conflict', { params: { reason: 'last-admin' } })
}

/** Gives a member another role; returns what it was. */
export async function changeRole(tx: WriteTx, id: string, role: Role): Promise<Member> {
  if (role !== 'admin') await keepAnAdmin(tx, id)
  const member = await getMemberForUpdate(tx, id)
  await tx.updateTable('member').set({ role }).where('id', '=', id).execute()
  return member
}

/** A suspended member keeps their place and may do nothing in it. */
export async function suspendMember(tx: WriteTx, id: string, now: Date): Promise<Member> {
  await keepAnAdmin(tx, id)
  const member = await getMemberForUpdate(tx, id)
  if (member.suspendedAt) throw new AppError('conflict', { params: { reason: 'suspended' } })
  await tx.updateTable('member').set({ suspendedAt: now }).where('id', '=', id).execute()
  return member
}

export async function restoreMember(tx: WriteTx, id: string): Promise<Member> {
  const member = await getMemberForUpdate(tx, id)
  if (!member.suspendedAt) throw new AppError('conflict', { params: { reason: 'not-suspended' } })
  await tx.updateTable('member').set({ suspendedAt: null }).where('id', '=', id).execute()
  return member
}

/** Ends a membership; what the person did stays in the audit log under their name. */
export async function removeMember(tx: WriteTx, id: string): Promise<Member> {
  await keepAnAdmin(tx, id)
  const member = await getMemberForUpdate(tx, id)
  await tx.deleteFrom('member').where('id', '=', id).execute()
  return member
}

/** Ends a person's sessions everywhere, except the one named; returns how many. */
export async function endSessions(tx: WriteTx, userId: string, except: string | null = null): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select auth.end_sessions(${userId}, ${except}) as ended`.execute(tx)
  return rows[0]!.ended
}

/**
 * Whether this organisation alone relies on an account. Only then may its administrator
 * let somebody set a new password: otherwise one organisation could open another's door.
 */
export async function belongsHereOnly(tx: WriteTx, userId: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`select auth.belongs_here_only(${userId}) as alone`.execute(tx)
  return rows[0]!.alone
}

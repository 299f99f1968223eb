import type { ReadTx, WriteTx } from '@observatory/db/tenancy'
import type { Role } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'

export interface Person {
  id: string
  name: string
  email: string
  twoFactor: boolean
  /** When the newest of their running sessions began; null without one. */
  signedInAt: Date | null
  sessions: number
}

/** An organisation; row security hides none, for that one exists is no secret. */
export function getTenant(tx: ReadTx, id: string) {
  return tx
    .selectFrom('tenant')
    .select(['id', 'slug', 'name', 'economy', 'demonstration'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new AppError('not-found'))
}

/** Names of people of this organisation by id; whoever has nothing to do with it is left out. */
export async function findPeople(tx: ReadTx, ids: string[]): Promise<Map<string, Person>> {
  const { rows } = await sql<Person>`select * from auth.people(${[...new Set(ids)]})`.execute(tx)
  return new Map(rows.map((person) => [person.id, person]))
}

export function listMembers(tx: ReadTx) {
  return tx
    .selectFrom('member')
    .select(['id', 'userId', 'role', 'suspendedAt', 'createdAt'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** One member of this organisation, locked until the end of the transaction. */
export async function getMemberForUpdate(tx: WriteTx, id: string) {
  const member = await tx
    .selectFrom('member')
    .select(['id', 'userId', 'role', 'suspendedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!member) throw new AppError('not-found')
  return { ...member, role: member.role as Role }
}

/**
 * The administrators who can act, locked.
 *
 * Locking every row makes two administrators who step down at the same moment
 * take turns: the second sees what the first did.
 */
export function lockActiveAdmins(tx: WriteTx) {
  return tx
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'admin')
    .where('suspendedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Whether the account of an address belongs to a member of this organisation. */
export async function isMember(tx: WriteTx, userId: string): Promise<boolean> {
  return (await tx.selectFrom('member').select('id').where('userId', '=', userId).executeTakeFirst()) !== undefined
}

export function listInvitations(tx: ReadTx) {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'invitedBy', 'createdAt', 'expiresAt', 'acceptedAt', 'revokedAt'])
    .orderBy('createdAt', 'desc')
    .execute()
}

/** Takes an open invitation back; returns its address, undefined where there is none to take back. */
export async function revokeInvitation(tx: WriteTx, id: string): Promise<string | undefined> {
  const revoked = await tx
    .updateTable('invitation')
    .set({ revokedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .returning('email')
    .executeTakeFirst()
  return revoked?.email
}

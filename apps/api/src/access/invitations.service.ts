import { newId } from '@observatory/db/id'
import type { Actor, WriteTx } from '@observatory/db/tenancy'
import { invitationState, type Role } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'
import { recordEvent } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { Call } from '../trpc.ts'
import { hashOf, makeLink } from './one-time-link.ts'
import { isMember } from './queries.ts'
import { findSession, tokenHashOf, type Session } from './session.ts'
import { findUserId, insertUser, prepareUser, type NewUser, type PreparedUser } from './users.ts'

const lifetime = 7 * 24 * 60 * 60 * 1000 // milliseconds

type NewAccount = { [key in 'name' | 'password']: NewUser[key] | undefined }

export interface Invitation {
  id: string
  email: string
  role: Role
  tenant: Session['memberships'][number]['tenant']
  /** The account of the invited address; null where there is none yet. */
  userId: string | null
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

/** Makes a one-time link for an address that is no member yet; the link is shown once and kept as a hash. */
export async function invite(
  tx: WriteTx,
  { tenantId, userId }: Actor,
  { email, role }: { email: string; role: Role },
  { config, clock }: Pick<Context, 'config' | 'clock'>,
): Promise<{ id: string; link: string; expiresAt: Date }> {
  const known = await findUserId(tx, email)
  if (known && (await isMember(tx, known))) throw new AppError('conflict', { params: { reason: 'member-already' } })
  const { link, tokenHash } = makeLink(config.url, 'invitation')
  const id = newId()
  const expiresAt = new Date(clock().getTime() + lifetime)
  await tx
    .insertInto('invitation')
    .values({ tenantId, id, email, role, tokenHash, invitedBy: userId, expiresAt })
    .execute()
  return { id, link, expiresAt }
}

/** By its token alone: whoever holds the link belongs to no organisation yet. */
export async function findInvitation(context: Context, token: string): Promise<Invitation | undefined> {
  const { rows } = await sql<{
    found:
      | null
      | (Omit<Invitation, 'expiresAt' | 'acceptedAt' | 'revokedAt'> &
          Record<'expiresAt' | 'acceptedAt' | 'revokedAt', string | null>)
  }>`select auth.invitation_of(${hashOf(token)}) as found`.execute(context.db.app)
  const found = rows[0]?.found
  if (!found) return undefined
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...found,
    expiresAt: new Date(found.expiresAt!),
    acceptedAt: instant(found.acceptedAt),
    revokedAt: instant(found.revokedAt),
  }
}

/**
 * Makes the holder of a link a member, once.
 *
 * An address that has an account must be signed in: a link sets no password of an
 * account that exists. An expired, used or revoked link looks like one that never was.
 */
export async function acceptInvitation(
  { context, request }: Call,
  { token, ...account }: { token: string } & Partial<NewAccount>,
): Promise<{ organisation: string }> {
  const invitation = await findInvitation(context, token)
  if (!invitation || invitationState(invitation, context.clock()) !== 'open') throw new AppError('not-found')
  const newUser = invitation.userId === null ? await newAccount(invitation, account) : undefined
  const userId = newUser?.id ?? (await signedInAs(context, request, invitation))

  await context.db.app.transaction().execute(async (tx) => {
    await sql`select auth.become_invited(${hashOf(token)}, ${userId})`.execute(tx)
    const accepted = await tx
      .updateTable('invitation')
      .set({ acceptedAt: sql<Date>`now()` })
      .where('id', '=', invitation.id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .executeTakeFirst()
    if (accepted.numUpdatedRows !== 1n) throw new AppError('not-found')
    if (newUser) await insertUser(tx, newUser)
    const tenantId = invitation.tenant.id
    await tx.insertInto('member').values({ tenantId, id: newId(), userId, role: invitation.role }).execute()
    await recordEvent(
      tx,
      { tenantId, userId },
      {
        action: 'invitation.accepted',
        subject: invitation.id,
        detail: { email: invitation.email, role: invitation.role, newAccount: newUser !== undefined },
      },
    )
  })
  return { organisation: invitation.tenant.slug }
}

function newAccount({ email }: Invitation, { name, password }: Partial<NewAccount>): Promise<PreparedUser> {
  if (name !== undefined && password !== undefined) return prepareUser({ email, name, password })
  const missing = name === undefined ? 'name' : 'password'
  throw new AppError('invalid', { problems: [{ path: [missing], key: 'errors.problem.missing' }] })
}

async function signedInAs(context: Context, request: Call['request'], invitation: Invitation): Promise<string> {
  const tokenHash = tokenHashOf(context, request)
  const session = tokenHash && (await findSession(context.db.app, tokenHash))
  if (!session) throw new AppError('unauthenticated', { params: { reason: 'has-account' } })
  if (session.user.id !== invitation.userId) throw new AppError('forbidden', { params: { reason: 'other-address' } })
  return session.user.id
}

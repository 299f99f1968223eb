import { newId } from '@observatory/db/id'
import type { Actor, WriteTx } from '@observatory/db/tenancy'
import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'
import { recordEvent } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { hashOf, makeLink } from './one-time-link.ts'
import { belongsHereOnly } from './service.ts'
import { hashAcceptable } from './users.ts'

const lifetime = 24 * 60 * 60 * 1000 // milliseconds

interface PasswordLink {
  id: string
  email: string
  tenant: Record<string, string>
  tenantId: string
  expiresAt: string
  usedAt: string | null
}

/** A one-time link for a member who forgot their password, to be handed over by the administrator who asked for it. */
export async function makePasswordLink(
  tx: WriteTx,
  actor: Actor,
  userId: string,
  { config, clock }: Pick<Context, 'config' | 'clock'>,
): Promise<{ link: string; expiresAt: Date }> {
  if (!(await belongsHereOnly(tx, userId))) throw new AppError('forbidden', { params: { reason: 'elsewhere-too' } })
  const { link, tokenHash } = makeLink(config.url, 'password')
  const expiresAt = new Date(clock().getTime() + lifetime)
  await tx
    .insertInto('passwordLink')
    .values({ tenantId: actor.tenantId, id: newId(), userId, tokenHash, createdBy: actor.userId, expiresAt })
    .execute()
  return { link, expiresAt }
}

/** An expired, used or unknown link are one and the same to its holder. */
export async function getOpenLink({ db, clock }: Context, secret: string): Promise<PasswordLink> {
  const { rows } = await sql<{ link: PasswordLink | null }>`
    select auth.password_link_of(${hashOf(secret)}) as link`.execute(db.app)
  const link = rows[0]?.link
  if (!link || link.usedAt !== null || new Date(link.expiresAt) <= clock()) throw new AppError('not-found')
  return link
}

/** Sets the password of the account a link is for, once; its holder belongs to no organisation yet. */
export async function redeemLink(context: Context, secret: string, password: string): Promise<{ email: string }> {
  const { email, tenantId } = await getOpenLink(context, secret)
  const passwordHash = await hashAcceptable(password, email)
  await context.db.app.transaction().execute(async (tx) => {
    const { rows } = await sql<{ used: { id: string; userId: string } }>`
      select auth.redeem_password_link(${hashOf(secret)}, ${passwordHash}) as used`.execute(tx)
    const { id, userId } = rows[0]!.used
    await recordEvent(
      tx,
      { tenantId, userId },
      { action: 'member.password-set', subject: userId, detail: { link: id } },
    )
  })
  return { email }
}

import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { open, router } from '../trpc.ts'
import { hashOf } from './one-time-link.ts'
import { hashAcceptable } from './users.ts'

const token = z.object({ token: z.string().min(20).max(100) })

interface PasswordLink {
  id: string
  email: string
  tenant: Record<string, string>
  tenantId: string
  expiresAt: string
  usedAt: string | null
}

/** For whoever was handed a link by their administrator. Mutations, so that the token stands in no address. */
export const passwordLinksRouter = router({
  show: open.input(token).mutation(async ({ ctx, input }) => {
    const { email, tenant, expiresAt } = await getOpenLink(ctx.context, input.token)
    return { email, tenant, expiresAt }
  }),

  redeem: open.input(token.extend({ password: z.string().max(1000) })).mutation(async ({ ctx, input }) => {
    const { email, tenantId } = await getOpenLink(ctx.context, input.token)
    const passwordHash = await hashAcceptable(input.password, email)
    await ctx.context.db.app.transaction().execute(async (tx) => {
      const { rows } = await sql<{ used: { id: string; userId: string } }>`
        select auth.redeem_password_link(${hashOf(input.token)}, ${passwordHash}) as used`.execute(tx)
      const { id, userId } = rows[0]!.used
      await recordEvent(
        tx,
        { tenantId, userId },
        { action: 'member.password-set', subject: userId, detail: { link: id } },
      )
    })
    return { email }
  }),
})

/** An expired, used or unknown link are one and the same to its holder. */
async function getOpenLink({ db, clock }: Context, secret: string): Promise<PasswordLink> {
  const { rows } = await sql<{ link: PasswordLink | null }>`
    select auth.password_link_of(${hashOf(secret)}) as link`.execute(db.app)
  const link = rows[0]?.link
  if (!link || link.usedAt !== null || new Date(link.expiresAt) <= clock()) throw new AppError('not-found')
  return link
}

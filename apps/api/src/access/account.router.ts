import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { router, write } from '../trpc.ts'
import { removeMember, endSessions } from './service.ts'
import { verifyPassword } from './passwords.ts'
import { hashAcceptable } from './users.ts'

/** What each person does about themselves, recorded in the organisation in which they do it. */
export const accountRouter = router({
  /** Sets a new password and ends every other session of this person. */
  changePassword: write('account:manage')
    .input(z.object({ current: z.string().max(1000), password: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      const { rows } = await sql<{ hash: string | null }>`select auth.own_password_hash() as hash`.execute(ctx.tx)
      const hash = rows[0]?.hash
      if (!hash || !(await verifyPassword(hash, input.current))) {
        throw new AppError('invalid', { problems: [{ path: ['current'], key: 'access.password.wrong' }] })
      }
      const passwordHash = await hashAcceptable(input.password, ctx.user.email)
      await sql`select auth.set_own_password(${passwordHash})`.execute(ctx.tx)
      const ended = await endSessions(ctx.tx, ctx.user.id, ctx.sessionId)
      await ctx.audit({ action: 'account.password-changed', subject: ctx.user.id, detail: { ended } })
      return { ended }
    }),

  endOtherSessions: write('account:manage').mutation(async ({ ctx }) => {
    const ended = await endSessions(ctx.tx, ctx.user.id, ctx.sessionId)
    await ctx.audit({ action: 'account.sessions-ended', subject: ctx.user.id, detail: { ended } })
    return { ended }
  }),

  /** Leaves this organisation; the account and other memberships stay. */
  leave: write('account:manage').mutation(async ({ ctx }) => {
    await removeMember(ctx.tx, ctx.member.id)
    await ctx.audit({ action: 'member.left', subject: ctx.user.id, detail: { role: ctx.member.role } })
  }),
})

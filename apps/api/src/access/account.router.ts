import { z } from 'zod'
import { router, write } from '../trpc.ts'
import { endSessions, removeMember } from './service.ts'
import { changeOwnPassword } from './users.ts'

/** What each person does about themselves, recorded in the organisation in which they do it. */
export const accountRouter = router({
  /** Sets a new password and ends every other session of this person. */
  changePassword: write('account:manage')
    .input(z.object({ current: z.string().max(1000), password: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      await changeOwnPassword(ctx.tx, ctx.user.email, input)
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

import { roles } from '@observatory/domain/access'
import { z } from 'zod'
import { read, router, write } from '../trpc.ts'
import { makePasswordLink } from './password-links.service.ts'
import { findPeople, getMemberForUpdate, listMembers } from './queries.ts'
import { changeRole, endSessions, removeMember, restoreMember, suspendMember } from './service.ts'

const memberId = z.object({ memberId: z.uuid() })

export const membersRouter = router({
  list: read('member:manage').query(async ({ ctx }) => {
    const members = await listMembers(ctx.tx)
    const people = await findPeople(
      ctx.tx,
      members.map(({ userId }) => userId),
    )
    return members.map(({ id, userId, role, suspendedAt, createdAt }) => {
      const person = people.get(userId)
      return {
        memberId: id,
        userId,
        // A service account of the installation has no account and goes by its own id.
        name: person?.name ?? userId,
        email: person?.email ?? null,
        role,
        suspendedAt,
        createdAt,
        signedInAt: person?.signedInAt ?? null,
        sessions: person?.sessions ?? 0,
        twoFactor: person?.twoFactor ?? false,
        you: userId === ctx.user.id,
      }
    })
  }),

  changeRole: write('member:manage')
    .input(memberId.extend({ role: z.enum(roles) }))
    .mutation(async ({ ctx, input }) => {
      const before = await changeRole(ctx.tx, input.memberId, input.role)
      await ctx.audit({
        action: 'member.role-changed',
        subject: before.userId,
        detail: { from: before.role, to: input.role },
      })
    }),

  suspend: write('member:manage')
    .input(memberId)
    .mutation(async ({ ctx, input }) => {
      const { userId } = await suspendMember(ctx.tx, input.memberId, ctx.context.clock())
      await ctx.audit({ action: 'member.suspended', subject: userId })
    }),

  restore: write('member:manage')
    .input(memberId)
    .mutation(async ({ ctx, input }) => {
      const { userId } = await restoreMember(ctx.tx, input.memberId)
      await ctx.audit({ action: 'member.restored', subject: userId })
    }),

  remove: write('member:manage')
    .input(memberId)
    .mutation(async ({ ctx, input }) => {
      const { userId, role } = await removeMember(ctx.tx, input.memberId)
      await ctx.audit({ action: 'member.removed', subject: userId, detail: { role } })
    }),

  endSessions: write('member:manage')
    .input(memberId)
    .mutation(async ({ ctx, input }) => {
      const { userId } = await getMemberForUpdate(ctx.tx, input.memberId)
      const ended = await endSessions(ctx.tx, userId)
      await ctx.audit({ action: 'member.sessions-ended', subject: userId, detail: { ended } })
      return { ended }
    }),

  passwordLink: write('member:manage')
    .input(memberId)
    .mutation(async ({ ctx, input }) => {
      const { userId } = await getMemberForUpdate(ctx.tx, input.memberId)
      const link = await makePasswordLink(ctx.tx, ctx.actor, userId, ctx.context)
      await ctx.audit({ action: 'member.password-link-made', subject: userId })
      return link
    }),
})

import { invitationState, roles } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'
import { z } from 'zod'
import { open, read, router, write } from '../trpc.ts'
import { acceptInvitation, findInvitation, invite } from './invitations.service.ts'
import { findPeople, listInvitations, revokeInvitation } from './queries.ts'

const token = z.object({ token: z.string().min(20).max(100) })

export const invitationsRouter = router({
  list: read('member:manage').query(async ({ ctx }) => {
    const invitations = await listInvitations(ctx.tx)
    const people = await findPeople(
      ctx.tx,
      invitations.map(({ invitedBy }) => invitedBy),
    )
    return invitations.map(({ invitedBy, ...invitation }) => ({
      ...invitation,
      state: invitationState(invitation, ctx.context.clock()),
      invitedBy: people.get(invitedBy)?.name ?? invitedBy,
    }))
  }),

  create: write('member:manage')
    .input(z.object({ email: z.email().max(254).toLowerCase(), role: z.enum(roles) }))
    .mutation(async ({ ctx, input }) => {
      const invitation = await invite(ctx.tx, ctx.actor, input, ctx.context)
      await ctx.audit({ action: 'invitation.created', subject: invitation.id, detail: input })
      return invitation
    }),

  revoke: write('member:manage')
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const email = await revokeInvitation(ctx.tx, input.id)
      if (email === undefined) throw new AppError('not-found')
      await ctx.audit({ action: 'invitation.revoked', subject: input.id, detail: { email } })
    }),

  /** What the holder of a link is shown before they accept. A mutation, so that the token stands in no address. */
  show: open.input(token).mutation(async ({ ctx, input }) => {
    const invitation = await findInvitation(ctx.context, input.token)
    if (!invitation) throw new AppError('not-found')
    const { email, role, tenant, userId, expiresAt } = invitation
    return {
      email,
      role,
      tenant,
      hasAccount: userId !== null,
      expiresAt,
      state: invitationState(invitation, ctx.context.clock()),
    }
  }),

  /** With a name and password for a new account, or signed in under the invited address. */
  accept: open
    .input(
      token.extend({ name: z.string().trim().min(1).max(100).optional(), password: z.string().max(1000).optional() }),
    )
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
})

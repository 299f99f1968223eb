import { newId } from '@observatory/db/id'
import { invitationState, roles } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { open, read, router, write } from '../trpc.ts'
import { acceptInvitation, findInvitation } from './invitations.service.ts'
import { makeLink } from './one-time-link.ts'
import { findPeople, listInvitations } from './queries.ts'
import { findUserId } from './users.ts'

const lifetime = 7 * 24 * 60 * 60 * 1000 // milliseconds

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
      const known = await findUserId(ctx.tx, input.email)
      if (known && (await ctx.tx.selectFrom('member').select('id').where('userId', '=', known).executeTakeFirst())) {
        throw new AppError('conflict', { params: { reason: 'member-already' } })
      }
      const { link, tokenHash } = makeLink(ctx.context.config.url, 'invitation')
      const id = newId()
      const expiresAt = new Date(ctx.context.clock().getTime() + lifetime)
      await ctx.tx
        .insertInto('invitation')
        .values({ tenantId: ctx.tenant.id, id, ...input, tokenHash, invitedBy: ctx.user.id, expiresAt })
        .execute()
      await ctx.audit({ action: 'invitation.created', subject: id, detail: input })
      return { id, link, expiresAt }
    }),

  revoke: write('member:manage')
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      const revoked = await ctx.tx
        .updateTable('invitation')
        .set({ revokedAt: sql<Date>`now()` })
        .where('id', '=', input.id)
        .where('acceptedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .returning('email')
        .executeTakeFirst()
      if (!revoked) throw new AppError('not-found')
      await ctx.audit({ action: 'invitation.revoked', subject: input.id, detail: { email: revoked.email } })
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

import { z } from 'zod'
import { open, router } from '../trpc.ts'
import { getOpenLink, redeemLink } from './password-links.service.ts'

const token = z.object({ token: z.string().min(20).max(100) })

/** For whoever was handed a link by their administrator. Mutations, so that the token stands in no address. */
export const passwordLinksRouter = router({
  show: open.input(token).mutation(async ({ ctx, input }) => {
    const { email, tenant, expiresAt } = await getOpenLink(ctx.context, input.token)
    return { email, tenant, expiresAt }
  }),

  redeem: open
    .input(token.extend({ password: z.string().max(1000) }))
    .mutation(({ ctx, input }) => redeemLink(ctx.context, input.token, input.password)),
})

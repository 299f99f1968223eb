import { accountRouter } from './access/account.router.ts'
import { invitationsRouter } from './access/invitations.router.ts'
import { membersRouter } from './access/members.router.ts'
import { passwordLinksRouter } from './access/password-links.router.ts'
import { auditRouter } from './audit/router.ts'
import { briefsRouter } from './briefs/router.ts'
import { coverageRouter } from './coverage/router.ts'
import { indicatorsRouter } from './indicators/router.ts'
import { editionsRouter } from './observations/router.ts'
import { router } from './trpc.ts'

/** One line a feature. */
export const appRouter = router({
  account: accountRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  passwordLinks: passwordLinksRouter,
  audit: auditRouter,
  indicators: indicatorsRouter,
  coverage: coverageRouter,
  editions: editionsRouter,
  briefs: briefsRouter,
})

export type AppRouter = typeof appRouter

import { AppError } from '@observatory/domain/errors'
import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { clientAddressHeader } from './sign-in.ts'

/** Procedures with which a password or a one-time link could be guessed; better-auth counts those under /auth. */
const guessable = new Set([
  '/trpc/account.changePassword',
  '/trpc/invitations.show',
  '/trpc/invitations.accept',
  '/trpc/passwordLinks.show',
  '/trpc/passwordLinks.redeem',
])

/** As many attempts a minute from one address as at signing in. Counted in memory: one process serves. */
export function guessLimit(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (request) => String(request.headers[clientAddressHeader]),
    skip: (request) => !guessable.has(request.path),
    handler: (_request, _response, next) =>
      next(new AppError('busy', { retryAfter: 60, params: { reason: 'rate-limit' } })),
    validate: false,
  })
}

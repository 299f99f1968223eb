import { AppError } from '@observatory/domain/errors'
import express, { type Express, type Request, type Response } from 'express'
import type { Context } from '../context.ts'
import { findSession, tokenHashOf } from './session.ts'

/** What of better-auth is reachable; the rest of it (sign-up, listing and deleting accounts, …) does not exist here. */
const reachable = new Set([
  '/sign-in/email',
  '/sign-out',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
])

/** Sign-in, sign-out and the second factor under /auth, and who is signed in. */
export function mountSignIn(app: Express, context: Context): void {
  app.post('/auth/*path', express.json({ limit: '16kb' }), async (request, response) => {
    if (!reachable.has(request.path.slice('/auth'.length))) throw new AppError('not-found')
    const { handler } = await context.signIn()
    const answer = await handler(toFetch(context, request))
    if (answer.status >= 400) throw await refusal(answer)
    await forward(answer, response)
  })

  app.get('/api/session', async (request, response) => {
    const tokenHash = tokenHashOf(context, request)
    const session = tokenHash && (await findSession(context.db.app, tokenHash))
    response.setHeader('Cache-Control', 'no-store').setHeader('Vary', 'Cookie')
    if (!session) return void response.json({ user: null })
    const { user, operator, twoFactor, memberships } = session
    response.json({ user, operator, twoFactor, memberships })
  })
}

function toFetch({ config }: Context, request: Request): globalThis.Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length' && name !== 'transfer-encoding')
      headers.set(name, String(value))
  }
  headers.set('content-type', 'application/json')
  const body: unknown = request.body ?? {}
  return new globalThis.Request(new URL(request.originalUrl, config.url), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
}

/** A wrong address and a wrong password are told apart by nobody. */
async function refusal(answer: globalThis.Response): Promise<AppError> {
  const retryAfter = Number(answer.headers.get('X-Retry-After') ?? 60)
  if (answer.status === 429) return new AppError('busy', { retryAfter, params: { reason: 'rate-limit' } })
  const cause = new Error(await answer.text())
  if (answer.status === 401) return new AppError('unauthenticated', { params: { reason: 'credentials' }, cause })
  if (answer.status === 403) return new AppError('forbidden', { cause })
  if (answer.status < 500) return new AppError('invalid', { cause })
  throw cause
}

/** Cookies and body, but for the session's token: that is for the cookie alone, which no script can read. */
async function forward(answer: globalThis.Response, response: Response): Promise<void> {
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
  const { token: _token, ...body } = ((await answer.json()) ?? {}) as Record<string, unknown>
  response.status(answer.status).setHeader('Cache-Control', 'no-store').json(body)
}

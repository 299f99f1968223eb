import { randomUUID } from 'node:crypto'
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import { AppError } from '@observatory/domain/errors'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { guessLimit } from './access/guess-limit.ts'
import { mountSignIn } from './access/routes.ts'
import { mountBriefs } from './briefs/routes.ts'
import type { Context } from './context.ts'
import { mountData } from './data/routes.ts'
import { describeError, sendAsProcedure, sendProblem } from './errors.ts'
import { mountHealth } from './health.ts'
import { mountOverview } from './indicators/overview.ts'
import { measured } from './measured.ts'
import { appRouter } from './router.ts'
import { boundedBodies, largestBody, sameOriginWrites, securityHeaders, trustedClientAddress } from './security.ts'
import { mountWeb } from './web.ts'

/** The whole server, in the order in which a request passes through it. */
export function makeApp(context: Context): Express {
  const { config } = context
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', config.proxies)
  app.set('query parser', 'simple')

  app.use((_request, response, next) => {
    response.locals.requestId = randomUUID()
    response.setHeader('X-Request-Id', response.locals.requestId)
    next()
  })
  app.use(measured(context.metrics))
  app.use(securityHeaders(config.url.startsWith('https:')))
  // Public figures take no write and look at no cookie, so what follows is not for them.
  mountData(app, context)
  app.use(trustedClientAddress)
  app.use(sameOriginWrites(new URL(config.url).origin))
  app.use(boundedBodies)
  app.use(guessLimit(config.signInLimit))

  mountHealth(app, context)
  mountSignIn(app, context)

  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      allowBatching: false,
      maxBodySize: largestBody,
      createContext: ({ req, res }) => ({
        context,
        request: req,
        response: res,
        requestId: res.locals.requestId as string,
      }),
      responseMeta: ({ errors }) =>
        errors.length > 0 ? { headers: new Headers({ 'Cache-Control': 'no-store' }) } : {},
    }),
  )

  mountOverview(app, context)
  mountBriefs(app, context)

  mountWeb(app, context)

  app.use((_request, _response, next) => next(new AppError('not-found')))
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const body = describeError(error, response.locals.requestId as string, context.log)
    if (request.path.startsWith('/trpc/')) sendAsProcedure(response, body)
    else sendProblem(response, body)
  }
  app.use(onError)
  return app
}

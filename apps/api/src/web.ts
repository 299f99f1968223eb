import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Express } from 'express'
import sirv from 'sirv'
import type { Context } from './context.ts'
import { oneLoopback } from './security.ts'

/** Stands in the built index.html wherever the nonce of the response belongs (apps/web vite.config.ts). */
const placeholder = '__CSP_NONCE__'

/** First segments of addresses that are never a page of the app: an unknown one there is an honest 404. */
const notPages = /^\/(api|auth|trpc|data|assets|files|healthz|readyz|metrics)(\/|$)/

/** Pages of readers without a session: a document of their own, small enough to come without the app (apps/web signed-out.html). */
const signedOut = /^\/(sign-in|invitation|password)(\/|$)/

/** The built single-page app: files with a hash in their name for ever, its two documents anew for each page. */
export function mountWeb(app: Express, { config, log }: Pick<Context, 'config' | 'log'>): void {
  const index = join(config.webFolder, 'index.html')
  if (!existsSync(index)) {
    log.warn({ folder: config.webFolder }, 'the web app is not built; serving the API only')
    return
  }
  const template = readFileSync(index, 'utf8')
  const signedOutTemplate = readFileSync(join(config.webFolder, 'signed-out.html'), 'utf8')
  const files = sirv(config.webFolder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  })

  app.use(oneLoopback(config.url))
  app.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    if (request.path === '/' || request.path.endsWith('.html')) return next()
    files(request, response, next)
  })
  app.use((request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || notPages.test(request.path)) return next()
    if (!request.accepts('html')) return next()
    response
      .setHeader('Cache-Control', 'no-store')
      .type('html')
      .send(
        (signedOut.test(request.path) ? signedOutTemplate : template).replaceAll(
          placeholder,
          response.locals.nonce as string,
        ),
      )
  })
}

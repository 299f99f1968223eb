import { randomBytes } from 'node:crypto'
import { AppError } from '@observatory/domain/errors'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { clientAddressHeader } from './access/sign-in.ts'

/** Bytes of a request body that no route exceeds; routes that take less say so themselves. */
export const largestBody = 1024 * 1024

/**
 * Headers of every answer. Scripts, styles, fonts and requests of our own origin only;
 * a style element needs the nonce of its response.
 */
export function securityHeaders(https: boolean): RequestHandler[] {
  const giveNonce = (_request: Request, response: Response, next: NextFunction) => {
    response.locals.nonce = randomBytes(18).toString('base64')
    next()
  }
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // A made brief is fetched and shown from memory.
        frameSrc: ['blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  return [giveNonce, headers]
}

/** Writes the client's address, as far as our own proxies vouch for it, over whatever the client claimed. */
export const trustedClientAddress: RequestHandler = (request, _response, next) => {
  request.headers[clientAddressHeader] = request.ip ?? request.socket.remoteAddress ?? ''
  next()
}

/**
 * Takes writes from our own pages only.
 *
 * Every browser in use sends `Origin` with a POST. A request without one is
 * refused as well: a client that is no browser can say where it comes from.
 */
export function sameOriginWrites(origin: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (request.headers.origin === origin) return next()
    next(new AppError('forbidden', { params: { reason: 'origin' } }))
  }
}

/** Refuses by the announced length, before a byte is read; parsers bound what announces none. */
export const boundedBodies: RequestHandler = (request, _response, next) => {
  if (Number(request.headers['content-length'] ?? 0) > largestBody)
    return next(new AppError('too-large', { params: { bytes: largestBody } }))
  next()
}

/**
 * Sends a reader who came by the other name of this machine to the one under which writes are taken and cookies kept.
 *
 * Between `localhost` and `127.0.0.1` only: behind a proxy the `Host` header need not be the name that people see.
 */
export function oneLoopback(url: string): RequestHandler {
  const { hostname, port } = new URL(url)
  const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[hostname]
  return (request, response, next) => {
    const isPage = request.method === 'GET' && other !== undefined && request.accepts('html')
    if (isPage && request.headers.host === `${other}:${port}`) return response.redirect(307, url + request.originalUrl)
    next()
  }
}

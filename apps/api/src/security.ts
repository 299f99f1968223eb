import { randomBytes } from 'node:crypto'
import { AppError } from '@observatory/domain/errors'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { clientAddressHeader } from './access/sign-in.ts'

/** Bytes of a request body that no route exceeds; routes that take less say so themselves. */
export const largestBody = 1024 * 1024

/**
 * Headers of every answer. Scripts, styles, fonts and requests of our own origin only;
 * a style element needs the nonce of its response (ARCHITECTURE.md, style policy).
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
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return next(new AppError('too-large', { params: { bytes: largestBody } }))
  next()
}

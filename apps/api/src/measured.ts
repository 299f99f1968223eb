import type { Request, RequestHandler } from 'express'
import type { Metrics } from './metrics.ts'
import { appRouter } from './router.ts'

const procedures = new Set(Object.keys(appRouter._def.procedures))

/** Times each request under the name of its procedure or the pattern of its route. */
export function measured({ requests }: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = requests.startTimer({ method: request.method })
    response.on('close', () => stop({ route: nameOf(request), status: String(response.statusCode) }))
    next()
  }
}

/** NOTE: from a fixed set, whatever is asked for: each distinct name is memory kept for good. */
function nameOf(request: Request): string {
  const path = request.originalUrl.split('?', 1)[0]!
  if (path.startsWith('/trpc/')) {
    const procedure = path.slice('/trpc/'.length)
    return procedures.has(procedure) ? procedure : 'unknown procedure'
  }
  if (path.startsWith('/auth/')) return 'sign-in'
  const pattern: unknown = request.route?.path
  return typeof pattern === 'string' ? pattern : 'static'
}

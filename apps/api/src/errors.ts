import { AppError, defectBody, problemBody, type Problem, type ProblemBody } from '@observatory/domain/errors'
import type { Response } from 'express'
import { z } from 'zod'
import type { Logger } from './logger.ts'

/**
 * What Postgres and our own functions say, as the error a caller can act on.
 *
 * `OB…` are raised by the functions of schema `auth` (migration 0002). Permission
 * denied (42501) is left out on purpose: our permission table and our grants
 * disagree, which is a defect. Serialization failures arrive here after the retry
 * of trpc.ts.
 */
const byState: Record<string, (cause: unknown) => AppError> = {
  OB401: (cause) => new AppError('unauthenticated', { cause }),
  OB403: (cause) => new AppError('forbidden', { params: { reason: 'suspended' }, cause }),
  OB404: (cause) => new AppError('not-found', { cause }),
  '23505': (cause) => new AppError('conflict', { cause }),
  '40001': (cause) => new AppError('conflict', { cause }),
  '40P01': (cause) => new AppError('conflict', { cause }),
  '57014': (cause) => new AppError('too-large', { cause }),
  '53300': (cause) => new AppError('busy', { retryAfter: 5, cause }),
  '57P01': (cause) => new AppError('busy', { retryAfter: 5, cause }),
  '57P03': (cause) => new AppError('busy', { retryAfter: 5, cause }),
  ECONNREFUSED: (cause) => new AppError('busy', { retryAfter: 5, cause }),
}

function stateOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** Whether running the same transaction again may succeed. */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01'].includes(stateOf(error))
}

/** The AppError an exception amounts to; undefined for a defect. */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof z.core.$ZodError) return new AppError('invalid', { problems: problemsOf(error), cause: error })
  const fromState = byState[stateOf(error)]
  if (fromState) return fromState(error)
  return fromHttp(error)
}

function problemsOf(error: z.core.$ZodError): Problem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    key: `errors.problem.${issue.code}`,
  }))
}

/** Errors of Express and its body parsers carry a status. */
function fromHttp(error: unknown): AppError | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0
  if (status === 413) return new AppError('too-large', { cause: error })
  if (status === 404) return new AppError('not-found', { cause: error })
  if (status >= 400 && status < 500) return new AppError('invalid', { cause: error })
  return undefined
}

/** The body to send for an exception. A defect is logged whole under the request id, and only the id leaves. */
export function describeError(error: unknown, requestId: string, log: Logger): ProblemBody {
  const known = toAppError(error)
  if (!known) {
    log.error({ err: error, requestId }, 'defect')
    return defectBody(requestId)
  }
  log.debug({ err: known, requestId }, known.code)
  return problemBody(known, requestId)
}

export function sendProblem(response: Response, body: ProblemBody): void {
  refuse(response, body).type('application/problem+json').send(JSON.stringify(body))
}

/** A refusal that a request for a procedure met before it got there, in the envelope that the tRPC client reads. */
export function sendAsProcedure(response: Response, body: ProblemBody): void {
  refuse(response, body).json({
    error: { message: body.code, code: -32603, data: { ...body, httpStatus: body.status } },
  })
}

function refuse(response: Response, { status, retryAfter }: ProblemBody): Response {
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter)
  return response.status(status).setHeader('Cache-Control', 'no-store')
}

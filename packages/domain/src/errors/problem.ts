import type { AppError, ErrorCode, Problem } from './app-error.ts'

/** `defect` is no code of an AppError: it is what a reader sees of any other exception, with nothing but the request id. */
export type ProblemCode = ErrorCode | 'defect'

/** An error as it travels: the body of `application/problem+json`, and `data` of a tRPC error. */
export interface ProblemBody {
  code: ProblemCode
  status: number
  requestId: string
  params: Record<string, string | number>
  problems: Problem[]
  retryAfter?: number
}

const statuses: Record<ProblemCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  'too-large': 413,
  busy: 429,
  defect: 500,
}

/** The HTTP status of a code. */
export function statusOf(code: ProblemCode): number {
  return statuses[code]
}

export function problemBody(error: AppError, requestId: string): ProblemBody {
  return {
    code: error.code,
    status: statusOf(error.code),
    requestId,
    params: error.params,
    problems: error.problems,
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
  }
}

export function defectBody(requestId: string): ProblemBody {
  return { code: 'defect', status: 500, requestId, params: {}, problems: [] }
}

/** The seven codes of the server (docs/errors.md), and two that only a browser can know. */
export type FailureCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'too-large'
  | 'busy'
  | 'offline'
  | 'defect'

/** A flaw in what was sent, at the field that `path` names. `key` is a catalogue key. */
export interface FieldProblem {
  path: (string | number)[]
  key: string
  params?: Record<string, string | number>
}

const codes: readonly string[] = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'too-large',
  'busy',
]

interface Detail {
  code: FailureCode
  status?: number
  requestId?: string
  params?: Record<string, string | number>
  problems?: FieldProblem[]
  /** Seconds to wait before another try. */
  retryAfter?: number
  cause?: unknown
}

/** Every way in which a request can fail, in one shape; screens say `errors.<code>` with its params. */
export class Failure extends Error {
  override name = 'Failure'
  code: FailureCode
  status: number
  requestId: string | null
  params: Record<string, string | number>
  problems: FieldProblem[]
  retryAfter: number | null

  constructor(detail: Detail) {
    super(detail.code, { cause: detail.cause })
    this.code = detail.code
    this.status = detail.status ?? 0
    this.requestId = detail.requestId ?? null
    this.params = detail.params ?? {}
    this.problems = detail.problems ?? []
    this.retryAfter = detail.retryAfter ?? null
  }
}

/** Whatever was thrown, as a Failure: tRPC errors carry ours in `data`; anything unknown is a defect of the program. */
export function normalise(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof Error && error.name === 'TRPCClientError') {
    const { data, cause } = error as Error & { data?: unknown; cause?: unknown }
    if (data) return fromBody(data, 0, error)
    const lost = cause instanceof TypeError || !navigator.onLine
    return new Failure({ code: lost ? 'offline' : 'defect', cause: error })
  }
  return new Failure({ code: 'defect', cause: error })
}

/** Reads `application/problem+json`, or the same object within an answer of tRPC; a proxy in between may answer anything else. */
export async function failureFromResponse(response: Response): Promise<Failure> {
  const body = (await response.json().catch(() => null)) as { error?: { data?: unknown } } | null
  return fromBody(body?.error?.data ?? body, response.status, null)
}

const codeOfStatus: Record<number, FailureCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
}

function fromBody(body: unknown, status: number, cause: unknown): Failure {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const stated = status || Number(said['httpStatus'] ?? said['status'] ?? 0)
  const code = codes.includes(String(said['code'])) ? (said['code'] as FailureCode) : (codeOfStatus[stated] ?? 'defect')
  const detail: Detail = { code, status: stated, cause }
  if (typeof said['requestId'] === 'string') detail.requestId = said['requestId']
  if (typeof said['retryAfter'] === 'number') detail.retryAfter = said['retryAfter']
  if (said['params']) detail.params = said['params'] as Record<string, string | number>
  if (Array.isArray(said['problems'])) detail.problems = said['problems'] as FieldProblem[]
  return new Failure(detail)
}

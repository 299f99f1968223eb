/** What can go wrong with a request in a way its caller can do something about (docs/errors.md). */
export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'too-large',
  'busy',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A flaw at one place of an input. `key` is a catalogue key. */
export interface Problem {
  path: (string | number)[]
  key: string
  params?: Record<string, string | number>
}

export interface AppErrorDetails {
  /** Values for the catalogue message `errors.<code>`; never a figure, never another organisation's name. */
  params?: Record<string, string | number>
  problems?: Problem[]
  /** Seconds; `busy` only. */
  retryAfter?: number
  /** For the log only. */
  cause?: unknown
}

/** The request cannot be met and the caller can act. Any other exception is a defect of ours. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly params: Record<string, string | number>
  readonly problems: Problem[]
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, details: AppErrorDetails = {}) {
    super(code, { cause: details.cause })
    this.code = code
    this.params = details.params ?? {}
    this.problems = details.problems ?? []
    this.retryAfter = details.retryAfter
  }
}

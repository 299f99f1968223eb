export { AppError, errorCodes } from './app-error.ts'
export type { AppErrorDetails, ErrorCode, Problem } from './app-error.ts'
export { defectBody, problemBody, statusOf } from './problem.ts'
export type { ProblemBody, ProblemCode } from './problem.ts'

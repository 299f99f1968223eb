export { AppError } from './app-error.ts'
export type { AppErrorDetails, ErrorCode, Problem } from './app-error.ts'
export { defectBody, problemBody } from './problem.ts'
export type { ProblemBody, ProblemCode } from './problem.ts'

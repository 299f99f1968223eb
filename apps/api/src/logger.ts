import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

/** One JSON object a line. Never a figure, a token, a password or a request body. */
export function makeLogger(config: Pick<Config, 'logLevel'>, process: 'server' | 'worker'): Logger {
  return pino({ level: config.logLevel, base: { process }, timestamp: pino.stdTimeFunctions.isoTime })
}

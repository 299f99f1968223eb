import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const flag = (fallback: '0' | '1') =>
  z
    .enum(['0', '1'])
    .default(fallback)
    .transform((text) => text === '1')

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  /** Address to listen on: loopback unless a proxy or container stands in front. */
  OBSERVATORY_HOST: z.string().default('127.0.0.1'),
  OBSERVATORY_URL: z.url().optional(),
  OBSERVATORY_DATA: z.string().default('.observatory'),
  OBSERVATORY_DEMO: flag('1'),
  OBSERVATORY_TIME_ZONE: z.string().default('Europe/Brussels'),
  /** Signs session cookies. */
  OBSERVATORY_SECRET: z.string().min(32),
  /** Proxies of ours in front of the server; 0 means that the peer is the client. */
  OBSERVATORY_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Sign-in attempts a minute from one address. */
  OBSERVATORY_SIGN_IN_LIMIT: z.coerce.number().int().min(1).default(10),
  /** Bearer token that opens /metrics; without one it answers loopback clients only. */
  OBSERVATORY_METRICS_TOKEN: z.string().min(16).optional(),
  OBSERVATORY_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Megabytes of answers kept in memory; 0 makes each anew. */
  OBSERVATORY_ANSWER_CACHE: z.coerce.number().int().min(0).max(1024).default(48),
  /** Checks each answer against its schema before it leaves: in tests and development. */
  OBSERVATORY_CHECK_ANSWERS: flag('0'),
  /** Folder of the built web app. */
  OBSERVATORY_WEB: z.string().optional(),
  APP_DATABASE_URL: z.string(),
  PUBLIC_DATABASE_URL: z.string(),
  AUTH_DATABASE_URL: z.string(),
  JOBS_DATABASE_URL: z.string(),
})

export type Config = ReturnType<typeof readConfig>

/**
 * The environment, checked. The one reader of `process.env`: everything else is handed what it needs.
 * A variable that is set and empty, as shells and service files leave it, counts as absent.
 */
export function readConfig(variables: Record<string, string | undefined> = process.env) {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) {
    throw new Error(`The configuration is not usable:\n${z.prettifyError(parsed.error)}`)
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.OBSERVATORY_HOST,
    /** The one origin from which the app is used and from which writes are taken. */
    url: (env.OBSERVATORY_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/+$/, ''),
    dataFolder: resolve(env.OBSERVATORY_DATA),
    webFolder: env.OBSERVATORY_WEB ?? fileURLToPath(new URL('../../web/dist', import.meta.url)),
    demonstration: env.OBSERVATORY_DEMO,
    timeZone: env.OBSERVATORY_TIME_ZONE,
    secret: env.OBSERVATORY_SECRET,
    proxies: env.OBSERVATORY_PROXIES,
    signInLimit: env.OBSERVATORY_SIGN_IN_LIMIT,
    metricsToken: env.OBSERVATORY_METRICS_TOKEN,
    logLevel: env.OBSERVATORY_LOG,
    answerCacheBytes: env.OBSERVATORY_ANSWER_CACHE * 1024 * 1024,
    checkAnswers: env.OBSERVATORY_CHECK_ANSWERS,
    databases: {
      app: env.APP_DATABASE_URL,
      publicReader: env.PUBLIC_DATABASE_URL,
      auth: env.AUTH_DATABASE_URL,
      jobs: env.JOBS_DATABASE_URL,
    },
  }
}

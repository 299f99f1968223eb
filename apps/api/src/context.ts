import { connect, type Db } from '@observatory/db/connect'
import pg from 'pg'
import { makeSessionMemory, type SessionMemory } from './access/session-memory.ts'
import { makeSignIn, type SignIn } from './access/sign-in.ts'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { makeLogger, type Logger } from './logger.ts'
import { makeMetrics, type Metrics } from './metrics.ts'
import { listen, type Notifications } from './notifications.ts'
import { ResponseCache } from './response-cache.ts'

/** What a process owns. Made once; the clock is the one part that tests replace. */
export interface Context {
  config: Config
  db: { app: Db; publicReader: Db; auth: pg.Pool }
  notifications: Notifications
  sessions: SessionMemory
  /** Answers kept until something is published. */
  answers: ResponseCache
  /** Loaded on first use. */
  signIn: () => Promise<SignIn>
  metrics: Metrics
  clock: Clock
  log: Logger
  close(): Promise<void>
}

export function makeContext(
  config: Config,
  { process = 'server', clock = systemClock }: { process?: 'server' | 'worker'; clock?: Clock } = {},
): Context {
  const log = makeLogger(config, process)
  const app = connect(config.databases.app, { max: 10, application: `observatory ${process}` })
  const publicReader = connect(config.databases.publicReader, { max: 5, application: `observatory ${process} public` })
  const auth = new pg.Pool({
    connectionString: config.databases.auth,
    max: 4,
    options: '-c search_path=auth',
    application_name: `observatory ${process} sign-in`,
  })
  auth.on('error', (error) => log.warn({ err: error }, 'sign-in connection lost'))
  const notifications = listen(config.databases.app, log)
  let signIn: Promise<SignIn> | undefined
  return {
    config,
    db: { app, publicReader, auth },
    notifications,
    sessions: makeSessionMemory(notifications, clock),
    answers: new ResponseCache(notifications, { limit: config.answerCacheBytes }),
    signIn: () => (signIn ??= makeSignIn(config, auth, log)),
    metrics: makeMetrics({ app, publicReader, auth }),
    clock,
    log,
    async close() {
      await notifications.close()
      await Promise.all([app.destroy(), publicReader.destroy(), auth.end()])
    },
  }
}

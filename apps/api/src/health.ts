import { timingSafeEqual } from 'node:crypto'
import { listMigrations } from '@observatory/db/migrate'
import { AppError } from '@observatory/domain/errors'
import type { Express, Request } from 'express'
import { sql } from 'kysely'
import type { Context } from './context.ts'

/** Whether the process lives, whether it can serve, and its numbers. */
export function mountHealth(app: Express, context: Context): void {
  const expected = listMigrations().length

  app.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store').json({ ok: true })
  })

  app.get('/readyz', async (_request, response) => {
    const state = await readiness(context, expected)
    response
      .status(state === 'ready' ? 200 : 503)
      .setHeader('Cache-Control', 'no-store')
      .json({ state })
  })

  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(context, request)) throw new AppError('not-found')
    const { registry } = context.metrics
    response
      .setHeader('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
}

async function readiness({ db, log }: Context, expected: number): Promise<'ready' | 'not-migrated' | 'no-database'> {
  try {
    const { rows } = await sql<{
      count: number
    }>`select count(*) from schema_migration where name like '%.sql'`.execute(db.app)
    return rows[0]!.count >= expected ? 'ready' : 'not-migrated'
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    return code === '42P01' ? 'not-migrated' : 'no-database'
  }
}

/** With a token, who bears it; without one, who asks from this machine. Anybody else is told there is no such page. */
function mayReadMetrics({ config }: Context, request: Request): boolean {
  if (config.metricsToken === undefined) return /^(::ffff:)?127\.|^::1$/.test(request.ip ?? '')
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${config.metricsToken}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

import { randomUUID } from 'node:crypto'
import { sql, type Insertable, type Kysely } from 'kysely'
import type { DB } from '../src/schema.ts'

/**
 * Rows with defaults and overrides, for tests and the demonstration.
 *
 * They go in as the owner, who may write everywhere; what readers may see of
 * them is still decided by the policies. Each takes the database or a transaction first.
 */
type Owner = Kysely<DB>
type Overrides<Table extends keyof DB> = Partial<Insertable<DB[Table]>>

let made = 0
const next = () => ++made
const unique = () => `${next()}-${randomUUID().slice(0, 8)}`

/** A uuid version 7: sorts by the time it was made. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  const random = randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`
}

async function tenant(db: Owner, overrides: Overrides<'tenant'> = {}) {
  const slug = overrides.slug ?? `organisation-${unique()}`
  return db
    .insertInto('tenant')
    .values({
      id: newId(),
      slug,
      name: JSON.stringify({ en: slug }),
      kind: 'ngo',
      economy: await economy(db),
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The six economies, if nothing has put them in; returns the code of the first. */
async function economy(db: Owner, code = 'ALB'): Promise<string> {
  const codes = ['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB']
  await db
    .insertInto('economy')
    .values(codes.map((c, i) => ({ code: c, position: i + 1 })))
    .onConflict((c) => c.doNothing())
    .execute()
  return code
}

async function member(db: Owner, of: { id: string }, overrides: Overrides<'member'> = {}) {
  return db
    .insertInto('member')
    .values({ tenantId: of.id, id: newId(), userId: `user-${unique()}`, role: 'viewer', ...overrides })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function indicator(db: Owner, overrides: Overrides<'indicator'> = {}) {
  const topic = overrides.topic ?? 'TEST'
  const unit = overrides.unit ?? 'REPORTS'
  await db
    .insertInto('topic')
    .values({ code: topic, position: 1000 + next() })
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .insertInto('unit')
    .values({ code: unit })
    .onConflict((c) => c.doNothing())
    .execute()
  return db
    .insertInto('indicator')
    .values({
      code: `TEST_${unique().replaceAll('-', '_').toUpperCase()}`,
      topic,
      unit,
      position: next(),
      kind: 'count',
      direction: 'neutral',
      measures: 'report',
      benchmarkable: true,
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function series(db: Owner, of: { id: string }, on: { code: string }, overrides: Overrides<'series'> = {}) {
  return db
    .insertInto('series')
    .values({
      tenantId: of.id,
      id: newId(),
      indicator: on.code,
      economy: await economy(db),
      breakdown: '',
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A release with the next number of the global order. */
async function release(db: Owner, of: { id: string }, overrides: Overrides<'release'> = {}) {
  return db
    .insertInto('release')
    .values({
      tenantId: of.id,
      id: newId(),
      seq: sql<number>`nextval('release_seq')`,
      kind: 'publication',
      title: 'Release',
      publishedBy: 'service:test',
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function observation(
  db: Owner,
  of: { tenantId: string; id: string },
  into: { id: string },
  overrides: Overrides<'observation'> = {},
) {
  const absent = overrides.reason ?? overrides.textValue
  return db
    .insertInto('observation')
    .values({
      tenantId: of.tenantId,
      seriesId: of.id,
      releaseId: into.id,
      period: '2020',
      visibility: 'public',
      ...(absent === undefined ? { value: 1 } : {}),
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function submission(db: Owner, of: { id: string }, overrides: Overrides<'submission'> = {}) {
  return db
    .insertInto('submission')
    .values({ tenantId: of.id, id: newId(), title: 'Submission', state: 'draft', enteredBy: 'user-1', ...overrides })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function publishedSeries(
  db: Owner,
  of: { tenantId: string; id: string; indicator: string; economy: string; breakdown: string },
  overrides: Overrides<'publishedSeries'> = {},
) {
  return db
    .insertInto('publishedSeries')
    .values({
      tenantId: of.tenantId,
      seriesId: of.id,
      indicator: of.indicator,
      economy: of.economy,
      breakdown: of.breakdown,
      audience: 'owner',
      fromSeq: 1,
      body: '{}',
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const make = { tenant, economy, member, indicator, series, release, observation, submission, publishedSeries }

import { connect, type Db } from '@observatory/db/connect'
import { type Actor, writeAs } from '@observatory/db/tenancy'
import { publishedBenchmark, publishedSeries, type PublishedSeries } from '@observatory/domain/observations'
import type { ValueToEnter } from '@observatory/domain/submissions'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  approveSubmission,
  createSubmission,
  draftWithdrawal,
  enterValues,
  publishSubmission,
  returnSubmission,
  submit,
} from '../../apps/api/src/submissions/service.ts'
import { seed } from '../../infra/seed.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let db: Db
let owner: pg.Client
let author: Actor
let approver: Actor
const folder = mkdtempSync(join(tmpdir(), 'observatory-publication-'))

beforeAll(async () => {
  database = await freshDatabase()
  await seed({
    ownerUrl: database.ownerUrl,
    urls: database.urls,
    demonstration: true,
    dataFolder: folder,
    say: () => {},
  })
  db = connect(database.urls.app, { max: 4 })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const tenantId = (await rows<{ id: string }>("select id from tenant where slug = 'demo-ministry-kosovo'"))[0]!.id
  author = { userId: 'author', tenantId }
  approver = { userId: 'approver', tenantId }
}, 120_000)

afterAll(async () => {
  await db?.destroy()
  await owner?.end()
  await database?.drop()
})

async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await owner.query<T>(text, values)).rows
}

const officers = (period: string, figure: Partial<ValueToEnter>): ValueToEnter => ({
  indicator: 'DEMO_TRAINED_OFFICERS',
  economy: 'XKX',
  period,
  visibility: 'regional',
  ...figure,
})

async function approved(values: ValueToEnter[], title = 'A test'): Promise<string> {
  const id = await writeAs(db, author, async (tx) => {
    const id = await createSubmission(tx, author, { title })
    await enterValues(tx, author, id, values)
    await submit(tx, author, id)
    return id
  })
  await writeAs(db, approver, (tx) => approveSubmission(tx, approver, id))
  return id
}

const publish = (id: string) => writeAs(db, approver, (tx) => publishSubmission(tx, approver, id))

async function officersRow(audience: string): Promise<PublishedSeries | undefined> {
  const found = await rows<{ body: string }>(
    "select body from published_series where until_seq is null and indicator = 'DEMO_TRAINED_OFFICERS' and economy = 'XKX' and audience = $1 and tenant_id = $2",
    [audience, author.tenantId],
  )
  return found[0] && (JSON.parse(found[0].body) as PublishedSeries)
}

const cellAt = (row: PublishedSeries | undefined, period: string) => row?.cells[row.periods.indexOf(period)]

async function editions(): Promise<Record<string, number>> {
  const found = await rows<{ audience: string; newest: string }>(
    'select audience, max(number) as newest from edition where tenant_id is null or tenant_id = $1 group by audience',
    [author.tenantId],
  )
  return Object.fromEntries(found.map(({ audience, newest }) => [audience, Number(newest)]))
}

test('every published row is what its schema says', async () => {
  const series = await rows<{ body: string; indicator: string }>('select body, indicator from published_series')
  const benchmarks = await rows<{ body: string }>('select body from published_benchmark')
  expect(series.length).toBeGreaterThan(1000)
  for (const { body, indicator } of series)
    expect(publishedSeries.safeParse(JSON.parse(body)).success, indicator).toBe(true)
  for (const { body } of benchmarks) expect(publishedBenchmark.safeParse(JSON.parse(body)).success).toBe(true)
})

test('all the starting figures are in, with the declared reasons and nothing else', async () => {
  const [counts] =
    await rows(`select count(*)::int as all, count(*) filter (where o.note = 'The source withholds values under 50')::int as withheld
    from observation o join tenant t on t.id = o.tenant_id where t.slug = 'observatory'`)
  expect(counts).toEqual({ all: 1331 + 190, withheld: 7 })
  expect(await rows('select count(*)::int as n from indicator where not demonstration')).toEqual([{ n: 76 }])
})

test('the six economies had 107,378 CyberTipline reports in 2020, and counting changed in 2024', async () => {
  const found = await rows<{ body: string }>(
    "select body from published_series where until_seq is null and indicator = 'NCMEC_REPORTS' and audience = 'public'",
  )
  const six = found.map(({ body }) => JSON.parse(body) as PublishedSeries)
  expect(six.reduce((sum, row) => sum + (cellAt(row, '2020') as unknown as number), 0)).toBe(107_378)
  for (const row of six) expect(row.status[row.periods.indexOf('2024')]).toEqual(['B'])
  expect(await rows("select economy, period, code from series_break where indicator = 'NCMEC_REPORTS'")).toEqual([
    { economy: null, period: '2024', code: 'bundling' },
  ])
})

test('unusable figures are shown and stay out of benchmarks; what a source withheld is suppressed', async () => {
  const [benchmark] = await rows<{ body: string }>(
    "select body from published_benchmark where until_seq is null and indicator = 'HATE_CRIME_SENTENCED' and measure = 'count'",
  )
  const { periods, members, of, max } = publishedBenchmark.parse(JSON.parse(benchmark!.body))
  const at = periods.indexOf('2022')
  expect([members[at], of[at], max[at]]).toEqual([2, 5, { na: 'not-published' }])
  const [obscene] = await rows<{ body: string }>(
    "select body from published_series where until_seq is null and indicator = 'GPCEP_OBSCENE' and economy = 'MNE' and audience = 'public'",
  )
  expect((JSON.parse(obscene!.body) as PublishedSeries).cells).toEqual([{ c: 'source' }])
})

test('figures of a part of an economy never stand in a benchmark', async () => {
  expect(
    await rows("select 1 from published_benchmark where indicator like 'BIH_RS_%' or indicator like 'KIDS_%'"),
  ).toEqual([])
})

test('as of an earlier source year, a rate has only the denominators of that time', async () => {
  const [then] = await rows<{
    body: string
  }>(`select p.body from published_series p, edition e where e.audience = 'public' and e.source_year = 2021
    and p.indicator = 'NCMEC_REPORTS' and p.economy = 'ALB' and p.audience = 'public' and p.from_seq <= e.seq and (p.until_seq is null or p.until_seq > e.seq)`)
  expect(JSON.parse(then!.body)).toMatchObject({
    periods: ['2019', '2020'],
    rate: [{ na: 'not-collected' }, { na: 'not-collected' }],
  })
})

test('a value that is private or for benchmarks is in no row but its owner’s', async () => {
  const hidden = await rows<{ body: string; period: string }>(`
    select p.body, o.period from observation o join release r on r.id = o.release_id join published_series p on p.series_id = o.series_id
    where p.audience <> 'owner' and o.visibility in ('private', 'benchmark') and p.from_seq >= r.seq`)
  expect(hidden.length).toBeGreaterThan(0)
  for (const { body, period } of hidden) expect((JSON.parse(body) as PublishedSeries).periods).not.toContain(period)
  // Montenegro's cases are for benchmarks only: no row of any other audience, no member of any benchmark.
  expect(
    await rows(
      "select audience from published_series where indicator = 'DEMO_CASES_OPENED' and economy = 'MNE' and until_seq is null",
    ),
  ).toEqual([{ audience: 'owner' }])
  const [benchmark] = await rows<{ body: string }>(
    "select body from published_benchmark where until_seq is null and indicator = 'DEMO_CASES_OPENED' and measure = 'count'",
  )
  const { periods, members, places } = publishedBenchmark.parse(JSON.parse(benchmark!.body))
  expect(members[periods.indexOf('2023')]).toBe(5)
  expect(members[periods.indexOf('2025')]).toBe(4)
  expect(Object.keys(places)).not.toContain('MNE')
})

test('no demonstration is public, and the database refuses one', async () => {
  expect(await rows("select 1 from published_series where audience = 'public' and indicator like 'DEMO\\_%'")).toEqual(
    [],
  )
  await expect(
    owner.query(`insert into published_series (tenant_id, series_id, audience, from_seq, indicator, economy, body)
    select tenant_id, id, 'public', 1, indicator, economy, '{}' from series where indicator like 'DEMO\\_%' limit 1`),
  ).rejects.toMatchObject({ constraint: 'demonstration_not_public' })
  await expect(approved([officers('2030', { value: 3, visibility: 'public' })])).rejects.toMatchObject({
    code: 'invalid',
    problems: [{ path: ['values', 0], key: 'errors.problem.demonstration-public' }],
  })
})

test('who entered a submission cannot approve it: the service refuses, and the database', async () => {
  const id = await writeAs(db, author, async (tx) => {
    const id = await createSubmission(tx, author, { title: 'Alone' })
    await enterValues(tx, author, id, [officers('2030', { value: 3 })])
    await submit(tx, author, id)
    return id
  })
  await expect(writeAs(db, author, (tx) => approveSubmission(tx, author, id))).rejects.toMatchObject({
    code: 'forbidden',
    params: { reason: 'own-submission' },
  })
  const alone = writeAs(db, author, (tx) =>
    tx.updateTable('submission').set({ state: 'approved', approvedBy: author.userId }).where('id', '=', id).execute(),
  )
  await expect(alone).rejects.toMatchObject({ code: '23514' })
  const forged = writeAs(db, author, (tx) =>
    tx.updateTable('submission').set({ state: 'approved', approvedBy: approver.userId }).where('id', '=', id).execute(),
  )
  await expect(forged).rejects.toThrow(/own name/)
})

test('an unapproved submission is not published', async () => {
  const id = await writeAs(db, author, (tx) => createSubmission(tx, author, { title: 'A draft' }))
  await expect(publish(id)).rejects.toMatchObject({ code: 'conflict', params: { state: 'draft' } })
})

test('values stand still once they are sent for approval, until they are returned', async () => {
  const id = await writeAs(db, author, async (tx) => {
    const id = await createSubmission(tx, author, { title: 'Sent' })
    await enterValues(tx, author, id, [officers('2031', { value: 3 })])
    await submit(tx, author, id)
    return id
  })
  await expect(
    writeAs(db, author, (tx) => enterValues(tx, author, id, [officers('2031', { value: 4 })])),
  ).rejects.toMatchObject({ code: 'conflict' })
  await expect(
    writeAs(db, author, (tx) =>
      tx.updateTable('submissionValue').set({ value: 4 }).where('submissionId', '=', id).execute(),
    ),
  ).rejects.toThrow(/while their submission is a draft/)
  await writeAs(db, approver, (tx) => returnSubmission(tx, approver, id, 'Check the year'))
  await writeAs(db, author, (tx) => enterValues(tx, author, id, [officers('2031', { value: 4 })]))
})

test('another organisation cannot see a submission, let alone publish it', async () => {
  const id = await approved([officers('2030', { value: 3 })])
  const [other] = await rows<{ id: string }>("select id from tenant where slug = 'demo-ministry-serbia'")
  const stranger = { userId: 'stranger', tenantId: other!.id }
  await expect(writeAs(db, stranger, (tx) => publishSubmission(tx, stranger, id))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('of two who publish at once, one aborts', async () => {
  const [one, two] = [
    await approved([officers('2032', { value: 1 })]),
    await approved([officers('2033', { value: 2 })]),
  ]
  const [{ seq }] = (await rows<{ seq: string }>('select last_value as seq from release_seq')) as [{ seq: string }]
  const both = await Promise.allSettled(
    [one, two].map((id) =>
      writeAs(db, approver, (tx) => publishSubmission(tx, approver, id, { preparedAt: Number(seq) })),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', params: { reason: 'another-release' } },
  })
  await expect(publish(one).then(() => publish(two))).rejects.toMatchObject({
    code: 'conflict',
    params: { state: 'published' },
  })
})

test('an edition moves on for those whose rows changed, and for nobody else', async () => {
  const before = await editions()
  await publish(await approved([officers('2040', { value: 7, visibility: 'private' })]))
  const afterPrivate = await editions()
  expect(afterPrivate).toEqual({ ...before, owner: before['owner']! + 1 })
  await publish(await approved([officers('2041', { value: 8 })]))
  const afterRegional = await editions()
  expect(afterRegional).toEqual({
    public: before['public'],
    regional: before['regional']! + 1,
    owner: before['owner']! + 2,
  })
  await publish(await approved([officers('2041', { value: 8 })], 'The same again'))
  expect(await editions()).toEqual(afterRegional)
})

test('a correction adds to the past, which stays readable', async () => {
  await publish(await approved([officers('2045', { value: 10 })]))
  const corrected = await publish(await approved([officers('2045', { value: 11 })]))
  expect(corrected.kind).toBe('correction')
  expect(cellAt(await officersRow('regional'), '2045')).toBe(11)
  const [past] = await rows<{ body: string }>(
    "select body from published_series where until_seq = $1 and audience = 'regional' and tenant_id = $2",
    [corrected.seq, author.tenantId],
  )
  expect(cellAt(JSON.parse(past!.body) as PublishedSeries, '2045')).toBe(10)
})

test('a withdrawal is a release; what was withdrawn looks as if it never was, except to its owner', async () => {
  await publish(await approved([officers('2050', { value: 10 })]))
  const id = await writeAs(db, author, async (tx) => {
    const id = await draftWithdrawal(tx, author, {
      title: 'Withdrawn',
      reason: 'Counted twice',
      values: [
        { indicator: 'DEMO_TRAINED_OFFICERS', economy: 'XKX', breakdown: '', period: '2050', visibility: 'regional' },
      ],
    })
    await submit(tx, author, id)
    return id
  })
  await writeAs(db, approver, (tx) => approveSubmission(tx, approver, id))
  expect((await publish(id)).kind).toBe('withdrawal')
  expect((await officersRow('regional'))!.periods).not.toContain('2050')
  expect(cellAt(await officersRow('owner'), '2050')).toEqual({ na: 'not-published' })
})

test('small counts leave as bounds, and the part beside them is withheld', async () => {
  const child = (breakdown: string, value: number): ValueToEnter => ({
    indicator: 'DEMO_CHILDREN_IDENTIFIED',
    economy: 'XKX',
    period: '2060',
    breakdown,
    value,
    visibility: 'regional',
  })
  await publish(await approved([child('', 20), child('SEX=F', 18), child('SEX=M', 2)]))
  const found = await rows<{ audience: string; breakdown: string; body: string }>(
    "select audience, breakdown, body from published_series where until_seq is null and indicator = 'DEMO_CHILDREN_IDENTIFIED' and tenant_id = $1 order by audience, breakdown",
    [author.tenantId],
  )
  const cells = found.map(({ audience, breakdown, body }) => [
    audience,
    breakdown,
    cellAt(JSON.parse(body) as PublishedSeries, '2060'),
  ])
  expect(cells).toEqual([
    ['owner', '', 20],
    ['owner', 'SEX=F', 18],
    ['owner', 'SEX=M', 2],
    ['regional', '', 20],
    ['regional', 'SEX=F', { c: 'control' }],
    ['regional', 'SEX=M', { lt: 5 }],
  ])
})

test('every step of the way is in the audit log of the organisation', async () => {
  const id = await approved([officers('2070', { value: 1 })])
  await publish(id)
  const steps = await rows<{ actor: string; action: string }>(
    "select actor, action from audit_event where tenant_id = $1 and (subject = $2 or detail->>'submission' = $2) order by at, id",
    [author.tenantId, id],
  )
  expect(steps.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    'author submission.created',
    'author submission.entered',
    'author submission.submitted',
    'approver submission.approved',
    'approver release.published',
  ])
})

test('ten thousand values are published in seconds', async () => {
  const values = (['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB'] as const).flatMap((economy) =>
    Array.from({ length: 1667 }, (_, i) =>
      officers(`${1800 + Math.floor(i / 12)}-M${String((i % 12) + 1).padStart(2, '0')}`, { economy, value: i }),
    ),
  )
  const started = performance.now()
  await publish(await approved(values))
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('the demonstration accounts are in a file that only its owner can read', () => {
  const file = join(folder, 'demo-accounts.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as {
    email: string
    password: string
    organisation: string
    role: string
  }[]
  expect(new Set(accounts.map(({ role }) => role))).toEqual(
    new Set(['viewer', 'analyst', 'approver', 'coordinator', 'admin']),
  )
  expect(accounts.filter(({ organisation }) => organisation === 'demo-ministry-albania')).toHaveLength(5)
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(1)
})

import { installJobs } from '../../apps/api/src/jobs.ts'
import { startEmbedded } from '@observatory/db/embedded'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { prepareDatabase } from '../database.ts'

/**
 * Sizes. An overview shows as much in each, of organisations that hold as many series: history and neighbours grow.
 *
 * `revised` releases touch a tenth of the series. S holds about 30 thousand observations, M 1 million, L 10 million.
 */
export const sizes = {
  S: { organisations: 3, indicators: 100, releases: 1 },
  M: { organisations: 60, indicators: 100, releases: 14 },
  L: { organisations: 60, indicators: 100, releases: 200 },
} as const
export type Size = keyof typeof sizes

const periods = 15
const revisedPeriods = 14

export interface World {
  ownerUrl: string
  urls: Record<'app' | 'publicReader' | 'auth' | 'jobs', string>
  secret: string
  folder: string
  /** One signed-in member an organisation. */
  readers: { slug: string; token: string; economy: string }[]
  observations: number
  /** Bytes of the database, and of Postgres' own cache. */
  bytes: number
  sharedBuffers: number
  close(): Promise<void>
}

/** A database of its own, filled with made-up series of the given size. Nothing in it is anybody's figure. */
export async function makeWorld(size: Size): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-bench-'))
  chmodSync(folder, 0o755) // so that the account of the database reaches it, and it goes with the folder
  const cluster = await startEmbedded(folder, { durable: false })
  const secret = 'a secret of thirty-two letters or more'
  const urls = await prepareDatabase(cluster.url, secret, installJobs, () => {})
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  for (const statement of filling(size)) await client.query(statement)
  const readers = (
    await client.query<{ slug: string; token: string; economy: string }>(
      `select t.slug, s.token, t.economy from tenant t join member m on m.tenant_id = t.id join auth.session s on s."userId" = m.user_id order by t.slug`,
    )
  ).rows
  const facts = (
    await client.query<{ observations: string; bytes: string; buffers: string }>(
      `select (select count(*) from observation) as observations, pg_database_size(current_database()) as bytes,
        (select setting::bigint * 8192 from pg_settings where name = 'shared_buffers') as buffers`,
    )
  ).rows[0]!
  await client.end()
  return {
    ownerUrl: cluster.url,
    urls,
    secret,
    folder,
    readers,
    observations: Number(facts.observations),
    bytes: Number(facts.bytes),
    sharedBuffers: Number(facts.buffers),
    async close() {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Statements that fill an empty, migrated database as its owner, set by set. */
function filling(size: Size): string[] {
  const { organisations, indicators, releases } = sizes[size]
  const values = `(10 + mod(hashtext(s.id::text || p)::bigint & 65535, 9000) / 10.0)`
  return [
    // References are right by construction; checking each of ten million rows would take most of the time.
    'set session_replication_role = replica',
    `insert into economy (code, position) select code, row_number() over () from unnest(array['ALB','BIH','XKX','MNE','MKD','SRB']) code on conflict do nothing`,
    `insert into topic values ('bench', 1)`,
    `insert into unit (code) values ('BENCH')`,
    `insert into indicator (code, topic, position, kind, unit, decimals, direction, measures, benchmarkable, headline)
      select 'BENCH_' || i, 'bench', i, 'count', 'BENCH', 1, 'neutral', 'report', true, case when i <= 12 then i end from generate_series(1, ${indicators}) i`,
    `insert into tenant (id, slug, name, kind, economy)
      select gen_random_uuid(), 'bench-' || lower(e.code) || '-' || o, jsonb_build_object('en', e.code || ' ' || o), 'ngo', e.code
      from economy e, generate_series(1, ${organisations}) o`,
    `insert into auth."user" (id, name, email, "emailVerified") select slug, slug, slug || '@bench.invalid', true from tenant`,
    `insert into member (tenant_id, id, user_id, role) select id, gen_random_uuid(), slug, 'analyst' from tenant`,
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") select slug, now() + interval '1 day', md5(slug) || md5('t' || slug), now(), slug from tenant`,
    `insert into series (tenant_id, id, indicator, economy) select t.id, gen_random_uuid(), i.code, t.economy from tenant t, indicator i`,
    `insert into release (tenant_id, id, seq, kind, title, published_by)
      select t.id, gen_random_uuid(), nextval('release_seq'), 'publication', 'bench', 'service:bench' from tenant t, generate_series(1, ${releases}) r`,
    `create temporary table release_of as select tenant_id, id, row_number() over (partition by tenant_id order by seq) as number, seq from release`,
    // First release: everything. Later ones: a tenth of the series, most of their periods.
    `insert into observation (tenant_id, series_id, period, release_id, value, visibility, confidence)
      select s.tenant_id, s.id, p::text, r.id, ${values}, 'public', 'verified'
      from series s join release_of r on r.tenant_id = s.tenant_id and r.number = 1, generate_series(2010, ${2009 + periods}) p`,
    `create temporary table revised as select *, row_number() over (partition by tenant_id order by indicator) as place from series
      where mod(substring(indicator from 7)::int, 10) = 1`,
    `insert into observation (tenant_id, series_id, period, release_id, value, visibility, confidence)
      select s.tenant_id, s.id, p::text, r.id, ${values} + r.number, 'public', 'verified'
      from revised s join release_of r on r.tenant_id = s.tenant_id and r.number > 1, generate_series(2011, ${2010 + revisedPeriods}) p`,
    `create temporary table body_of as select s.tenant_id, s.id, s.indicator, s.economy, json_build_object(
        'indicator', s.indicator, 'economy', s.economy, 'breakdown', '', 'publisher', t.slug, 'demonstration', false, 'audience', 'public',
        'periods', json_agg(p::text order by p), 'cells', json_agg(${values} order by p), 'rate', null, 'denominatorPeriods', null,
        'status', json_agg('[]'::json), 'confidence', json_agg('verified'::text), 'source', json_agg(null::text), 'note', json_agg(null::text), 'grade', 'C')::text as body
      from series s join tenant t on t.id = s.tenant_id, generate_series(2010, ${2009 + periods}) p group by s.tenant_id, s.id, s.indicator, s.economy, t.slug`,
    `insert into published_series (tenant_id, series_id, audience, from_seq, until_seq, indicator, economy, contributes, body)
      select b.tenant_id, b.id, 'public', r.seq, null, b.indicator, b.economy, b.tenant_id = (select id from tenant where slug = 'bench-' || lower(b.economy) || '-1'), b.body
      from body_of b join lateral (select max(seq) as seq from release_of r where r.tenant_id = b.tenant_id) r on true`,
    `insert into published_series (tenant_id, series_id, audience, from_seq, until_seq, indicator, economy, contributes, body)
      select b.tenant_id, b.id, 'public', r.seq, r.next, b.indicator, b.economy, false, b.body
      from body_of b join revised v on v.tenant_id = b.tenant_id and v.id = b.id
      join (select *, lead(seq) over (partition by tenant_id order by seq) as next from release_of) r on r.tenant_id = b.tenant_id and r.next is not null`,
    `insert into published_benchmark (indicator, measure, from_seq, body) select i.code, 'count', 1, json_build_object(
        'indicator', i.code, 'group', 'WB6', 'breakdown', '', 'measure', 'count', 'periods', json_agg(p::text order by p), 'members', json_agg(6), 'of', json_agg(6),
        'min', json_agg(11.5), 'lower', json_agg(120.5), 'median', json_agg(p / 4.0 order by p), 'upper', json_agg(720.5), 'max', json_agg(900.5), 'mean', json_agg(500.5),
        'weightedMean', json_agg(501.5), 'categories', null, 'places', json_build_object(), 'grade', 'C')::text
      from indicator i, generate_series(2010, ${2009 + periods}) p group by i.code`,
    `insert into edition (audience, number, seq, title) select 'public', 1, max(seq), 'bench' from release`,
    'analyze',
  ]
}

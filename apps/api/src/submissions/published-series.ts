import type { Actor, WriteTx } from '@observatory/db/tenancy'
import { secondarySuppressions } from '@observatory/domain/disclosure'
import { assess, qualityFacts } from '@observatory/domain/indicators'
import {
  type Audience,
  type Denominator,
  maySee,
  type Observation,
  publishCell,
  publishedSeries,
  type PublishedSeries,
  publishSeries,
  type SeriesToPublish,
} from '@observatory/domain/observations'
import { sql } from 'kysely'
import type { Changed } from './editions.ts'
import { newestObservations } from './queries.ts'
import { findDenominators, listSeriesFacts, type SeriesFacts, withDependents } from './series-facts.ts'

/**
 * Rewrites the published rows of an organisation's series for the three audiences, and of those of its series whose
 * rates rest on them. Rows that come out the same stay as they are; `changed` lists the others.
 *
 * NOTE: other organisations' rates keep the denominators they were published with until their next release: this
 * transaction may write the rows of one organisation only.
 */
export async function rewriteSeries(
  tx: WriteTx,
  actor: Actor,
  seriesIds: string[],
  seq: number,
): Promise<{ changed: Changed[] }> {
  const all = await listSeriesFacts(tx, actor, seriesIds)
  const bases = all.filter(({ ratePer }) => ratePer === null)
  const changed = await rewrite(tx, actor, bases, new Map(), seq)
  const rated = await withDependents(
    tx,
    actor,
    all.filter(({ ratePer }) => ratePer !== null),
    changed,
  )
  changed.push(
    ...(await rewrite(
      tx,
      actor,
      rated,
      await findDenominators(
        tx,
        rated.map(({ denominator }) => denominator!),
      ),
      seq,
    )),
  )
  return { changed }
}

async function rewrite(
  tx: WriteTx,
  actor: Actor,
  series: SeriesFacts[],
  denominators: Map<string, Denominator>,
  seq: number,
): Promise<Changed[]> {
  if (series.length === 0) return []
  const observations = await newestObservations(
    tx,
    actor,
    series.map(({ id }) => id),
  )
  const withheld = secondaryOf(series, observations)
  const rows = series.flatMap((one) => {
    const toPublish: SeriesToPublish = {
      indicator: {
        code: one.indicator,
        demonstration: one.demonstration,
        smallCounts: one.smallCounts,
        ratePer: one.ratePer,
        carryYears: one.carryYears,
      },
      economy: one.economy,
      breakdown: one.breakdown,
      publisher: one.publisher,
      grade: gradeOf(one, observations.get(one.id) ?? []),
      observations: observations.get(one.id) ?? [],
      denominator: denominators.get(`${one.denominator}|${one.economy}`) ?? null,
      secondary: withheld.get(one.id) ?? new Set(),
    }
    return (['public', 'regional', 'owner'] as const).map((audience) => ({
      one,
      audience,
      body: bodyOf(publishSeries(toPublish, audience)),
    }))
  })
  return replaceRows(tx, actor, rows, seq)
}

/** The text in which a row leaves; checked here, once, so that no reader needs to. */
function bodyOf(row: PublishedSeries | undefined): string | null {
  return row ? JSON.stringify(publishedSeries.parse(row)) : null
}

async function replaceRows(
  tx: WriteTx,
  actor: Actor,
  rows: { one: SeriesFacts; audience: Audience; body: string | null }[],
  seq: number,
): Promise<Changed[]> {
  const { rows: current } = await sql<{ seriesId: string; audience: Audience; body: string; contributes: boolean }>`
    select series_id, audience, body, contributes from published_series
    where tenant_id = ${actor.tenantId}::uuid and until_seq is null and series_id = any (${rows.map(({ one }) => one.id)}::uuid[])`.execute(
    tx,
  )
  const before = new Map(current.map((row) => [`${row.seriesId}|${row.audience}`, row]))
  const different = rows.filter(({ one, audience, body }) => {
    const old = before.get(`${one.id}|${audience}`)
    return (old?.body ?? null) !== body || (old !== undefined && old.contributes !== one.contributes)
  })
  if (different.length === 0) return []
  const written = different.map(({ one, audience, body }) => ({
    id: one.id,
    audience,
    body,
    indicator: one.indicator,
    economy: one.economy,
    breakdown: one.breakdown,
    contributes: one.contributes,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
    as v(id uuid, audience text, body text, indicator text, economy text, breakdown text, contributes boolean)`
  await sql`
    update published_series p set until_seq = ${seq} from ${given}
    where p.tenant_id = ${actor.tenantId}::uuid and p.series_id = v.id and p.audience = v.audience and p.until_seq is null`.execute(
    tx,
  )
  await sql`
    insert into published_series (tenant_id, series_id, audience, from_seq, indicator, economy, breakdown, contributes, body)
    select ${actor.tenantId}::uuid, v.id, v.audience, ${seq}, v.indicator, v.economy, v.breakdown, v.contributes, v.body
    from ${given} where v.body is not null`.execute(tx)
  return written.map(({ audience, indicator, economy, breakdown }) => ({ audience, indicator, economy, breakdown }))
}

/** Periods to withhold, by series: decided once over all that leaves the organisation, so that two audiences cannot be subtracted. */
function secondaryOf(series: SeriesFacts[], observations: Map<string, Observation[]>): Map<string, Set<string>> {
  const parts = series
    .filter(({ smallCounts }) => smallCounts > 0)
    .flatMap((one) =>
      (observations.get(one.id) ?? [])
        .filter(({ visibility }) => maySee('regional', visibility))
        .map((o) => ({ one, o })),
    )
  const withheld = new Map<string, Set<string>>()
  for (const table of Map.groupBy(parts, ({ one, o }) => `${one.indicator}|${one.economy}|${o.period}`).values()) {
    const { smallCounts } = table[0]!.one
    const cells = table.map(({ one, o }) => ({
      breakdown: one.breakdown,
      cell: publishCell(
        o,
        {
          indicator: {
            code: one.indicator,
            demonstration: one.demonstration,
            smallCounts,
            ratePer: null,
            carryYears: 0,
          },
          secondary: new Set(),
        },
        'regional',
      ),
    }))
    const keys = secondarySuppressions(cells, smallCounts)
    for (const { one, o } of table.filter((part) => keys.has(part.one.breakdown))) {
      withheld.set(one.id, (withheld.get(one.id) ?? new Set()).add(o.period))
    }
  }
  return withheld
}

function gradeOf(series: SeriesFacts, observations: Observation[]) {
  const declared = qualityFacts.safeParse(series.quality)
  if (!declared.success) return null
  const figures = observations.filter(({ reason }) => reason === null)
  return assess(declared.data, {
    broken: series.broken,
    restated: figures.length > 0 && figures.every(({ confidence }) => confidence === 'secondary'),
  }).grade
}

import { newId } from '@observatory/db/id'
import type { Actor, ReadTx, WriteTx } from '@observatory/db/tenancy'
import { AppError } from '@observatory/domain/errors'
import type { Observation } from '@observatory/domain/observations'
import type { EnteredValue, IndicatorRules } from '@observatory/domain/submissions'
import { sql } from 'kysely'

export type SeriesRef = { id: string; indicator: string; economy: string; breakdown: string }

/** A submission of the actor's organisation, locked until the transaction ends. */
export async function getSubmission(tx: WriteTx, actor: Actor, id: string) {
  const row = await tx
    .selectFrom('submission')
    .selectAll()
    .where('tenantId', '=', actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return row
}

export async function findIndicatorRules(tx: ReadTx, codes: string[]): Promise<Map<string, IndicatorRules>> {
  const rows = await tx
    .selectFrom('indicator')
    .select(['code', 'kind', 'unit', 'demonstration'])
    .where('code', 'in', [...new Set(codes), ''])
    .execute()
  return new Map(rows.map(({ code, ...rules }) => [code, rules as IndicatorRules]))
}

export function seriesName({ indicator, economy, breakdown }: Omit<SeriesRef, 'id'>): string {
  return `${indicator}|${economy}|${breakdown}`
}

/** The organisation's series with these names, made where they do not exist yet. */
export async function ensureSeries(
  tx: WriteTx,
  actor: Actor,
  wanted: Omit<SeriesRef, 'id'>[],
): Promise<Map<string, string>> {
  const rows = [...new Map(wanted.map((series) => [seriesName(series), series])).values()]
  await sql`
    insert into series (tenant_id, id, indicator, economy, breakdown)
    select ${actor.tenantId}::uuid, v.id, v.indicator, v.economy, v.breakdown
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ id: newId(), ...row })))}::jsonb) as v(id uuid, indicator text, economy text, breakdown text)
    on conflict (tenant_id, indicator, economy, breakdown) do nothing`.execute(tx)
  const { rows: found } = await sql<SeriesRef>`
    select s.id, s.indicator, s.economy, s.breakdown from series s
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(indicator text, economy text, breakdown text) using (indicator, economy, breakdown)
    where s.tenant_id = ${actor.tenantId}::uuid`.execute(tx)
  return new Map(found.map((series) => [seriesName(series), series.id]))
}

/** Adds values to a draft, or replaces those of the same series and period. One statement, however many. */
export async function upsertValues(
  tx: WriteTx,
  actor: Actor,
  submissionId: string,
  values: (EnteredValue & { seriesId: string })[],
): Promise<void> {
  await sql`
    insert into submission_value (tenant_id, submission_id, series_id, period, value, text_value, comparator, reason, status, visibility, confidence, source, note)
    select ${actor.tenantId}::uuid, ${submissionId}::uuid, v."seriesId", v.period, v.value, v."textValue", v.comparator, v.reason, v.status, v.visibility, v.confidence, v.source, v.note
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v("seriesId" uuid, period text, value numeric, "textValue" text, comparator text,
      reason text, status text[], visibility text, confidence text, source text, note text)
    on conflict (tenant_id, submission_id, series_id, period) do update set
      value = excluded.value, text_value = excluded.text_value, comparator = excluded.comparator, reason = excluded.reason, status = excluded.status,
      visibility = excluded.visibility, confidence = excluded.confidence, source = excluded.source, note = excluded.note`.execute(
    tx,
  )
}

export async function listValues(
  tx: ReadTx,
  actor: Actor,
  submissionId: string,
): Promise<(EnteredValue & { seriesId: string })[]> {
  const { rows } = await sql<EnteredValue & { seriesId: string }>`
    select v.series_id, s.indicator, s.economy, s.breakdown, v.period, v.value, v.text_value, v.comparator, v.reason, v.status, v.visibility, v.confidence, v.source, v.note
    from submission_value v join series s on s.tenant_id = v.tenant_id and s.id = v.series_id
    where v.tenant_id = ${actor.tenantId}::uuid and v.submission_id = ${submissionId}::uuid
    order by s.indicator, s.economy, s.breakdown, v.period`.execute(tx)
  return rows
}

/** Turns the values of a submission into observations of a release. */
export async function insertObservations(
  tx: WriteTx,
  actor: Actor,
  submissionId: string,
  releaseId: string,
): Promise<void> {
  await sql`
    insert into observation (tenant_id, series_id, period, release_id, value, text_value, comparator, reason, status, visibility, confidence, source, note)
    select tenant_id, series_id, period, ${releaseId}::uuid, value, text_value, comparator, reason, status, visibility, confidence, source, note
    from submission_value where tenant_id = ${actor.tenantId}::uuid and submission_id = ${submissionId}::uuid`.execute(
    tx,
  )
}

/** Whether any of these values takes the place of a published one. */
export async function replacesPublished(tx: ReadTx, actor: Actor, submissionId: string): Promise<boolean> {
  const { rows } = await sql<{ answer: boolean }>`
    select exists (select from submission_value v join observation o using (tenant_id, series_id, period)
      where v.tenant_id = ${actor.tenantId}::uuid and v.submission_id = ${submissionId}::uuid) as answer`.execute(tx)
  return rows[0]!.answer
}

/** The newest observation of each period, by series. */
export async function newestObservations(
  tx: ReadTx,
  actor: Actor,
  seriesIds: string[],
): Promise<Map<string, Observation[]>> {
  const { rows } = await sql<Observation & { seriesId: string }>`
    select distinct on (o.series_id, o.period) o.series_id, o.period, o.value, o.text_value, o.comparator, o.reason, o.status, o.visibility, o.confidence, o.source, o.note
    from observation o join release r on r.tenant_id = o.tenant_id and r.id = o.release_id
    where o.tenant_id = ${actor.tenantId}::uuid and o.series_id = any (${seriesIds}::uuid[])
    order by o.series_id, o.period, r.seq desc`.execute(tx)
  return Map.groupBy(rows, ({ seriesId }) => seriesId)
}

/** The order number of the newest release of anyone. Read before a publication is prepared, compared under its lock. */
export async function newestSeq(tx: ReadTx): Promise<number> {
  const { rows } = await sql<{
    seq: number
  }>`select case when is_called then last_value else 0 end as seq from release_seq`.execute(tx)
  return rows[0]!.seq
}

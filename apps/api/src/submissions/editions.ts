import type { Actor, WriteTx } from '@observatory/db/tenancy'
import type { Audience } from '@observatory/domain/observations'
import { sql } from 'kysely'

/** That a published row of an audience is not what it was. */
export type Changed = { audience: Audience; indicator: string; economy: string | null; breakdown: string }

/**
 * Moves each audience on to its next edition if, and only if, something it can read changed.
 *
 * So an edition that others see says nothing about how often an organisation publishes for itself.
 */
export async function advanceEditions(
  tx: WriteTx,
  actor: Actor,
  { seq, title, sourceYear, changed }: { seq: number; title: string; sourceYear: number | null; changed: Changed[] },
): Promise<void> {
  for (const audience of ['public', 'regional', 'owner'] as const) {
    if (!changed.some((row) => row.audience === audience)) continue
    const tenantId = audience === 'owner' ? actor.tenantId : null
    await sql`
      insert into edition (audience, tenant_id, number, seq, source_year, title)
      select ${audience}, ${tenantId}::uuid, coalesce(max(number), 0) + 1, ${seq}, ${sourceYear}, ${title}
      from edition where audience = ${audience} and tenant_id is not distinct from ${tenantId}::uuid`.execute(tx)
  }
}

/**
 * Names the given series as "the economy" for their indicator and breakdown, from this release on; returns the series
 * of the organisation that held the place before.
 *
 * A place is given by the indicator's custodian, or by whoever comes first where there is none: one that another
 * organisation holds is left with it, since bodies are never summed and never push each other out.
 */
export async function nameContributions(
  tx: WriteTx,
  actor: Actor,
  seriesIds: string[],
  seq: number,
): Promise<string[]> {
  const { rows } = await sql<{ replaced: string | null }>`
    with held as (
      select distinct on (indicator, breakdown, economy) indicator, breakdown, economy, tenant_id, series_id
      from contribution order by indicator, breakdown, economy, from_seq desc
    ), named as (
      select s.indicator, s.breakdown, s.economy, s.id, h.series_id as replaced
      from series s join indicator i on i.code = s.indicator
      left join held h on h.indicator = s.indicator and h.breakdown = s.breakdown and h.economy = s.economy
      where s.tenant_id = ${actor.tenantId}::uuid and s.id = any (${seriesIds}::uuid[])
        and coalesce(i.custodian, ${actor.tenantId}::uuid) = ${actor.tenantId}::uuid
        and (h.tenant_id is null or h.tenant_id = ${actor.tenantId}::uuid) and h.series_id is distinct from s.id
    ), added as (
      insert into contribution (indicator, breakdown, economy, from_seq, tenant_id, series_id)
      select indicator, breakdown, economy, ${seq}, ${actor.tenantId}::uuid, id from named
    )
    select replaced from named`.execute(tx)
  return rows.flatMap(({ replaced }) => replaced ?? [])
}

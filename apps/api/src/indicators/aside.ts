import { readAs, type ReadTx, type WriteTx, writeAs } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'
import { AppError } from '@observatory/domain/errors'
import {
  dueYear,
  type MissingFigure,
  type OverviewAside,
  overviewAside,
  newestPlace,
} from '@observatory/domain/indicators'
import { cellState } from '@observatory/domain/observations'
import type { Express } from 'express'
import { sql } from 'kysely'
import type { Acting } from '../access/acting.ts'
import { actingFor } from '../access/session.ts'
import { checkedText } from '../checked.ts'
import type { Context } from '../context.ts'
import { listEditions, resolveAsOf } from '../observations/editions.ts'
import { changesBetween } from '../observations/history.ts'
import { listSeries, listVersionsSince } from '../observations/queries.ts'
import { Parameters } from '../parameters.ts'
import { answerOf } from '../response-cache.ts'
import { privately } from './private-answers.ts'

/** A visit ends when nothing was asked for this long. */
const visitGap = '4 hours'

const mostChanges = 200

/** What changed since the previous visit and what is missing: beside the main view, so that it waits for neither. */
export function mountAside(app: Express, context: Context): void {
  app.get('/api/overview/aside', async (request, response) => {
    const acting = await actingFor(context, request, 'figure:read')
    const parameters = new Parameters(request, ['economy'])
    const economy = parameters.oneOf('economy', economies)
    const aside = await readAs(context.db.app, acting.actor, (tx) => readAside(tx, context, acting, economy))
    const text = checkedText(context, overviewAside, JSON.stringify(aside))
    const answer = answerOf(text, { type: 'application/json; charset=utf-8', scope: acting.user.id.slice(-6) })
    await context.answers.send(request, response, answer, privately)
  })

  app.post('/api/overview/visit', async (request, response) => {
    const acting = await actingFor(context, request, 'figure:read')
    await writeAs(context.db.app, { ...acting.actor, tokenHash: acting.tokenHash }, (tx) => recordVisit(tx, acting))
    response.status(204).end()
  })
}

async function readAside(
  tx: ReadTx,
  context: Context,
  acting: Acting,
  asked: string | undefined,
): Promise<OverviewAside> {
  const { edition } = await resolveAsOf(tx, undefined, context.config.timeZone)
  const tenant = await tx
    .selectFrom('tenant')
    .select(['economy', 'demonstration'])
    .where('id', '=', acting.tenant.id)
    .executeTakeFirst()
  if (!tenant) throw new AppError('not-found')
  const economy = asked ?? tenant.economy
  const editions = await listEditions(tx)
  const seen = await findSeen(tx, acting)
  const since = seen === undefined ? undefined : editions.find(({ seq }) => seq <= seen)
  const versions = seen === undefined || !since ? [] : await listVersionsSince(tx, since.seq)
  const shown = versions.filter(({ series }) => tenant.demonstration || !series.demonstration)
  const changes = changesBetween(shown, since?.seq ?? 0, editions)
  return {
    edition,
    since: since?.edition ?? null,
    changes: changes.slice(0, mostChanges),
    changed: changes.length,
    missing: economy ? await listMissing(tx, economy, context.clock().toISOString()) : [],
  }
}

/** The state seen at the end of the previous visit; undefined on the first. */
async function findSeen(tx: ReadTx, { actor }: Acting): Promise<number | undefined> {
  const row = await tx
    .selectFrom('visit')
    .select(
      sql<number | null>`case when seen_at < now() - ${visitGap}::interval then seen_seq else previous_seq end`.as(
        'seq',
      ),
    )
    .where('tenantId', '=', actor.tenantId)
    .where('userId', '=', actor.userId)
    .executeTakeFirst()
  return row?.seq ?? undefined
}

/** Keeps what is newest now as seen; the first time after a gap, what was seen before becomes "the previous visit". */
async function recordVisit(tx: WriteTx, { actor }: Acting): Promise<void> {
  await sql`
    insert into visit (tenant_id, user_id, seen_seq)
    select ${actor.tenantId}::uuid, ${actor.userId}, coalesce(max(seq), 0) from edition
    on conflict (tenant_id, user_id) do update set
      previous_seq = case when visit.seen_at < now() - ${visitGap}::interval then visit.seen_seq else visit.previous_seq end,
      seen_seq = excluded.seen_seq, seen_at = now()`.execute(tx)
}

/**
 * Indicators without the figure that is due in an economy.
 *
 * Left out: what cannot exist there, figures of a part of an economy, and
 * irregular indicators once there is a figure, for nobody knows when the next is due.
 */
async function listMissing(tx: ReadTx, economy: string, today: string): Promise<MissingFigure[]> {
  const indicators = await tx
    .selectFrom('indicator')
    .select(['code', 'lagYears', 'periodicity'])
    .where('demonstration', '=', false)
    .where('subnationalOf', 'is', null)
    .orderBy('topic')
    .orderBy('position')
    .execute()
  const rows = await listSeries(tx, { seq: null, edition: null }, { contributing: true, breakdown: '', economy })
  const held = new Map(rows.map(({ series }) => [series.indicator, series]))
  return indicators.flatMap(({ code, lagYears, periodicity }): MissingFigure[] => {
    const due = String(dueYear({ lagYears }, today))
    const series = held.get(code)
    if (!series) return [{ indicator: code, economy, lastPeriod: null, due, reason: null }]
    const newest = newestPlace(series)
    const lastPeriod = newest < 0 ? null : series.periods[newest]!
    if (lastPeriod !== null && (periodicity === 'irregular' || lastPeriod.slice(0, 4) >= due)) return []
    const reason = series.cells[series.cells.length - 1] ?? null
    if (reason !== null && cellState(reason) === 'not-applicable') return []
    const isReason = reason !== null && newest < series.cells.length - 1
    return [{ indicator: code, economy, lastPeriod, due, reason: isReason ? reason : null }]
  })
}

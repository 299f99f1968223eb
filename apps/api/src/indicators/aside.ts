import { readAs, type ReadTx, writeAs } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'
import { type OverviewAside, overviewAside } from '@observatory/domain/indicators'
import type { Express } from 'express'
import type { Acting } from '../access/acting.ts'
import { getTenant } from '../access/queries.ts'
import { actingFor } from '../access/session.ts'
import { checkedText } from '../checked.ts'
import type { Context } from '../context.ts'
import { listEditions, resolveAsOf } from '../observations/editions.ts'
import { changesBetween } from '../observations/history.ts'
import { listVersionsSince } from '../observations/queries.ts'
import { Parameters } from '../parameters.ts'
import { answerOf } from '../response-cache.ts'
import { listMissing } from './missing.ts'
import { privately } from './private-answers.ts'
import { findSeen, recordVisit } from './visits.ts'

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
  const tenant = await getTenant(tx, acting.tenant.id)
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

import { readAs, readNamed } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'
import { overviewAnswer } from '@observatory/domain/indicators'
import type { Express, Request } from 'express'
import type { Acting } from '../access/acting.ts'
import { actingFor } from '../access/session.ts'
import { checkedText } from '../checked.ts'
import type { Context } from '../context.ts'
import { resolveAsOf, type State } from '../observations/editions.ts'
import { Parameters, refused } from '../parameters.ts'
import { type Answer, answerOf } from '../response-cache.ts'
import { mountAside } from './aside.ts'
import { overviewQuery, type OverviewRow } from './overview-query.ts'
import { fingerprint, privately } from './private-answers.ts'

const mostIndicators = 40

type Asked = { economy: string | null; indicators: string[] | null; asOf: string | undefined }

/** The overview and what stands beside it: plain routes, because tRPC costs as much again as the whole read. */
export function mountOverview(app: Express, context: Context): void {
  app.get('/api/overview', async (request, response) => {
    const acting = await actingFor(context, request, 'figure:read')
    const asked = askedFor(request)
    const key = `overview ${fingerprint(acting)} ${JSON.stringify(asked)}`
    const answer = await context.answers.through(key, () => makeOverview(context, acting, asked))
    await context.answers.send(request, response, answer, privately)
  })
  mountAside(app, context)
}

function askedFor(request: Request): Asked {
  const parameters = new Parameters(request, ['economy', 'indicators', 'asOf'])
  const indicators = parameters.text('indicators', 'codes of indicators')?.split(',') ?? null
  if (
    indicators &&
    (indicators.length > mostIndicators || indicators.some((code) => !/^[A-Z][A-Z0-9_]{1,62}$/.test(code)))
  ) {
    throw refused('indicators', indicators.join(','), `up to ${mostIndicators} codes, separated by commas`)
  }
  return {
    economy: parameters.oneOf('economy', economies) ?? null,
    indicators,
    asOf: parameters.text('asOf', 'a day or an edition'),
  }
}

async function makeOverview(context: Context, acting: Acting, { economy, indicators, asOf }: Asked): Promise<Answer> {
  const state = asOf === undefined ? null : await stateOf(context, acting, asOf)
  const query = overviewQuery({ economy, indicators, seq: state?.seq ?? null })
  const [row] = await readNamed<OverviewRow>(context.db.app, acting.actor, query)
  if (!row) throw new Error('The overview is one row.')
  const edition = state ? JSON.stringify(state.edition) : (row.edition ?? 'null')
  const text =
    `{"edition":${edition},"economy":${JSON.stringify(row.economy)}` +
    `,"items":[${row.items ?? ''}],"own":[${row.own ?? ''}]}`
  return answerOf(checkedText(context, overviewAnswer, text), {
    type: 'application/json; charset=utf-8',
    scope: acting.tenant.id.slice(-6),
  })
}

/** An edition of the past never changes its meaning, so two transactions read one state. */
function stateOf(context: Context, acting: Acting, asOf: string): Promise<State> {
  return readAs(context.db.app, acting.actor, (tx) => resolveAsOf(tx, asOf, context.config.timeZone))
}

import { readPublic, type ReadTx } from '@observatory/db/tenancy'
import { economies } from '@observatory/domain/economies'
import { AppError } from '@observatory/domain/errors'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Context } from '../context.ts'
import { standing } from '../indicators/queries.ts'
import { listEditions, resolveAsOf, type State } from '../observations/editions.ts'
import { listSeries, listVersions } from '../observations/queries.ts'
import { Parameters, refused } from '../parameters.ts'
import { type Answer, answerOf } from '../response-cache.ts'
import { archiveOf } from './archive.ts'
import { csvOf } from './csv.ts'
import { addressesOf, metadataOf } from './metadata.ts'
import { listPublicIndicators, type Measure, selectData, type Selection } from './selection.ts'

const json = 'application/json; charset=utf-8'
const csv = 'text/csv; charset=utf-8; header=present'

/**
 * Stable public addresses of figures.
 *
 * Everything is read as `public_reader`, which can select public rows only; no
 * cookie is looked at, so any page anywhere may fetch them.
 */
export function mountData(app: Express, context: Context): void {
  app.use('/data', openToAll)

  app.get('/data', (request, response) => {
    const parameters = new Parameters(request, [])
    return serve(context, request, response, parameters, 'index', (tx, state) => indexOf(tx, state, context.config.url))
  })

  app.get('/data/all.zip', (request, response) => {
    const parameters = new Parameters(request, ['asOf'])
    response.setHeader('Content-Disposition', 'attachment; filename="observatory.zip"')
    return serve(context, request, response, parameters, 'all', async (tx, state) =>
      answerOf(await archiveOf(tx, state, context.config.url), { type: 'application/zip', scope: scopeOf(state) }),
    )
  })

  app.get('/data/:file', (request, response) => {
    const { code, form } = parseFile(request.params.file)
    const parameters = new Parameters(
      request,
      form === 'metadata.json' ? ['asOf'] : ['asOf', 'economies', 'measure', 'publisher', 'breakdown'],
    )
    const selection = selectionOf(parameters)
    response.setHeader('Content-Disposition', `inline; filename="${code}.${form}"`)
    response.setHeader('Link', `<${addressesOf(code, '').metadata}>; rel="describedby"; type="application/json"`)
    const what = `${code}.${form} ${JSON.stringify(selection)}`
    return serve(context, request, response, parameters, what, (tx, state) =>
      fileOf(tx, context, state, { code, form, selection }),
    )
  })
}

/** Answers of any origin, and no credentials: `*` makes browsers refuse to send them. */
const openToAll: RequestHandler = (request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Disposition, Link')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  if (request.method !== 'OPTIONS') return next()
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD')
  response.setHeader('Access-Control-Allow-Headers', 'If-None-Match')
  response.setHeader('Access-Control-Max-Age', '86400')
  response.status(204).end()
}

type Make = (tx: ReadTx, state: State) => Promise<Answer>

async function serve(
  context: Context,
  request: Request,
  response: Response,
  parameters: Parameters,
  what: string,
  make: Make,
): Promise<void> {
  const asOf = parameters.text('asOf', 'a day or an edition')
  if (asOf !== undefined && /^[go]/.test(asOf))
    throw refused('asOf', asOf, 'a day as YYYY-MM-DD, or the code of a public edition such as p1')
  const reads = <T>(work: (tx: ReadTx) => Promise<T>) => readPublic(context.db.publicReader, work)
  // The key names the edition: a thousand days that mean one edition are one answer.
  const past = asOf === undefined ? undefined : await reads((tx) => resolveAsOf(tx, asOf, context.config.timeZone))
  const answer = await context.answers.through(`public ${past ? scopeOf(past) : 'newest'} ${what}`, () =>
    reads(async (tx) => make(tx, past ?? (await resolveAsOf(tx, undefined, context.config.timeZone)))),
  )
  await context.answers.send(request, response, answer, {
    'Cache-Control': 'public, max-age=60',
    Vary: 'Accept-Encoding',
  })
}

type File = { code: string; form: 'csv' | 'json' | 'metadata.json'; selection: Selection }

function parseFile(file: string): Pick<File, 'code' | 'form'> {
  const match = /^([A-Z][A-Z0-9_]{1,62})\.(csv|json|metadata\.json)$/.exec(file)
  if (!match) throw new AppError('not-found')
  return { code: match[1]!, form: match[2] as File['form'] }
}

function selectionOf(parameters: Parameters): Selection {
  const publisher = parameters.text('publisher', '*, or the short name of an organisation')
  return {
    economies: parameters.someOf('economies', economies) ?? economies,
    measure: parameters.oneOf<Measure>('measure', ['count', 'rate']) ?? 'count',
    breakdown: parameters.text('breakdown', '*, or a key such as SEX=F') ?? '',
    ...(publisher === undefined ? {} : { publisher }),
  }
}

async function fileOf(tx: ReadTx, context: Context, state: State, { code, form, selection }: File): Promise<Answer> {
  const [indicator] = await listPublicIndicators(tx, code)
  if (!indicator) throw new AppError('not-found')
  const rows = await listSeries(tx, state, { indicators: [code] })
  if (form === 'metadata.json') {
    const metadata = await metadataOf(
      tx,
      indicator,
      state,
      rows.map(({ series }) => series),
      context.config.url,
    )
    return answerOf(`${JSON.stringify(metadata, null, 2)}\n`, { type: json, scope: scopeOf(state) })
  }
  const published = { rows, versions: await listVersions(tx, state, code), editions: await listEditions(tx) }
  const data = selectData(indicator, state, selection, published)
  if (form === 'csv') return answerOf(csvOf(data), { type: csv, scope: scopeOf(state) })
  return answerOf(`${JSON.stringify(data)}\n`, { type: json, scope: scopeOf(state) })
}

async function indexOf(tx: ReadTx, state: State, origin: string): Promise<Answer> {
  const indicators = await listPublicIndicators(tx)
  const held = Map.groupBy(
    standing(await listSeries(tx, state, { contributing: true, breakdown: '' })),
    ({ indicator }) => indicator,
  )
  const index = {
    edition: state.edition,
    editions: (await listEditions(tx)).map(({ edition }) => edition),
    archive: `${origin}/data/all.zip`,
    parameters: {
      economies: economies.join(','),
      asOf: 'YYYY-MM-DD or an edition such as p1; absent is the newest',
      measure: 'count (default) or rate, where there is a denominator',
      publisher: 'absent: the series that stands for the economy; * for all',
      breakdown: 'absent: the total; * for all',
    },
    indicators: indicators.map(({ code, topic, ratePer }) => ({
      code,
      topic,
      measures: ratePer === null ? ['count'] : ['count', 'rate'],
      economies: (held.get(code) ?? []).map(({ economy }) => economy),
      ...addressesOf(code, origin),
    })),
  }
  return answerOf(`${JSON.stringify(index, null, 2)}\n`, { type: json, scope: scopeOf(state) })
}

function scopeOf({ edition }: State): string {
  return edition?.code ?? 'p0'
}

import { connect, type Db } from '@observatory/db/connect'
import { make } from '@observatory/db/seed/make'
import { economies } from '@observatory/domain/economies'
import { publishedCell } from '@observatory/domain/observations'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columns, csvOf, inert, rowsOf } from '../../apps/api/src/data/csv.ts'
import type { DataSet } from '../../apps/api/src/data/selection.ts'
import { Client } from '../support/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { publish } from '../support/publish.ts'
import { startApp, type TestApp } from '../support/server.ts'

let database: TestDatabase
let app: TestApp
let owner: Db
let secretariat: { id: string; slug: string }
let ngo: { id: string; slug: string }

beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.ownerUrl, { max: 2 })
  app = await startApp(database)
  secretariat = await make.tenant(owner, { kind: 'secretariat', economy: null })
  ngo = await make.tenant(owner)
  await make.indicator(owner, { code: 'POP', topic: 'CONTEXT' })
  await make.indicator(owner, {
    code: 'REPORTS',
    denominator: 'POP',
    ratePer: 1000,
    carryYears: 1,
    custodian: secretariat.id,
  })
  await make.indicator(owner, { code: 'PART', subnationalOf: 'BIH', benchmarkable: false })
  await make.indicator(owner, { code: 'SCORE', kind: 'score', custodian: secretariat.id })
  await make.indicator(owner, { code: 'DEMO_CASES' })
  await owner
    .insertInto('indicatorText')
    .values([
      {
        indicator: 'REPORTS',
        locale: 'en',
        name: 'Reports',
        shortName: 'Reports',
        description: 'd',
        caveat: 'c',
        state: 'approved',
      },
      {
        indicator: 'REPORTS',
        locale: 'mk',
        name: 'Пријави',
        shortName: 'Пријави',
        description: 'd',
        caveat: 'c',
        state: 'machine',
      },
    ])
    .execute()
  await owner
    .insertInto('source')
    .values({ id: '=HYPERLINK("http://x")', title: '=cmd|calc', publisher: '@P' })
    .execute()
  await publish(app, secretariat, [
    { indicator: 'POP', economy: 'ALB', period: '2019', value: 1000 },
    { indicator: 'REPORTS', economy: 'ALB', period: '2019', value: 10, confidence: 'verified' },
    { indicator: 'REPORTS', economy: 'BIH', period: '2019', value: 50, comparator: 'lt', status: ['E'] },
    { indicator: 'REPORTS', economy: 'XKX', period: '2019', reason: 'source' },
    { indicator: 'REPORTS', economy: 'MNE', period: '2019', reason: 'cannot-exist' },
    { indicator: 'REPORTS', economy: 'MKD', period: '2019', value: 0 },
    { indicator: 'REPORTS', economy: 'SRB', period: '2019', value: 7, status: ['U'], source: '=HYPERLINK("http://x")' },
    { indicator: 'REPORTS', economy: 'ALB', period: '2019', breakdown: 'SEX=F', value: 4 },
    { indicator: 'PART', economy: 'BIH', period: '2019', value: 3 },
    { indicator: 'SCORE', economy: 'ALB', period: '2019', value: -5 },
  ])
  await publish(app, ngo, [{ indicator: 'REPORTS', economy: 'ALB', period: '2019', value: 818 }], {
    contributes: false,
  })
  await publish(app, secretariat, [{ indicator: 'REPORTS', economy: 'ALB', period: '2020', value: 20 }])
})
afterAll(async () => {
  await app.close()
  await owner.destroy()
  await database.drop()
})

async function read(path: string, init?: RequestInit) {
  const response = await fetch(app.url + path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function rows(path: string): Promise<Record<string, string>[]> {
  return parse((await read(path)).text, { columns: true })
}

test('a CSV has the promised columns and one row an economy and period', async () => {
  const { status, headers, text } = await read('/data/REPORTS.csv')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(text.split('\r\n')[0]).toBe(
    'indicator,economy,period,value,comparator,obs_status,conf_status,unit,source,release,publisher,breakdown,reason,confidence,quality,denominator_period',
  )
  const held = await rows('/data/REPORTS.csv')
  expect(
    held.map((row) => [
      row.economy,
      row.period,
      row.value,
      row.comparator,
      row.obs_status,
      row.conf_status,
      row.reason,
      row.release,
    ]),
  ).toEqual([
    ['ALB', '2019', '10', '', 'A', 'F', '', 'p1'],
    ['ALB', '2020', '20', '', 'A', 'F', '', 'p3'],
    ['BIH', '2019', '50', 'lt', 'E', 'F', '', 'p1'],
    ['XKX', '2019', '', '', 'Q', 'C', 'suppressed-source', 'p1'],
    ['MNE', '2019', '', '', 'M', 'F', 'cannot-exist', 'p1'],
    ['MKD', '2019', '0', '', 'A', 'F', '', 'p1'],
    ['SRB', '2019', '7', '', 'U', 'F', '', 'p1'],
  ])
  expect(held[0]).toMatchObject({
    unit: 'REPORTS',
    publisher: secretariat.slug,
    breakdown: '',
    confidence: 'verified',
    denominator_period: '',
  })
})

test('economies, measure, publisher and breakdown narrow or widen what is given', async () => {
  expect((await rows('/data/REPORTS.csv?economies=SRB,BIH')).map(({ economy }) => economy)).toEqual(['BIH', 'SRB'])
  const rates = await rows('/data/REPORTS.csv?measure=rate&economies=ALB')
  expect(rates.map(({ period, value, unit, denominator_period }) => [period, value, unit, denominator_period])).toEqual(
    [
      ['2019', '10', 'REPORTS_PER_1000', '2019'],
      ['2020', '20', 'REPORTS_PER_1000', '2019'],
    ],
  )
  expect(
    (await rows('/data/REPORTS.csv?publisher=*&economies=ALB')).map(({ publisher, value }) => [publisher, value]),
  ).toEqual(
    expect.arrayContaining([
      [secretariat.slug, '10'],
      [ngo.slug, '818'],
    ]),
  )
  expect((await rows(`/data/REPORTS.csv?publisher=${ngo.slug}`)).map(({ value }) => value)).toEqual(['818'])
  expect(
    (await rows('/data/REPORTS.csv?breakdown=*&economies=ALB')).map(({ breakdown, value }) => [breakdown, value]),
  ).toEqual([
    ['', '10'],
    ['', '20'],
    ['SEX=F', '4'],
  ])
})

test('an edition gives the same bytes for ever, and a day before the first gives no figure', async () => {
  expect(
    (await rows('/data/REPORTS.csv?asOf=p1')).filter(({ economy }) => economy === 'ALB').map(({ period }) => period),
  ).toEqual(['2019'])
  expect(await rows('/data/REPORTS.csv?asOf=1999-12-31')).toEqual([])
  const index = JSON.parse((await read('/data')).text) as { edition: { code: string } }
  const [newest, named] = [await read('/data/REPORTS.csv'), await read(`/data/REPORTS.csv?asOf=${index.edition.code}`)]
  expect(named.text).toBe(newest.text)
  expect(named.headers.get('etag')).toBe(newest.headers.get('etag'))
})

test.each([
  ['?economies=ALB,XYZ', 'economies', 'ALB, BIH, XKX, MNE, MKD, SRB'],
  ['?measure=percent', 'measure', 'count, rate'],
  ['?asOf=last-year', 'asOf', expect.stringContaining('YYYY-MM-DD')],
  ['?asOf=g1', 'asOf', expect.stringContaining('public edition')],
  ['?asOf=p99', 'asOf', expect.stringContaining('p1')],
  ['?economy=ALB', 'economy', expect.stringContaining('economies')],
])('%s is a problem that names the parameter and what is accepted', async (search, parameter, accepted) => {
  const { status, headers, text } = await read(`/data/REPORTS.csv${search}`)
  expect(status).toBe(400)
  expect(headers.get('content-type')).toMatch('application/problem+json')
  expect(JSON.parse(text)).toMatchObject({ code: 'invalid', problems: [{ params: { parameter, accepted } }] })
})

test('a rate of what has no denominator is refused', async () => {
  const { status, text } = await read('/data/SCORE.csv?measure=rate')
  expect(status).toBe(400)
  expect(JSON.parse(text)).toMatchObject({ problems: [{ path: ['measure'], params: { accepted: 'count' } }] })
})

test.each([
  '/data/NOTHING.csv',
  '/data/DEMO_CASES.csv',
  '/data/DEMO_CASES.json',
  '/data/DEMO_CASES.metadata.json',
  '/data/REPORTS.xml',
  '/data/..%2Fdata',
])('%s is not found', async (path) => {
  const { status, headers, text } = await read(path)
  expect(status).toBe(404)
  expect(headers.get('content-type')).toMatch('application/problem+json')
  expect(JSON.parse(text)).toMatchObject({ code: 'not-found' })
})

test('JSON and CSV of one address hold the same cells', async () => {
  for (const search of ['', '?measure=rate', '?publisher=*&breakdown=*', '?asOf=p1&economies=ALB']) {
    const data = JSON.parse((await read(`/data/REPORTS.json${search}`)).text) as DataSet
    const asText = (row: (string | number | null)[]) =>
      row.map((value) => (value === null ? '' : typeof value === 'string' ? inert(value) : String(value)))
    expect((await rows(`/data/REPORTS.csv${search}`)).map((row) => columns.map((column) => row[column]))).toEqual(
      rowsOf(data).map(asText),
    )
  }
})

test('whatever the cells are, reading the CSV gives back each of them', () => {
  const cell = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc
      .tuple(fc.constantFrom('lt', 'le', 'gt', 'ge'), fc.integer())
      .map(([comparator, limit]) => ({ [comparator]: limit })),
    fc.constantFrom('not-collected', 'cannot-exist', 'elsewhere', 'not-published').map((na) => ({ na })),
    fc.constantFrom('source', 'owner', 'control').map((c) => ({ c })),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), fc.string(), (cells, publisher) => {
      const each = <Value>(value: Value) => cells.map(() => value)
      const data: DataSet = {
        indicator: 'X',
        measure: 'count',
        unit: 'CASES',
        edition: null,
        series: [
          {
            economy: 'ALB',
            publisher,
            breakdown: '',
            grade: null,
            periods: cells.map((_, at) => String(1900 + at)),
            cells: cells.map((one) => publishedCell.parse(one)),
            status: each([]),
            confidence: each(null),
            source: each(null),
            release: each('p1'),
            note: each(null),
            denominatorPeriods: null,
          },
        ],
      }
      const read = parse<Record<string, string>>(csvOf(data), { columns: true })
      expect(read.map(cellOf)).toEqual(cells)
      for (const row of read) expect(row.publisher).toBe(inert(publisher))
    }),
  )
})

function cellOf({ value, comparator, reason }: Record<string, string>) {
  if (reason!.startsWith('suppressed-')) return { c: reason!.slice('suppressed-'.length) }
  if (reason) return { na: reason }
  return comparator ? { [comparator]: Number(value) } : Number(value)
}

test('no cell of text begins like a formula, and a negative figure stays a number', async () => {
  const { text } = await read('/data/REPORTS.csv?economies=SRB')
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect((await rows('/data/SCORE.csv'))[0]!.value).toBe('-5')
  const first = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n')
  fc.assert(fc.property(first, fc.string(), (start, rest) => !/^[=+\-@\t\r\n]/.test(inert(start + rest))))
  for (const file of ['sources.csv', 'indicators.csv', 'codebook.csv']) {
    const archive = await unzipped('/data/all.zip')
    const cells = parse(archive[file]!, {}).flat()
    expect(
      cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      file,
    ).toEqual([])
  }
})

test('a part of an economy never bears the code of the economy', async () => {
  expect((await rows('/data/PART.csv')).map(({ economy }) => economy)).toEqual(['BIH_PART'])
})

test('metadata say what is measured, by whom, with which footnote, and how to cite it', async () => {
  const metadata = JSON.parse((await read('/data/REPORTS.metadata.json')).text)
  expect(metadata).toMatchObject({
    code: 'REPORTS',
    names: { en: 'Reports', mk: 'Пријави' },
    denominator: { indicator: 'POP', per: 1000, carryYears: 1 },
    custodian: { slug: secretariat.slug },
    edition: { code: 'p3' },
    addresses: { csv: `${app.url}/data/REPORTS.csv` },
  })
  expect(metadata.citation).toContain(`${app.url}/data/REPORTS.csv?asOf=p3`)
  expect(metadata.footnotes.en).toMatch(/1244/)
  expect(metadata.economies.map(({ code }: { code: string }) => code)).toEqual([...economies])
  expect(metadata.economies[2].names.en).toBe('Kosovo*')
})

async function unzipped(path: string): Promise<Record<string, string>> {
  const bytes = new Uint8Array(await (await fetch(app.url + path)).arrayBuffer())
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

test('the archive holds each public indicator once, the same as its addresses, and is the same bytes each time', async () => {
  const archive = await unzipped('/data/all.zip')
  expect(Object.keys(archive)).toEqual([
    'README.txt',
    'codebook.csv',
    'data/PART.csv',
    'data/POP.csv',
    'data/REPORTS.csv',
    'data/SCORE.csv',
    'indicators.csv',
    'metadata/PART.json',
    'metadata/POP.json',
    'metadata/REPORTS.json',
    'metadata/SCORE.json',
    'sources.csv',
  ])
  expect(archive['data/REPORTS.csv']).toBe((await read('/data/REPORTS.csv')).text)
  expect(archive['metadata/REPORTS.json']).toBe((await read('/data/REPORTS.metadata.json')).text)
  for (const column of columns) expect(archive['codebook.csv']).toContain(`\r\n${column},,`)
  const bytes = async () =>
    Buffer.from(await (await fetch(`${app.url}/data/all.zip?asOf=p1`)).arrayBuffer()).toString('base64')
  const first = await bytes()
  app.context.answers.clear()
  expect(await bytes()).toBe(first)
})

test('addresses are open to every origin, kept by caches, and answer 304', async () => {
  const { headers } = await read('/data/REPORTS.csv', { headers: { Origin: 'https://elsewhere.example' } })
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('cache-control')).toBe('public, max-age=60')
  expect(headers.get('vary')).toBe('Accept-Encoding')
  expect(headers.get('link')).toContain('/data/REPORTS.metadata.json')
  const again = await read('/data/REPORTS.csv', { headers: { 'If-None-Match': headers.get('etag')! } })
  expect(again).toMatchObject({ status: 304, text: '' })
  expect(
    (await read('/data/REPORTS.csv', { method: 'OPTIONS', headers: { Origin: 'https://elsewhere.example' } })).status,
  ).toBe(204)
  expect((await read('/data/REPORTS.csv', { method: 'POST' })).status).toBe(403)
})

test('a session changes nothing: addresses never show what is not public', async () => {
  await publish(app, ngo, [
    { indicator: 'REPORTS', economy: 'SRB', period: '2021', value: 919191, visibility: 'private' },
    { indicator: 'REPORTS', economy: 'SRB', period: '2022', value: 929292, visibility: 'regional' },
    { indicator: 'REPORTS', economy: 'SRB', period: '2023', value: 939393, visibility: 'benchmark' },
  ])
  const client = new Client(app.url, ngo.slug)
  for (const path of [
    '/data/REPORTS.csv?publisher=*&breakdown=*',
    '/data/REPORTS.json?publisher=*',
    '/data/REPORTS.metadata.json',
    '/data',
  ]) {
    const { body } = await client.get(path)
    expect(JSON.stringify(body)).not.toMatch(/919191|929292|939393/)
  }
  expect(Object.values(await unzipped('/data/all.zip')).join()).not.toMatch(/919191|929292|939393/)
})

test('the index lists every address, and no demonstration', async () => {
  const index = JSON.parse((await read('/data')).text) as {
    indicators: { code: string; csv: string; measures: string[] }[]
    archive: string
  }
  expect(index.indicators.map(({ code }) => code).toSorted()).toEqual(['PART', 'POP', 'REPORTS', 'SCORE'])
  expect(index.indicators.find(({ code }) => code === 'REPORTS')!.measures).toEqual(['count', 'rate'])
  for (const { csv } of index.indicators) expect((await fetch(csv)).status).toBe(200)
  expect((await fetch(index.archive)).status).toBe(200)
})

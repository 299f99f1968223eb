import { readdirSync } from 'node:fs'
import { economies } from '@observatory/domain/economies'
import type pg from 'pg'
import { readIndicators, topics } from './indicators.ts'
import { readCsv, readJson } from './read-csv.ts'

/** `texts/LOCALE.json`: what the catalogue says in one version. `state` is that of the whole file unless an entry has its own. */
type Texts = {
  state: 'machine' | 'human' | 'approved'
  indicators: Record<
    string,
    {
      name: string
      shortName: string
      description: string
      caveat?: string
      isNot?: { head: string; text: string }[]
      state?: Texts['state']
    }
  >
  events: Record<string, { title: string; caution?: string; state?: Texts['state'] }>
}

/**
 * Puts the catalogue in, as the owner of the schema: economies, topics, units, sources, indicators, breaks, events and
 * the texts of every version there is a file of; Serbian Latin is made from Cyrillic by `toLatin`. Run again it brings
 * them up to date; codes are never taken out.
 */
export async function writeCatalogue(
  client: pg.Client,
  { demonstration, toLatin }: { demonstration: boolean; toLatin: (cyrillic: string) => string },
): Promise<void> {
  const indicators = [
    ...readIndicators('indicators-meta.csv'),
    ...(demonstration ? readIndicators('demonstration-indicators.csv') : []),
  ]
  const codes = new Set(indicators.map(({ code }) => code))
  const upsert = upserter(client)
  await upsert(
    'economy',
    ['code'],
    economies.map((code, i) => ({ code, position: i + 1 })),
  )
  await upsert(
    'topic',
    ['code'],
    topics.map((code, i) => ({ code, position: i + 1 })),
  )
  await upsert(
    'unit',
    ['code'],
    readCsv<'code' | 'multiplier' | 'rounding'>('units.csv').map((row) => ({ ...row, rounding: row.rounding || null })),
  )
  await upsert('source', ['id'], sources())
  // A denominator is an indicator too: it stands before those divided by it.
  await upsert(
    'indicator',
    ['code'],
    indicators.toSorted((a, b) => Number(a.denominator !== null) - Number(b.denominator !== null)),
  )
  await upsert(
    'series_break',
    ['indicator', 'period'],
    readCsv<'indicator' | 'economy' | 'period' | 'code'>('breaks.csv').map((row) => ({
      ...row,
      economy: row.economy || null,
    })),
  )
  await upsert('event', ['id'], events())
  for (const [locale, texts] of readTexts(toLatin)) {
    const named = Object.entries(texts.indicators).filter(([code]) => codes.has(code))
    await upsert(
      'indicator_text',
      ['indicator', 'locale'],
      named.map(([indicator, text]) => ({
        indicator,
        locale,
        name: text.name,
        short_name: text.shortName,
        description: text.description,
        caveat: text.caveat ?? '',
        is_not: text.isNot ?? [],
        state: text.state ?? texts.state,
      })),
    )
    await upsert(
      'event_text',
      ['event', 'locale'],
      Object.entries(texts.events).map(([event, text]) => ({
        event,
        locale,
        title: text.title,
        caution: text.caution ?? '',
        state: text.state ?? texts.state,
      })),
    )
  }
}

/** Upserts rows by the columns of their first one, through JSON, so that the types are those of the table. */
function upserter(client: pg.Client) {
  return async (table: string, key: string[], rows: Record<string, unknown>[]): Promise<void> => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]!)
    const others = columns.filter((column) => !key.includes(column))
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)
       on conflict (${key.join(', ')}) do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      [JSON.stringify(rows)],
    )
  }
}

function sources() {
  const figures = readCsv<'source_id' | 'title' | 'publisher' | 'year' | 'url' | 'licence'>('figures/sources.csv')
  const events = readCsv<'source_id' | 'title' | 'publisher' | 'year' | 'url'>('figures/event-sources.csv').map(
    (row) => ({ ...row, licence: '' }),
  )
  // A source of figures says more (its licence): where both files have one, it is that.
  return [...new Map([...events, ...figures].map((row) => [row.source_id, row])).values()].map((row) => ({
    id: row.source_id,
    title: row.title,
    publisher: row.publisher,
    year: /^\d{4}$/.test(row.year) ? Number(row.year) : null,
    url: row.url || null,
    licence: row.licence || null,
  }))
}

function events() {
  const related = new Map(
    readCsv<'affected_series' | 'indicators'>('event-indicators.csv').map((row) => [
      row.affected_series,
      row.indicators.split(' ').filter(Boolean),
    ]),
  )
  const own: Record<string, string> = {
    SRB_: 'SRB',
    BIH_RS_: 'BIH',
    HOTLINE_: 'ALB',
    ONLINE_HATE: 'MKD',
    HATE_SPEECH: 'ALB',
  }
  return readCsv<'event_id' | 'date' | 'economy' | 'type' | 'affected_series' | 'source_id' | 'confidence'>(
    'figures/events.csv',
  ).map((row) => {
    const economy = economies.find((code) => code === row.economy) ?? null
    const indicators = row.affected_series.split(';').flatMap((name) => {
      const codes = related.get(name)
      if (!codes) throw new Error(`“${name}” is in no row of event-indicators.csv.`)
      return codes
    })
    const apt = indicators.filter(
      (code) =>
        economy === null || Object.entries(own).every(([prefix, only]) => !code.startsWith(prefix) || only === economy),
    )
    return {
      id: row.event_id,
      date: row.date,
      economy,
      type: row.type.replaceAll(/[^a-z]+/g, '-'),
      indicators: apt,
      source: row.source_id.split(';')[0],
      confidence: row.confidence,
    }
  })
}

/** English first: the other versions are read after the text they translate. */
function readTexts(toLatin: (cyrillic: string) => string): [locale: string, texts: Texts][] {
  const locales = readdirSync(new URL('texts/', import.meta.url)).flatMap(
    (name) => /^(en|sq|bs|cnr|mk|sr-Cyrl)\.json$/.exec(name)?.[1] ?? [],
  )
  const written = locales
    .sort((a, b) => Number(b === 'en') - Number(a === 'en'))
    .map((locale): [string, Texts] => [locale, readJson(`texts/${locale}.json`) as Texts])
  const cyrillic = written.find(([locale]) => locale === 'sr-Cyrl')
  if (!cyrillic) return written
  const letters = JSON.stringify(cyrillic[1]).replace(/\p{Script=Cyrillic}+|⟦[^⟧]*⟧/gu, toLatin)
  return [...written, ['sr-Latn', JSON.parse(letters) as Texts]]
}

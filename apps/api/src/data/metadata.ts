import type { ReadTx } from '@observatory/db/tenancy'
import type { DB } from '@observatory/db/schema'
import { economies } from '@observatory/domain/economies'
import { seriesBreak } from '@observatory/domain/indicators'
import type { PublishedSeries } from '@observatory/domain/observations'
import { areaName, footnote } from '@observatory/i18n/areas'
import { locales } from '@observatory/i18n/locale'
import type { Selectable } from 'kysely'
import { listSources, listTexts, qualityOf } from '../indicators/queries.ts'
import type { State } from '../observations/editions.ts'

type IndicatorRow = Selectable<DB['indicator']>

export const licence =
  'The figures are those of the sources named here and stay under the terms of those sources. Observatory adds no restriction of its own; cite the source and the edition.'

/** All that is known of one public indicator beside its figures: enough to use and to cite them without this site. */
export async function metadataOf(
  tx: ReadTx,
  row: IndicatorRow,
  state: State,
  series: readonly PublishedSeries[],
  origin: string,
) {
  const texts = await listTexts(tx, locales, [row.code])
  const inEach = <Value>(pick: (text: (typeof texts)[number]) => Value) =>
    Object.fromEntries(
      locales.flatMap((locale) => texts.filter((text) => text.locale === locale).map((text) => [locale, pick(text)])),
    )
  const unit = await tx.selectFrom('unit').selectAll().where('code', '=', row.unit).executeTakeFirstOrThrow()
  const breaks = await tx
    .selectFrom('seriesBreak')
    .selectAll()
    .where('indicator', '=', row.code)
    .orderBy('period')
    .execute()
  const custodian = row.custodian
    ? await tx.selectFrom('tenant').select(['slug', 'name']).where('id', '=', row.custodian).executeTakeFirst()
    : undefined
  const sources = await listSources(
    tx,
    series.flatMap(({ source }) => source),
  )
  const name = texts.find(({ locale }) => locale === 'en')?.name ?? row.code
  return {
    code: row.code,
    topic: row.topic,
    names: inEach((text) => text.name),
    shortNames: inEach((text) => text.shortName),
    definitions: inEach((text) => text.description),
    caveats: inEach((text) => text.caveat),
    isNot: inEach((text) => text.isNot),
    textStates: inEach((text) => text.state),
    kind: row.kind,
    measures: row.measures,
    direction: row.direction,
    periodicity: row.periodicity,
    unit: { code: unit.code, multiplier: unit.multiplier, rounding: unit.rounding, decimals: row.decimals },
    denominator:
      row.denominator === null
        ? null
        : { indicator: row.denominator, per: row.ratePer, decimals: row.rateDecimals, carryYears: row.carryYears },
    comparable: row.comparable,
    benchmarkable: row.benchmarkable,
    partOf: row.subnationalOf,
    quality: qualityOf(row),
    breaks: breaks.map(({ economy, period, code }) => seriesBreak.parse({ economy, period, code })),
    custodian: custodian ?? null,
    economies: economies.map((code) => ({
      code,
      names: Object.fromEntries(locales.map((locale) => [locale, areaName(code, locale)])),
      periods: series.filter(({ economy }) => economy === code).flatMap(({ periods }) => periods),
    })),
    footnotes: Object.fromEntries(locales.map((locale) => [locale, `* ${footnote(locale)}`])),
    sources,
    edition: state.edition,
    licence,
    citation: citationOf({ name, code: row.code, sources, state, origin }),
    addresses: addressesOf(row.code, origin),
  }
}

export function addressesOf(code: string, origin: string) {
  return {
    csv: `${origin}/data/${code}.csv`,
    json: `${origin}/data/${code}.json`,
    metadata: `${origin}/data/${code}.metadata.json`,
  }
}

type Cited = { name: string; code: string; sources: readonly { publisher: string }[]; state: State; origin: string }

/** Publishers, title, edition with its day, and the address that gives the same figures again. */
function citationOf({ name, code, sources, state: { edition }, origin }: Cited): string {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))].join('; ')
  const stand = edition ? `edition ${edition.code} of ${edition.publishedAt.slice(0, 10)}` : 'no edition'
  const address = `${origin}/data/${code}.csv${edition ? `?asOf=${edition.code}` : ''}`
  return `${publishers || 'Observatory'}: ${name}. Observatory, ${stand}. ${address}`
}

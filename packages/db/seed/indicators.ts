import { qualityFacts } from '@observatory/domain/indicators'
import { readCsv } from './read-csv.ts'

type Column =
  | 'code'
  | 'topic'
  | 'kind'
  | 'unit'
  | 'decimals'
  | 'direction'
  | 'periodicity'
  | 'measures'
  | 'denominator'
  | 'rate_per'
  | 'rate_decimals'
  | 'carry_years'
  | 'benchmarkable'
  | 'comparable'
  | 'subnational_of'
  | 'small_counts'
  | 'headline'
  | 'lag_years'
  | 'q_source'
  | 'q_coverage'
  | 'q_timeliness'
  | 'q_under_reporting'
  | 'q_double_counting'
  | 'q_location'
  | 'q_rounded'

/** Topics in the order of the catalogue. */
export const topics = [
  'online_csea',
  'online_harm_survey',
  'hate',
  'law_enforcement',
  'response',
  'legal',
  'digital_context',
  'child_context',
  'denominator',
]

/** Rows of table `indicator`, by its column names. `indicators-meta.csv` is what was decided of each, by people who read its source. */
export function readIndicators(file: 'indicators-meta.csv' | 'demonstration-indicators.csv') {
  const offset = file === 'indicators-meta.csv' ? 0 : 1000
  return readCsv<Column>(file).map((row, i) => ({
    code: row.code,
    topic: row.topic,
    position: offset + i + 1,
    kind: row.kind,
    unit: row.unit,
    decimals: Number(row.decimals),
    direction: row.direction,
    periodicity: row.periodicity,
    measures: row.measures,
    denominator: row.denominator || null,
    rate_per: row.rate_per ? Number(row.rate_per) : null,
    rate_decimals: Number(row.rate_decimals),
    carry_years: Number(row.carry_years),
    benchmarkable: row.benchmarkable === 'yes',
    comparable: row.comparable === 'yes',
    subnational_of: row.subnational_of || null,
    small_counts: Number(row.small_counts),
    headline: row.headline ? Number(row.headline) : null,
    lag_years: Number(row.lag_years),
    quality: qualityFacts.parse({
      source: row.q_source,
      coverage: row.q_coverage,
      timeliness: row.q_timeliness,
      underReporting: row.q_under_reporting,
      doubleCounting: row.q_double_counting === 'yes',
      location: row.q_location,
      rounded: row.q_rounded === 'yes',
    }),
  }))
}

/**
 * The code of a unit as the starting figures spell it.
 *
 * An unknown spelling stops the seed: a person decides whether it is a new unit or another way of writing one.
 */
export function unitReader(): (spelling: string) => string {
  const units = new Map(
    readCsv<'spelling' | 'unit'>('unit-spellings.csv').map(({ spelling, unit }) => [spelling, unit]),
  )
  return (spelling) => {
    const unit = units.get(spelling)
    if (unit === undefined) throw new Error(`Unit “${spelling}” is in no row of unit-spellings.csv.`)
    return unit
  }
}

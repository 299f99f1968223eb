import { economies, type Economy } from '@observatory/domain/economies'
import type { Visibility } from '@observatory/domain/observations'
import type { ValueToEnter } from '@observatory/domain/submissions'

export type DemonstrationKind = 'ministry' | 'ngo' | 'regional-body'

const firstYear = 2018
const lastYear = 2025
/** Years of the first release of each organisation; the second adds the rest and corrects one figure. */
const firstRelease = 2024

/** Rough size of each economy, so that the invented counts are of a plausible order. */
const size: Record<Economy, number> = { ALB: 1, BIH: 1.1, XKX: 0.7, MNE: 0.25, MKD: 0.7, SRB: 2.2 }

/**
 * A number between 0 and 1 that is always the same for the same words: the invented figures do not change between
 * installations, so that documentation and tests can name them.
 */
function invented(...words: (string | number)[]): number {
  let hash = 2166136261
  for (const character of words.join('|')) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296
}

type Part = ValueToEnter & { period: string }
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)

function count(indicator: string, economy: Economy, year: number, base: number, growth = 0.06): number {
  return Math.round(
    base * size[economy] * (1 + growth * (year - firstYear)) * (0.8 + 0.4 * invented(indicator, economy, year)),
  )
}

function cell(
  indicator: string,
  economy: Economy,
  year: number,
  figure: Partial<ValueToEnter>,
  visibility: Visibility,
  breakdown = '',
): Part {
  return { indicator, economy, breakdown, period: String(year), visibility, confidence: 'verified', ...figure }
}

/** What the demonstration organisation of an economy holds, in the order in which it publishes. Every figure is invented. */
export function demonstrationReleases(
  kind: DemonstrationKind,
  economy: Economy | null,
): { title: string; reason: string | null; values: ValueToEnter[] }[] {
  const parts = kind === 'regional-body' ? regionalBody() : kind === 'ministry' ? ministry(economy!) : ngo(economy!)
  const early = parts.filter(({ period }) => Number(period) <= firstRelease)
  const late = parts.filter(({ period }) => Number(period) > firstRelease)
  const corrected = early.findLast(
    ({ value, breakdown, visibility }) =>
      typeof value === 'number' && value > 20 && !breakdown && visibility === 'regional',
  )
  return [
    {
      title: `Figures to ${firstRelease}`,
      reason: null,
      values: early.map((part) => (part === corrected ? { ...part, value: corrected.value! - 2 } : part)),
    },
    {
      title: `Figures for ${lastYear}`,
      reason: corrected ? 'Two late entries were added.' : null,
      values: corrected ? [...late, corrected] : late,
    },
  ]
}

function ministry(economy: Economy): Part[] {
  return [
    ...casesOpened(economy),
    ...childrenIdentified(economy),
    ...hateReports(economy),
    ...responseDays(economy),
    ...officers(economy),
  ]
}

/** Montenegro's are for benchmarks only, Albania's newest for itself alone: neither reaches anyone else. */
function casesOpened(economy: Economy): Part[] {
  const code = 'DEMO_CASES_OPENED'
  const visibility = (year: number): Visibility =>
    economy === 'MNE' ? 'benchmark' : economy === 'ALB' && year >= 2024 ? 'private' : 'regional'
  return years.map((year) => cell(code, economy, year, { value: count(code, economy, year, 40) }, visibility(year)))
}

const reasons: Partial<Record<Economy, [year: number, figure: Partial<ValueToEnter>]>> = {
  BIH: [2020, { reason: 'elsewhere', note: 'Counted with the cases of 2021' }],
  XKX: [2018, { reason: 'cannot-exist', note: 'The unit was founded in 2019' }],
  MNE: [2022, { reason: 'owner', note: 'Withheld while a trial goes on' }],
  MKD: [2019, { reason: 'not-collected' }],
  SRB: [2018, { reason: 'source', note: 'The register withholds the first year' }],
  ALB: [2019, { value: 12, comparator: 'ge', note: 'At least; one office did not answer' }],
}

/** Small counts of children: zero, counts under the threshold, a bound, and each reason for a blank. */
function childrenIdentified(economy: Economy): Part[] {
  const code = 'DEMO_CHILDREN_IDENTIFIED'
  return years.flatMap((year) => {
    const special = reasons[economy]
    if (special?.[0] === year) return [cell(code, economy, year, special[1], 'regional')]
    const total = economy === 'MNE' && year === 2020 ? 0 : count(code, economy, year, 11, 0.09)
    const girls = Math.round(total * (0.6 + 0.3 * invented(code, 'girls', economy, year)))
    const whole = cell(code, economy, year, { value: total }, 'regional')
    if (economy !== 'ALB' && economy !== 'SRB' && economy !== 'MKD') return [whole]
    return [
      whole,
      cell(code, economy, year, { value: girls }, 'regional', 'SEX=F'),
      cell(code, economy, year, { value: total - girls }, 'regional', 'SEX=M'),
    ]
  })
}

const groups = ['ETHNIC', 'LGBTI', 'ROMA', 'WOMEN'] as const

function hateReports(economy: Economy): Part[] {
  const code = 'DEMO_HATE_REPORTS'
  return years.flatMap((year) => {
    const parts = groups.map((group) => count(`${code}${group}`, economy, year, group === 'WOMEN' ? 30 : 9))
    const total = cell(code, economy, year, { value: parts.reduce((sum, value) => sum + value, 0) }, 'regional')
    if (economy === 'BIH' || economy === 'XKX') return [total]
    return [
      total,
      ...groups.map((group, i) => cell(code, economy, year, { value: parts[i]! }, 'regional', `TARGET_GROUP=${group}`)),
    ]
  })
}

function responseDays(economy: Economy): Part[] {
  const code = 'DEMO_RESPONSE_DAYS'
  const visibility: Visibility = economy === 'ALB' || economy === 'SRB' ? 'benchmark' : 'regional'
  return years
    .filter((year) => year >= 2020)
    .map((year) =>
      cell(
        code,
        economy,
        year,
        { value: Math.round(10 * (14 - 0.9 * (year - 2020)) * (0.7 + 0.6 * invented(code, economy, year))) / 10 },
        visibility,
      ),
    )
}

function officers(economy: Economy): Part[] {
  const code = 'DEMO_TRAINED_OFFICERS'
  return years.map((year) => cell(code, economy, year, { value: count(code, economy, year, 60, 0.12) }, 'regional'))
}

function ngo(economy: Economy): Part[] {
  const code = 'DEMO_HOTLINE_PAGES'
  const visibility: Visibility =
    economy === 'MNE' ? 'benchmark' : economy === 'XKX' || economy === 'MKD' ? 'private' : 'regional'
  return years.map((year) => cell(code, economy, year, { value: count(code, economy, year, 2400, -0.03) }, visibility))
}

/** Two hotlines that the regional body runs, and which stand for their economies. */
function regionalBody(): Part[] {
  const code = 'DEMO_HOTLINE_PAGES'
  return economies
    .filter((economy) => economy === 'XKX' || economy === 'MKD')
    .flatMap((economy) =>
      years.map((year) => cell(code, economy, year, { value: count(`${code}R`, economy, year, 1900) }, 'regional')),
    )
}

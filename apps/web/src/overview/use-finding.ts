import {
  type CatalogueEntry,
  type Candidate,
  economyFinding,
  type Finding,
  type OverviewAnswer,
  regionFinding,
} from '@observatory/domain/indicators'
import type { Locale } from '@observatory/i18n/locale'
import { useQueries } from '@tanstack/react-query'
import { trpc } from '../api.ts'

/** Headline indicators that are asked for what all six did, where the reader has no economy. */
const regionalCandidates = 3

/**
 * The finding of the overview; `undefined` while what the region did is on its way.
 *
 * The overview holds the whole series of one economy only. Once the indicator is
 * chosen from those, the six series of that one indicator are read, which its own
 * page needs next anyway. Without them the finding is told of the economy alone.
 */
export function useFinding(
  answer: OverviewAnswer,
  entries: ReadonlyMap<string, CatalogueEntry>,
  today: string,
  locale: Locale,
  asOf: string | undefined,
): Finding | null | undefined {
  const candidates = answer.items.flatMap(({ indicator, series }): Candidate[] => {
    const entry = entries.get(indicator)
    return entry ? [{ indicator: entry, series, region: [] }] : []
  })
  const alone = answer.economy ? economyFinding(candidates, answer.economy, today) : null
  const wanted = answer.economy
    ? alone
      ? [alone.indicator]
      : []
    : answer.items
        .filter(({ region }) => region.length >= 4)
        .slice(0, regionalCandidates)
        .map(({ indicator }) => indicator)
  const read = useQueries({
    queries: wanted.map((code) => trpc.indicators.get.queryOptions({ code, locale, ...(asOf ? { asOf } : {}) })),
  })
  if (read.some((query) => query.isPending)) return undefined
  const withRegion = wanted.flatMap((code, at): Candidate[] => {
    const candidate = candidates.find(({ indicator }) => indicator.code === code)
    const series = read[at]?.data?.series
    if (!candidate) return []
    return [{ ...candidate, region: series ? contributing(series) : [] }]
  })
  return answer.economy ? economyFinding(withRegion, answer.economy, today) : regionFinding(withRegion, today)
}

/** The contributing six come first in the answer: one total series an economy. */
function contributing<T extends { economy: string; breakdown: string }>(series: readonly T[]): T[] {
  const seen = new Set<string>()
  return series.filter((one) => one.breakdown === '' && !seen.has(one.economy) && seen.add(one.economy))
}

import type { FigureChange, IndicatorRevision } from '@observatory/domain/indicators'
import { type Edition, isMissing, type PublishedCell, type PublishedSeries } from '@observatory/domain/observations'
import type { SeriesVersion } from './queries.ts'

type KnownEdition = { seq: number; edition: Edition }
type Step = {
  series: PublishedSeries
  period: string
  from: PublishedCell | null
  to: PublishedCell | null
  seq: number
}

/** The figures that differ between consecutive versions of each series, oldest first; a series' first version is no step. */
function stepsOf(versions: readonly SeriesVersion[]): Step[] {
  const steps: Step[] = []
  const previous = new Map<string, PublishedSeries>()
  for (const { seriesId, fromSeq, series } of versions) {
    const before = previous.get(seriesId)
    if (before) steps.push(...differences(before, series).map((difference) => ({ ...difference, seq: fromSeq })))
    previous.set(seriesId, series)
  }
  return steps
}

function differences(before: PublishedSeries, after: PublishedSeries): Omit<Step, 'seq'>[] {
  const old = cellsByPeriod(before)
  const now = cellsByPeriod(after)
  return [...new Set([...old.keys(), ...now.keys()])]
    .toSorted()
    .map((period) => ({ series: after, period, from: old.get(period) ?? null, to: now.get(period) ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

function cellsByPeriod(series: PublishedSeries): Map<string, PublishedCell> {
  return new Map(series.periods.map((period, at) => [period, series.cells[at]!]))
}

/**
 * The edition in which readers first saw a release: the first at or after it, named by its widest audience.
 *
 * `editions` are the newest first, and the widest first within a release, as `listEditions` gives them.
 */
export function editionAt(editions: readonly KnownEdition[], seq: number): Edition | undefined {
  const earliest = editions.findLast((known) => known.seq >= seq)
  return earliest && editions.find((known) => known.seq === earliest.seq)?.edition
}

/** What changed after a state: per figure the cell then and the cell now, the newest change first. */
export function changesBetween(
  versions: readonly SeriesVersion[],
  since: number,
  editions: readonly KnownEdition[],
): FigureChange[] {
  const merged = new Map<string, Step>()
  const first = new Map<string, SeriesVersion>()
  for (const version of versions) if (!first.has(version.seriesId)) first.set(version.seriesId, version)
  const steps = [...firstAppearances([...first.values()], since), ...stepsOf(versions)].toSorted(
    (a, b) => a.seq - b.seq,
  )
  for (const step of steps) {
    const key = `${step.series.indicator} ${step.series.economy} ${step.period}`
    merged.set(key, { ...step, from: merged.has(key) ? merged.get(key)!.from : step.from })
  }
  return [...merged.values()]
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ series, period, from, to, seq }) => ({
      indicator: series.indicator,
      economy: series.economy,
      period,
      from,
      to,
      edition: editionAt(editions, seq)?.code ?? editions[0]!.edition.code,
    }))
}

/** Of series that did not exist at the state, every figure is new. */
function firstAppearances(first: readonly SeriesVersion[], since: number): Step[] {
  return first
    .filter(({ fromSeq }) => fromSeq > since)
    .flatMap(({ series, fromSeq }) =>
      series.periods.map((period, at) => ({ series, period, from: null, to: series.cells[at]!, seq: fromSeq })),
    )
}

/** Figures that replaced others, by edition, the newest first. A figure where there was none is no revision. */
export function revisionsOf(
  versions: readonly SeriesVersion[],
  editions: readonly KnownEdition[],
): IndicatorRevision[] {
  const byEdition = new Map<string, IndicatorRevision>()
  for (const { series, period, from, to, seq } of stepsOf(versions)) {
    const edition = editionAt(editions, seq)
    if (from === null || isMissing(from) || !edition) continue
    const revision = byEdition.get(edition.code) ?? { edition, changes: [] }
    revision.changes.push({ economy: series.economy, period, from, to })
    byEdition.set(edition.code, revision)
  }
  return [...byEdition.values()].reverse()
}

/** For each series and period, the release from which its figure has stood unchanged: the one to cite. */
export function standingSince(
  versions: readonly SeriesVersion[],
  measure: 'count' | 'rate',
): (seriesId: string, period: string) => number | undefined {
  const since = new Map<string, { figure: string; seq: number }>()
  for (const { seriesId, fromSeq, series } of versions) {
    series.periods.forEach((period, at) => {
      const key = `${seriesId} ${period}`
      const figure = JSON.stringify((measure === 'rate' ? series.rate : series.cells)?.[at])
      if (since.get(key)?.figure !== figure) since.set(key, { figure, seq: fromSeq })
    })
  }
  return (seriesId, period) => since.get(`${seriesId} ${period}`)?.seq
}

import { type Sentence, sentence, type Term } from '@observatory/domain/indicators'
import { type BandPoint, isDrawn, type Point, segmentsOf } from '../series/index.ts'

export interface Described {
  economy: string
  points: readonly Point[]
  span: readonly string[]
  /** First periods counted the new way. */
  breaks: readonly string[]
  band: readonly BandPoint[]
  decimals: number
}

/**
 * What a reader who cannot see a chart needs of it: where each stretch of the line
 * begins and ends, its highest figure, what stands outside it, and the newest median.
 * Each stretch is told on its own, so that no sentence compares across a hole or a break.
 */
export function describeLine({ economy, points, span, breaks, band, decimals }: Described): Sentence[] {
  const number = (value: number): Term => ({ number: value, decimals })
  const told: { slot: number; said: Sentence }[] = []
  for (const segment of segmentsOf(points.filter(isDrawn), span, breaks)) {
    const first = segment[0]!
    const last = segment.at(-1)!
    const area: Term = { area: economy }
    if (segment.length === 1) {
      told.push({
        slot: first.slot,
        said: sentence('chart.single', { economy: area, a: number(first.value), period: { period: first.period } }),
      })
      continue
    }
    const peak = segment.reduce((most, point) => (point.value > most.value ? point : most))
    const ends = {
      economy: area,
      a: number(first.value),
      from: { period: first.period },
      b: number(last.value),
      to: { period: last.period },
    }
    const isInside = peak !== first && peak !== last
    const said = isInside
      ? sentence('chart.segmentPeak', { ...ends, peak: number(peak.value), at: { period: peak.period } })
      : sentence('chart.segment', ends)
    told.push({ slot: first.slot, said })
  }
  for (const point of points) {
    const period: Term = { period: point.period }
    if (point.bound) {
      const side = point.bound.comparator.startsWith('g') ? 'atLeast' : 'under'
      told.push({ slot: point.slot, said: sentence(`chart.bound.${side}`, { period, n: number(point.bound.limit) }) })
    } else if (
      point.state === 'suppressed' ||
      point.state === 'unusable' ||
      point.state === 'not-applicable' ||
      point.state === 'missing'
    ) {
      told.push({
        slot: point.slot,
        said: sentence(`chart.state.${point.state === 'not-applicable' ? 'cannotExist' : point.state}`, { period }),
      })
    }
  }
  for (const period of breaks) {
    const slot = span.findIndex((p) => p >= period)
    if (slot > 0) told.push({ slot: slot - 0.5, said: sentence('chart.break', { period: { period } }) })
  }
  const median = band.at(-1)
  const sentences = told.toSorted((a, b) => a.slot - b.slot).map(({ said }) => said)
  if (!median) return sentences
  const region = { period: { period: median.period }, members: median.members, median: number(median.median) }
  return [...sentences, sentence('chart.median', region)]
}

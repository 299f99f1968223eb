import type { Cell } from '@observatory/domain/observations'
import { segmentsOf } from './points.ts'

/** The arrays of a published benchmark that are drawn. */
export interface BenchmarkCells {
  periods: readonly string[]
  members: readonly number[]
  min: readonly Cell[]
  lower: readonly Cell[]
  median: readonly Cell[]
  upper: readonly Cell[]
  max: readonly Cell[]
}

export interface BandPoint {
  slot: number
  period: string
  members: number
  median: number
  /** Quartiles; null where there are too few members for them. */
  lower: number | null
  upper: number | null
  min: number | null
  max: number | null
}

/** The region in each slot where a median was published; the band is there only where both quartiles were. */
export function bandOf(benchmark: BenchmarkCells | null, span: readonly string[]): BandPoint[] {
  if (!benchmark) return []
  return span.flatMap((period, slot) => {
    const at = benchmark.periods.indexOf(period)
    const median = at === -1 ? null : number(benchmark.median[at])
    if (median === null) return []
    const [lower, upper] = [number(benchmark.lower[at]), number(benchmark.upper[at])]
    return [
      {
        slot,
        period,
        members: benchmark.members[at] ?? 0,
        median,
        lower: upper === null ? null : lower,
        upper: lower === null ? null : upper,
        min: number(benchmark.min[at]),
        max: number(benchmark.max[at]),
      },
    ]
  })
}

export type Quartiles = BandPoint & { lower: number; upper: number }

/** The median and the band in stretches that cross neither a hole nor a break. */
export function bandSegments(
  band: readonly BandPoint[],
  span: readonly string[],
  breaks: readonly string[],
): { median: BandPoint[][]; quartiles: Quartiles[][] } {
  const withQuartiles = band.filter((point): point is Quartiles => point.lower !== null && point.upper !== null)
  return { median: segmentsOf(band, span, breaks), quartiles: segmentsOf(withQuartiles, span, breaks) }
}

function number(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}

export {
  type Bound,
  bound,
  boundParts,
  type Cell,
  cell,
  type CellState,
  cellState,
  type Comparator,
  comparator,
  isBound,
  isMissing,
  isSuppressed,
  isValue,
  type Missing,
  missing,
  type MissingReason,
  missingReason,
  type PublishedCell,
  publishedCell,
  type Suppressed,
  suppressed,
  type Suppressor,
  suppressor,
} from './cell.ts'
export { type AsOf, asOf, type Edition, edition, editionCode } from './edition.ts'
export {
  type Audience,
  audience,
  type Confidence,
  confidence,
  type Grade,
  grade,
  type Place,
  place,
  type PublishedBenchmark,
  publishedBenchmark,
  type PublishedSeries,
  publishedSeries,
  type Visibility,
  visibility,
} from './published.ts'
export { type Breakdown, breakdown, breakdownKey, codeLists, type Dimension, dimensions, isDimension, parseBreakdown } from './breakdown.ts'
export { type Figure, isUnusable, maySee, type Observation, type Reason, reasons, statusCodes } from './observation.ts'
export { comparePeriods, type Frequency, isPeriod, parsePeriod, type Period, period, shiftYears, yearOf } from './period.ts'
export { type Denominator, publishCell, publishSeries, type SeriesToPublish } from './publish-series.ts'

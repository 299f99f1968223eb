export {
  type Bound,
  boundParts,
  type Cell,
  type CellState,
  cellState,
  type Comparator,
  isBound,
  isMissing,
  isSuppressed,
  isValue,
  type Missing,
  type MissingReason,
  type PublishedCell,
  publishedCell,
  type Suppressed,
  type Suppressor,
} from './cell.ts'
export { type AsOf, asOf, type Edition } from './edition.ts'
export {
  type Audience,
  type Confidence,
  type Grade,
  type Place,
  type PublishedBenchmark,
  publishedBenchmark,
  type PublishedSeries,
  publishedSeries,
  type Visibility,
} from './published.ts'
export { type Breakdown, type Dimension } from './breakdown.ts'
export { type Figure, maySee, type Observation, type Reason } from './observation.ts'
export { type Frequency, type Period, yearOf } from './period.ts'
export { type Denominator, publishCell, publishSeries, type SeriesToPublish } from './publish-series.ts'

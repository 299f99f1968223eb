export { axisOf, niceTop, tickDecimals } from './axis.ts'
export { type BandPoint, bandOf, bandSegments, type BenchmarkCells, type Quartiles } from './band.ts'
export { spread, textWidth } from './labels.ts'
export { areaPath, linePath, px } from './path.ts'
export {
  cellAt,
  isDrawn,
  type Measure,
  type Point,
  pointsOf,
  type PointState,
  segmentsOf,
  type SeriesCells,
  stateOf,
} from './points.ts'
export { slotAtOrAfter, slotOfDate, spanBetween, spanOf } from './span.ts'

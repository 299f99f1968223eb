export {
  type CatalogueAnswer,
  catalogueAnswer,
  type CatalogueEntry,
  catalogueEntry,
  type CatalogueSource,
  catalogueSource,
  type Direction,
  direction,
  type EditionList,
  editionList,
  type FigureChange,
  figureChange,
  type IndicatorAnswer,
  indicatorAnswer,
  type IndicatorDetail,
  indicatorDetail,
  type IndicatorEvent,
  indicatorEvent,
  type IndicatorKind,
  indicatorKind,
  type IndicatorRevision,
  indicatorRevision,
  type MissingFigure,
  missingFigure,
  type NewestFigure,
  newestFigure,
  type OverviewAnswer,
  overviewAnswer,
  type OverviewAside,
  overviewAside,
  type OverviewItem,
  overviewItem,
  type Reach,
  reach,
  type SeriesBreak,
  seriesBreak,
  seriesKey,
  type TextState,
  textState,
} from './answers.ts'
export { type Change, type ChangeVerdict, change } from './change.ts'
export { compareFigures, type Difference, leastForPercentages } from './chance.ts'
export { type Counted, type Figures, holdsFigure, newestPlace, usableFigures, yearOf } from './figures.ts'
export { type Candidate, economyFinding, type Finding, regionFinding } from './finding.ts'
export { dueYear, type Freshness, freshness } from './freshness.ts'
export { cannotExist, elsewhere, position } from './position.ts'
export { type Sentence, sentence, type Term } from './sentence.ts'
export { tally, type TallyLine, tallyLineOf, tallyLines } from './tally.ts'
export {
  assess,
  type Assessment,
  type Bias,
  bias,
  type QualityFacts,
  qualityFacts,
  type SeriesFacts,
} from './quality.ts'

export { type Aggregate, type Leaving, protect } from './protect.ts'
export { secondarySuppressions, type TablePart } from './secondary-suppression.ts'

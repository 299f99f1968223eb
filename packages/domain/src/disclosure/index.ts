export { type Aggregate, type Leaving } from './protect.ts'
export { secondarySuppressions, type TablePart } from './secondary-suppression.ts'

export { coverageAnswer, type CoverageAnswer, type CoverageState, stateOf } from './answers.ts'
export {
  countDimensions,
  countHeld,
  countState,
  type Held,
  type Reason,
  reasonsOf,
  runsOf,
  shareHeld,
} from './counts.ts'

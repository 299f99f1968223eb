export { type CoverageAnswer, coverageAnswer, type CoverageState, coverageState, stateOf } from './answers.ts'

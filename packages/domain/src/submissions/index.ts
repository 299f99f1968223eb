export { checkValue, type IndicatorRules } from './check-value.ts'
export { type EnteredValue, enteredValue, type ValueToEnter } from './entered-value.ts'

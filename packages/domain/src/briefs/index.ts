export {
  type BriefState,
  type BriefSummary,
  briefSummary,
  type BriefTemplate,
  briefTemplates,
  mostIndicators,
  type NewBrief,
  newBrief,
} from './brief.ts'
export { pageFinding } from './finding.ts'
export { type KeyMessage, type MessageRule, messageRules } from './key-message.ts'
export { keyMessages } from './messages.ts'
export { type PagePlan, planPage, totalledPeriods } from './plan.ts'
export { cellAt, commonBreaks, heldPeriods, seriesOf, sourcesOf, type Subject, usableAt } from './subject.ts'
export { perOf } from './message-words.ts'

/** The four headings of the overview, in their order, and the topics of the catalogue that stand under each. */
export const families = ['abuse', 'hate', 'response', 'access'] as const
export type Family = (typeof families)[number]

const topics: Record<string, Family> = {
  online_csea: 'abuse',
  hate: 'hate',
  law_enforcement: 'response',
  response: 'response',
  legal: 'response',
  online_harm_survey: 'access',
  digital_context: 'access',
  child_context: 'access',
  denominator: 'access',
}

/** A topic that no heading names stands under the last one: a figure is never dropped for want of a place. */
export function familyOf(topic: string): Family {
  return topics[topic] ?? 'access'
}

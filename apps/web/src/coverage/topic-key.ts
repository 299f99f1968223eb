const topics = [
  'online_csea',
  'online_harm_survey',
  'hate',
  'law_enforcement',
  'response',
  'legal',
  'digital_context',
  'child_context',
  'denominator',
  'demonstration',
] as const
export type TopicKey = (typeof topics)[number] | 'other'

/** The catalogue key of a topic; one that has no words of its own yet stands as "other". */
export function topicKey(topic: string): TopicKey {
  return topics.find((known) => known === topic) ?? 'other'
}

import type { MessageKey } from '@observatory/i18n/translate'
import type { Failure } from '../failure.ts'

/** Reasons that the access procedures give with `conflict` and `forbidden`, each with a sentence of its own. */
const reasons: Record<string, MessageKey> = {
  'last-admin': 'members.reason.lastAdmin',
  'member-already': 'members.reason.memberAlready',
  'elsewhere-too': 'members.reason.elsewhereToo',
  suspended: 'members.reason.changed',
  'not-suspended': 'members.reason.changed',
}

/** The catalogue key that explains a refusal best. */
export function reasonOf(failure: Failure): MessageKey {
  return reasons[String(failure.params['reason'])] ?? (`errors.${failure.code}.text` as MessageKey)
}

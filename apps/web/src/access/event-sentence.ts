import type { MessageKey, Translate } from '@observatory/i18n/translate'

/** What an event of the audit log holds, as `audit.list` answers it. */
export interface AuditedEvent {
  action: string
  actor: string
  subject: string | null
  actorName: string | null
  subjectName: string | null
  detail: Record<string, unknown>
}

/**
 * An event as a sentence of the catalogue, `audit.event.<noun>.<verb>`.
 *
 * An action without a sentence is shown by its stored name rather than hidden: an audit that leaves
 * something out is none. `service:…` is the installation itself.
 */
export function eventSentence(event: AuditedEvent, t: Translate): string {
  const key = `audit.event.${event.action}` as MessageKey
  const params = {
    ...texts(event.detail, t),
    actor: event.actorName ?? (event.actor.startsWith('service:') ? t('audit.service') : t('audit.someone')),
    subject: event.subjectName ?? t('audit.someone'),
    action: event.action,
  }
  const sentence = t(key, params)
  return sentence === key ? t('audit.event.other', params) : sentence
}

/** The details a sentence may use; roles are given by their name. */
function texts(detail: Record<string, unknown>, t: Translate): Record<string, string | number> {
  const shown: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(detail)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const role = ['role', 'from', 'to'].includes(key) && typeof value === 'string'
    shown[key] = role ? t(`members.roles.${value}.name` as MessageKey) : value
  }
  return shown
}

import type { WriteTx } from '@observatory/db/tenancy'
import { newId } from '@observatory/db/id'

/** `action` is noun and verb, such as `member.suspended`; a stored format: add, never rename (docs/glossary.md). */
export interface AuditEvent {
  action: `${string}.${string}`
  /** Id or code of what it was done to. */
  subject?: string
  /** What a later reader needs to understand it. Never a password, a token or a confidential figure. */
  detail?: Record<string, unknown>
}

/** Adds to the log of the organisation in which the transaction runs. */
export async function recordEvent(
  tx: WriteTx,
  actor: { tenantId: string; userId: string },
  event: AuditEvent,
): Promise<void> {
  await tx
    .insertInto('auditEvent')
    .values({
      tenantId: actor.tenantId,
      id: newId(),
      actor: actor.userId,
      action: event.action,
      subject: event.subject ?? null,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute()
}

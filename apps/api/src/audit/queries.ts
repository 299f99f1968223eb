import type { ReadTx } from '@observatory/db/tenancy'

/** Events of this organisation, newest first, from before the one named. Ids sort by the time they were made. */
export function listEvents(tx: ReadTx, { before, limit }: { before?: string | undefined; limit: number }) {
  return tx
    .selectFrom('auditEvent')
    .select(['id', 'at', 'actor', 'action', 'subject', 'detail'])
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

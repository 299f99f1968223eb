import type { ReadTx, WriteTx } from '@observatory/db/tenancy'
import { sql } from 'kysely'
import type { Acting } from '../access/acting.ts'

/** A visit ends when nothing was asked for this long. */
const visitGap = '4 hours'

/** The state seen at the end of the previous visit; undefined on the first. */
export async function findSeen(tx: ReadTx, { actor }: Acting): Promise<number | undefined> {
  const row = await tx
    .selectFrom('visit')
    .select(
      sql<number | null>`case when seen_at < now() - ${visitGap}::interval then seen_seq else previous_seq end`.as(
        'seq',
      ),
    )
    .where('tenantId', '=', actor.tenantId)
    .where('userId', '=', actor.userId)
    .executeTakeFirst()
  return row?.seq ?? undefined
}

/** Keeps what is newest now as seen; the first time after a gap, what was seen before becomes "the previous visit". */
export async function recordVisit(tx: WriteTx, { actor }: Acting): Promise<void> {
  await sql`
    insert into visit (tenant_id, user_id, seen_seq)
    select ${actor.tenantId}::uuid, ${actor.userId}, coalesce(max(seq), 0) from edition
    on conflict (tenant_id, user_id) do update set
      previous_seq = case when visit.seen_at < now() - ${visitGap}::interval then visit.seen_seq else visit.previous_seq end,
      seen_seq = excluded.seen_seq, seen_at = now()`.execute(tx)
}

import type { DB } from '@observatory/db/schema'
import type { ReadTx, WriteTx } from '@observatory/db/tenancy'
import type { BriefState, BriefSummary } from '@observatory/domain/briefs'
import { AppError } from '@observatory/domain/errors'
import type { Selectable } from 'kysely'

export type BriefRow = Selectable<DB['brief']>

export function listBriefs(tx: ReadTx, tenantId: string): Promise<BriefRow[]> {
  return tx
    .selectFrom('brief')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** A brief of another organisation is not there. */
export async function getBrief(tx: ReadTx, tenantId: string, id: string): Promise<BriefRow> {
  const row = await tx
    .selectFrom('brief')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return row
}

export function findFile(tx: ReadTx, tenantId: string, briefId: string) {
  return tx
    .selectFrom('briefFile')
    .select(['sha256', 'bytes', 'madeAt'])
    .where('tenantId', '=', tenantId)
    .where('briefId', '=', briefId)
    .where('format', '=', 'pdf')
    .executeTakeFirst()
}

/** Lengths without the bytes, for lists. */
export async function fileSizes(tx: ReadTx, tenantId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('briefFile')
    .select((eb) => ['briefId', eb.fn<number>('octet_length', ['bytes']).as('length')])
    .where('tenantId', '=', tenantId)
    .execute()
  return new Map(rows.map(({ briefId, length }) => [briefId, length]))
}

/**
 * Moves a brief from one of some states to another; false where it is in none of
 * them, because somebody cancelled it or another worker finished it.
 */
export async function moveBrief(
  tx: WriteTx,
  {
    tenantId,
    id,
    from,
    ...set
  }: {
    tenantId: string
    id: string
    from: readonly BriefState[]
    state: BriefState
    progress?: number
    failure?: string | null
    pages?: number
    sha256?: string
    finishedAt?: Date
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('brief')
    .set(set)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export function summaryOf(row: BriefRow, size: number | null, demonstration: boolean): BriefSummary {
  return {
    id: row.id,
    template: row.template as BriefSummary['template'],
    locale: row.locale,
    title: row.title,
    occasion: row.occasion,
    place: row.place,
    date: row.date,
    freezeDate: row.freezeDate,
    indicators: row.indicators,
    economies: row.economies,
    edition: row.edition,
    state: row.state as BriefSummary['state'],
    progress: row.progress,
    failure: row.failure,
    sha256: row.sha256,
    bytes: size,
    pages: row.pages,
    createdAt: new Date(row.createdAt).toISOString(),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
    demonstration,
  }
}

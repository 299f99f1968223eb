import { newId } from '@observatory/db/id'
import type { ReadTx, WriteTx } from '@observatory/db/tenancy'
import { may, type Role } from '@observatory/domain/access'
import type { BriefTemplate, NewBrief } from '@observatory/domain/briefs'
import { AppError } from '@observatory/domain/errors'
import { getTenant } from '../access/queries.ts'
import { enqueue } from '../jobs.ts'
import { editionCode, resolveAsOf, widestFirst } from '../observations/editions.ts'
import { getBrief, moveBrief } from './queries.ts'

/** A summit brief speaks for the region and is a coordinator's; any member may brief on their own organisation. */
export function mayMake(role: Role, template: BriefTemplate): boolean {
  return template === 'organisation' ? may(role, 'brief:make') : may(role, 'brief:coordinate')
}

export interface Asker {
  tenantId: string
  userId: string
  role: Role
}

/**
 * Records what is asked for, fixes the release it rests on, and adds the job in the
 * same transaction. Nothing is rendered here.
 */
export async function requestBrief(tx: WriteTx, asker: Asker, input: NewBrief, timeZone: string): Promise<string> {
  if (!mayMake(asker.role, input.template))
    throw new AppError('forbidden', { params: { permission: 'brief:coordinate' } })
  const { demonstration } = await getTenant(tx, asker.tenantId)
  await refuseUnknown(tx, input.indicators, demonstration)
  const pinned = await pin(tx, input, demonstration, timeZone)
  const id = newId()
  await tx
    .insertInto('brief')
    .values({
      tenantId: asker.tenantId,
      id,
      template: input.template,
      locale: input.locale,
      title: input.title,
      occasion: input.occasion,
      place: input.place,
      date: input.date,
      freezeDate: input.freezeDate,
      indicators: [...new Set(input.indicators)],
      economies: [...new Set(input.economies)],
      edition: pinned.edition,
      seq: pinned.seq,
      createdBy: asker.userId,
    })
    .execute()
  await enqueue(tx, 'brief.render', { briefId: id })
  return id
}

/** Tries a failed brief again: same request, same release, so the same file if it succeeds. */
export async function retryBrief(tx: WriteTx, tenantId: string, id: string): Promise<void> {
  await getBrief(tx, tenantId, id)
  const moved = await moveBrief(tx, {
    tenantId,
    id,
    from: ['failed', 'cancelled'],
    state: 'queued',
    progress: 0,
    failure: null,
  })
  if (!moved) throw new AppError('conflict')
  await enqueue(tx, 'brief.render', { briefId: id })
}

/** Stops a brief that is not finished. A job that is at work finds it cancelled and keeps nothing. */
export async function cancelBrief(tx: WriteTx, tenantId: string, id: string): Promise<void> {
  await getBrief(tx, tenantId, id)
  if (!(await moveBrief(tx, { tenantId, id, from: ['queued', 'rendering'], state: 'cancelled' })))
    throw new AppError('conflict')
}

/** Takes away what failed or was cancelled. A brief that was made is a record and stays (the policy says so as well). */
export async function removeBrief(tx: WriteTx, tenantId: string, id: string): Promise<void> {
  await getBrief(tx, tenantId, id)
  const result = await tx
    .deleteFrom('brief')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'cancelled'])
    .executeTakeFirst()
  if (result.numDeletedRows === 0n) throw new AppError('conflict')
}

/** Demonstration indicators exist for demonstration organisations alone; for others they are not there. */
async function refuseUnknown(tx: WriteTx, codes: readonly string[], demonstration: boolean): Promise<void> {
  const rows = await tx
    .selectFrom('indicator')
    .select(['code', 'demonstration'])
    .where('code', 'in', [...codes])
    .execute()
  const known = new Set(rows.filter((row) => demonstration || !row.demonstration).map(({ code }) => code))
  const problems = codes.flatMap((code, at) =>
    known.has(code) ? [] : [{ path: ['indicators', at], key: 'errors.problem.not-accepted', params: { given: code } }],
  )
  if (problems.length > 0) throw new AppError('invalid', { problems })
}

/**
 * The state of the figures that a brief rests on.
 *
 * A brief for outside names a public edition. Where only regional or own rows
 * changed since, that is still the newest public one, and its release is what counts.
 */
export async function pin(
  tx: ReadTx,
  { template, asOf }: Pick<NewBrief, 'template' | 'asOf'>,
  demonstration: boolean,
  timeZone: string,
): Promise<{ edition: string; seq: number }> {
  const { seq } = await resolveAsOf(tx, asOf, timeZone)
  const isPublic = template === 'summit' && !demonstration
  let query = tx
    .selectFrom('edition')
    .select(['audience', 'number', 'seq'])
    .orderBy('seq', 'desc')
    .orderBy(widestFirst)
    .limit(1)
  if (seq !== null) query = query.where('seq', '<=', seq)
  if (isPublic) query = query.where('audience', '=', 'public')
  const row = await query.executeTakeFirst()
  if (!row)
    throw new AppError('invalid', {
      problems: [{ path: ['asOf'], key: 'errors.problem.not-accepted', params: { given: asOf ?? '' } }],
    })
  return { edition: editionCode(row), seq: seq ?? row.seq }
}

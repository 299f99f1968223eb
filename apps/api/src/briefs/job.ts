import { writeAs, readAs, type WriteTx } from '@observatory/db/tenancy'
import { AppError } from '@observatory/domain/errors'
import { z } from 'zod'
import { recordEvent } from '../audit/record.ts'
import type { Job } from '../jobs.ts'
import type { Request } from './gather.ts'
import { type BriefRow, findFile, getBrief, moveBrief } from './queries.ts'
import { renderBrief } from './render.ts'
import { mayMake } from './service.ts'

const payload = z.strictObject({ briefId: z.uuid() })

/** What was asked for and nothing of how far it got: the request is part of what the content hash is of. */
export function requestOf(row: BriefRow): Request {
  const { title, occasion, place, date, freezeDate, indicators, economies, edition, seq } = row
  const template = row.template as Request['template']
  const locale = row.locale as Request['locale']
  return { template, locale, title, occasion, place, date, freezeDate, indicators, economies, edition, seq }
}

/**
 * Makes the file of a brief, on behalf of the member who asked for it.
 *
 * It may be run again at any moment: a worker that died in the middle left a brief
 * in `rendering`, which another takes up from the start; one that died after storing
 * the file left it done, and nothing is left to do. Rendering is outside every
 * transaction.
 */
export async function makeBriefFile({ context, requester, payload: given }: Job): Promise<void> {
  const { briefId: id } = payload.parse(given)
  const { actor } = requester
  const { tenantId } = actor
  const write = <T>(work: (tx: WriteTx) => Promise<T>) => writeAs(context.db.app, actor, work)
  const row = await readAs(context.db.app, actor, (tx) => getBrief(tx, tenantId, id))
  const started = await write((tx) =>
    moveBrief(tx, { tenantId, id, from: ['queued', 'rendering'], state: 'rendering', progress: 0.1 }),
  )
  if (!started) return
  const fail = (failure: string) =>
    write(async (tx) => {
      const failed = await moveBrief(tx, {
        tenantId,
        id,
        from: ['queued', 'rendering'],
        state: 'failed',
        failure,
        finishedAt: context.clock(),
      })
      if (failed) await recordEvent(tx, actor, { action: 'brief.failed', subject: id, detail: { failure } })
    })
  if (!mayMake(requester.member.role, row.template as Request['template'])) return fail('permission')
  try {
    const { bytes, sha256, pages } = await renderBrief(context, actor, requestOf(row), async (progress) => {
      await write((tx) => moveBrief(tx, { tenantId, id, from: ['rendering'], state: 'rendering', progress }))
    })
    await write(async (tx) => {
      const stored = await moveBrief(tx, {
        tenantId,
        id,
        from: ['rendering'],
        state: 'done',
        progress: 1,
        pages,
        sha256,
        finishedAt: context.clock(),
      })
      // Cancelled meanwhile, or stored by another worker: the file that is there stays.
      if (!stored || (await findFile(tx, tenantId, id))) return
      await tx
        .insertInto('briefFile')
        .values({ tenantId, briefId: id, format: 'pdf', sha256, bytes: Buffer.from(bytes) })
        .execute()
      await recordEvent(tx, actor, { action: 'brief.made', subject: id, detail: { sha256, edition: row.edition } })
    })
  } catch (error) {
    const known = error instanceof AppError && error.code === 'invalid'
    context.log.error({ err: error, brief: id }, 'brief could not be made')
    await fail(known ? 'nothing' : 'rendering')
  }
}

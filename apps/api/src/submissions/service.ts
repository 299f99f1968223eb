import { newId } from '@observatory/db/id'
import type { Actor, WriteTx } from '@observatory/db/tenancy'
import { AppError, type Problem } from '@observatory/domain/errors'
import { checkValue, type EnteredValue, enteredValue, type ValueToEnter } from '@observatory/domain/submissions'
import { sql } from 'kysely'
import { recordEvent } from '../audit/record.ts'
import { advanceEditions, nameContributions } from './editions.ts'
import { rewriteBenchmarks } from './published-benchmarks.ts'
import { rewriteSeries } from './published-series.ts'
import {
  ensureSeries,
  findIndicatorRules,
  getSubmission,
  insertObservations,
  listValues,
  newestSeq,
  replacesPublished,
  seriesName,
  upsertValues,
} from './queries.ts'

/** Number of the advisory lock under which releases are numbered: one publication at a time, so their order is that of commits. */
const publicationLock = 7_180_002

export type NewSubmission = { title: string; reason?: string | null; sourceYear?: number | null }

/** Opens a draft in the actor's own name; whoever opens it enters its values and cannot approve it. */
export async function createSubmission(
  tx: WriteTx,
  actor: Actor,
  { title, reason = null, sourceYear = null }: NewSubmission,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('submission')
    .values({ tenantId: actor.tenantId, id, title, state: 'draft', enteredBy: actor.userId, sourceYear, reason })
    .execute()
  await recordEvent(tx, actor, { action: 'submission.created', subject: id, detail: { title } })
  return id
}

/** Puts values into a draft, all or none; a value already there for its series and period is replaced. */
export async function enterValues(tx: WriteTx, actor: Actor, id: string, given: ValueToEnter[]): Promise<void> {
  const submission = await getSubmission(tx, actor, id)
  if (submission.enteredBy !== actor.userId) throw new AppError('forbidden', { params: { reason: 'other-author' } })
  if (submission.state !== 'draft' && submission.state !== 'returned')
    throw new AppError('conflict', { params: { state: submission.state } })
  const values = given.map((value) => enteredValue.parse(value))
  await refuseFlawed(tx, values)
  const ids = await ensureSeries(tx, actor, values)
  await upsertValues(
    tx,
    actor,
    id,
    values.map((value) => ({ ...value, seriesId: ids.get(seriesName(value))! })),
  )
  await recordEvent(tx, actor, { action: 'submission.entered', subject: id, detail: { values: values.length } })
}

/** Sends a draft for approval: from now on its values stand still. */
export async function submit(tx: WriteTx, actor: Actor, id: string): Promise<void> {
  const submission = await getSubmission(tx, actor, id)
  if (submission.enteredBy !== actor.userId) throw new AppError('forbidden', { params: { reason: 'other-author' } })
  if (submission.state !== 'draft' && submission.state !== 'returned')
    throw new AppError('conflict', { params: { state: submission.state } })
  const values = await listValues(tx, actor, id)
  if (values.length === 0) throw new AppError('invalid', { problems: [{ path: [], key: 'errors.problem.no-values' }] })
  await refuseFlawed(tx, values)
  await tx
    .updateTable('submission')
    .set({ state: 'submitted' })
    .where('tenantId', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await recordEvent(tx, actor, { action: 'submission.submitted', subject: id })
}

/** Four eyes: somebody other than the author says that the values may be published. */
export async function approveSubmission(tx: WriteTx, actor: Actor, id: string): Promise<void> {
  const submission = await getSubmission(tx, actor, id)
  if (submission.state !== 'submitted') throw new AppError('conflict', { params: { state: submission.state } })
  if (submission.enteredBy === actor.userId) throw new AppError('forbidden', { params: { reason: 'own-submission' } })
  await tx
    .updateTable('submission')
    .set({ state: 'approved', approvedBy: actor.userId, approvedAt: sql<Date>`now()` })
    .where('tenantId', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await recordEvent(tx, actor, { action: 'submission.approved', subject: id })
}

/** Gives a submission back to its author with the reason why. */
export async function returnSubmission(tx: WriteTx, actor: Actor, id: string, reason: string): Promise<void> {
  const submission = await getSubmission(tx, actor, id)
  if (submission.state !== 'submitted') throw new AppError('conflict', { params: { state: submission.state } })
  await tx
    .updateTable('submission')
    .set({ state: 'returned', reason })
    .where('tenantId', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await recordEvent(tx, actor, { action: 'submission.returned', subject: id })
}

export type PublicationOptions = {
  /** Newest release at the time the publisher looked; without it, that of the start of this transaction. */
  preparedAt?: number
  /** The published series become "the economy" for their indicator and breakdown, where the organisation may say so. */
  contributes?: boolean
}

export type Publication = { releaseId: string; seq: number; kind: 'publication' | 'correction' | 'withdrawal' }

/**
 * Publishes an approved submission, in one short transaction.
 *
 * Everything readers see is rewritten here and nowhere else. The lock makes the
 * order of releases the order of commits; a release that came between looking and
 * locking aborts with `conflict`, since what was looked at no longer stands.
 */
export async function publishSubmission(
  tx: WriteTx,
  actor: Actor,
  id: string,
  options: PublicationOptions = {},
): Promise<Publication> {
  const preparedAt = options.preparedAt ?? (await newestSeq(tx))
  await sql`select pg_advisory_xact_lock(${publicationLock})`.execute(tx)
  if ((await newestSeq(tx)) !== preparedAt) throw new AppError('conflict', { params: { reason: 'another-release' } })
  const submission = await getSubmission(tx, actor, id)
  if (submission.state !== 'approved') throw new AppError('conflict', { params: { state: submission.state } })
  const values = await listValues(tx, actor, id)
  await refuseFlawed(tx, values)

  const kind = values.every(({ reason }) => reason === 'withdrawn')
    ? 'withdrawal'
    : (await replacesPublished(tx, actor, id))
      ? 'correction'
      : 'publication'
  const { rows } = await sql<{ seq: number }>`select nextval('release_seq') as seq`.execute(tx)
  const { seq } = rows[0]!
  const releaseId = newId()
  const { title, reason, sourceYear } = submission
  await tx
    .insertInto('release')
    .values({
      tenantId: actor.tenantId,
      id: releaseId,
      seq,
      kind,
      title,
      reason,
      sourceYear,
      publishedBy: actor.userId,
      submissionId: id,
    })
    .execute()
  await insertObservations(tx, actor, id, releaseId)
  const seriesIds = [...new Set(values.map(({ seriesId }) => seriesId))]
  const replaced = options.contributes ? await nameContributions(tx, actor, seriesIds, seq) : []

  const rewritten = await rewriteSeries(tx, actor, [...seriesIds, ...replaced], seq)
  const benchmarks = await rewriteBenchmarks(tx, rewritten.changed, seq)
  await advanceEditions(tx, actor, { seq, title, sourceYear, changed: [...rewritten.changed, ...benchmarks] })

  await tx
    .updateTable('submission')
    .set({ state: 'published', publishedAt: sql<Date>`now()` })
    .where('tenantId', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await recordEvent(tx, actor, {
    action: 'release.published',
    subject: releaseId,
    detail: { submission: id, kind, values: values.length },
  })
  return { releaseId, seq, kind }
}

/** A withdrawal is a submission like any other: it needs the same second person, and leaves a release behind. */
export async function draftWithdrawal(
  tx: WriteTx,
  actor: Actor,
  {
    title,
    reason,
    values,
  }: {
    title: string
    reason: string
    values: Pick<EnteredValue, 'indicator' | 'economy' | 'breakdown' | 'period' | 'visibility'>[]
  },
): Promise<string> {
  const id = await createSubmission(tx, actor, { title, reason })
  await enterValues(
    tx,
    actor,
    id,
    values.map((value) => ({ ...value, reason: 'withdrawn' })),
  )
  return id
}

async function refuseFlawed(tx: WriteTx, values: EnteredValue[]): Promise<void> {
  const rules = await findIndicatorRules(
    tx,
    values.map(({ indicator }) => indicator),
  )
  const problems: Problem[] = values.flatMap((value, i) =>
    checkValue(value, rules.get(value.indicator)).map((code) => ({
      path: ['values', i],
      key: `errors.problem.${code}`,
    })),
  )
  if (problems.length > 0) throw new AppError('invalid', { problems: problems.slice(0, 100) })
}

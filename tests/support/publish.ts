import { writeAs } from '@observatory/db/tenancy'
import type { ValueToEnter } from '@observatory/domain/submissions'
import {
  approveSubmission,
  createSubmission,
  enterValues,
  publishSubmission,
  submit,
} from '../../apps/api/src/submissions/service.ts'
import type { TestApp } from './server.ts'

export type ValueToPublish = Omit<ValueToEnter, 'visibility'> & { visibility?: ValueToEnter['visibility'] }

/** Publishes figures the way users will: entered and approved by two accounts. Public unless a value says otherwise. */
export async function publish(
  { context }: TestApp,
  tenant: { id: string },
  values: ValueToPublish[],
  {
    contributes = true,
    title = 'Release',
    sourceYear = null,
  }: { contributes?: boolean; title?: string; sourceYear?: number | null } = {},
): Promise<void> {
  const author = { tenantId: tenant.id, userId: 'service:author' }
  const approver = { tenantId: tenant.id, userId: 'service:approver' }
  const id = await writeAs(context.db.app, author, async (tx) => {
    const submission = await createSubmission(tx, author, { title, sourceYear })
    await enterValues(
      tx,
      author,
      submission,
      values.map((value) => ({ visibility: 'public' as const, ...value })),
    )
    await submit(tx, author, submission)
    return submission
  })
  await writeAs(context.db.app, approver, async (tx) => {
    await approveSubmission(tx, approver, id)
    await publishSubmission(tx, approver, id, { contributes })
  })
}

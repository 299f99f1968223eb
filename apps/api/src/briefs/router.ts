import { briefSummary, type BriefSummary, briefTemplates, mostIndicators, newBrief } from '@observatory/domain/briefs'
import { z } from 'zod'
import { getTenant } from '../access/queries.ts'
import { checked } from '../checked.ts'
import { listEditions } from '../observations/editions.ts'
import { read, router, write } from '../trpc.ts'
import { fileSizes, getBrief, listBriefs, summaryOf } from './queries.ts'
import { cancelBrief, mayMake, removeBrief, requestBrief, retryBrief } from './service.ts'

const byId = z.object({ id: z.uuid() })

export const briefsRouter = router({
  list: read('brief:read').query(async ({ ctx: { tx, tenant } }): Promise<BriefSummary[]> => {
    const sizes = await fileSizes(tx, tenant.id)
    const { demonstration } = await getTenant(tx, tenant.id)
    return (await listBriefs(tx, tenant.id)).map((row) => summaryOf(row, sizes.get(row.id) ?? null, demonstration))
  }),

  get: read('brief:read')
    .input(byId)
    .query(async ({ ctx: { tx, tenant, context }, input }): Promise<BriefSummary> => {
      const row = await getBrief(tx, tenant.id, input.id)
      const { demonstration } = await getTenant(tx, tenant.id)
      const sizes = await fileSizes(tx, tenant.id)
      return checked(context, briefSummary, summaryOf(row, sizes.get(row.id) ?? null, demonstration))
    }),

  /** What the form needs to know: which kinds the member may make, and the releases to rest on. */
  options: read('brief:make').query(async ({ ctx: { tx, member, context } }) => ({
    templates: briefTemplates.filter((template) => mayMake(member.role, template)),
    editions: (await listEditions(tx)).map(({ edition }) => edition),
    today: context.clock().toISOString().slice(0, 10),
    mostIndicators,
  })),

  create: write('brief:make')
    .input(newBrief)
    .mutation(async ({ ctx: { tx, actor, member, audit, context }, input }): Promise<{ id: string }> => {
      const id = await requestBrief(tx, { ...actor, role: member.role }, input, context.config.timeZone)
      await audit({
        action: 'brief.requested',
        subject: id,
        detail: { template: input.template, locale: input.locale, indicators: input.indicators },
      })
      return { id }
    }),

  retry: write('brief:make')
    .input(byId)
    .mutation(async ({ ctx: { tx, tenant, audit }, input }) => {
      await retryBrief(tx, tenant.id, input.id)
      await audit({ action: 'brief.retried', subject: input.id })
    }),

  cancel: write('brief:make')
    .input(byId)
    .mutation(async ({ ctx: { tx, tenant, audit }, input }) => {
      await cancelBrief(tx, tenant.id, input.id)
      await audit({ action: 'brief.cancelled', subject: input.id })
    }),

  remove: write('brief:make')
    .input(byId)
    .mutation(async ({ ctx: { tx, tenant, audit }, input }) => {
      await removeBrief(tx, tenant.id, input.id)
      await audit({ action: 'brief.removed', subject: input.id })
    }),
})

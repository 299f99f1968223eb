import { z } from 'zod'
import { findPeople } from '../access/queries.ts'
import { read, router } from '../trpc.ts'
import { listEvents } from './queries.ts'

export const auditRouter = router({
  /** Newest first; `before` is `next` of the page before. */
  list: read('audit:read')
    .input(z.object({ before: z.uuid().optional(), limit: z.number().int().min(1).max(200).default(50) }).prefault({}))
    .query(async ({ ctx, input }) => {
      const found = await listEvents(ctx.tx, { ...input, limit: input.limit + 1 })
      const events = found.slice(0, input.limit)
      const people = await findPeople(
        ctx.tx,
        events.flatMap(({ actor, subject }) => (subject ? [actor, subject] : [actor])),
      )
      return {
        events: events.map((event) => ({
          ...event,
          detail: event.detail as Record<string, unknown>,
          /** Null for a service account and for people who are no longer known here. */
          actorName: people.get(event.actor)?.name ?? null,
          subjectName: event.subject === null ? null : (people.get(event.subject)?.name ?? null),
        })),
        next: found.length > input.limit ? events.at(-1)!.id : null,
      }
    }),
})

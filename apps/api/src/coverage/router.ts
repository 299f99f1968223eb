import { coverageAnswer, type CoverageAnswer } from '@observatory/domain/coverage'
import { asOf } from '@observatory/domain/observations'
import { z } from 'zod'
import { checked } from '../checked.ts'
import { resolveAsOf } from '../observations/editions.ts'
import { read, router } from '../trpc.ts'
import { listCoverage } from './queries.ts'

const mostYears = 60
const year = z.int().min(1900).max(2200)

export const coverageRouter = router({
  /** What is held, economy by economy and year by year, and why the rest is not. */
  get: read('figure:read')
    .input(
      z
        .object({ asOf: z.optional(asOf), from: year, to: year })
        .refine(({ from, to }) => from <= to && to - from < mostYears, {
          path: ['to'],
          error: `0 to ${mostYears - 1} years after from`,
        }),
    )
    .query(async ({ ctx: { tx, tenant, context }, input }): Promise<CoverageAnswer> => {
      const state = await resolveAsOf(tx, input.asOf, context.config.timeZone)
      return checked(context, coverageAnswer, {
        edition: state.edition,
        ...(await listCoverage(tx, state, tenant.id, input)),
      })
    }),
})

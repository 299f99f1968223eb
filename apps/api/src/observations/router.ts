import { editionList, type EditionList } from '@observatory/domain/indicators'
import { checked } from '../checked.ts'
import { read, router } from '../trpc.ts'
import { listEditions } from './editions.ts'

export const editionsRouter = router({
  /** Every state of the figures the reader may go back to, the newest first. */
  list: read('figure:read').query(async ({ ctx: { tx, context } }): Promise<EditionList> => {
    const editions = await listEditions(tx)
    return checked(context, editionList, {
      editions: editions.map(({ edition }) => edition),
      timeZone: context.config.timeZone,
    })
  }),
})

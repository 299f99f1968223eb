import type { ReadTx } from '@observatory/db/tenancy'
import type { Audience, PublishedSeries } from '@observatory/domain/observations'
import { holdsIn, type State } from './editions.ts'

const widestFirst: readonly Audience[] = ['public', 'regional', 'owner']

/**
 * Of each series of an indicator the widest audience that sees all of what this reader sees.
 *
 * A signed-in reader is always given the row for signed-in readers; whether
 * everybody sees the same figures is told by comparing the rows, not by their names.
 */
export async function widestAudiences(tx: ReadTx, state: State, indicator: string): Promise<Map<string, Audience>> {
  const rows = await tx
    .selectFrom('publishedSeries')
    .select(['seriesId', 'audience', 'body'])
    .where('indicator', '=', indicator)
    .where(holdsIn(state))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ seriesId }) => seriesId)].map(([seriesId, seen]) => {
      const wide = widestFirst.flatMap((audience) => seen.find((row) => row.audience === audience) ?? [])
      const fullest = wide.at(-1)!
      const widest = wide.find((row) => figuresOf(row.body) === figuresOf(fullest.body)) ?? fullest
      return [seriesId, widest.audience as Audience]
    }),
  )
}

function figuresOf(body: string): string {
  const { periods, cells, rate } = JSON.parse(body) as PublishedSeries
  return JSON.stringify([periods, cells, rate])
}

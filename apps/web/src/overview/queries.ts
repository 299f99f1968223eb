import type { OverviewAnswer, OverviewAside } from '@observatory/domain/indicators'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../api.ts'

function address(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

export const overviewQuery = (economy: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['overview', economy ?? null, asOf ?? null],
    queryFn: ({ signal }) =>
      getJson<OverviewAnswer>(address('/api/overview', { economy, asOf }), {
        signal,
        schema: async () => (await import('@observatory/domain/indicators')).overviewAnswer,
      }),
  })

export const asideQuery = (economy: string | undefined) =>
  queryOptions({
    queryKey: ['overview', 'aside', economy ?? null],
    queryFn: ({ signal }) =>
      getJson<OverviewAside>(address('/api/overview/aside', { economy }), {
        signal,
        schema: async () => (await import('@observatory/domain/indicators')).overviewAside,
      }),
    // The marks of a visit stand while the reader is here; a focus on the window must not clear them.
    staleTime: Infinity,
  })

import type { BriefSummary } from '@observatory/domain/briefs'
import { queryOptions } from '@tanstack/react-query'
import { activeOrganisation } from '../active-organisation.ts'
import { request } from '../request.ts'

/**
 * The stored file of a brief. A made file never changes, so it is asked for once.
 *
 * It is fetched rather than linked to: the organisation of this tab travels in a
 * header, which a plain link cannot send.
 */
export function briefFileQuery(id: string) {
  return queryOptions({
    queryKey: ['brief-file', activeOrganisation(), id],
    queryFn: async ({ signal }) => {
      const organisation = activeOrganisation()
      const response = await request(`/api/briefs/${id}.pdf`, {
        signal,
        headers: organisation ? { 'Observatory-Organisation': organisation } : {},
      })
      return response.blob()
    },
    staleTime: Infinity,
    gcTime: 60_000,
  })
}

export function briefFileName({
  template,
  locale,
  edition,
}: Pick<BriefSummary, 'template' | 'locale' | 'edition'>): string {
  return `${template}-brief.${locale}.${edition}.pdf`
}

/** Whether somebody is still at work on it, so that a page asks again. */
export function isUnderWay({ state }: Pick<BriefSummary, 'state'>): boolean {
  return state === 'queued' || state === 'rendering'
}

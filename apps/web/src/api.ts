import type { AppRouter } from '@observatory/api/router'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { activeOrganisation } from './active-organisation.ts'
import { normalise } from './failure.ts'
import { request } from './request.ts'

/**
 * Figures change only by a release, so an answer stays fresh for a minute and a focus on the window asks
 * again: the server then answers 304. A refusal is final; only a lost connection or a busy server is tried again.
 *
 * `always`: a request without a connection fails, and the page says so. The library's own way is to wait in
 * silence until there is one, which to a reader looks like a page that never comes.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 60_000,
      retry: (count, error) => count < 2 && ['offline', 'busy'].includes(normalise(error).code),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

function headers(): Record<string, string> {
  const organisation = activeOrganisation()
  return organisation ? { 'Observatory-Organisation': organisation } : {}
}

/** One procedure is one request and one address, so that the browser and the server can cache it: no batching. */
export const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc', headers })] })

/** `useQuery(trpc.indicators.get.queryOptions({ … }))` */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

/** What a `zod/mini` schema is to this file, which must not bring zod into the first view. */
interface Schema<T> {
  parse(value: unknown): T
}

/**
 * Reads a plain route such as `/api/overview`.
 *
 * `schema` is loaded and applied in development only: the server checks its own answers in its tests,
 * and the reader's first view should not pay for checking them again.
 */
export async function getJson<T>(
  path: string,
  options: { signal?: AbortSignal; schema?: () => Promise<Schema<T>> } = {},
): Promise<T> {
  const init: RequestInit = { headers: { Accept: 'application/json', ...headers() } }
  if (options.signal) init.signal = options.signal
  const response = await request(path, init)
  const body = (await response.json()) as T
  if (import.meta.env.DEV && options.schema) (await options.schema()).parse(body)
  return body
}

/** Sends JSON to a plain route. An empty answer is `undefined`. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers() },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

import { request } from '../../request.ts'

/** Sends JSON and reads JSON. */
export async function send<T>(path: string, body: unknown): Promise<T> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

/** Calls a procedure that is open to everyone, by the plain form of tRPC's protocol: its client would double this page. */
export async function callProcedure<T>(name: string, input: unknown): Promise<T> {
  const { result } = await send<{ result: { data: T } }>(`/trpc/${name}`, input)
  return result.data
}

/** The secret of a one-time link stands after `#`, which browsers never send. */
export function tokenOfAddress(): string {
  return location.hash.slice(1)
}

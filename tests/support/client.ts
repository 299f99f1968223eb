import type { ProblemBody } from '@observatory/domain/errors'
import { password as defaultPassword } from './people.ts'

/** An answer, read. `problem` is the error in it, wherever it travelled: problem+json or `data` of a tRPC error. */
export interface Answer<T = unknown> {
  status: number
  headers: Headers
  body: T
  problem: ProblemBody | undefined
}

/** A browser tab as far as HTTP goes: sends its origin, keeps its cookie, works in one organisation. */
export class Client {
  readonly url: string
  cookie = ''
  organisation: string | undefined

  constructor(url: string, organisation?: string) {
    this.url = url
    this.organisation = organisation
  }

  /** The same session in another organisation, as a second tab would be. */
  tab(organisation: string | undefined): Client {
    const tab = new Client(this.url, organisation)
    tab.cookie = this.cookie
    return tab
  }

  async send<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers)
    if (this.cookie) headers.set('Cookie', this.cookie)
    if (this.organisation) headers.set('Observatory-Organisation', this.organisation)
    if (init.method && init.method !== 'GET' && !headers.has('Origin')) headers.set('Origin', new URL(this.url).origin)
    const response = await fetch(this.url + path, { ...init, headers })
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]!)
    if (cookies.length > 0) this.cookie = cookies.filter((cookie) => !cookie.endsWith('=')).join('; ')
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    const body = (isJson ? JSON.parse(text) : text) as T
    return { status: response.status, headers: response.headers, body, problem: problemIn(body) }
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send<T>(path)
  }

  post<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  /** A tRPC query; the answer's body is the procedure's. */
  async query<T = unknown>(procedure: string, input?: unknown): Promise<Answer<T>> {
    const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return unwrap<T>(await this.get(`/trpc/${procedure}${search}`))
  }

  async mutate<T = unknown>(procedure: string, input: unknown = {}): Promise<Answer<T>> {
    return unwrap<T>(await this.post(`/trpc/${procedure}`, input))
  }

  signIn(email: string, password = defaultPassword): Promise<Answer> {
    return this.post('/auth/sign-in/email', { email, password })
  }
}

function problemIn(body: unknown): ProblemBody | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  if ('error' in body) return (body as { error: { data: ProblemBody } }).error.data
  return 'code' in body && 'requestId' in body ? (body as ProblemBody) : undefined
}

function unwrap<T>(answer: Answer): Answer<T> {
  const body = answer.problem ? undefined : (answer.body as { result: { data: T } }).result.data
  return { ...answer, body: body as T }
}

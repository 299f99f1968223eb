import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Notifications } from './notifications.ts'

type Encoding = 'br' | 'gzip'

/** A body as it is sent, with the forms it was already compressed to. */
export type Answer = { body: Buffer; etag: string; type: string; compressed: Map<Encoding, Buffer>; key?: string }

/** Bytes kept for one answer beside its bodies: key, entry and buffers of V8. */
const overhead = 512

/** Under this many bytes compression costs more than it saves. */
const leastToCompress = 1024

/**
 * Answers kept in memory until something is published.
 *
 * NOTE: the key must hold everything that decides what a reader may see (organisation
 * and role, or the word `public`) and everything that was asked. The session is
 * verified before the cache is asked, on every request.
 */
export class ResponseCache {
  readonly #entries = new Map<string, { answer: Answer; bytes: number }>()
  /** Answers being made now: who asks for the same waits for it instead of making it again. */
  readonly #making = new Map<string, Promise<Answer>>()
  readonly #notifications: Notifications
  readonly #limit: number
  #bytes = 0
  #epoch = 0

  constructor(notifications: Notifications, { limit = 48 * 1024 * 1024 }: { limit?: number } = {}) {
    this.#notifications = notifications
    this.#limit = limit
    const forget = () => this.clear()
    notifications.on('published', forget, forget)
  }

  get bytes(): number {
    return this.#bytes
  }

  clear(): void {
    this.#epoch++
    this.#entries.clear()
    this.#making.clear()
    this.#bytes = 0
  }

  find(key: string): Answer | undefined {
    const entry = this.#notifications.live ? this.#entries.get(key) : undefined
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.answer
  }

  /** The kept answer, or the one that `make` gives, kept unless something was published while it was made. */
  async through(key: string, make: () => Promise<Answer>): Promise<Answer> {
    if (this.#limit === 0) return make()
    const known = this.find(key) ?? this.#making.get(key)
    if (known) return known
    const before = this.#epoch
    const making = make()
    this.#making.set(key, making)
    try {
      const answer = await making
      if (this.#notifications.live && before === this.#epoch) this.#keep(key, answer)
      return answer
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key)
    }
  }

  /** Sends an answer in the best form the client takes, or 304 when it has it already. */
  async send(request: Request, response: Response, answer: Answer, headers: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('ETag', answer.etag)
    if (holds(request.headers['if-none-match'], answer.etag)) {
      response.statusCode = 304
      response.end()
      return
    }
    response.setHeader('Content-Type', answer.type)
    const encoding = encodingFor(request, answer)
    const body = encoding ? await this.#compress(answer, encoding) : answer.body
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  #keep(key: string, answer: Answer): void {
    const bytes = answer.body.length + key.length * 2 + overhead
    if (bytes > this.#limit / 4) return
    answer.key = key
    this.#drop(key)
    this.#entries.set(key, { answer, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }

  async #compress(answer: Answer, encoding: Encoding): Promise<Buffer> {
    const known = answer.compressed.get(encoding)
    if (known) return known
    const body = await compressors[encoding](answer.body)
    answer.compressed.set(encoding, body)
    if (answer.key && this.#entries.get(answer.key)?.answer === answer) {
      this.#entries.get(answer.key)!.bytes += body.length
      this.#bytes += body.length
    }
    return body
  }
}

const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
}

/** An answer with its tag: `scope` names the state and the reader's rights, the rest of the tag is the body itself. */
export function answerOf(text: string | Uint8Array, { type, scope }: { type: string; scope: string }): Answer {
  const body = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  const hash = createHash('sha1').update(body).digest('base64url')
  // Weak: the same figures leave in several encodings.
  return { body, etag: `W/"${scope}-${hash}"`, type, compressed: new Map() }
}

function holds(header: string | undefined, etag: string): boolean {
  if (!header) return false
  const bare = etag.replace(/^W\//, '')
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === bare)
}

function encodingFor(request: Request, answer: Answer): Encoding | undefined {
  if (answer.body.length < leastToCompress || answer.type === 'application/zip') return undefined
  const accepted = request.headers['accept-encoding']
  if (!accepted) return undefined
  const chosen = request.acceptsEncodings('br', 'gzip', 'identity')
  return chosen === 'br' || chosen === 'gzip' ? chosen : undefined
}

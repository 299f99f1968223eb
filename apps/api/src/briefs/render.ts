import { createHash } from 'node:crypto'
import type { Actor } from '@observatory/db/tenancy'
import { writePdf } from '@observatory/documents/pdf'
import { AppError } from '@observatory/domain/errors'
import type { Context } from '../context.ts'
import { briefDocument } from './document.ts'
import { gather, type Request } from './gather.ts'
import { wordsOf } from './words.ts'

export interface Rendered {
  bytes: Uint8Array
  sha256: string
  pages: number
}

/**
 * A brief as a PDF: for the job and for the command line alike.
 *
 * `onProgress` hears fractions of one. Nothing is written; the same request and
 * release give the same bytes.
 */
export async function renderBrief(context: Context, actor: Actor, request: Request, onProgress: (done: number) => Promise<void> = async () => {}): Promise<Rendered> {
  const words = await wordsOf(request.locale, context.config.timeZone)
  const material = await gather(context, actor, request)
  if (!material.subjects.some(({ series, own }) => series.length > 0 || own)) throw new AppError('invalid', { params: { reason: 'nothing' } })
  await onProgress(0.4)
  const document = briefDocument(material, words)
  await onProgress(0.6)
  const bytes = writePdf(document)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages: countPages(bytes) }
}

/** Pages as the file itself counts them: the largest page tree is the whole. */
function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1')
  return (text.match(/\/Type\s*\/Page(?![A-Za-z])/g) ?? []).length
}

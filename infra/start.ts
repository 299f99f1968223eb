import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startEmbedded } from '@observatory/db/embedded'
import { installJobs } from '../apps/api/src/jobs.ts'
import { catalogueHash, isCatalogueCurrent, updateCatalogue } from './catalogue.ts'
import { supervise, tail, type Supervised } from './child-process.ts'
import { installationSecret, openDataFolder, takeDataFolder } from './data-folder.ts'
import { markSeeded, openDatabase, prepareDatabase, seedState, type Database } from './database.ts'
import { isFree, nextFree } from './ports.ts'
import { step } from './progress.ts'
import { signInTable } from './sign-in-table.ts'
import { buildWeb, findWebBuild, keepWebBuild } from './web-build.ts'

// `npm start`: database → schema → figures → web app → server and worker. Ctrl-C stops what it started.
const environment = process.env
const host = environment['OBSERVATORY_HOST'] || '127.0.0.1'
const port = Number(environment['PORT'] || 4000)
const url = (environment['OBSERVATORY_URL'] || `http://127.0.0.1:${port}`).replace(/\/+$/, '')
const demonstration = environment['OBSERVATORY_DEMO'] !== '0'

const children: Supervised[] = []
let database: Database | undefined
let restarting = false
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

try {
  await start()
  await Promise.race(children.map(({ failed }) => failed))
} catch (error) {
  if (!stopping) console.error(`\n${(error as Error).message}`)
  await end(1)
}

async function start(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is ${environment['PORT']}; it must be a number from 1 to 65535.`)
  const folder = openDataFolder(environment['OBSERVATORY_DATA'] || '.observatory')
  await takeDataFolder(folder, url)
  if (!(await isFree(port, host))) {
    throw new Error(
      `Port ${port} is taken by another program. Port ${await nextFree(port, host)} is free: PORT=${await nextFree(port, host)} npm start`,
    )
  }
  const secret = installationSecret(folder, environment['OBSERVATORY_SECRET'])

  // The two longest steps of a first start share the machine.
  const webFolder = findWebBuild(folder) ?? step('Building the web app', () => buildWeb(folder))
  if (typeof webFolder !== 'string') webFolder.catch(() => {})

  const opened = await step(environment['DATABASE_URL'] ? 'Connecting to the database' : 'Starting the database', () =>
    openDatabase(environment['DATABASE_URL'], folder),
  )
  database = opened
  keepDatabase(folder)
  const prepare = () =>
    step('Bringing the schema up to date', (say) => prepareDatabase(opened.ownerUrl, secret, installJobs, say))
  let urls = await prepare()
  const state = await seedState(opened.ownerUrl)
  if (state === 'begun') {
    if (!opened.embedded)
      throw new Error(
        'The first fill of this database was interrupted. Drop and create the database, owned by the same role, and start again.',
      )
    await step('Clearing a first fill that was interrupted', () => opened.embedded?.recreate())
    urls = await prepare()
  }
  if (state === 'done' && !(await isCatalogueCurrent(opened.ownerUrl)))
    await step('Bringing the catalogue up to date', () => updateCatalogue(opened.ownerUrl))
  if (state !== 'done') {
    const { seed } = await import('./seed.ts')
    await step('Entering the figures (first start only)', (say) =>
      seed({ ownerUrl: opened.ownerUrl, urls, demonstration, dataFolder: folder, say }),
    )
    await markSeeded(opened.ownerUrl, catalogueHash())
  }

  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    OBSERVATORY_HOST: host,
    OBSERVATORY_DATA: folder,
    OBSERVATORY_SECRET: secret,
    OBSERVATORY_WEB: keepWebBuild(await webFolder, folder),
    APP_DATABASE_URL: urls.app,
    PUBLIC_DATABASE_URL: urls.publicReader,
    AUTH_DATABASE_URL: urls.auth,
    JOBS_DATABASE_URL: urls.jobs,
  }
  if (stopping) return
  await step('Starting the server and the worker', async (say) => {
    for (const name of ['server', 'worker']) {
      if (stopping) return
      const program = fileURLToPath(new URL(`../apps/api/src/${name}.ts`, import.meta.url))
      const child = supervise({
        name,
        program,
        env,
        log: join(folder, `${name}.log`),
        onRestart: (line) => console.error(line),
      })
      children.push(child)
      say(`${name}: log in ${join(folder, `${name}.log`)}`)
      // People wait for the server; the worker loads while they look, and its jobs wait in their queue.
      if (name === 'server') await Promise.race([untilReady(), child.failed])
    }
  })
  console.log(`\nObservatory ready at ${url}\n`)
  console.log(signInTable(folder))
}

/** Starts the bundled database again when it was killed, at the same address, which server and worker know. */
function keepDatabase(folder: string): void {
  const timer = setInterval(async () => {
    const embedded = database?.embedded
    if (!embedded || stopping || restarting || embedded.isAlive()) return
    restarting = true
    console.error('The database ended; starting it again.')
    try {
      database = { ownerUrl: embedded.url, embedded: await startEmbedded(folder, { port: embedded.port }) }
    } catch (error) {
      console.error((error as Error).message)
    }
    restarting = false
  }, 500)
  timer.unref()
}

/** A busy machine may take its time: two minutes, reckoned by the clock. */
async function untilReady(): Promise<void> {
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const last = Date.now() + 120_000
  while (Date.now() < last) {
    const ready = await fetch(`http://${own.includes(':') ? `[${own}]` : own}:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready || stopping) return
    await sleep(50)
  }
  throw new Error(
    `The server does not become ready:\n${tail(join(environment['OBSERVATORY_DATA'] || '.observatory', 'server.log'))}`,
  )
}

/** Stops everything this process started, the database last. */
function end(code: number): Promise<void> {
  stopping ??= (async () => {
    if (children.length > 0) console.log('\nStopping …')
    await Promise.all(children.map((child) => child.stop()))
    await database?.embedded?.stop()
    process.exit(code)
  })()
  return stopping
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { World } from './world.ts'

export interface Running {
  url: string
  /** Resident megabytes of the process, as the kernel counts them. */
  memory(): number
  stop(): Promise<void>
}

/** The real server on a world. `cache` in megabytes; 0 makes every answer anew. */
export async function startServer(world: World, { cache }: { cache: number }): Promise<Running> {
  const port = await freePort()
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=8',
      '--import',
      'tsx',
      fileURLToPath(new URL('../../apps/api/src/server.ts', import.meta.url)),
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        OBSERVATORY_SECRET: world.secret,
        OBSERVATORY_DATA: world.folder,
        OBSERVATORY_LOG: 'error',
        OBSERVATORY_ANSWER_CACHE: String(cache),
        APP_DATABASE_URL: world.urls.app,
        PUBLIC_DATABASE_URL: world.urls.publicReader,
        AUTH_DATABASE_URL: world.urls.auth,
        JOBS_DATABASE_URL: world.urls.jobs,
      },
    },
  )
  const url = `http://127.0.0.1:${port}`
  for (let waited = 0; ; waited += 100) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (waited > 30_000 || child.exitCode !== null) throw new Error('The server did not become ready.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return running(child, url)
}

export async function startFloor(world: World): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./floor.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), APP_DATABASE_URL: world.urls.app },
  })
  await once(child.stdout!, 'data')
  return running(child, `http://127.0.0.1:${port}`)
}

function running(child: ChildProcess, url: string): Running {
  return {
    url,
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1024
    },
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

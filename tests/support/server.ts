import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeApp } from '../../apps/api/src/app.ts'
import { readConfig } from '../../apps/api/src/config.ts'
import { makeContext, type Context } from '../../apps/api/src/context.ts'
import type { TestDatabase } from './database.ts'

export type TestApp = { url: string; context: Context; close(): Promise<void> }

/** The real server on a free port, over a database of the test's own. `variables` stand for the environment's. */
export async function startApp(database: TestDatabase, variables: Record<string, string> = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-app-'))
  const port = await freePort()
  const context = makeContext(
    readConfig({
      PORT: String(port),
      OBSERVATORY_DATA: folder,
      OBSERVATORY_SECRET: 'a secret that only tests know, long enough',
      OBSERVATORY_LOG: 'silent',
      OBSERVATORY_CHECK_ANSWERS: '1',
      OBSERVATORY_SIGN_IN_LIMIT: '1000',
      APP_DATABASE_URL: database.urls.app,
      PUBLIC_DATABASE_URL: database.urls.publicReader,
      AUTH_DATABASE_URL: database.urls.auth,
      JOBS_DATABASE_URL: database.urls.jobs,
      ...variables,
    }),
  )
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = makeApp(context).listen(port, '127.0.0.1', (error?: Error) =>
      error ? reject(error) : resolve(listening),
    )
  })
  return {
    url: `http://127.0.0.1:${port}`,
    context,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

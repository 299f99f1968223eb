import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@observatory/db/embedded'
import { migrate } from '@observatory/db/migrate'
import { setPasswords } from '@observatory/db/roles'
import type { TestProject } from 'vitest/node'
import { installJobs } from '../../apps/api/src/jobs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated template database, as the owner. */
    templateUrl: string
    /** What the passwords of the login roles are made from. */
    secret: string
  }
}

/** One Postgres for the whole run, with a migrated database that `freshDatabase` copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-test-'))
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded(folder, { durable: false })
  const secret = 'tests'
  await migrate(embedded.url)
  const urls = await setPasswords(embedded.url, secret)
  await installJobs(urls.jobs)
  project.provide('templateUrl', embedded.url)
  project.provide('secret', secret)
  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

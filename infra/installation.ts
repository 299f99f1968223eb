import { roleUrls, type RoleUrls } from '@observatory/db/roles'
import { installJobs } from '../apps/api/src/jobs.ts'
import { findStart, installationSecret, openDataFolder } from './data-folder.ts'
import { openDatabase, prepareDatabase } from './database.ts'

export interface Installation {
  ownerUrl: string
  urls: RoleUrls
  secret: string
  /** Data folder. */
  folder: string
  /** Origin under which people use it. */
  url: string
  /** Leaves everything as it was found: a database that ran goes on running. */
  close(): Promise<void>
}

/**
 * The installation that `npm start` serves from the same environment, for commands beside it.
 *
 * While it runs its database is shared; else the database is brought up for the
 * length of the command.
 */
export async function openInstallation(
  environment: Record<string, string | undefined> = process.env,
): Promise<Installation> {
  const folder = openDataFolder(environment['OBSERVATORY_DATA'] || '.observatory')
  const secret = installationSecret(folder, environment['OBSERVATORY_SECRET'])
  const running = findStart(folder)
  const { ownerUrl, embedded } = await openDatabase(environment['DATABASE_URL'], folder)
  const urls = running ? roleUrls(ownerUrl, secret) : await prepareDatabase(ownerUrl, secret, installJobs, () => {})
  const url = environment['OBSERVATORY_URL'] || running?.url || `http://127.0.0.1:${environment['PORT'] || 4000}`
  return {
    ownerUrl,
    urls,
    secret,
    folder,
    url: url.replace(/\/+$/, ''),
    close: async () => {
      if (!running) await embedded?.stop()
    },
  }
}

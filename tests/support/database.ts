import { randomBytes } from 'node:crypto'
import { roleUrls, type RoleUrls } from '@observatory/db/roles'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = { ownerUrl: string; urls: RoleUrls; drop(): Promise<void> }

/** A migrated database of the test's own. Tables are empty but for what migrations put in. */
export async function freshDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const own = new URL(template)
  own.pathname = `/${name}`
  await administrate(template, async (client) => {
    // Copying asks that nobody is connected to the template, so copies take turns.
    await client.query('select pg_advisory_lock(1)')
    await client.query(`create database ${name} template ${template.pathname.slice(1)} strategy file_copy`)
  })
  return {
    ownerUrl: own.href,
    urls: roleUrls(own.href, inject('secret')),
    drop: () => administrate(template, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

async function administrate(template: URL, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Runs `work` on one connection that is closed afterwards. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Database addresses of the roles that processes log in as. */
export type RoleUrls = { app: string; publicReader: string; auth: string; jobs: string }

const roles = { app: 'app', publicReader: 'public_reader', auth: 'auth', jobs: 'jobs' } as const

/**
 * Gives the login roles passwords made from `secret`, and returns their addresses.
 *
 * Nothing is stored: the same secret gives the same passwords, a new one changes them all together.
 */
export async function setPasswords(ownerUrl: string, secret: string): Promise<RoleUrls> {
  const urls = roleUrls(ownerUrl, secret)
  if (await opens(urls.app)) return urls
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await refuseSharedRoles(client)
    for (const role of Object.values(roles))
      await client.query(`alter role ${role} password '${passwordOf(role, secret)}'`)
    await client.query('commit')
  } finally {
    await client.end()
  }
  return urls
}

async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Roles are the cluster's: new passwords would lock out an installation that runs on another of its databases. */
async function refuseSharedRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ database: string }>(
    `select distinct datname as database from pg_stat_activity
      where usename in ('app', 'public_reader', 'auth', 'jobs') and datname <> current_database()`,
  )
  if (rows[0])
    throw new Error(
      `Another installation uses database ${rows[0].database} of the same Postgres, and they share its roles. Give both the same OBSERVATORY_SECRET, or each a Postgres of its own.`,
    )
}

/** The addresses that `setPasswords` made valid. */
export function roleUrls(ownerUrl: string, secret: string): RoleUrls {
  return Object.fromEntries(
    Object.entries(roles).map(([name, role]) => {
      const url = new URL(ownerUrl)
      url.username = role
      url.password = passwordOf(role, secret)
      return [name, url.href]
    }),
  ) as RoleUrls
}

function passwordOf(role: string, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('hex')
}

import { createHmac } from 'node:crypto'
import pg from 'pg'

/** Database addresses of the roles that processes log in as. */
export type RoleUrls = { app: string; publicReader: string; auth: string; jobs: string }

const roles = { app: 'app', publicReader: 'public_reader', auth: 'auth', jobs: 'jobs' } as const

/**
 * Gives the login roles passwords made from `secret`, and returns their addresses.
 *
 * Nothing is stored: the same secret gives the same passwords, a new one changes them all.
 */
export async function setPasswords(ownerUrl: string, secret: string): Promise<RoleUrls> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const role of Object.values(roles))
      await client.query(`alter role ${role} password '${passwordOf(role, secret)}'`)
  } finally {
    await client.end()
  }
  return roleUrls(ownerUrl, secret)
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

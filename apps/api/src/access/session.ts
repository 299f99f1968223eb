import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '@observatory/db/connect'
import type { Permission, Role } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'
import type { IncomingMessage } from 'node:http'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Acting, requirePermission } from './acting.ts'

/** Names the organisation a tab works in. It is checked against the person's memberships on every request. */
export const organisationHeader = 'observatory-organisation'

/** Cookies bear the prefix that makes browsers refuse them over plain http, wherever we are served over https. */
export function sessionCookie(url: string): string {
  return url.startsWith('https:') ? '__Secure-observatory.session_token' : 'observatory.session_token'
}

/** The hash of the session token of a request; undefined without a cookie that we signed. */
export function tokenHashOf(context: Pick<Context, 'config'>, request: IncomingMessage): string | undefined {
  const name = `${sessionCookie(context.config.url)}=`
  const found = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(name))
  if (!found) return undefined
  const value = decode(found.slice(name.length))
  const dot = value.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = value.slice(0, dot)
  const signature = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', context.config.secret).update(token).digest()
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined
  return createHash('sha256').update(token).digest('hex')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/**
 * Who a request acts for, in the organisation its header names. The permission is a parameter so that no route can forget it.
 *
 * Throws `unauthenticated` without a session, `forbidden` without a header or the permission,
 * `not-found` for an organisation that does not exist or is not theirs.
 */
export async function actingFor(context: Context, request: IncomingMessage, permission: Permission): Promise<Acting> {
  const tokenHash = tokenHashOf(context, request)
  if (!tokenHash) throw new AppError('unauthenticated')
  const organisation = request.headers[organisationHeader]
  if (typeof organisation !== 'string' || organisation === '') {
    if (!(await findSession(context.db.app, tokenHash))) throw new AppError('unauthenticated')
    throw new AppError('forbidden', { params: { reason: 'no-organisation' } })
  }
  const acting = await context.sessions.through(tokenHash, organisation, () =>
    become(context.db.app, tokenHash, organisation),
  )
  requirePermission(acting.member.role, permission)
  return acting
}

/** Asks Postgres; `api/errors.ts` turns its refusals into errors. */
async function become(db: Db, tokenHash: string, organisation: string): Promise<Acting> {
  const { rows } = await sql<{
    userId: string
    name: string
    email: string
    sessionId: string
    sessionExpiresAt: Date
    tenantId: string
    memberId: string
    role: Role
  }>`select * from auth.become(${tokenHash}, ${organisation})`.execute(db)
  const row = rows[0]
  if (!row) throw new AppError('unauthenticated')
  return {
    actor: { userId: row.userId, tenantId: row.tenantId },
    user: { id: row.userId, name: row.name, email: row.email },
    tenant: { id: row.tenantId },
    member: { id: row.memberId, role: row.role },
    sessionId: row.sessionId,
    sessionExpiresAt: row.sessionExpiresAt,
    tokenHash,
  }
}

/** A person's own view of their session: where they may work. Belongs to no organisation. */
export interface Session {
  sessionId: string
  user: { id: string; name: string; email: string }
  twoFactor: boolean
  operator: boolean
  memberships: {
    tenant: {
      id: string
      slug: string
      name: Record<string, string>
      kind: string
      economy: string | null
      demonstration: boolean
    }
    memberId: string
    role: Role
  }[]
}

export async function findSession(db: Db, tokenHash: string): Promise<Session | undefined> {
  const { rows } = await sql<{ session: Session | null }>`select auth.session_of(${tokenHash}) as session`.execute(db)
  return rows[0]?.session ?? undefined
}

import type { Actor } from '@observatory/db/tenancy'
import { may, type Permission, type Role } from '@observatory/domain/access'
import { AppError } from '@observatory/domain/errors'

/** A person at work in one organisation, as Postgres confirmed it. */
export interface Acting {
  actor: Actor
  user: { id: string; name: string; email: string }
  tenant: { id: string }
  member: { id: string; role: Role }
  sessionId: string
  sessionExpiresAt: Date
  tokenHash: string
}

export function requirePermission(role: Role, permission: Permission): void {
  if (!may(role, permission)) throw new AppError('forbidden', { params: { permission } })
}

import { newId } from '@observatory/db/id'
import { writeAs } from '@observatory/db/tenancy'
import type { Role } from '@observatory/domain/access'
import { createUser } from '../../apps/api/src/access/users.ts'
import type { TestApp } from './server.ts'

export const password = 'correct horse battery staple'

let made = 0

/** A person who can sign in with `password`; a member of nothing yet. */
export async function makePerson({ context }: TestApp, email = `person-${++made}-${newId().slice(-8)}@example.org`) {
  const id = await createUser(context.db.app, { email, name: `Person ${made}`, password })
  return { id, email }
}

/** Makes a person a member of an organisation; returns the member's id. */
export async function addMember({ context }: TestApp, tenantId: string, userId: string, role: Role): Promise<string> {
  const id = newId()
  await writeAs(context.db.app, { tenantId, userId: 'service:test' }, (tx) =>
    tx.insertInto('member').values({ tenantId, id, userId, role }).execute(),
  )
  return id
}

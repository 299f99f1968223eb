import { AppError } from '@observatory/domain/errors'
import { isPasswordAcceptable } from '@observatory/domain/access'
import { newId } from '@observatory/db/id'
import type { WriteTx } from '@observatory/db/tenancy'
import { sql, type Kysely } from 'kysely'
import { hashPassword, verifyPassword } from './passwords.ts'

/** Runs one statement: a database of any schema, or a transaction in it. */
type Runner = Pick<Kysely<never>, 'getExecutor'>

export interface NewUser {
  email: string
  name: string
  password: string
}

/**
 * Makes a person who can sign in and belongs nowhere yet; returns their id.
 *
 * As role `app` or the owner. An address that has an account is a `conflict`, a
 * password that is too easy is `invalid`. Hash beforehand (`prepareUser`) where the
 * transaction should stay short.
 */
export async function createUser(db: Runner, user: NewUser): Promise<string> {
  return insertUser(db, await prepareUser(user))
}

export interface PreparedUser {
  id: string
  email: string
  name: string
  passwordHash: string
}

export async function prepareUser({ email, name, password }: NewUser): Promise<PreparedUser> {
  return { id: newId(), email: email.toLowerCase(), name, passwordHash: await hashAcceptable(password, email) }
}

/** The hash of a password that may be used; throws `invalid` at path `password` for one that may not. */
export async function hashAcceptable(password: string, email: string): Promise<string> {
  if (!isPasswordAcceptable(password, email)) {
    throw new AppError('invalid', { problems: [{ path: ['password'], key: 'access.password.too-easy' }] })
  }
  return hashPassword(password)
}

export async function insertUser(db: Runner, user: PreparedUser): Promise<string> {
  await sql`select auth.create_user(${user.id}, ${user.email}, ${user.name}, ${user.passwordHash})`.execute(db)
  return user.id
}

export async function findUserId(db: Runner, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select auth.find_user(${email}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** Sets the password of the person who acts, who proves by the current one that it is they. */
export async function changeOwnPassword(
  tx: WriteTx,
  email: string,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { rows } = await sql<{ hash: string | null }>`select auth.own_password_hash() as hash`.execute(tx)
  const hash = rows[0]?.hash
  if (!hash || !(await verifyPassword(hash, current))) {
    throw new AppError('invalid', { problems: [{ path: ['current'], key: 'access.password.wrong' }] })
  }
  await sql`select auth.set_own_password(${await hashAcceptable(password, email)})`.execute(tx)
}

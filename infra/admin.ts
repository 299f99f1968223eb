import { parseArgs } from 'node:util'
import { connect } from '@observatory/db/connect'
import { newId } from '@observatory/db/id'
import { writeAs } from '@observatory/db/tenancy'
import { isEconomy } from '@observatory/domain/economies'
import { sql } from 'kysely'
import { makeLink } from '../apps/api/src/access/one-time-link.ts'
import { findUserId } from '../apps/api/src/access/users.ts'
import { recordEvent } from '../apps/api/src/audit/record.ts'
import { seedState } from './database.ts'
import { openInstallation } from './installation.ts'

const usage = `pnpm admin create --email ADDRESS --organisation SLUG [--name NAME --kind KIND [--economy CODE]]
    Prints a one-time link by which ADDRESS becomes an administrator of the organisation.
    With --name and --kind (secretariat, ministry, ngo, regional-body) the organisation is made first if need be.
pnpm admin operator --email ADDRESS
    Makes a person who has an account an operator of the installation.`

const kinds = ['secretariat', 'ministry', 'ngo', 'regional-body']
const lifetime = 7 * 24 * 60 * 60 * 1000 // milliseconds

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      organisation: { type: 'string' },
      name: { type: 'string' },
      kind: { type: 'string' },
      economy: { type: 'string' },
    },
  })
  const email = values.email?.trim().toLowerCase()
  const [command] = positionals
  if (!email || !(command === 'operator' || (command === 'create' && values.organisation))) throw new Error(usage)
  if (!/^[^\s@]{1,64}@([a-z0-9-]+\.)+[a-z]{2,63}$/.test(email))
    throw new Error(`${email} is no e-mail address that can sign in, such as name@example.org.`)
  if (command === 'operator') await makeOperator(email)
  else await create(email, values.organisation as string, values)
}

async function create(
  email: string,
  slug: string,
  given: { name?: string; kind?: string; economy?: string },
): Promise<void> {
  const installation = await openInstallation()
  const owner = connect(installation.ownerUrl, { max: 1, application: 'observatory admin' })
  const app = connect(installation.urls.app, { max: 1, application: 'observatory admin' })
  try {
    if ((await seedState(installation.ownerUrl)) !== 'done')
      throw new Error('This installation holds no figures yet. Run npm start once, then come back.')
    const known = await owner.selectFrom('tenant').select('id').where('slug', '=', slug).executeTakeFirst()
    const tenantId = known?.id ?? (await makeOrganisation(owner, slug, given))
    const actor = { tenantId, userId: 'service:command-line' }
    const { link, tokenHash } = makeLink(installation.url, 'invitation')
    const expiresAt = new Date(Date.now() + lifetime)
    await writeAs(app, actor, async (tx) => {
      const id = newId()
      if (!known) await recordEvent(tx, actor, { action: 'organisation.created', subject: slug, detail: { ...given } })
      await tx
        .insertInto('invitation')
        .values({ tenantId, id, email, role: 'admin', tokenHash, invitedBy: actor.userId, expiresAt })
        .execute()
      await recordEvent(tx, actor, { action: 'invitation.created', subject: id, detail: { email, role: 'admin' } })
    })
    console.log(
      `${known ? 'Invitation to' : 'Made the organisation'} ${slug}. One-time link for ${email}, good until ${expiresAt.toISOString()}:\n\n  ${link}\n`,
    )
  } finally {
    await Promise.all([owner.destroy(), app.destroy()])
    await installation.close()
  }
}

async function makeOrganisation(
  owner: ReturnType<typeof connect>,
  slug: string,
  { name, kind, economy }: { name?: string; kind?: string; economy?: string },
): Promise<string> {
  if (!name || !kind) {
    const known = await owner.selectFrom('tenant').select('slug').orderBy('slug').limit(20).execute()
    throw new Error(
      `There is no organisation ${slug}. There are ${known.map((tenant) => tenant.slug).join(', ')}. To make it, give --name and --kind.`,
    )
  }
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(slug))
    throw new Error('The organisation is named by small letters, digits and hyphens, such as ministry-of-justice.')
  if (!kinds.includes(kind)) throw new Error(`--kind is one of ${kinds.join(', ')}.`)
  if (economy !== undefined && !isEconomy(economy)) throw new Error('--economy is one of ALB, BIH, XKX, MNE, MKD, SRB.')
  const id = newId()
  await owner
    .insertInto('tenant')
    .values({ id, slug, name: JSON.stringify({ en: name }), kind, economy: economy ?? null })
    .execute()
  return id
}

async function makeOperator(email: string): Promise<void> {
  const installation = await openInstallation()
  const owner = connect(installation.ownerUrl, { max: 1, application: 'observatory admin' })
  try {
    const id = await findUserId(owner, email)
    if (!id) throw new Error(`Nobody signs in as ${email} yet: pnpm admin create invites them.`)
    await sql`insert into auth.operator (user_id) values (${id}) on conflict do nothing`.execute(owner)
    console.log(`${email} is an operator of this installation.`)
  } finally {
    await owner.destroy()
    await installation.close()
  }
}

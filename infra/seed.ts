import { createUser } from '../apps/api/src/access/users.ts'
import {
  approveSubmission,
  createSubmission,
  enterValues,
  publishSubmission,
  submit,
} from '../apps/api/src/submissions/service.ts'
import { writeCatalogue } from '@observatory/db/seed/catalogue'
import { toLatin } from '@observatory/i18n/transliterate'
import { type DemonstrationKind, demonstrationReleases } from '@observatory/db/seed/demonstration-series'
import { readStartingFigures } from '@observatory/db/seed/starting-figures'
import { connect, type Db } from '@observatory/db/connect'
import { newId } from '@observatory/db/id'
import type { RoleUrls } from '@observatory/db/roles'
import { writeAs } from '@observatory/db/tenancy'
import { type Role } from '@observatory/domain/access'
import { economies, type Economy } from '@observatory/domain/economies'
import type { ValueToEnter } from '@observatory/domain/submissions'
import { areaName } from '@observatory/i18n/areas'
import { locales } from '@observatory/i18n/locale'
import { randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { recordEvent } from '../apps/api/src/audit/record.ts'

export type SeedOptions = {
  ownerUrl: string
  urls: Pick<RoleUrls, 'app'>
  /** False leaves the secretariat and the real figures only: no invented figure, no account. */
  demonstration: boolean
  dataFolder: string
  say: (line: string) => void
}

/** The two service accounts that stand for the two people of four eyes. */
const entry = 'service:seed-entry'
const approval = 'service:seed-approval'

type Organisation = {
  slug: string
  kind: DemonstrationKind | 'secretariat'
  economy: Economy | null
  demonstration: boolean
}

const slugs: Record<Economy, string> = {
  ALB: 'albania',
  BIH: 'bosnia-and-herzegovina',
  XKX: 'kosovo',
  MNE: 'montenegro',
  MKD: 'north-macedonia',
  SRB: 'serbia',
}

/**
 * Fills an empty, migrated database: the catalogue as its owner, every figure as a release through the same path that
 * organisations use. A release that is already there is not made again.
 *
 * Real figures are published by the secretariat only, one release for each year in which sources appeared; nothing is
 * backdated. Demonstration organisations publish `DEMO_…` indicators only.
 */
export async function seed({ ownerUrl, urls, demonstration, dataFolder, say }: SeedOptions): Promise<void> {
  const invented = demonstration ? demonstrationOrganisations() : []
  const ids = await asOwner(ownerUrl, (client) => writeCatalogueAndNames(client, demonstration))
  say('Catalogue: indicators, sources, events and texts')
  const db = connect(urls.app, { max: 2, application: 'seed' })
  try {
    for (const { sourceYear, values } of readStartingFigures()) {
      await publish(db, ids.get('observatory')!, {
        title: `Sources of ${sourceYear}`,
        reason: null,
        sourceYear,
        values,
      })
      say(`Sources of ${sourceYear}: ${values.length} figures and reasons`)
    }
    for (const { slug, kind, economy } of invented) {
      for (const release of demonstrationReleases(kind as DemonstrationKind, economy)) {
        await publish(db, ids.get(slug)!, { ...release, sourceYear: null })
      }
    }
    if (demonstration) {
      say(`Demonstration: ${invented.length} organisations with invented figures`)
      await writeAccounts(db, ids, dataFolder)
    }
  } finally {
    await db.destroy()
  }
}

/** The catalogue and the organisations that come with it, in every version; returns the ids of organisations by slug. */
export async function writeCatalogueAndNames(client: pg.Client, demonstration: boolean): Promise<Map<string, string>> {
  const secretariat: Organisation = { slug: 'observatory', kind: 'secretariat', economy: null, demonstration: false }
  await writeCatalogue(client, { demonstration, toLatin })
  const ids = await writeOrganisations(client, [secretariat, ...(demonstration ? demonstrationOrganisations() : [])])
  await client.query(`update indicator set custodian = $1 where code not like 'DEMO\\_%'`, [ids.get('observatory')])
  return ids
}

function demonstrationOrganisations(): Organisation[] {
  const each = (kind: 'ministry' | 'ngo') =>
    economies.map((economy): Organisation => ({
      slug: `demo-${kind}-${slugs[economy]}`,
      kind,
      economy,
      demonstration: true,
    }))
  return [
    ...each('ministry'),
    ...each('ngo'),
    { slug: 'demo-regional-body', kind: 'regional-body', economy: null, demonstration: true },
  ]
}

async function writeOrganisations(client: pg.Client, organisations: Organisation[]): Promise<Map<string, string>> {
  const names = JSON.parse(
    readFileSync(new URL('../packages/db/seed/texts/organisations.json', import.meta.url), 'utf8'),
  ) as Record<string, Record<string, string>>
  for (const { slug, kind, economy, demonstration } of organisations) {
    const words = names[kind === 'secretariat' ? 'observatory' : kind]!
    const name = Object.fromEntries(
      locales.map((locale) => [
        locale,
        words[locale]!.replace('{area}', economy ? areaName(economy, locale, 'name') : ''),
      ]),
    )
    await client.query(
      'insert into tenant (id, slug, name, kind, economy, demonstration) values ($1, $2, $3, $4, $5, $6) on conflict (slug) do update set name = excluded.name',
      [newId(), slug, JSON.stringify(name), kind, economy, demonstration],
    )
  }
  const { rows } = await client.query<{ slug: string; id: string }>('select slug, id from tenant')
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

async function publish(
  db: Db,
  tenantId: string,
  {
    title,
    reason,
    sourceYear,
    values,
  }: { title: string; reason: string | null; sourceYear: number | null; values: ValueToEnter[] },
): Promise<void> {
  const author = { userId: entry, tenantId }
  const approver = { userId: approval, tenantId }
  const id = await writeAs(db, author, async (tx) => {
    const known = await tx
      .selectFrom('release')
      .select('id')
      .where('tenantId', '=', tenantId)
      .where('title', '=', title)
      .executeTakeFirst()
    if (known) return undefined
    const id = await createSubmission(tx, author, { title, reason, sourceYear })
    await enterValues(tx, author, id, values)
    await submit(tx, author, id)
    return id
  })
  if (id === undefined) return
  await writeAs(db, approver, (tx) => approveSubmission(tx, approver, id))
  await writeAs(db, approver, (tx) => publishSubmission(tx, approver, id, { contributes: true }))
}

type Account = { email: string; name: string; memberships: [organisation: string, role: Role][] }

const albania = `demo-ministry-${slugs.ALB}`
const accounts: Account[] = [
  ...(['viewer', 'analyst', 'approver', 'coordinator', 'admin'] as const).map((role): Account => ({
    email: `${role}@ministry-albania.example`,
    name: `Demonstration ${role}`,
    memberships: [[albania, role]],
  })),
  {
    email: 'analyst@ngo-albania.example',
    name: 'Demonstration NGO analyst',
    memberships: [['demo-ngo-albania', 'analyst']],
  },
  {
    email: 'analyst@ministry-serbia.example',
    name: 'Demonstration analyst in Serbia',
    memberships: [['demo-ministry-serbia', 'analyst']],
  },
  {
    email: 'analyst@regional-body.example',
    name: 'Demonstration regional analyst',
    memberships: [['demo-regional-body', 'analyst']],
  },
  {
    email: 'coordinator@regional-body.example',
    name: 'Demonstration regional coordinator',
    memberships: [['demo-regional-body', 'coordinator']],
  },
  {
    email: 'coordinator@observatory.example',
    name: 'Demonstration secretariat coordinator',
    memberships: [['observatory', 'coordinator']],
  },
  {
    email: 'admin@observatory.example',
    name: 'Demonstration secretariat administrator',
    memberships: [['observatory', 'admin']],
  },
  {
    email: 'both@two-organisations.example',
    name: 'Demonstration member of two',
    memberships: [
      ['demo-ngo-albania', 'analyst'],
      ['demo-ministry-montenegro', 'viewer'],
    ],
  },
]

/** Accounts to look around with, all with one random password, which is kept in a file that only its owner can read. */
async function writeAccounts(db: Db, ids: Map<string, string>, dataFolder: string): Promise<void> {
  const password = randomPassword()
  for (const { email, name, memberships } of accounts) {
    const userId = await createUser(db, { email, name, password })
    for (const [slug, role] of memberships) {
      const actor = { userId: approval, tenantId: ids.get(slug)! }
      await writeAs(db, actor, async (tx) => {
        await tx.insertInto('member').values({ tenantId: actor.tenantId, id: newId(), userId, role }).execute()
        await recordEvent(tx, actor, { action: 'member.added', subject: userId, detail: { role } })
      })
    }
  }
  const rows = accounts.flatMap(({ email, memberships }) =>
    memberships.map(([organisation, role]) => ({ email, password, organisation, role })),
  )
  writeFileSync(join(dataFolder, 'demo-accounts.json'), `${JSON.stringify(rows, null, 2)}\n`, { mode: 0o600 })
}

/** Twenty characters without those that are mistaken for one another, in groups that can be read aloud. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

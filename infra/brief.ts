import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Actor, ReadTx } from '@observatory/db/tenancy'
import { readAs } from '@observatory/db/tenancy'
import { briefTemplates, type BriefTemplate, mostIndicators } from '@observatory/domain/briefs'
import { AppError } from '@observatory/domain/errors'
import { economies } from '@observatory/domain/economies'
import { locales, isLocale, type Locale } from '@observatory/i18n/locale'
import { loadMessages, translator } from '@observatory/i18n/translate'
import { sql } from 'kysely'
import { renderBrief } from '../apps/api/src/briefs/render.ts'
import { fileName } from '../apps/api/src/briefs/routes.ts'
import { mayMake, pin } from '../apps/api/src/briefs/service.ts'
import { readConfig } from '../apps/api/src/config.ts'
import { makeContext, type Context } from '../apps/api/src/context.ts'
import { seedState } from './database.ts'
import { openInstallation } from './installation.ts'

// `pnpm brief --template summit --locale en --format pdf --out FOLDER`: the brief that the job makes, from the command line.

/** What leaders ask first: reports, hate, and how the state answers. */
const standard = ['NCMEC_REPORTS', 'HATE_CRIME_POLICE', 'DOL_WFCL_INVESTIGATIONS']

/** Said to the person at the keyboard without a trace: they can correct it. */
class Refusal extends Error {}

interface Asked {
  template: BriefTemplate
  locale: Locale
  out: string
  release: string | undefined
  email: string | undefined
  tenant: string
  indicators: string[]
  title: string | undefined
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      template: { type: 'string', default: 'summit' },
      locale: { type: 'string', default: 'en' },
      format: { type: 'string', default: 'pdf' },
      out: { type: 'string', default: '.' },
      release: { type: 'string' },
      as: { type: 'string' },
      organisation: { type: 'string', default: 'observatory' },
      indicators: { type: 'string' },
      title: { type: 'string' },
    },
  })
  const template = briefTemplates.find((name) => name === values.template)
  if (!template)
    throw new Refusal(`There is no template "${values.template}". Templates: ${briefTemplates.join(', ')}.`)
  if (!isLocale(values.locale))
    throw new Refusal(`There is no version "${values.locale}". Versions: ${locales.join(', ')}.`)
  if (values.format !== 'pdf') throw new Refusal(`A brief cannot be written as "${values.format}". Formats: pdf.`)
  if (values.release !== undefined && !/^([pgo][1-9]\d{0,8}|\d{4}-\d{2}-\d{2})$/.test(values.release)) {
    throw new Refusal(
      `"${values.release}" is no release. A release is an edition such as p12, or a day such as 2026-11-22.`,
    )
  }
  const indicators = [
    ...new Set(
      (values.indicators ?? standard.join(','))
        .split(',')
        .map((code) => code.trim())
        .filter((code) => code !== ''),
    ),
  ]
  if (indicators.length === 0 || indicators.length > mostIndicators)
    throw new Refusal(`A brief has 1 to ${mostIndicators} indicators; ${indicators.length} were given.`)
  return {
    template,
    locale: values.locale,
    out: resolve(values.out),
    release: values.release,
    email: values.as,
    tenant: values.organisation,
    indicators,
    title: values.title,
  }
}

async function findTenant(context: Context, slug: string): Promise<{ id: string; demonstration: boolean }> {
  const tenant = await context.db.app
    .selectFrom('tenant')
    .select(['id', 'demonstration'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!tenant) throw new Refusal(`There is no organisation "${slug}".`)
  return tenant
}

/** The member who asks, or without `--as` the installation itself, which has the keys of the house anyway. */
async function findActor(context: Context, tenantId: string, asked: Asked): Promise<Actor> {
  if (asked.email === undefined) return { userId: 'service:brief', tenantId }
  const { rows } = await context.db.auth.query<{ id: string }>('select id from "user" where lower(email) = lower($1)', [
    asked.email,
  ])
  const user = rows[0]
  const actor = { userId: user?.id ?? 'nobody', tenantId }
  const member = await readAs(context.db.app, actor, (tx) =>
    tx
      .selectFrom('member')
      .select('role')
      .where('tenantId', '=', tenantId)
      .where('userId', '=', actor.userId)
      .where('suspendedAt', 'is', null)
      .executeTakeFirst(),
  )
  if (!user || !member) throw new Refusal(`${asked.email} is no member of "${asked.tenant}".`)
  if (!mayMake(member.role as Parameters<typeof mayMake>[0], asked.template))
    throw new Refusal(`A ${asked.template} brief is a coordinator's; ${asked.email} is ${member.role}.`)
  return actor
}

async function refuseUnknown(
  context: Context,
  actor: Actor,
  codes: readonly string[],
  demonstration: boolean,
): Promise<void> {
  const known = await readAs(context.db.app, actor, (tx) =>
    tx.selectFrom('indicator').select(['code', 'demonstration']).execute(),
  )
  const strange = codes.filter(
    (code) => !known.some((row) => row.code === code && (demonstration || !row.demonstration)),
  )
  if (strange.length > 0) throw new Refusal(`There is no indicator ${strange.join(', ')}.`)
}

async function main(): Promise<void> {
  const asked = readArguments()
  const installation = await openInstallation()
  const context = makeContext(
    readConfig({
      ...process.env,
      OBSERVATORY_DATA: installation.folder,
      OBSERVATORY_SECRET: installation.secret,
      OBSERVATORY_URL: installation.url,
      OBSERVATORY_LOG: 'error',
      APP_DATABASE_URL: installation.urls.app,
      PUBLIC_DATABASE_URL: installation.urls.publicReader,
      AUTH_DATABASE_URL: installation.urls.auth,
      JOBS_DATABASE_URL: installation.urls.jobs,
    }),
  )
  try {
    if ((await seedState(installation.ownerUrl)) !== 'done')
      throw new Refusal('This installation holds no figures yet. Run npm start once, then come back.')
    const tenant = await findTenant(context, asked.tenant)
    const actor = await findActor(context, tenant.id, asked)
    await refuseUnknown(context, actor, asked.indicators, tenant.demonstration)
    const pinned = await readAs(context.db.app, actor, (tx) =>
      pin(tx, { template: asked.template, asOf: asked.release }, tenant.demonstration, context.config.timeZone),
    ).catch((error: unknown) => {
      if (error instanceof AppError)
        throw new Refusal(
          asked.release === undefined ? 'Nothing has been published yet.' : `There is no release ${asked.release}.`,
        )
      throw error
    })
    const freezeDate = await readAs(context.db.app, actor, (tx) => dayOf(tx, pinned.seq, context.config.timeZone))
    const { bytes, sha256, pages } = await renderBrief(context, actor, {
      template: asked.template,
      locale: asked.locale,
      title: asked.title ?? translator(asked.locale, await loadMessages(asked.locale))('briefs.cover.title'),
      occasion: '',
      place: '',
      date: null,
      freezeDate,
      indicators: asked.indicators,
      economies,
      ...pinned,
    })
    mkdirSync(asked.out, { recursive: true })
    const path = join(asked.out, fileName({ ...asked, edition: pinned.edition }))
    writeFileSync(path, bytes)
    process.stdout.write(
      `${path}\n${pages} pages, ${bytes.length} bytes, release ${pinned.edition}, sha256 ${sha256}\n`,
    )
  } finally {
    await context.close()
    await installation.close()
  }
}

/** The day of the release, so that the command gives the same bytes tomorrow. */
async function dayOf(tx: ReadTx, seq: number, timeZone: string): Promise<string> {
  const row = await tx
    .selectFrom('edition')
    .select(sql<string>`to_char(published_at at time zone ${timeZone}, 'YYYY-MM-DD')`.as('day'))
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.day
}

try {
  await main()
} catch (error) {
  const isTheirs =
    error instanceof Refusal ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (!isTheirs) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

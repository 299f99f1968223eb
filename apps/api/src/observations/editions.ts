import type { DB } from '@observatory/db/schema'
import type { ReadTx } from '@observatory/db/tenancy'
import type { AppError } from '@observatory/domain/errors'
import { asOf as asOfSchema, type Audience, type Edition } from '@observatory/domain/observations'
import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import { refused } from '../parameters.ts'

/**
 * The state of the figures that a read is of.
 *
 * `seq` is the internal order of releases and never leaves the server; null is the
 * newest, which is read through `until_seq is null` and its indexes.
 */
export type State = { seq: number | null; edition: Edition | null }

/** Keeps the published rows that hold in a state, for `where`. */
export function holdsIn({ seq }: Pick<State, 'seq'>) {
  return (eb: ExpressionBuilder<DB, 'publishedSeries'> | ExpressionBuilder<DB, 'publishedBenchmark'>) => {
    const row = eb as ExpressionBuilder<DB, 'publishedSeries'>
    if (seq === null) return row('untilSeq', 'is', null)
    return row.and([row('fromSeq', '<=', seq), row.or([row('untilSeq', 'is', null), row('untilSeq', '>', seq)])])
  }
}

type EditionRow = Pick<
  Selectable<DB['edition']>,
  'audience' | 'number' | 'seq' | 'sourceYear' | 'title' | 'publishedAt'
>

const letters: Record<Audience, string> = { public: 'p', regional: 'g', owner: 'o' }
const audiences: Record<string, Audience> = { p: 'public', g: 'regional', o: 'owner' }

const columns = ['audience', 'number', 'seq', 'sourceYear', 'title', 'publishedAt'] as const

/** Such as `p12`. */
export function editionCode({ audience, number }: Pick<EditionRow, 'audience' | 'number'>): string {
  return `${letters[audience as Audience]}${number}`
}

function editionOf(row: EditionRow): Edition {
  return {
    code: editionCode(row),
    audience: row.audience as Audience,
    number: row.number,
    title: row.title,
    publishedAt: new Date(row.publishedAt).toISOString(),
    sourceYear: row.sourceYear,
  }
}

/**
 * Finds the state that `asOf` means to this reader; row security decides which editions exist for them.
 *
 * A day means its end in the installation's time zone. A day before the first
 * edition is a true answer, "nothing was published": no edition and a state without rows.
 */
export async function resolveAsOf(tx: ReadTx, asOf: string | undefined, timeZone: string): Promise<State> {
  if (asOf === undefined || asOf === '') return { seq: null, edition: (await findNewestEdition(tx)) ?? null }
  if (!asOfSchema.safeParse(asOf).success) throw unknownAsOf(asOf)
  const row = /^\d/.test(asOf) ? await findEditionOn(tx, asOf, timeZone) : await getEditionCoded(tx, asOf)
  if (!row) return { seq: 0, edition: null }
  return { seq: row.seq, edition: editionOf(row) }
}

/** The edition of a code, among those the reader may see. */
export async function getEdition(tx: ReadTx, code: string): Promise<Edition> {
  return editionOf(await getEditionCoded(tx, code))
}

/** Every edition the reader may ask for, the newest first. */
export async function listEditions(tx: ReadTx): Promise<{ seq: number; edition: Edition }[]> {
  const rows = await tx.selectFrom('edition').select(columns).orderBy('seq', 'desc').orderBy(widestFirst).execute()
  return rows.map((row) => ({ seq: row.seq, edition: editionOf(row) }))
}

/** Where one release moved several audiences on, it is named by the widest of them. */
export const widestFirst = sql`case audience when 'public' then 0 when 'regional' then 1 else 2 end`

async function findNewestEdition(tx: ReadTx): Promise<Edition | undefined> {
  const row = await tx
    .selectFrom('edition')
    .select(columns)
    .orderBy('seq', 'desc')
    .orderBy(widestFirst)
    .limit(1)
    .executeTakeFirst()
  return row && editionOf(row)
}

async function findEditionOn(tx: ReadTx, day: string, timeZone: string): Promise<EditionRow | undefined> {
  // 2026-02-30 has the form of a day and is none.
  if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) throw unknownAsOf(day)
  return tx
    .selectFrom('edition')
    .select(columns)
    .where(sql<boolean>`published_at < ((${day}::date + 1)::timestamp at time zone ${timeZone})`)
    .orderBy('seq', 'desc')
    .orderBy(widestFirst)
    .limit(1)
    .executeTakeFirst()
}

async function getEditionCoded(tx: ReadTx, code: string): Promise<EditionRow> {
  const row = await tx
    .selectFrom('edition')
    .select(columns)
    .where('audience', '=', audiences[code[0]!]!)
    .where('number', '=', Number(code.slice(1)))
    .executeTakeFirst()
  if (!row) throw unknownAsOf(code)
  return row
}

function unknownAsOf(given: string): AppError {
  return refused('asOf', given, 'a day as YYYY-MM-DD, or the code of an edition such as p1')
}

import { createHmac } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { floorTables } from './floor-tables.ts'
import { type Call, load, percentile } from './load.ts'
import { median, type Measurement } from './measurement.ts'
import { startFloor, startServer } from './processes.ts'
import { makeWorld, type World } from './world.ts'

const rounds = 5
const seconds = 5

/**
 * The overview beside the floor (`floor.ts`), eight connections, interleaved rounds on one world of size M.
 *
 * *uncached*: session, membership, row security, tags. *verified*: answers from
 * memory, the session verified within the second. Both servers run throughout;
 * one is loaded at a time.
 */
export async function overview(): Promise<Measurement[]> {
  const world = await makeWorld('M')
  try {
    const tenants = await withOwner(world, async (client) => {
      for (const statement of floorTables) await client.query(statement)
      const { rows } = await client.query<{ slug: string; id: string }>('select slug, id from tenant')
      return new Map(rows.map(({ slug, id }) => [slug, id]))
    })
    const [floor, uncached, kept] = [
      await startFloor(world),
      await startServer(world, { cache: 0 }),
      await startServer(world, { cache: 48 }),
    ]
    try {
      const ours = overviewCalls(world)
      const byHand = world.readers.map(({ slug, economy }): Call => ({
        path: `/overview?economy=${economy}&tenant=${tenants.get(slug)}`,
        headers: {},
      }))
      await sameCells(`${uncached.url}${ours[0]!.path}`, ours[0]!.headers, `${floor.url}${byHand[0]!.path}`)
      const unchanged = await Promise.all(ours.map((call) => withTag(kept.url, call)))
      const trpc = ours.map(({ headers }): Call => ({ path: '/trpc/editions.list', headers }))
      const runs = {
        floor: () => load(floor.url, byHand, seconds),
        uncached: () => load(uncached.url, ours, seconds),
        verified: () => load(kept.url, ours, seconds),
        unchanged: () => load(kept.url, unchanged, seconds),
        trpc: () => load(uncached.url, trpc, seconds),
      }
      for (const run of Object.values(runs)) await run()
      const rates = new Map<string, number[]>()
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        for (const [name, run] of Object.entries(runs)) {
          const { rate, times: own } = await run()
          rates.set(name, [...(rates.get(name) ?? []), rate])
          if (name === 'uncached') times.push(...own)
        }
      }
      const rate = (name: string) => median(rates.get(name)!)
      const reference = rate('floor')
      const unit = 'answers/s'
      return [
        { name: 'overview, uncached', value: rate('uncached'), unit, reference, target: 0.7 },
        { name: 'overview, 200 from memory, session verified', value: rate('verified'), unit, reference, target: 2.5 },
        { name: 'overview, 304, session verified', value: rate('unchanged'), unit, reference, target: 2.5 },
        { name: 'a tRPC procedure', value: rate('trpc'), unit, reference, target: 0.3 },
        { name: 'overview, uncached, p50', value: percentile(times, 0.5), unit: 'ms' },
        { name: 'overview, uncached, p99', value: percentile(times, 0.99), unit: 'ms' },
        {
          name: 'server memory after the run',
          value: Math.max(uncached.memory(), kept.memory()),
          unit: 'MB',
          target: 300,
          atMost: true,
        },
      ]
    } finally {
      await Promise.all([floor.stop(), uncached.stop(), kept.stop()])
    }
  } finally {
    await world.close()
  }
}

/** One call a reader: the overview of their own organisation. Each reads other rows. */
export function overviewCalls(world: World): Call[] {
  return world.readers.map(({ slug, token }) => ({
    path: '/api/overview',
    headers: { cookie: `observatory.session_token=${signed(token, world.secret)}`, 'observatory-organisation': slug },
  }))
}

function signed(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)
}

async function withTag(url: string, call: Call): Promise<Call> {
  const answer = await fetch(url + call.path, { headers: call.headers })
  await answer.arrayBuffer()
  return { ...call, headers: { ...call.headers, 'if-none-match': answer.headers.get('etag')! } }
}

/** A race between two answers that differ would say nothing. */
async function sameCells(ours: string, headers: Record<string, string>, floor: string): Promise<void> {
  type Ours = { items: Item[]; own: Item[] }
  type Item = { series: { indicator: string; cells: number[] } | null; benchmark: { median: number[] } | null }
  const [mine, theirs] = (await Promise.all([
    fetch(ours, { headers }).then((answer) => answer.json()),
    fetch(floor).then((answer) => answer.json()),
  ])) as [Ours, { items: { indicator: string; cells: number[]; median: number[] }[] }]
  const flat = (rows: { indicator?: string; cells?: number[]; median?: number[] }[]) =>
    rows.map(({ indicator, cells, median }) => JSON.stringify([indicator, cells, median])).toSorted()
  const left = flat(
    [...mine.items, ...mine.own].map(({ series, benchmark }) => ({
      indicator: series?.indicator,
      cells: series?.cells,
      median: benchmark?.median,
    })),
  )
  if (!isDeepStrictEqual(left, flat(theirs.items))) {
    throw new Error(
      `The floor and the overview give different cells:\n${left.slice(0, 3).join('\n')}\n${flat(theirs.items).slice(0, 3).join('\n')}`,
    )
  }
}

async function withOwner<T>(world: World, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

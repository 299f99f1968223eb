import { load, percentile } from './load.ts'
import { median, type Measurement } from './measurement.ts'
import { overviewCalls } from './overview.ts'
import { startServer } from './processes.ts'
import { makeWorld } from './world.ts'

const rounds = 5
const seconds = 5

/** What an overview costs when history has grown: uncached p50 on L beside p50 on S, both servers up, rounds interleaved. */
export async function history(): Promise<Measurement[]> {
  const small = await makeWorld('S')
  const large = await makeWorld('L')
  try {
    const servers = [await startServer(small, { cache: 0 }), await startServer(large, { cache: 0 })] as const
    try {
      const p50: [number[], number[]] = [[], []]
      const worlds = [small, large] as const
      for (let round = 0; round <= rounds; round++) {
        for (const at of [0, 1] as const) {
          const { times } = await load(servers[at].url, overviewCalls(worlds[at]), seconds)
          if (round > 0) p50[at].push(percentile(times, 0.5))
        }
      }
      return [
        { name: 'observations, S', value: small.observations, unit: 'rows' },
        { name: 'observations, L', value: large.observations, unit: 'rows', target: 9_900_000 },
        { name: 'size of L over shared_buffers', value: large.bytes / large.sharedBuffers, unit: '×', target: 4 },
        {
          name: 'overview p50 on L beside S',
          value: median(p50[1]),
          unit: 'ms',
          reference: median(p50[0]),
          target: 1.3,
          atMost: true,
        },
        { name: 'server memory after the run', value: servers[1].memory(), unit: 'MB', target: 300, atMost: true },
      ]
    } finally {
      await Promise.all(servers.map((server) => server.stop()))
    }
  } finally {
    await small.close()
    await large.close()
  }
}

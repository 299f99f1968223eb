import autocannon from 'autocannon'

export interface Call {
  path: string
  headers: Record<string, string>
}

export interface Load {
  /** Answers a second. */
  rate: number
  /** Milliseconds, each answer's own time. */
  times: number[]
}

const connections = 8

/** Eight connections for `seconds`, each going through all calls from a place of its own. An answer that is not 2xx or 304 stops the benchmark. */
export function load(url: string, calls: readonly Call[], seconds: number): Promise<Load> {
  const times: number[] = []
  let begun = 0
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        duration: seconds,
        setupClient(client) {
          const from = Math.floor((calls.length / connections) * begun++)
          const turned = [...calls.slice(from), ...calls.slice(0, from)]
          client.setRequests(turned.map(({ path, headers }) => ({ method: 'GET', path, headers })))
        },
      },
      (error, result) => {
        if (error) return reject(error)
        const bad = result.errors + result.timeouts + result['4xx'] + result['5xx']
        if (bad > 0)
          return reject(new Error(`${bad} of ${result.requests.total} answers of ${url}${calls[0]!.path} failed.`))
        resolve({ rate: times.length / result.duration, times })
      },
    )
    instance.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
}

/** The value below which a share of the times lies. */
export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
}

import { createServer } from 'node:net'

export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

/** The next port after `port` on which nobody listens. */
export async function nextFree(port: number, host: string): Promise<number> {
  for (let candidate = port + 1; candidate < 65_535; candidate++) {
    if (await isFree(candidate, host)) return candidate
  }
  return 0
}

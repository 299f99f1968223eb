import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { findBrowser } from '../browser.ts'
import { median, type Measurement } from './measurement.ts'

const rounds = 9
const kinds = ['still', 'inspectable', 'recharts'] as const

/** Main-thread time in which twelve charts of the same figures mount and paint, in one page of one browser, interleaved. */
export async function charts(): Promise<Measurement[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'observatory-bench-charts-'))
  const root = fileURLToPath(new URL('./charts-page', import.meta.url))
  await build({ root, logLevel: 'error', plugins: [react()], build: { outDir, emptyOutDir: true } })
  const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const executablePath = findBrowser(process.env, () => {})
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(server.resolvedUrls!.local[0]!)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
    }
    const times: Record<(typeof kinds)[number], number[]> = { still: [], inspectable: [], recharts: [] }
    for (let round = 0; round <= rounds; round++) {
      for (const kind of kinds) {
        const before = await busy()
        await page.evaluate((asked) => window.mount(asked), kind)
        const took = (await busy()) - before
        if (round > 0) times[kind].push(took)
        await page.evaluate(() => window.unmount())
      }
    }
    const reference = median(times.recharts)
    const unit = 'ms'
    return [
      { name: 'twelve static small multiples', value: median(times.still), unit, reference, target: 0.1, atMost: true },
      { name: 'twelve with inspection', value: median(times.inspectable), unit, reference, target: 0.25, atMost: true },
    ]
  } finally {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}

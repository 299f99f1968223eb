import { bundleSizes } from './bundle.ts'
import { charts } from './charts.ts'
import { history } from './history.ts'
import { judge, type Judged, type Measurement } from './measurement.ts'
import { overview } from './overview.ts'

/** `pnpm bench [NAME…] [--json]`: every benchmark measures beside its reference, in one run. */
const benchmarks: Record<string, () => Promise<Measurement[]>> = { overview, history, bundle: bundleSizes, charts }

const json = process.argv.includes('--json')
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = asked.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(2)
}

const results: Judged[] = []
for (const name of asked.length > 0 ? asked : Object.keys(benchmarks)) {
  if (!json) console.log(`\n${name}`)
  for (const measurement of await benchmarks[name]!()) {
    const judged = judge(measurement)
    results.push(judged)
    console.log(json ? JSON.stringify(judged) : line(judged))
  }
}
const missed = results.filter(({ ok }) => ok === false)
if (!json) console.log(`\n${results.length} measured, ${missed.length} short of their target`)
process.exit(missed.length > 0 ? 1 : 0)

function line({ name, value, unit, reference, ratio, target, atMost, ok }: Judged): string {
  const parts = [`  ${name.padEnd(44)}${round(value).padStart(10)} ${unit.padEnd(12)}`]
  parts.push(
    reference === undefined ? ''.padEnd(24) : `reference ${round(reference)} (× ${ratio!.toFixed(2)})`.padEnd(24),
  )
  if (target !== undefined) parts.push(`target ${atMost ? '≤' : '≥'} ${round(target)}`.padEnd(16), ok ? 'ok' : 'SHORT')
  return parts.join('  ')
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

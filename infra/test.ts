import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.ts'

// `npm test`: every check, each shown as it runs. The last line counts them; one that failed makes the exit code 1.
// With words after it (`npm test -- unit e2e`) it runs those steps alone.

type Count = { passed: number; failed: number }
type Step = { name: string; title: string; run: () => Promise<Count> }

const root = fileURLToPath(new URL('../', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'observatory-reports-'))

const steps: Step[] = [
  { name: 'format', title: 'Formatting (oxfmt)', run: () => check('oxfmt', ['--check']) },
  { name: 'lint', title: 'Rules (oxlint)', run: () => check('oxlint', []) },
  { name: 'types', title: 'Types (tsc)', run: () => check('tsc', ['--noEmit']) },
  {
    name: 'pure',
    title: 'Rules without DOM or Node (tsc)',
    run: () => check('tsc', ['--noEmit', '-p', 'tsconfig.pure.json']),
  },
  { name: 'unused', title: 'Unused code (knip)', run: () => check('knip', ['--no-progress']) },
  { name: 'unit', title: 'Unit and property tests', run: () => vitest('unit') },
  { name: 'integration', title: 'Tests on real Postgres and over HTTP', run: () => vitest('integration') },
  { name: 'start', title: 'npm start from a clean copy', run: () => vitest('start') },
  { name: 'e2e', title: 'Browser journeys', run: browserJourneys },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const total: Count = { passed: 0, failed: 0 }
const broken: string[] = []
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue
  console.log(`\n── ${step.title} ${'─'.repeat(Math.max(3, 70 - step.title.length))}`)
  const began = performance.now()
  const { passed, failed } = await step.run()
  total.passed += passed
  total.failed += failed
  if (failed > 0) broken.push(step.title)
  console.log(
    `   ${failed > 0 ? '✗' : '✓'} ${passed} passed, ${failed} failed (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  )
}
rmSync(reports, { recursive: true, force: true })
if (broken.length > 0) console.log(`\nNot passed: ${broken.join('; ')}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
console.log(`\n${total.passed} passed, ${total.failed} failed`)

/** A check that passes or fails as a whole. */
async function check(program: string, parameters: string[]): Promise<Count> {
  return (await run(program, parameters)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function vitest(project: string): Promise<Count> {
  const report = join(reports, `${project}.json`)
  const code = await run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const result = read<{ numPassedTests: number; numFailedTests: number }>(report)
  return count(code, result?.numPassedTests, result?.numFailedTests)
}

async function browserJourneys(): Promise<Count> {
  const browser = findBrowser(process.env, (line) => console.log(`   ${line}`))
  const report = join(reports, 'e2e.json')
  const code = await run('playwright', ['test', '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(browser ? { CHROMIUM_PATH: browser } : { PLAYWRIGHT_OWN_BROWSER: '1' }),
  })
  const stats = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(report)?.stats
  return count(code, stats?.expected, stats && stats.unexpected + stats.flaky)
}

/** A step that ended badly without a failed test, say because a file could not be loaded, is one failure. */
function count(code: number, passed = 0, failed = 0): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

function run(program: string, parameters: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', program), parameters, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

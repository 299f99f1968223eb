// `npm start` and `npm test`, on nothing but Node and npm: installs, then hands over to the project's own Node.
// `node infra/bootstrap.mjs install` only installs, for images.
// Plain JavaScript without imports of ours, because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pnpm = 'pnpm@12.21.0'
const oldest = [20, 19]
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const programs = { start: 'infra/start.ts', test: 'infra/test.ts' }

const program = programs[process.argv[2]]
if (!program && process.argv[2] !== 'install')
  fail(`Usage: node infra/bootstrap.mjs ${Object.keys(programs).join('|')}|install`)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  fail(
    `Observatory needs Node ${oldest.join('.')} or newer to set itself up; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  )
}
if (process.platform === 'win32') fail('Observatory runs on Linux and macOS; on Windows use WSL 2.')

install()
if (program) handOver()

function install() {
  const marker = join(root, 'node_modules/.observatory-install')
  const wanted = manifestHash()
  if (existsSync(marker) && existsSync(join(root, 'node_modules/.bin/node')) && readFileSync(marker, 'utf8') === wanted)
    return
  console.log('Installing what the project needs (exactly what pnpm-lock.yaml says) …')
  const { status, error } = spawnSync('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CI: process.env.CI ?? '1' },
  })
  if (error) fail(`npx could not be run (${error.message}). It comes with npm.`)
  if (status !== 0)
    fail('The installation failed; the reason stands above. Is the network, or the registry, within reach?')
  writeFileSync(marker, wanted)
}

/** One hash of every file that decides what is installed. */
function manifestHash() {
  const hash = createHash('sha256').update(`${pnpm} ${process.platform} ${process.arch}`)
  const packages = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  )
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages.sort()]) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function handOver() {
  const bin = join(root, 'node_modules/.bin')
  const child = spawn(
    join(bin, 'node'),
    ['--import', 'tsx', '--import', './infra/follow-parent.mjs', program, ...process.argv.slice(3)],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    },
  )
  // The child stops what it started and ends by itself; this process only outlives it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
  stopWithNpm(child)
}

/**
 * Stops when npm was killed and could say nothing: it never leaves a running script behind on purpose.
 * package.json says `exec`, so that npm is the parent of this process and no shell keeps its signals from us.
 */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500).unref()
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

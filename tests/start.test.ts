import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

let copy: string
let url: string
let port: number
let running: Started | undefined

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> }
type Account = { email: string; password: string }

beforeAll(async () => {
  // A path with a space, holding the files of the repository and nothing that is made from them.
  copy = join(mkdtempSync(join(tmpdir(), 'observatory start ')), 'clean copy')
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
  for (const file of files.split('\0'))
    if (file && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file))
  port = await freePort()
  url = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  running?.child.kill('SIGTERM')
  await running?.ended
  rmSync(dirname(copy), { recursive: true, force: true })
})

test('npm start brings a clean copy to a page on which an account of the table can sign in', async () => {
  running = await startUntilReady()
  const page = await fetch(`${url}/`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  const accounts = demoAccounts()
  expect(accounts.length).toBeGreaterThan(4)
  for (const { email } of accounts) expect(running.output()).toContain(email)
  expect(statSync(join(copy, '.observatory/demo-accounts.json')).mode & 0o077).toBe(0)
  expect((await signIn(accounts[0] as Account)).status).toBe(200)
})

test('a second start on the same port, or on the same data, says what is in its way', async () => {
  const samePort = start({ OBSERVATORY_DATA: join(copy, 'other data') })
  expect(await samePort.ended).not.toBe(0)
  expect(samePort.output()).toMatch(new RegExp(`Port ${port} is taken.*Port \\d+ is free`, 's'))
  const sameData = start({ PORT: String(await freePort()) })
  expect(await sameData.ended).not.toBe(0)
  expect(sameData.output()).toContain(`already runs on this data folder at ${url}`)
})

test('after kill -9 of each of its processes it serves again with the figures there', async () => {
  const before = await figures()
  for (const part of ['apps/api/src/server.ts', 'apps/api/src/worker.ts']) {
    for (const pid of processesOf(part)) process.kill(pid, 'SIGKILL')
  }
  await untilReady()
  expect(await figures()).toEqual(before)

  for (const part of ['infra/start.ts', 'postgres']) for (const pid of processesOf(part)) process.kill(pid, 'SIGKILL')
  await running?.ended
  running = await startUntilReady()
  expect(await figures()).toEqual(before)
  expect((await signIn(demoAccounts()[0] as Account)).status).toBe(200)
})

test('an interrupt that reaches npm alone ends everything that was started', async () => {
  running?.child.kill('SIGINT')
  await running?.ended
  for (let waited = 0; waited < 10_000 && ours().length > 0; waited += 100) await sleep(100)
  expect(ours()).toEqual([])
  running = undefined
})

function start(environment: Record<string, string> = {}): Started {
  let output = ''
  const { OBSERVATORY_DATA: _data, DATABASE_URL: _url, NODE_ENV: _env, VITEST: _vitest, ...inherited } = process.env
  const child = spawn('npm', ['start'], { cwd: copy, env: { ...inherited, PORT: String(port), ...environment } })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, output: () => output, ended }
}

async function startUntilReady(): Promise<Started> {
  const started = start()
  const ready = (async () => {
    while (!started.output().includes(`Observatory ready at ${url}`)) await sleep(100)
    while (!started.output().endsWith('\n')) await sleep(100)
  })()
  const failed = started.ended.then(() => Promise.reject(new Error(`It ended:\n${started.output()}`)))
  await Promise.race([ready, failed])
  return started
}

async function untilReady(): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (
      await fetch(`${url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new Error(`Not ready:\n${running?.output()}`)
}

/** Reports of 2020 by economy, as anybody can download them. */
async function figures(): Promise<string> {
  const answer = await fetch(`${url}/data/NCMEC_REPORTS.csv`)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  expect(text.split('\n').length).toBeGreaterThan(6)
  return text
}

function demoAccounts(): Account[] {
  return JSON.parse(readFileSync(join(copy, '.observatory/demo-accounts.json'), 'utf8')) as Account[]
}

function signIn({ email, password }: Account): Promise<Response> {
  return fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email, password }),
  })
}

/** Processes that run from the copy or on its data, and whose command names `part`. */
function processesOf(part: string): number[] {
  return ours()
    .filter(({ command }) => command.includes(part))
    .map(({ pid }) => pid)
}

function ours(): { pid: number; command: string }[] {
  const place = realpathSync(copy)
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^ *(\d+) (.*)$/.exec(line))
    .flatMap((match) => (match ? [{ pid: Number(match[1]), command: match[2] as string }] : []))
    .filter(({ pid, command }) => command.includes(place) || workingFolder(pid) === place)
}

function workingFolder(pid: number): string | null {
  try {
    return realpathSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: free } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return free
}

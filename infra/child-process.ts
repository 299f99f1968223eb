import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Supervised = { stop(): Promise<void>; readonly failed: Promise<never> }

type Options = {
  name: string
  program: string
  env: Record<string, string>
  log: string
  onRestart: (line: string) => void
}

/** Megabytes. V8's own choice takes a third more memory under load (342 against 220 MB) for no more answers. */
const smallYoungGeneration = '--max-semi-space-size=8'

const followParent = fileURLToPath(new URL('./follow-parent.mjs', import.meta.url))

/**
 * Keeps a process of ours running: one that dies is started again, later each time.
 *
 * `failed` rejects when it dies five times within its first ten seconds. It writes
 * to `log`, gets no signal of the terminal, and ends when this process does.
 */
export function supervise({ name, program, env, log, onRestart }: Options): Supervised {
  let child: ChildProcess
  let begun = false
  let stopping = false
  let quickDeaths = 0
  let fail: (error: Error) => void
  const failed = new Promise<never>((_, reject) => (fail = reject))
  failed.catch(() => {})

  const start = () => {
    const began = Date.now()
    // Each `npm start` begins a log; what a process said before it died stays in it.
    const output = openSync(log, begun ? 'a' : 'w', 0o600)
    begun = true
    child = spawn(process.execPath, [smallYoungGeneration, '--import', 'tsx', '--import', followParent, program], {
      cwd: fileURLToPath(new URL('../', import.meta.url)),
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    })
    closeSync(output)
    child.once('exit', (code, signal) => {
      if (stopping) return
      quickDeaths = Date.now() - began < 10_000 ? quickDeaths + 1 : 0
      if (quickDeaths === 5) return fail(new Error(`The ${name} does not stay up:\n${tail(log)}`))
      const delay = 250 * 2 ** quickDeaths
      onRestart(`The ${name} ended (${signal ?? `code ${code}`}); starting it again in ${delay} ms. Its log: ${log}`)
      setTimeout(() => stopping || start(), delay)
    })
  }
  start()

  return {
    failed,
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(timer)
    },
  }
}

export function tail(log: string, lines = 30): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}

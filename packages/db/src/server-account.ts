import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Account that the database server runs as, because Postgres refuses to run as root. */
export type Account = { uid: number; gid: number; name: string }

/** Folder for what another account must reach while the project or the data folder is closed to it. */
const openFolder = '/var/lib/observatory'

/** The account to run the server as, or null: the present one will do. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid), name }
  }
  return { uid: 65534, gid: 65534, name: 'nobody' }
}

/** Whether the account may pass through every folder on the way to `path`, which need not exist. */
export function isReachable(path: string, account: Account | null): boolean {
  if (!account) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder)
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
      if (!(mode & bit)) return false
    }
    if (folder === dirname(folder)) return true
  }
}

/** A folder that every account can pass through, for what belongs to `key`. */
export function openFolderFor(key: string): string {
  mkdirSync(openFolder, { recursive: true, mode: 0o755 })
  return join(openFolder, key)
}

export function makeFolderFor(path: string, account: Account | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (account) chownSync(path, account.uid, account.gid)
}

/** What a child process needs in order to run as the account, with none of our environment in it. */
export function runAs(account: Account | null) {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return account ? { uid: account.uid, gid: account.gid, cwd: '/', env } : { cwd: '/', env }
}

/** Whether the account can run this program from where it lies. */
export function canRun(program: string, account: Account | null): boolean {
  try {
    execFileSync(program, ['--version'], { ...runAs(account), stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

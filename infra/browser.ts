import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Path of a Chromium for the browser tests: CHROMIUM_PATH, else one on PATH, else
 * one installed here. Null when it is Playwright's own, which it finds by itself.
 */
export function findBrowser(
  environment: Record<string, string | undefined>,
  say: (line: string) => void,
): string | null {
  const given = environment['CHROMIUM_PATH']
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`)
    return given
  }
  const found = onPath(environment['PATH'])
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('no Chromium here: installing Debian’s')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = onPath(environment['PATH'])
    if (installed) return installed
  }
  say('no Chromium here: installing Playwright’s')
  execFileSync('playwright', ['install', 'chromium', '--only-shell'], { stdio: 'inherit' })
  return null
}

function onPath(path = ''): string | null {
  for (const folder of path.split(':')) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name)
  }
  return null
}

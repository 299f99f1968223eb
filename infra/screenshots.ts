import { chromium, type Page } from '@playwright/test'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.ts'
import { findStart } from './data-folder.ts'

// `pnpm screenshots [FOLDER] [--all]`: pictures of a running `npm start`, by default those of the README. With
// `--all` every page at 1440 and 390 px, light and dark, in a Latin and a Cyrillic version, for looking at.

const dataFolder = process.env['OBSERVATORY_DATA'] || '.observatory'
const running = findStart(dataFolder)
if (!running) throw new Error('Nothing is running here. Run npm start first, with the same OBSERVATORY_DATA.')
const all = process.argv.includes('--all')
const folder =
  process.argv.slice(2).find((word) => !word.startsWith('-')) ??
  fileURLToPath(new URL('../docs/screenshots', import.meta.url))
mkdirSync(folder, { recursive: true })

type Shot = {
  name: string
  path: string
  width?: number
  dark?: boolean
  lang?: string
  signedOut?: boolean
  full?: boolean
}

const pages: { name: string; path: string; signedOut?: boolean }[] = [
  { name: 'sign-in', path: '/sign-in', signedOut: true },
  { name: 'overview', path: '/' },
  { name: 'indicators', path: '/indicators' },
  { name: 'indicator', path: '/indicators/NCMEC_REPORTS' },
  { name: 'coverage', path: '/coverage' },
  { name: 'briefs', path: '/briefs' },
  { name: 'members', path: '/members' },
  { name: 'audit', path: '/audit' },
  { name: 'account', path: '/account' },
  { name: 'help', path: '/help' },
]

const readme: Shot[] = [
  { name: 'overview', path: '/', width: 1440 },
  { name: 'indicator', path: '/indicators/NCMEC_REPORTS', width: 1440 },
  { name: 'coverage', path: '/coverage', width: 1440 },
  { name: 'overview-phone-dark-cyrillic', path: '/', width: 390, dark: true, lang: 'sr-Cyrl' },
]

const shots: Shot[] = all
  ? pages.flatMap((page) =>
      [1440, 390].flatMap((width) =>
        [false, true].flatMap((dark) =>
          ['en', 'sr-Cyrl'].map((lang) => ({
            ...page,
            name: `${page.name}-${lang}-${dark ? 'dark' : 'light'}-${width}`,
            width,
            dark,
            lang,
            full: true,
          })),
        ),
      ),
    )
  : readme

const executablePath = findBrowser(process.env, console.log)
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const signedIn = await browser.newContext()
await signIn(await signedIn.newPage())
const state = await signedIn.storageState()

for (const { name, path, width = 1440, dark = false, lang = 'en', signedOut, full } of shots) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 1200 : 1500 },
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: 1,
    ...(!signedOut && { storageState: state }),
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(`${running.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: full ?? false })
  console.log(`${name}${problems.length > 0 ? `\n  ${problems.join('\n  ')}` : ''}`)
  await context.close()
}
await browser.close()

/** As the administrator of a demonstration ministry, who sees every page. */
async function signIn(page: Page): Promise<void> {
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as {
    email: string
    password: string
    role: string
    organisation: string
  }[]
  const account = accounts.find(({ role, organisation }) => role === 'admin' && organisation.startsWith('demo-'))
  if (!account) throw new Error('No demonstration administrator: start with OBSERVATORY_DEMO=1.')
  const answer = await page.request.post(`${running!.url}/auth/sign-in/email`, {
    headers: { origin: running!.url },
    data: { email: account.email, password: account.password },
  })
  if (!answer.ok()) throw new Error(`Sign-in failed with ${answer.status()}.`)
}

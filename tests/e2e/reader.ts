import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

export interface Account {
  email: string
  password: string
  organisation: string
  role: string
}

/** A demonstration account of the installation under test. */
export function account(role: string, organisation = 'demo-ministry-albania'): Account {
  const file = join(process.env['E2E_DATA']!, 'demo-accounts.json')
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[]
  const found = accounts.find((each) => each.role === role && each.organisation === organisation)
  if (!found) throw new Error(`No ${role} of ${organisation} in ${file}.`)
  return found
}

/** Signs a page's browser in without the form, which has a journey of its own. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  const origin = new URL(test.info().project.use.baseURL!).origin
  const answer = await page.request.post('/auth/sign-in/email', { headers: { origin }, data: { email, password } })
  expect(answer.status()).toBe(200)
}

/** Waits until a page has said everything it has to say. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}

/** Reads a page in both appearances; the device decides which one is drawn. */
export async function expectNoAxeViolationsInLightAndDark(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeViolations(page)
  }
}

/** Notes when a page breaks its own security policy, throws, or asks another host for anything. */
async function watch(context: BrowserContext, baseURL: string, faults: string[]): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  context.on('console', (message) => {
    if (/CSP |Content Security Policy|^(Reference|Range)Error: |^TypeError: Cannot /.test(message.text()))
      faults.push(message.text())
  })
  context.on('weberror', (event) => faults.push(String(event.error())))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(baseURL).origin) faults.push(`asked ${request.url()}`)
  })
}

interface Journey {
  /** What readers' pages did wrong so far; a journey that means to ask another host takes that entry out. */
  faults: string[]
  /** Another reader with a browser of their own, watched as the first is. Signed out without an account. */
  another: (account?: Account) => Promise<Page>
}

/** The journeys' test: fails on any fault of any reader's page, whatever else it was looking for. */
export const test = base.extend<Journey>({
  faults: [
    async ({ context, baseURL }, give) => {
      const faults: string[] = []
      await watch(context, baseURL!, faults)
      await give(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  another: async ({ browser, baseURL, faults }, give) => {
    const contexts: BrowserContext[] = []
    await give(async (account) => {
      const context = await browser.newContext({ baseURL: baseURL! })
      contexts.push(context)
      await watch(context, baseURL!, faults)
      const page = await context.newPage()
      if (account) await signIn(page, account)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

export { expect }

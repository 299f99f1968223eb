import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

interface Account {
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
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/**
 * The journeys' test: fails when the page breaks its own security policy, throws,
 * or asks another host for anything, whatever else it was looking for.
 */
export const test = base.extend<{ guarded: void }>({
  guarded: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = []
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`))
      })
      context.on('console', (message) => {
        if (/CSP |Content Security Policy/.test(message.text())) faults.push(message.text())
      })
      context.on('weberror', (event) => faults.push(String(event.error())))
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(baseURL!).origin) faults.push(`asked ${request.url()}`)
      })
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

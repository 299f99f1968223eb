import type { Page, Request } from '@playwright/test'
import { account, expect, expectNoAxeViolations, open, settled, signIn, test, type Account } from './reader.ts'
import { wordsOf, type Words } from './words.ts'

const ministry = 'demo-ministry-albania'

for (const locale of ['en', 'sr-Cyrl'] as const) {
  test(`in ${locale}, an administrator invites a person, who joins by the link, and later suspends them`, async ({
    page,
    another,
  }) => {
    const words = await wordsOf(locale)
    const { t } = words
    const person = someone()
    await signIn(page, account('admin'))
    const organisation = await organisationOf(page, ministry, words)
    await open(page, `/members?lang=${locale}`)
    await page.getByLabel(t('members.invite.email')).fill(person.email)
    await page
      .getByRole('complementary')
      .getByRole('combobox', { name: t('members.role') })
      .selectOption('analyst')
    await page.getByRole('button', { name: t('members.invite.submit') }).click()
    const dialog = page.getByRole('dialog', { name: t('members.invite.linkTitle', { email: person.email }) })
    const link = await dialog.getByLabel(t('members.link.label')).inputValue()
    await dialog.getByRole('button', { name: t('app.close') }).click()
    await expect(page.getByRole('rowheader').filter({ hasText: person.email })).toBeVisible()

    const invited = await another()
    await invited.goto(link)
    await invited.getByRole('combobox').selectOption(locale)
    await expect(invited.getByRole('heading', { level: 1 })).toHaveText(t('access.invitation.title', { organisation }))
    await expect(invited.getByText(t('access.invitation.for', { email: person.email }))).toBeVisible()
    if (locale === 'en') await expectNoAxeViolations(invited)
    await invited.getByLabel(t('access.invitation.name')).fill(person.name)
    await invited.getByLabel(t('access.invitation.password'), { exact: true }).fill(person.password)
    await invited.getByRole('button', { name: t('access.invitation.submit') }).click()
    await invited.waitForURL((url) => url.pathname === '/')
    await settled(invited)
    await expect(whoIAm(invited, words)).toContainText(organisation)
    await expect(whoIAm(invited, words)).toContainText(t('members.roles.analyst.name'))

    await page.reload()
    await page.getByRole('button', { name: t('members.actionsFor', { name: person.name }) }).click()
    await page.getByRole('button', { name: t('members.act.suspend.button'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('members.act.suspend.button'), exact: true })
      .click()
    await expect(page.getByRole('row').filter({ hasText: person.email })).toContainText(/\d{4}/)
    await invited.reload()
    await expect(invited.getByRole('heading', { level: 1 })).toHaveText(t('access.choose.none'))
    await expect(invited.getByText(t('access.choose.noneText'))).toBeVisible()

    const late = await another()
    await late.goto(link)
    await late.getByRole('combobox').selectOption(locale)
    await expect(late.getByRole('heading', { level: 1 })).toHaveText(t('access.invitation.gone'))
  })
}

test('the last administrator is told why nobody can be the last to leave', async ({ page }) => {
  const words = await wordsOf('en')
  const { t } = words
  await signIn(page, account('admin'))
  const organisation = await organisationOf(page, ministry, words)
  await open(page, '/account')
  await page.getByRole('button', { name: t('access.account.leave.title', { organisation }) }).click()
  const dialog = page.getByRole('dialog', { name: t('access.account.leave.ask', { organisation }) })
  await dialog.getByRole('button', { name: t('access.account.leave.button') }).click()
  await expect(dialog.getByText(t('members.reason.lastAdmin'))).toBeVisible()
  await dialog.getByRole('button', { name: t('app.cancel') }).click()
  await page.reload()
  await expect(whoIAm(page, words)).toContainText(organisation)
})

test('a person of two organisations works in both, one a tab, and neither tab knows the other', async ({ page }) => {
  const words = await wordsOf('en')
  const both = account('analyst', 'demo-ngo-albania')
  await signIn(page, { ...both, email: 'both@two-organisations.example' })
  const slugs = ['demo-ngo-albania', 'demo-ministry-montenegro']
  const names = await Promise.all(slugs.map((slug) => organisationOf(page, slug, words)))
  const tabs = [page, await page.context().newPage()]
  const asked = tabs.map(organisationsAskedFor)

  for (const [at, tab] of tabs.entries()) {
    await open(tab, '/')
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(words.t('access.choose.title'))
    await tab.getByRole('button', { name: names[at]! }).click()
    await expect(whoIAm(tab, words)).toContainText(names[at]!)
    await settled(tab)
  }
  for (const [at, tab] of tabs.entries()) {
    await tab.reload()
    await settled(tab)
    await expect(whoIAm(tab, words)).toContainText(names[at]!)
    const text = await tab.locator('body').innerText()
    expect(text).not.toContain(names[1 - at]!)
    expect(asked[at]!.size).toBe(1)
    expect([...asked[at]!]).toEqual([slugs[at]])
  }
  // Each tab speaks of its own series: the hotline's pages here, the cases of the ministry there.
  const ownCard = (tab: Page, code: string) => tab.getByRole('article').locator(`h3 a[href*="/indicators/${code}"]`)
  await expect(ownCard(tabs[0]!, 'DEMO_HOTLINE_PAGES')).toHaveCount(1)
  await expect(ownCard(tabs[0]!, 'DEMO_CASES_OPENED')).toHaveCount(0)
  await expect(ownCard(tabs[1]!, 'DEMO_CASES_OPENED')).toHaveCount(1)
  await expect(ownCard(tabs[1]!, 'DEMO_HOTLINE_PAGES')).toHaveCount(0)

  await whoIAm(tabs[0]!, words).click()
  await tabs[0]!.getByRole('button', { name: names[1]! }).click()
  await expect(whoIAm(tabs[0]!, words)).toContainText(names[1]!)
  await expect(ownCard(tabs[0]!, 'DEMO_CASES_OPENED')).toHaveCount(1)
  await expect(ownCard(tabs[0]!, 'DEMO_HOTLINE_PAGES')).toHaveCount(0)
})

test('a session ended on another device leads to the sign-in page, which knows the way back', async ({
  page,
  another,
}) => {
  const { t } = await wordsOf('en')
  await signIn(page, account('admin'))
  const person = await join(page, await another())
  const here = await another(person)
  const there = await another(person)
  await open(here, '/coverage')
  await open(there, '/account')
  await there.getByRole('button', { name: t('access.account.endOthers') }).click()
  await expect(
    there
      .getByText(t('access.account.ended', { count: 1 }))
      .or(there.getByText(t('access.account.ended', { count: 2 }))),
  ).toBeVisible()

  await here.getByRole('link', { name: t('app.nav.briefs'), exact: true }).click()
  await here.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('from') === '/briefs')
  await expect(here.getByText(t('access.signIn.returning'))).toBeVisible()
})

for (const how of ['by the button', 'by Escape pressed twice'] as const) {
  test(`a reader who is watched leaves ${how}, and the page left is not in the history`, async ({
    page,
    context,
    faults,
  }) => {
    const { t } = await wordsOf('en')
    await context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
    )
    await signIn(page, account('viewer', ministry))
    await open(page, '/help')
    await open(page, '/coverage')
    const entries = await page.evaluate(() => history.length)
    if (how === 'by the button') await page.getByRole('button', { name: t('app.exit.label') }).click()
    else for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
    await page.waitForURL(/^https:/)
    await expect(page).toHaveTitle('Elsewhere')
    expect(await page.evaluate(() => history.length)).toBe(entries)

    // One address of another site was asked for, once, and only on leaving.
    expect(faults).toEqual([`asked ${page.url()}`])
    faults.length = 0
    await expect.poll(async () => (await (await page.request.get('/api/session')).json()).user).toBeNull()
    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('from') === '/help')
  })
}

function someone(): Account & { name: string } {
  const mark = Math.random().toString(36).slice(2, 8)
  const password = `a quiet river ${mark} under two bridges`
  return {
    email: `person-${mark}@journeys.example`,
    name: `Person ${mark}`,
    password,
    organisation: ministry,
    role: 'analyst',
  }
}

function whoIAm(page: Page, { t }: Words) {
  return page.getByRole('banner').getByRole('button', { name: t('app.organisation.label') })
}

async function organisationOf(page: Page, slug: string, { locale }: Words): Promise<string> {
  const session = (await (await page.request.get('/api/session')).json()) as {
    memberships: { tenant: { slug: string; name: Record<string, string> } }[]
  }
  const { name } = session.memberships.find(({ tenant }) => tenant.slug === slug)!.tenant
  return name[locale] ?? name['en']!
}

/** Adds a person to the administrator's organisation without the pages, which have a journey of their own. */
async function join(admin: Page, newcomer: Page): Promise<Account> {
  const person = someone()
  const headers = { origin: new URL(test.info().project.use.baseURL!).origin }
  const invitation = await admin.request.post('/trpc/invitations.create', {
    headers: { ...headers, 'Observatory-Organisation': ministry },
    data: { email: person.email, role: person.role },
  })
  const { link } = (await invitation.json()).result.data as { link: string }
  const token = link.split(/[/#?=]/).at(-1)
  const { name, password } = person
  const accepted = await newcomer.request.post('/trpc/invitations.accept', { headers, data: { token, name, password } })
  expect(accepted.status()).toBe(200)
  return person
}

/** The organisations named by a tab's requests; those that name none ask for the session or a public thing. */
function organisationsAskedFor(tab: Page): Set<string> {
  const named = new Set<string>()
  tab.on('request', (request: Request) => {
    const organisation = request.headers()['observatory-organisation']
    if (organisation) named.add(organisation)
  })
  return named
}

import type { Locator, Page } from '@playwright/test'
import { account, expect, expectNoAxeViolationsInLightAndDark, open, settled, signIn, test } from './reader.ts'
import { wordsOf, type Words } from './words.ts'

/** The CyberTipline's reports: the count of 2020 is the highest of Albania, and duplicates are bundled from 2024 on. */
const code = 'NCMEC_REPORTS'
const official = () => account('approver')

for (const locale of ['en', 'sr-Cyrl'] as const) {
  test(`in ${locale}, an official signs in and reads what moved at home`, async ({ page }) => {
    const words = await wordsOf(locale)
    const { t } = words
    await page.goto('/sign-in')
    await page.getByRole('combobox').selectOption(locale)
    await expect(page.getByRole('heading', { level: 1, name: t('access.signIn.title') })).toBeVisible()

    const { email, password } = official()
    await page.getByLabel(t('access.signIn.email')).fill(email)
    await page.getByLabel(t('access.signIn.password'), { exact: true }).fill(`not ${password}`)
    await page.getByRole('button', { name: t('access.signIn.submit') }).click()
    await expect(page.getByRole('alert')).toHaveText(t('access.signIn.wrong'))
    await page.getByLabel(t('access.signIn.password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: t('access.signIn.submit') }).click()

    await page.waitForURL((url) => url.pathname === '/')
    await settled(page)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d/)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('overview.title'))

    const chart = cardOf(page, code).locator('[role=group]')
    await chart.focus()
    await page.keyboard.press('End')
    const told = chart.getByRole('status')
    const newest = await told.innerText()
    expect(newest).toMatch(/\d/)
    await page.keyboard.press('ArrowLeft')
    await expect(told).not.toHaveText(newest)
    await expect(told).toContainText(/\d/)

    await cardOf(page, code).getByRole('heading').getByRole('link').click()
    await page.waitForURL((url) => url.pathname === `/indicators/${code}`)
    await expect(tableOf(page, words)).toBeVisible()
  })

  test(`in ${locale}, an official finds the figures behind the line, the break and the events`, async ({ page }) => {
    const words = await wordsOf(locale)
    const { t, format } = words
    await signIn(page, official())
    await open(page, `/indicators/${code}?lang=${locale}`)

    const measures = page.getByRole('group', { name: t('indicators.measure') })
    const perChildren = measures.getByRole('button').first()
    await expect(perChildren).toHaveAttribute('aria-pressed', 'true')
    await measures.getByRole('button', { name: t('indicators.count'), exact: true }).click()
    await expect(page).toHaveURL(/[?&]measure=count/)
    await expect(page.getByText(t('indicators.countsHaveNoMedian'))).toBeVisible()

    const table = tableOf(page, words)
    expect(await figure(table, words, 'ALB', '2024')).toContain(format.number(7355))
    expect(await figure(table, words, 'ALB', '2020')).toContain(format.number(23_426))
    await expect(page.getByText(t('indicators.breakNote'))).toBeVisible()
    await expect(page.getByText(t('charts.break.from', { period: format.period('2024') }))).not.toHaveCount(0)

    const events = page.getByRole('list', { name: t('indicators.events.label') }).getByRole('button')
    const first = events.first()
    await expect(first).toHaveAttribute('aria-pressed', 'true')
    await first.click()
    await expect(first).toHaveAttribute('aria-pressed', 'false')
    await expect(page).toHaveURL(/[?&]events=/)
    await page.getByRole('button', { name: t('indicators.events.none') }).click()
    await expect(page).toHaveURL(/[?&]events=none/)
    if (locale === 'en') await expectNoAxeViolationsInLightAndDark(page)

    await perChildren.click()
    await expect(page).not.toHaveURL(/measure=/)
    await expect(page.getByText(t('indicators.countsHaveNoMedian'))).toBeHidden()
  })
}

test('an official reads the figures as an earlier source year left them', async ({ page }) => {
  const words = await wordsOf('en')
  const { t, format } = words
  await signIn(page, official())
  await open(page, '/')
  const card = cardOf(page, code)
  const today = await card.innerText()

  await page.getByRole('button', { name: t('app.asOf.label') }).click()
  const picker = page.getByRole('dialog', { name: t('app.asOf.title') })
  await picker.getByRole('button', { name: '2022', exact: true }).click()
  await expect(page).toHaveURL(/[?&]asOf=p\d+/)
  const notice = page.getByText(t('app.asOf.older', { state: t('app.asOf.sourceYear', { year: '2022' }) }))
  await expect(notice).toBeVisible()
  await expect(card).not.toHaveText(today, { useInnerText: true })
  await expectNoAxeViolationsInLightAndDark(page)

  await card.getByRole('heading').getByRole('link').click()
  const table = tableOf(page, words)
  await expect(table).toBeVisible()
  await expect(notice).toBeVisible()
  expect(await figure(table, words, 'ALB', '2020')).toContain(format.number(23_426))
  await expect(table.getByText(format.number(7355))).toHaveCount(0)

  await page.getByRole('button', { name: t('app.asOf.toNewest') }).click()
  await expect(notice).toBeHidden()
  await expect(page).not.toHaveURL(/asOf=/)
  await expect(table.getByText(format.number(7355))).not.toHaveCount(0)
})

test('own invented series are called a demonstration wherever they stand', async ({ page }) => {
  const { t } = await wordsOf('en')
  await signIn(page, official())
  await open(page, '/')
  await expect(page.getByRole('banner').getByText(t('app.demonstration.tag')).first()).toBeVisible()
  const own = page.locator('section').filter({ has: page.getByRole('heading', { name: t('overview.own.title') }) })
  await expect(own.getByText(t('overview.own.demonstration'))).toBeVisible()
  const cards = own.getByRole('article')
  expect(await cards.count()).toBeGreaterThan(3)
  for (const card of await cards.all()) await expect(card.getByText(t('app.demonstration.tag'))).toBeVisible()

  await cardOf(page, 'DEMO_CASES_OPENED').getByRole('heading').getByRole('link').click()
  await page.waitForURL((url) => url.pathname === '/indicators/DEMO_CASES_OPENED')
  await expect(page.getByRole('article').getByText(t('app.demonstration.tag')).first()).toBeVisible()
  await expect(page.getByText(t('indicators.files.none'))).toBeVisible()
})

function cardOf(page: Page, indicator: string): Locator {
  return page.getByRole('article').filter({ has: page.locator(`h3 a[href*="/indicators/${indicator}"]`) })
}

function tableOf(page: Page, { t }: Words): Locator {
  return page.getByRole('region', { name: t('indicators.tableLabel') }).getByRole('table')
}

/** The text of an economy's first row, which is its count, in the column of a year. */
async function figure(table: Locator, { area, format }: Words, economy: string, period: string): Promise<string> {
  const heads = await table.getByRole('columnheader').allInnerTexts()
  const column = heads.indexOf(format.period(period))
  expect(column, `a column of ${period} in ${heads.join(', ')}`).toBeGreaterThan(0)
  return table
    .getByRole('row', { name: area(economy) })
    .first()
    .getByRole('cell')
    .nth(column - 1)
    .innerText()
}

import { readFile } from 'node:fs/promises'
import { demonstrationReleases } from '@observatory/db/seed/demonstration-series'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { account, expect, expectNoAxeViolations, open, signIn, test } from './reader.ts'
import { wordsOf } from './words.ts'

const code = 'NCMEC_REPORTS'
const analyst = () => account('analyst', 'demo-ngo-albania')

for (const locale of ['en', 'sr-Cyrl'] as const) {
  test(`in ${locale}, an analyst finds an indicator and hands its address to readers elsewhere`, async ({
    page,
    context,
    another,
  }) => {
    const { t } = await wordsOf(locale)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn(page, analyst())
    await open(page, `/indicators?lang=${locale}`)

    const rows = page
      .getByRole('main')
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
    const everything = await rows.count()
    await page.getByRole('searchbox', { name: t('indicators.catalogue.search') }).fill('CyberTipline')
    await expect(page).toHaveURL(/[?&]q=CyberTipline/)
    await expect(rows.filter({ hasText: code })).toHaveCount(1)
    expect(await rows.count()).toBeLessThan(everything / 4)
    await page.getByRole('searchbox', { name: t('indicators.catalogue.search') }).fill('')
    await page.getByLabel(t('indicators.catalogue.topic')).selectOption({ label: t('indicators.topics.online_csea') })
    await expect(page).toHaveURL(/[?&]topic=online_csea/)
    await expect(page.getByRole('main').getByRole('table')).toHaveCount(1)
    await rows.filter({ hasText: code }).getByRole('link').click()

    const counts = page.getByRole('button', { name: t('indicators.count'), exact: true })
    await counts.click()
    await page.getByLabel(t('indicators.compareWith')).selectOption({ label: t('indicators.compare.median') })
    await expect(page).toHaveURL(/economies=median/)
    await page.getByRole('button', { name: t('indicators.copyLink') }).click()
    await expect(page.getByRole('status').filter({ hasText: t('app.copied') })).toHaveCount(1)
    const address = await page.evaluate(() => navigator.clipboard.readText())
    expect(address).toBe(page.url())

    const official = await another(account('analyst', 'demo-ministry-serbia'))
    await open(official, address)
    expect(official.url()).toBe(address)
    await expectView(official)

    const stranger = await another()
    await stranger.goto(address)
    await stranger.waitForURL((url) => url.pathname === '/sign-in')
    await stranger.getByRole('combobox').selectOption(locale)
    await expect(stranger.getByText(t('access.signIn.returning'))).toBeVisible()
    const { email, password } = account('viewer')
    await stranger.getByLabel(t('access.signIn.email')).fill(email)
    await stranger.getByLabel(t('access.signIn.password'), { exact: true }).fill(password)
    await stranger.keyboard.press('Enter')
    await stranger.waitForURL(address)
    await expectView(stranger)

    async function expectView(reader: Page) {
      await expect(reader.locator('html')).toHaveAttribute('lang', locale)
      await expect(reader.getByRole('button', { name: t('indicators.count'), exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      )
      await expect(reader.getByLabel(t('indicators.compareWith'))).toHaveValue('median')
    }
  })
}

test('an analyst reads the coverage matrix with the arrow keys and opens an indicator from it', async ({ page }) => {
  const { t, area } = await wordsOf('en')
  await signIn(page, analyst())
  await open(page, '/coverage')
  const matrix = page.getByRole('grid')
  const told = page
    .getByRole('status')
    .filter({ hasText: /\d{4}|←|→/ })
    .or(page.getByText(t('coverage.matrix.hint')))
  await expect(told.first()).toHaveText(t('coverage.matrix.hint'))
  await expect(matrix.locator('td[tabindex="0"]')).toHaveCount(1)
  await matrix.locator('td[tabindex="0"]').focus()
  await expect(told.first()).toContainText(area('ALB'))
  const here = await told.first().innerText()
  await page.keyboard.press('ArrowLeft')
  await expect(told.first()).not.toHaveText(here)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const row = matrix.getByRole('row').filter({ has: page.locator('td[tabindex="0"]') })
  const name = await row.getByRole('rowheader').innerText()
  await expect(told.first()).toContainText(name)
  const target = await row.getByRole('link').getAttribute('href')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.pathname === target!.split('?')[0])
  await expect(page.getByRole('region', { name: t('indicators.tableLabel') })).toBeVisible()
})

test('an analyst takes the figures away as a file that sums to what the source printed', async ({ page }) => {
  const { t } = await wordsOf('en')
  await signIn(page, analyst())
  await open(page, `/indicators/${code}`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: t('indicators.files.csv'), exact: true }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`${code}.csv`)
  const text = await readFile(await download.path(), 'utf8')
  const rows = parse<{ period: string; value: string; economy: string }>(text, { columns: true, bom: true })
  const of2020 = rows.filter(({ period }) => period === '2020')
  expect(of2020.map(({ economy }) => economy).toSorted()).toEqual(['ALB', 'BIH', 'MKD', 'MNE', 'SRB', 'XKX'])
  expect(of2020.reduce((sum, { value }) => sum + Number(value), 0)).toBe(107_378)
})

/** Invented days to a response that the ministry of Albania lends to benchmarks only; as they stand side by side in a series. */
const confidentialPairs = (() => {
  const days = demonstrationReleases('ministry', 'ALB')
    .flatMap(({ values }) => values)
    .filter(({ indicator, visibility }) => indicator === 'DEMO_RESPONSE_DAYS' && visibility === 'benchmark')
    .map(({ value }) => value)
  return days.slice(1).map((value, at) => `${days[at]},${value}`)
})()

test('confidential figures of a ministry reach no page of an organisation next door', async ({ page, another }) => {
  const pages = ['/', '/indicators/DEMO_RESPONSE_DAYS', '/indicators', '/coverage?topic=demonstration', '/briefs?new=1']
  expect(confidentialPairs.length).toBeGreaterThan(3)

  const official = await another(account('viewer'))
  const shown = answersOf(official)
  await open(official, '/indicators/DEMO_RESPONSE_DAYS')
  const owned = (await Promise.all(shown)).join('\n')
  expect(confidentialPairs.filter((pair) => owned.includes(pair))).not.toEqual([])

  await signIn(page, analyst())
  const answers = answersOf(page)
  for (const path of pages) await open(page, path)
  const texts = await Promise.all(answers)
  expect(texts.join('').length).toBeGreaterThan(10_000)
  for (const text of texts) expect(confidentialPairs.filter((pair) => text.includes(pair))).toEqual([])
  await expectNoAxeViolations(page)
})

/** The bodies of all that a page's server said from now on, but for code and fonts. */
function answersOf(page: Page): Promise<string>[] {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (['fetch', 'xhr', 'document'].includes(response.request().resourceType())) {
      answers.push(response.text().catch(() => ''))
    }
  })
  return answers
}

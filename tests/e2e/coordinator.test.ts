import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { account, expect, expectNoAxeViolations, open, signIn, test } from './reader.ts'
import { wordsOf, type Words } from './words.ts'

const run = promisify(execFile)
const coordinator = () => account('coordinator', 'observatory')

const summits = [
  { locale: 'en', occasion: 'Digital Summit of Journeys', place: 'Tirana' },
  { locale: 'sr-Cyrl', occasion: 'Дигитални самит путовања', place: 'Београд' },
] as const

for (const { locale, occasion, place } of summits) {
  test(`in ${locale}, a coordinator makes a summit brief and takes the file away`, async ({ page }) => {
    const words = await wordsOf(locale)
    const { t } = words
    const title = `${occasion} ${Date.now()}`
    await signIn(page, coordinator())
    await open(page, `/briefs?lang=${locale}`)
    await page.getByRole('button', { name: t('briefs.app.new') }).click()
    await page.getByRole('button', { name: t('briefs.form.make') }).click()
    await expect(page.getByText(t('briefs.form.problem.title'))).toBeVisible()
    await expect(page.getByText(t('briefs.form.problem.indicators'))).toBeVisible()
    await fill(page, words, { title, occasion, place })
    await page.getByRole('button', { name: t('briefs.form.make') }).click()

    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const take = page.getByRole('link', { name: t('briefs.app.download') })
    await expect(take).toBeVisible({ timeout: 30_000 })
    const downloading = page.waitForEvent('download')
    await take.click()
    const file = await (await downloading).path()
    const bytes = await readFile(file)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const text = await textOf(file)
    if (text !== null) {
      expect(text).toContain(occasion)
      expect(text).toContain(place)
    }

    const edition = await page.getByRole('link', { name: /^p\d+$/ }).innerText()
    await page.getByRole('link', { name: t('briefs.app.back') }).click()
    const row = page.getByRole('row').filter({ hasText: title })
    await expect(row.getByRole('cell', { name: edition, exact: true })).toBeVisible()
    await expect(row.getByText(t('briefs.states.done'))).toBeVisible()
    if (locale === 'en') await expectNoAxeViolations(page)
  })
}

test('a coordinator stops a brief, tries it again and removes one for good, asked first', async ({ page }) => {
  const words = await wordsOf('en')
  const { t } = words
  const title = `Stopped ${Date.now()}`
  await signIn(page, coordinator())
  await open(page, '/briefs?new=1')
  await keepWorkerBusy(page)
  await fill(page, words, { title, occasion: 'None', place: 'Nowhere' })
  await page.getByRole('button', { name: t('briefs.form.make') }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const state = page.getByRole('main').getByRole('status')

  await page.getByRole('button', { name: t('briefs.app.cancel') }).click()
  await expect(state).toHaveText(t('briefs.states.cancelled'))
  await page.getByRole('button', { name: t('briefs.app.retry') }).click()
  await expect(state).not.toContainText(t('briefs.states.cancelled'))
  await page.getByRole('button', { name: t('briefs.app.cancel') }).click()
  await expect(state).toHaveText(t('briefs.states.cancelled'))

  const remove = page.getByRole('button', { name: t('briefs.app.remove') })
  const dialog = page.getByRole('dialog', { name: t('briefs.app.remove') })
  await remove.click()
  await expect(dialog.getByText(t('briefs.app.removeConfirm'))).toBeVisible()
  await dialog.getByRole('button', { name: t('app.cancel') }).click()
  await expect(dialog).toBeHidden()
  await remove.click()
  await dialog.getByRole('button', { name: t('briefs.app.remove') }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/briefs')
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
})

/** Work enough before the brief in question that there is time to stop it. */
async function keepWorkerBusy(page: Page): Promise<void> {
  const brief = {
    template: 'summit',
    locale: 'en',
    occasion: '',
    place: '',
    date: null,
    freezeDate: '2026-11-20',
    economies: ['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB'],
  }
  for (const title of ['Before the stopped, first', 'Before the stopped, second']) {
    const answer = await page.request.post('/trpc/briefs.create', {
      headers: { origin: new URL(page.url()).origin, 'Observatory-Organisation': 'observatory' },
      data: { ...brief, title, indicators: ['NCMEC_REPORTS'] },
    })
    expect(answer.status()).toBe(200)
  }
}

async function fill(
  page: Page,
  { t }: Words,
  brief: { title: string; occasion: string; place: string },
): Promise<void> {
  await page.getByLabel(t('briefs.form.name')).fill(brief.title)
  // The date's label may hold the word of the occasion's; the occasion stands first.
  await page.getByLabel(t('briefs.form.occasion')).first().fill(brief.occasion)
  await page.getByLabel(t('briefs.form.place')).first().fill(brief.place)
  await page.getByLabel(t('briefs.form.date'), { exact: true }).fill('2027-04-20')
  await page.getByLabel(t('briefs.form.freeze')).fill('2026-11-20')
  const search = page.getByRole('combobox', { name: t('briefs.form.search') })
  await search.fill('NCMEC')
  await search.press('Enter')
  await expect(page.getByText(t('briefs.form.none'))).toBeHidden()
}

/** The text layer, where the machine has what reads it. */
async function textOf(file: string): Promise<string | null> {
  try {
    const { stdout } = await run('pdftotext', ['-l', '2', file, '-'])
    return stdout.replaceAll(/\s+/g, ' ')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

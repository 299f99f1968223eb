import { economies } from '@observatory/domain/economies'
import { footnote } from '@observatory/i18n/areas'
import { localeName } from '@observatory/i18n/locale'
import type { Page } from '@playwright/test'
import { account, expect, expectNoAxeViolations, open, settled, signIn, test } from './reader.ts'
import { wordsOf } from './words.ts'

test('a reader without a mouse skips to the content, searches and changes the language', async ({ page }) => {
  const { t } = await wordsOf('en')
  await signIn(page, account('viewer'))
  await open(page, '/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: t('app.skip') })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true)

  await page.keyboard.press('/')
  const search = page.getByRole('dialog', { name: t('app.search.label') }).locator('input[type=search]')
  await expect(search).toBeFocused()
  await page.keyboard.type('CyberTipline')
  const found = page.getByRole('option').filter({ hasText: 'NCMEC_REPORTS' })
  await expect(found).toBeVisible()
  await expectNoAxeViolations(page)
  for (let step = 0; step < 20 && (await found.getAttribute('data-combobox-selected')) !== 'true'; step++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/indicators/NCMEC_REPORTS')
  await settled(page)

  const menu = page.getByRole('button', { name: t('app.language.title') })
  await menu.focus()
  await page.keyboard.press('Enter')
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === localeName['sr-Cyrl']) break
  }
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'sr-Cyrl')
  const serbian = await wordsOf('sr-Cyrl')
  await expect(page.getByRole('navigation', { name: serbian.t('app.nav.label') })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sr-Cyrl')
})

test('a lost connection is said on the page, which recovers with it', async ({ page, context }) => {
  const { t, area } = await wordsOf('en')
  await signIn(page, account('viewer'))
  await open(page, '/')
  await context.setOffline(true)
  await page.getByRole('link', { name: area('SRB') }).click()
  const told = page.getByRole('alert').filter({ hasText: t('errors.offline.title') })
  await expect(told).toBeVisible({ timeout: 10_000 })
  await context.setOffline(false)
  await expect(told).toBeHidden()
  await expect(page.getByRole('article').first()).toBeVisible()

  await context.setOffline(true)
  await page.getByRole('link', { name: t('app.nav.coverage'), exact: true }).click()
  await expect(told).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page).toHaveURL((url) => url.pathname === '/coverage')
})

test('a fault of the server is told with its cause and number, and trying again works', async ({ page }) => {
  const { t } = await wordsOf('en')
  await signIn(page, account('viewer'))
  let broken = true
  await page.route('**/api/overview', (route) =>
    broken
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'Defect',
            status: 500,
            code: 'defect',
            requestId: 'r-4711',
          }),
        })
      : route.continue(),
  )
  await page.goto('/')
  const told = page.getByRole('alert')
  await expect(told.getByRole('heading', { name: t('errors.defect.title') })).toBeVisible()
  await expect(told.getByText(t('errors.defect.text'))).toBeVisible()
  await expect(told.getByText(t('errors.requestId', { id: 'r-4711' }))).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
  broken = false
  await told.getByRole('button', { name: t('app.tryAgain') }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(told).toBeHidden()
})

for (const locale of ['en', 'sr-Cyrl'] as const) {
  test(`in ${locale}, an address that leads nowhere says so and what to do`, async ({ page }) => {
    const { t } = await wordsOf(locale)
    await signIn(page, account('viewer'))
    await open(page, `/no-such-page?lang=${locale}`)
    await expect(page.getByRole('heading', { level: 1, name: t('app.notFound.title') })).toBeVisible()
    await expect(page.getByRole('link', { name: t('app.notFound.link') })).toBeVisible()
    await page.goto(`/indicators/NO_SUCH_INDICATOR?lang=${locale}`)
    await expect(page.getByRole('alert').getByRole('heading', { name: t('errors.not-found.title') })).toBeVisible()
    await expectNoAxeViolations(page)
  })
}

test('nothing moves for a reader who asked for stillness', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page, account('viewer'))
  for (const path of ['/', '/indicators/NCMEC_REPORTS']) {
    await open(page, path)
    const moving = await page.evaluate(() => {
      const longest = (times: string) =>
        Math.max(...times.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)))
      return [...document.querySelectorAll('body *')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
          return longest(transitionDuration) > 10 || (animationName !== 'none' && longest(animationDuration) > 10)
        })
        .map((element) => `${element.tagName} ${element.getAttribute('class')}`)
    })
    expect(moving).toEqual([])
  }
})

test('every word of the overview and an indicator page comes from a catalogue', async ({ page }) => {
  const { area } = await wordsOf('en')
  await signIn(page, account('viewer'))
  const data = new Set<string>([...Object.values(localeName), footnote('en'), 'Observatory', account('viewer').email])
  for (const code of [...economies, 'WB6'])
    for (const form of ['name', 'in', 'of', 'for', 'code'] as const) data.add(area(code, form))
  page.on('response', async (response) => {
    if (!/\/(api|trpc)\//.test(response.url())) return
    for (const text of textsOf(await response.json().catch(() => null))) data.add(text)
  })
  for (const path of ['/?lang=pseudo', '/indicators/NCMEC_REPORTS?lang=pseudo']) {
    await open(page, path)
    const shown = await visibleTexts(page)
    expect(shown.filter((text) => text.startsWith('[')).length).toBeGreaterThan(20)
    expect(shown.filter((text) => /[A-Za-z]{3}/.test(withoutData(text, data)))).toEqual([])
  }
})

/** Every text within an answer: names and notes are data, translated where they are kept. */
function textsOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  if (typeof answer !== 'object' || answer === null) return []
  return Object.values(answer).flatMap(textsOf)
}

/** What is left of a text without the bracketed catalogue texts, the data and the names of months. */
function withoutData(text: string, data: ReadonlySet<string>): string {
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replaceAll(/\[[^[\]]*\]/g, '')
  }
  for (const known of [...data].toSorted((a, b) => b.length - a.length))
    if (known.length > 2) rest = rest.replaceAll(known, '')
  return rest.replaceAll(/January|February|March|April|May|June|July|August|September|October|November|December/g, '')
}

/** Texts and the attributes that are read aloud or shown. */
function visibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(
      document.getElementById('root')!,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    )
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement?.closest('style, script')) continue
      if (node instanceof Text) texts.push(node.data.trim())
      else
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          texts.push((node as Element).getAttribute(name) ?? '')
    }
    return [...new Set(texts)].filter((text) => text !== '')
  })
}

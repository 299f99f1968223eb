import { account, expect, expectNoAxeViolations, open, signIn, test } from './reader.ts'

const pages = [
  '/',
  '/indicators',
  '/indicators/NCMEC_REPORTS',
  '/coverage',
  '/briefs',
  '/members',
  '/audit',
  '/account',
  '/help',
]

/** A catalogue key that came through as text, such as `overview.title`. */
const bareKey =
  /\b(app|access|members|overview|indicators|coverage|charts|sentences|briefs|errors|states|units|help|audit)\.[a-z][A-Za-z]+(\.[A-Za-z-]+)*\b/

for (const path of pages) {
  for (const [lang, colorScheme] of [
    ['en', 'dark'],
    ['mk', 'light'],
  ] as const) {
    test(`${path} in ${lang}, ${colorScheme}: no violation of accessibility, no bare key`, async ({ page }) => {
      await signIn(page, account('admin'))
      await page.emulateMedia({ colorScheme })
      await open(page, `${path}?lang=${lang}`)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByRole('alert')).toHaveCount(0)
      expect((await page.locator('body').innerText()).match(bareKey)?.[0]).toBeUndefined()
      await expectNoAxeViolations(page)
    })
  }

  test(`${path} fits a screen of 360 px`, async ({ page }) => {
    await signIn(page, account('admin'))
    await page.setViewportSize({ width: 360, height: 740 })
    await open(page, `${path}?lang=sq`)
    await expect(page.getByRole('alert')).toHaveCount(0)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider).toBeLessThanOrEqual(0)
  })
}

for (const lang of ['en', 'sq', 'bs', 'cnr', 'mk', 'sr-Cyrl', 'sr-Latn']) {
  test(`the sign-in page speaks ${lang}`, async ({ page }) => {
    await open(page, `/sign-in?lang=${lang}`)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    expect((await page.locator('body').innerText()).match(bareKey)?.[0]).toBeUndefined()
    await expectNoAxeViolations(page)
  })
}

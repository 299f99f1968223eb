import { intlTag, locales } from './locale.ts'
import { expect, test } from 'vitest'
import { formatter } from './format.ts'

test('numbers are grouped and pointed as each version writes them', () => {
  expect(formatter('en').number(45737.5, { decimals: 1 })).toBe('45,737.5')
  expect(formatter('bs').number(45737.5, { decimals: 1 })).toBe('45.737,5')
  expect(formatter('sr-Cyrl').number(45737.5, { decimals: 1 })).toBe('45.737,5')
  expect(formatter('sq').number(45737.5, { decimals: 1 })).toBe('45\u00a0737,5')
  expect(formatter('cnr').number(1229)).toBe('1.229')
})

test('a negative number carries the minus sign, and a rounded nothing carries none', () => {
  expect(formatter('en').number(-3)).toBe('−3')
  expect(formatter('en').number(-0.04, { decimals: 1 })).toBe('0.0')
})

test('a date is printed as precisely as it is known', () => {
  const format = formatter('en')
  expect(format.date('2014')).toBe('2014')
  expect(format.date('2014-08')).toBe('August 2014')
  expect(format.date('2014-08-01')).toBe('1 August 2014')
})

test('an instant falls on the day of the house time zone', () => {
  expect(formatter('en', 'Europe/Brussels').date('2026-11-22T23:30:00Z')).toBe('23 November 2026')
})

test('Montenegrin dates are written in Latin letters', () => {
  expect(formatter('cnr').date('2024-03-01')).toMatch(/^1\. mart 2024\.?$/)
})

test('parts of a year name the part and the year', () => {
  expect(formatter('en').period('2020-Q1')).toBe('Q1 2020')
  expect(formatter('en').period('2020-M03')).toBe('March 2020')
  expect(formatter('en').period('2020')).toBe('2020')
})

test('numbers, months and days are those of the full language data, whatever the browser carries', () => {
  for (const locale of locales) {
    const format = formatter(locale)
    const tag = intlTag(locale)
    expect(format.number(1234567.5, { decimals: 1 }), locale).toBe(
      new Intl.NumberFormat(tag, { minimumFractionDigits: 1, useGrouping: 'always' }).format(1234567.5),
    )
    expect(format.list(['a', 'b', 'c']), locale).toBe(new Intl.ListFormat(tag).format(['a', 'b', 'c']))
    for (let month = 1; month <= 12; month++) {
      const iso = `2026-${String(month).padStart(2, '0')}`
      const asked = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
      expect(format.date(iso), locale).toBe(new Intl.DateTimeFormat(tag, asked).format(new Date(`${iso}-01`)))
      expect(format.date(`${iso}-09`), locale).toBe(
        new Intl.DateTimeFormat(tag, { ...asked, day: 'numeric' }).format(new Date(`${iso}-09`)),
      )
    }
  }
})

test('the tags that stand in for a language choose its plural forms', () => {
  const stand = [
    ['sq', 'nb', ['one', 'other']],
    ['bs', 'sr-Latn', ['one', 'few', 'other']],
    ['mk', 'sr-Cyrl', ['one', 'other']],
  ] as const
  for (const [tag, other, forms] of stand) {
    const [own, borrowed] = [new Intl.PluralRules(tag), new Intl.PluralRules(other)]
    for (let count = 0; count < 130; count++) {
      const form = forms.find((known) => known === borrowed.select(count)) ?? 'other'
      expect(form, `${tag} ${count}`).toBe(own.select(count))
    }
  }
})

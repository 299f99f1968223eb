import { expect, test } from 'vitest'
import { areaName, footnote, sortByName } from './areas.ts'
import { locales } from './locale.ts'

const six = ['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB']

test('Kosovo carries its asterisk in every version and every form', () => {
  for (const locale of locales) {
    for (const form of ['name', 'in', 'of', 'for', 'code'] as const) {
      expect(areaName('XKX', locale, form), `${locale} ${form}`).toMatch(/\*$/)
    }
    expect(footnote(locale)).toContain('1244')
  }
})

test('North Macedonia is never written without its first word', () => {
  for (const locale of locales) expect(areaName('MKD', locale)).toMatch(/North|Veriut|Sjeverna|Severna|Северна/)
})

test('every area has a name of its own in every version', () => {
  for (const locale of locales) {
    const named = six.map((code) => areaName(code, locale))
    expect(new Set(named).size).toBe(6)
    expect(named.some((name) => /^[A-Z]{3}$/.test(name))).toBe(false)
  }
})

test('Serbian Latin names have no Cyrillic letter', () => {
  for (const code of six) expect(areaName(code, 'sr-Latn')).not.toMatch(/\p{Script=Cyrillic}/u)
})

test('names are sorted in the alphabet of the version', () => {
  expect(sortByName(['SRB', 'XKX', 'ALB'], 'en')).toEqual(['ALB', 'XKX', 'SRB'])
})

import { economies } from '@observatory/domain/economies'
import { sentence } from '@observatory/domain/indicators'
import { formatter } from '@observatory/i18n/format'
import { say } from '@observatory/i18n/sentence'
import { loadMessages, translator } from '@observatory/i18n/translate'
import { expect, test } from 'vitest'

const t = translator('en', await loadMessages('en'))
const inEnglish = (said: Parameters<typeof say>[0]) => say(said, t, formatter('en'), 'en')

test('a finding reads as one sentence of at most 28 words for every economy', () => {
  for (const economy of economies) {
    for (const others of [
      sentence('others.mixed', { count: 5, rose: 3, fell: 2 }),
      sentence('others.mixedLevel', { count: 5, rose: 2, fell: 1, level: 2 }),
      sentence('others.allRose', { count: 5 }),
      sentence('others.noneMoved', { count: 5 }),
    ]) {
      const main = sentence('clause.fell.percent', {
        subject: sentence('subject.report', { name: 'CyberTipline reports', economy: { area: economy } }),
        percent: { number: 62, decimals: 0 },
        from: { period: '2020' },
        to: { period: '2023' },
      })
      const text = inEnglish(sentence('finding.with', { main, others }))
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(28)
      expect(text).not.toMatch(/[{}]|finding\.|others\./)
    }
  }
})

test('the finding for Kosovo carries the asterisk, and the position its ordinal', () => {
  const subject = sentence('subject.report', { name: 'x', economy: { area: 'XKX' } })
  const main = sentence('clause.rose.percent', {
    subject,
    percent: { number: 79, decimals: 0 },
    from: { period: '2021' },
    to: { period: '2023' },
  })
  expect(inEnglish(sentence('finding.alone', { main }))).toBe(
    'Reports resolved to Kosovo* rose by 79% from 2021 to 2023.',
  )
  expect(
    inEnglish(sentence('position.joint.nth.median', { place: 2, members: 6, median: { number: 12.9, decimals: 1 } })),
  ).toBe('Joint 2nd highest of six; median 12.9.')
  expect(
    inEnglish(
      sentence('change.few.fromNone', {
        b: { number: 2, decimals: 0 },
        from: { period: '2020' },
        to: { period: '2023' },
      }),
    ),
  ).toBe('None in 2020, 2 in 2023: too few to call.')
  expect(inEnglish(sentence('freshness.behind', { period: { period: '2021' }, years: 3 }))).toBe('2021, 3 years behind')
})

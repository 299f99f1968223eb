import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

const origin = 'https://observatory.example'
const after = (from: string) => returnAddress(`?from=${encodeURIComponent(from)}`, origin)

test('a reader comes back to their page with its state', () => {
  expect(after('/indicators/NCMEC_REPORTS?measure=rate&asOf=p12#table')).toBe(
    '/indicators/NCMEC_REPORTS?measure=rate&asOf=p12#table',
  )
})

test.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example', 'javascript:alert(1)', ''])(
  'nobody is sent to %j',
  (from) => {
    expect(after(from)).toBe('/')
  },
)

test('signing in never leads back to a signed-out page', () => {
  expect(after('/sign-in?from=/')).toBe('/')
  expect(after('/password#token')).toBe('/')
})

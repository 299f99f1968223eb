import { expect, test } from 'vitest'
import { findIndicators } from './find-indicators.ts'

const entry = (code: string, name: string, description = '') => ({ code, name, shortName: name, description })
const entries = [
  entry('NCMEC_REPORTS', 'CyberTipline reports', 'Counts reports and never children'),
  entry('HATE_CRIMES', 'Krivična dela iz mržnje'),
  entry('POP_0_17', 'Children', 'Denominator of rates'),
]
const codes = (text: string) => findIndicators(entries, text).map(({ code }) => code)

test('an empty search lists the whole catalogue in its own order', () => {
  expect(codes('  ')).toEqual(['NCMEC_REPORTS', 'HATE_CRIMES', 'POP_0_17'])
})

test('letters are found without their marks', () => {
  expect(codes('mrznje krivicna')).toEqual(['HATE_CRIMES'])
})

test('a code is found with or without its underscore', () => {
  expect(codes('ncmec reports')).toEqual(['NCMEC_REPORTS'])
  expect(codes('POP_0')).toEqual(['POP_0_17'])
})

test('a word in a name comes before a word in a description', () => {
  expect(codes('children')).toEqual(['POP_0_17', 'NCMEC_REPORTS'])
})

test('a word that stands nowhere finds nothing', () => {
  expect(codes('children victims')).toEqual([])
})

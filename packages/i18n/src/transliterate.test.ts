import { expect, test } from 'vitest'
import { toLatin } from './transliterate.ts'

test('digraphs follow the capitals of their word', () => {
  expect(toLatin('Његова ЊЕГОВА Љ џеп ЏЕП')).toBe('Njegova NJEGOVA Lj džep DŽEP')
})

test('ICU syntax and marked spans pass through', () => {
  expect(toLatin('{count, plural, one {# пријава} other {# пријава}}')).toBe(
    '{count, plural, one {# prijava} other {# prijava}}',
  )
  expect(toLatin('извор ⟦НЦМЕЦ⟧')).toBe('izvor НЦМЕЦ')
})

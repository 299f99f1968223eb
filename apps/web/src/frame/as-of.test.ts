import type { Edition } from '@observatory/domain/observations'
import { describe, expect, test } from 'vitest'
import { asOfState, isOlder, sourceYears } from './as-of.ts'

const edition = (
  number: number,
  sourceYear: number | null,
  publishedAt = `2026-11-${10 + number}T09:00:00.000Z`,
): Edition => ({
  code: `p${number}`,
  audience: 'public',
  number,
  title: '',
  publishedAt,
  sourceYear,
})

const editions = [edition(4, null), edition(3, 2024), edition(2, 2024), edition(1, 2022)]

describe('the as-of picker', () => {
  test('reads an address without asOf as the newest state, which is never older', () => {
    expect(isOlder(asOfState(undefined, editions), editions)).toBe(false)
  })

  test('knows the newest edition named outright from an older one', () => {
    expect(isOlder(asOfState('p4', editions), editions)).toBe(false)
    expect(isOlder(asOfState('p3', editions), editions)).toBe(true)
  })

  test('tells two editions of one instant apart', () => {
    const same = [edition(2, null, '2026-11-20T09:00:00.000Z'), edition(1, 2022, '2026-11-20T09:00:00.000Z')]
    expect(isOlder(asOfState('p1', same), same)).toBe(true)
  })

  test('calls a day older only when something was published after it', () => {
    expect(isOlder(asOfState('2026-11-14', editions), editions)).toBe(false)
    expect(isOlder(asOfState('2026-11-13', editions), editions)).toBe(true)
  })

  test('lets the last edition of a source year stand for that year', () => {
    expect(sourceYears(editions)).toEqual([
      { year: 2024, code: 'p3' },
      { year: 2022, code: 'p1' },
    ])
  })
})

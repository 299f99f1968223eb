import * as z from 'zod/mini'

/** Values of each dimension in their fixed order. Codes follow SDMX where it has them. Totals have no code: they are left out of a key. */
export const codeLists = {
  SEX: ['F', 'M', 'X'],
  AGE: ['Y0T9', 'Y10T13', 'Y14T17', 'Y0T14', 'Y15T17', 'Y0T17', 'Y18T24', 'Y_GE18'],
  TARGET_GROUP: ['ETHNIC', 'RELIGION', 'ROMA', 'WOMEN', 'LGBTI', 'DISABILITY', 'MIGRANTS', 'OTHER'],
  STAGE: ['GROOMING', 'SEXTING', 'SEXTORTION', 'LIVE_ABUSE', 'SHARING'],
  MODALITY: ['ONLINE', 'OFFLINE', 'MIXED'],
} as const satisfies Record<string, readonly string[]>

export type Dimension = keyof typeof codeLists
export const dimensions = Object.keys(codeLists) as Dimension[]

/** Codes by dimension; a dimension that is absent is summed over. */
export type Breakdown = { [D in Dimension]?: string }

export function isDimension(code: string): code is Dimension {
  return Object.hasOwn(codeLists, code)
}

/**
 * The one key of a breakdown: `AGE=Y0T17;SEX=F`, dimensions by name, totals omitted; empty is the total.
 *
 * Throws on a code that is in no list: two spellings of one thing must never become two series.
 */
export function breakdownKey(parts: Breakdown): string {
  const named = Object.entries(parts).filter((part): part is [Dimension, string] => part[1] !== undefined)
  for (const [dimension, code] of named) {
    if (!isDimension(dimension) || !(codeLists[dimension] as readonly string[]).includes(code)) {
      throw new RangeError(`${dimension}=${code} is in no code list.`)
    }
  }
  return named
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(';')
}

/** The breakdown that a canonical key names; undefined where the key is not canonical. */
export function parseBreakdown(key: string): Breakdown | undefined {
  if (key === '') return {}
  const parts: Breakdown = {}
  for (const part of key.split(';')) {
    const [dimension = '', code = '', more] = part.split('=')
    if (more !== undefined || !isDimension(dimension) || dimension in parts) return undefined
    parts[dimension] = code
  }
  try {
    return breakdownKey(parts) === key ? parts : undefined
  } catch {
    return undefined
  }
}

export const breakdown = z.string().check(z.refine((key) => parseBreakdown(key) !== undefined))

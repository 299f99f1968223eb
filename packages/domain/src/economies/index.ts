/**
 * The six economies of the Western Balkans, in the one order in which they are
 * always listed. Codes are stored; names are made by `@observatory/i18n/areas`.
 */
export const economies = ['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB'] as const

export type Economy = (typeof economies)[number]

/** The code of the six together. */
export const region = 'WB6'

export function isEconomy(code: string): code is Economy {
  return (economies as readonly string[]).includes(code)
}

/** Colours by meaning (docs: four meanings of colour). On screen they are the theme's variables, so one drawing serves light and dark. */
export interface Palette {
  paper: string
  ink: string
  ink2: string
  ink3: string
  rule: string
  ruleStrong: string
  you: string
  youText: string
  band: string
  median: string
  other: string
  otherText: string
  care: string
  careText: string
  stripe: string
}

export const screenPalette: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  ink3: 'var(--ink-3)',
  rule: 'var(--rule)',
  ruleStrong: 'var(--rule-strong)',
  you: 'var(--you)',
  youText: 'var(--you-text)',
  band: 'var(--band)',
  median: 'var(--median)',
  other: 'var(--other)',
  otherText: 'var(--other-text)',
  care: 'var(--care)',
  careText: 'var(--care-text)',
  stripe: 'var(--demo-stripe)',
}

/** For paper and exported files, which are always light and know no variables. */
export const paperPalette: Palette = {
  paper: '#ffffff',
  ink: '#000000',
  ink2: '#222222',
  ink3: '#444444',
  rule: '#bbbbbb',
  ruleStrong: '#666666',
  you: '#003e7e',
  youText: '#003e7e',
  band: '#dddddd',
  median: '#444444',
  other: '#888888',
  otherText: '#444444',
  care: '#a86a00',
  careText: '#7d4e00',
  stripe: '#eeeeee',
}

import { createTheme, type CSSVariablesResolver } from '@mantine/core'

/** Mantine drawn with our tokens: every colour it uses points to a variable of tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--font-sans)',
  headings: { fontFamily: 'var(--font-serif)', fontWeight: '600' },
  defaultRadius: 4,
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 4 },
  colors: {
    blue: [
      '#eaf3fc',
      '#d3e6f9',
      '#b0d3f5',
      '#8cc3f8',
      '#6fb4f5',
      '#3f8fdb',
      '#1f70c1',
      '#0b57a4',
      '#084683',
      '#063463',
    ],
  },
  focusRing: 'always',
  respectReducedMotion: true,
  cursorType: 'pointer',
})

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--you-text)',
  '--mantine-color-error': 'var(--stop-text)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--paper-2)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rule-strong)',
  '--mantine-color-disabled': 'var(--paper-3)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--paper-3)',
  '--mantine-primary-color-filled': 'var(--you)',
  '--mantine-primary-color-filled-hover': 'var(--you-text)',
  '--mantine-primary-color-contrast': 'var(--on-you)',
  '--mantine-primary-color-light': 'var(--you-soft)',
  '--mantine-primary-color-light-color': 'var(--you-text)',
  '--mantine-color-blue-filled': 'var(--you)',
  '--mantine-color-blue-light': 'var(--you-soft)',
  '--mantine-color-blue-light-color': 'var(--you-text)',
  '--mantine-color-blue-outline': 'var(--you-text)',
  '--mantine-shadow-xs': 'none',
  '--mantine-shadow-sm': 'none',
  '--mantine-shadow-md': 'var(--shadow)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })

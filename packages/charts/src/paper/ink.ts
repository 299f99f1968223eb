/** Colours for paper, by meaning; the hairlines are darker than on a screen because they print thin. The page must read in grey. */
export const ink = {
  text: '#14202B',
  text2: '#3F4E5B',
  text3: '#586672',
  accent: '#0B57A4',
  accentWash: '#E3EEFA',
  context: '#B9C4CD',
  care: '#7D4E00',
  never: '#E8ECF0',
  rule: '#C3CCD4',
  ruleLight: '#D5DCE2',
  paper: '#FFFFFF',
  deepMark: '#93B0C9',
  deepLine: '#3D6287',
} as const

/** Width of the text block in points: 170 mm. A chart is drawn at the size at which it is printed. */
export const measure = 482

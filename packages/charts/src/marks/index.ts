export { EconomyShape } from './EconomyShape.tsx'
export { type Palette, paperPalette, screenPalette } from './palette.ts'
export { type MarkState, StateGlyph, StateMark } from './StateMark.tsx'

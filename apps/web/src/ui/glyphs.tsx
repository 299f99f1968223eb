import type { ReactNode } from 'react'

/** The few signs of the interface, drawn in the colour of the text beside them. Each stands next to words or a label. */
function Glyph(props: { width: number; height: number; children: ReactNode }) {
  const { width, height, children } = props
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

/** A dome with its slit open: the mark of the house. */
export function Mark() {
  return (
    <svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true" focusable="false">
      <path d="M3 17a10 10 0 0 1 20 0z" fill="currentColor" />
      <path d="m15.2 17 3.4-9.4 2.4 2-2.6 7.4z" fill="var(--paper)" />
      <path d="M1 20h24" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}

export function Chevron() {
  return (
    <Glyph width={10} height={6}>
      <path d="m1 1 4 4 4-4" />
    </Glyph>
  )
}

export function Lens() {
  return (
    <Glyph width={16} height={16}>
      <circle cx="7" cy="7" r="5" />
      <path d="m11 11 4 4" />
    </Glyph>
  )
}

export function Leave() {
  return (
    <Glyph width={14} height={14}>
      <path d="M8 2h4v10H8M2 7h6M5.5 4l3 3-3 3" />
    </Glyph>
  )
}

export function Clock() {
  return (
    <Glyph width={15} height={15}>
      <circle cx="7.5" cy="7.5" r="6" />
      <path d="M7.5 4v3.7l2.4 1.6" />
    </Glyph>
  )
}

export function Bars() {
  return (
    <Glyph width={18} height={14}>
      <path d="M0 1h18M0 7h18M0 13h18" />
    </Glyph>
  )
}

export function Tick() {
  return (
    <Glyph width={12} height={10}>
      <path d="m1 5 3.5 3.5L11 1" />
    </Glyph>
  )
}

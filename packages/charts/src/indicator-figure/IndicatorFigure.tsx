import type { ReactElement } from 'react'
import { type Palette, screenPalette } from '../marks/index.ts'
import type { FigureData, FigureSize } from './data.ts'
import { Axes, Breaks, EndLabels, EventLines, Events, OwnStates } from './Frame.tsx'
import { layoutFigure } from './layout.ts'
import { Band, Median, OtherLines, OtherPoints, OwnLine, OwnPoints } from './Lines.tsx'

export interface IndicatorFigureProps extends FigureSize {
  data: FigureData
  palette?: Palette
  /** Named in the file itself, for paper and exports; on screen the page's own is inherited. */
  fontFamily?: string
}

/** The big chart of one indicator as static SVG: for briefs, exports and public pages. */
export function IndicatorFigure({
  data,
  palette = screenPalette,
  fontFamily,
  ...size
}: IndicatorFigureProps): ReactElement {
  const at = layoutFigure(data, size)
  const part = { at, palette }
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={data.title}
      fontFamily={fontFamily}
    >
      <Axes {...part} data={data} />
      <Band {...part} />
      <OtherLines {...part} />
      <Median {...part} />
      <OtherPoints {...part} />
      <EventLines {...part} />
      <Breaks {...part} />
      <OwnLine {...part} />
      <OwnStates {...part} data={data} />
      <EndLabels {...part} />
      <OwnPoints {...part} />
      <Events {...part} />
    </svg>
  )
}

import type { CoverageState } from '@observatory/domain/coverage'
import { memo } from 'react'
import classes from './Strip.module.css'
import { cellWidth, stripHeight, stripPaths } from './strip-paths.ts'

interface Props {
  strip: string
  own: boolean
  /** Places at whose left edge counting changed. */
  breaks: readonly number[]
  /** Place that is read out. */
  active: number | null
}

/** The years of one indicator in one economy. It is decoration: the cell around it carries the words. */
export const Strip = memo(function Strip({ strip, own, breaks, active }: Props) {
  const width = strip.length * cellWidth
  return (
    <svg
      className={own ? `${classes.strip} ${classes.own}` : classes.strip}
      viewBox={`0 0 ${width} ${stripHeight}`}
      style={{ maxWidth: strip.length * 16 }}
      aria-hidden="true"
    >
      {Object.entries(stripPaths(strip)).map(([state, d]) => (
        <path key={state} className={classes[state]} d={d} />
      ))}
      {breaks.map((at) => (
        <path key={at} className={classes.break} d={`M${at * cellWidth - 0.4} -1V${stripHeight + 1}`} />
      ))}
      {active !== null && (
        <rect
          className={classes.active}
          x={active * cellWidth - 0.8}
          y={-0.5}
          width={cellWidth + 0.8}
          height={stripHeight + 1}
        />
      )}
    </svg>
  )
})

/** The mark of a state in the key and beside its reasons. */
export function StateSwatch({ state }: { state: CoverageState | 'break' }) {
  if (state === 'break') {
    return (
      <svg className={classes.swatch} width="10" height="18" aria-hidden="true">
        <path className={classes.break} d="M5 0v18" />
      </svg>
    )
  }
  return (
    <svg className={classes.swatch} width={cellWidth} height={stripHeight} aria-hidden="true">
      {Object.entries(stripPaths(state)).map(([key, d]) => (
        <path key={key} className={classes[key]} d={d} />
      ))}
    </svg>
  )
}

import { memo, type KeyboardEvent, type PointerEvent, type ReactElement, useState } from 'react'
import { screenPalette } from '../marks/index.ts'
import { type BandPoint, isDrawn, type Point, px } from '../series/index.ts'
import { layoutSmallMultiple, size, type SmallMultipleLayout } from './layout.ts'
import { SmallMultiple, type SmallMultipleProps } from './SmallMultiple.tsx'

export interface InspectableSmallMultipleProps extends SmallMultipleProps {
  /** One period in words: its figure or state, and the median where there is one. */
  tell: (period: string, point: Point | null, region: BandPoint | null) => string
}

const Still = memo(SmallMultiple)

/**
 * A small multiple that answers the pointer and the arrow keys.
 *
 * Until it is used it is the static drawing and one state: the layout is worked
 * out, and the marker and the words are made, on the first touch only. Styled by `sm-…` rules of the page. Home, End,
 * arrows and Escape do what they do in a slider.
 */
export function InspectableSmallMultiple({ tell, ...props }: InspectableSmallMultipleProps): ReactElement {
  const [period, setPeriod] = useState<number | null>(null)
  const [used, setUsed] = useState(false)
  const { span } = props

  const move = (event: KeyboardEvent) => {
    const next = keyed(event.key, period, span.length)
    if (next === undefined) return
    event.preventDefault()
    setPeriod(next)
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * size.width
    const slot = Math.floor((x / (size.width - size.gutter)) * span.length)
    setUsed(true)
    setPeriod(slot >= 0 && slot < span.length ? slot : null)
  }

  return (
    <div
      className="sm-inspect"
      role="group"
      aria-label={props.title}
      tabIndex={0}
      style={{ position: 'relative', touchAction: 'pan-y' }}
      onFocus={() => setUsed(true)}
      onBlur={() => setPeriod(null)}
      onKeyDown={move}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setPeriod(null)}
    >
      <Still {...props} />
      {used ? <Inspected props={props} slot={period} tell={tell} /> : null}
    </div>
  )
}

function Inspected(input: {
  props: SmallMultipleProps
  slot: number | null
  tell: InspectableSmallMultipleProps['tell']
}) {
  const { props, slot, tell } = input
  const [at] = useState(() => layoutSmallMultiple(props))
  const point = slot === null ? null : (at.points.find((p) => p.slot === slot) ?? null)
  const region = slot === null ? null : (at.band.median.flat().find((p) => p.slot === slot) ?? null)
  const text = slot === null ? '' : tell(props.span[slot]!, point, region)
  const left = slot !== null && at.x(slot) > at.right / 2
  return (
    <>
      {slot === null ? null : <Marker at={at} slot={slot} point={point} />}
      <div
        role="status"
        className="sm-tip"
        data-shown={slot !== null || undefined}
        data-left={left || undefined}
        style={slot === null ? undefined : { left: `${px((at.x(slot) / size.width) * 100)}%` }}
      >
        {text}
      </div>
    </>
  )
}

function Marker({ at, slot, point }: { at: SmallMultipleLayout; slot: number; point: Point | null }) {
  const x = px(at.x(slot))
  return (
    <svg className="sm sm-marker" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <path d={`M${x} ${at.head}V${at.base}`} stroke={screenPalette.ink3} strokeWidth={1} />
      {point && isDrawn(point) ? (
        <circle
          cx={x}
          cy={px(at.y(point.value))}
          r={4.5}
          fill={screenPalette.paper}
          stroke={screenPalette.you}
          strokeWidth={2.5}
        />
      ) : null}
    </svg>
  )
}

/** The slot a key leads to; null leaves, undefined means the key is not ours. */
export function keyed(key: string, from: number | null, slots: number): number | null | undefined {
  const last = slots - 1
  switch (key) {
    case 'ArrowRight':
      return from === null ? 0 : Math.min(last, from + 1)
    case 'ArrowLeft':
      return from === null ? last : Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return from === null ? undefined : null
    default:
      return undefined
  }
}

import type { ReactElement } from 'react'
import { type Palette, StateGlyph } from '../marks/index.ts'
import { px, textWidth } from '../series/index.ts'
import type { FigureData } from './data.ts'
import type { FigureLayout } from './layout.ts'

export interface Part {
  at: FigureLayout
  palette: Palette
}

/** Grid, axes and ticks: cut where the paper is cut. */
export function Axes({ at, palette, data }: Part & { data: FigureData }): ReactElement {
  const across = (value: number) => at.panels.map((p) => `M${px(p.left)} ${px(at.y(value))}H${px(p.right)}`).join('')
  const every = Math.max(1, Math.ceil((textWidth('2020', at.type.label) + 8) / at.slotWidth))
  const named = data.span
    .map((period, slot) => ({ period, slot }))
    .filter(({ slot }) => (data.span.length - 1 - slot) % every === 0)
  return (
    <>
      <text x={0} y={14} fontSize={at.type.tick} fill={palette.ink3}>
        {data.unit}
      </text>
      {at.axis.ticks.map((tick) => (
        <g key={tick}>
          <path
            d={across(tick)}
            stroke={tick === 0 ? palette.ink2 : palette.rule}
            strokeWidth={tick === 0 ? 1.25 : 1}
          />
          <text
            x={at.plot.left - 8}
            y={px(at.y(tick) + 4)}
            textAnchor="end"
            fontSize={at.type.tick}
            fill={palette.ink3}
          >
            {data.number(tick, { decimals: at.axis.decimals })}
          </text>
        </g>
      ))}
      <path d={data.span.map((_, slot) => `M${px(at.x(slot))} ${at.plot.base}v6`).join('')} stroke={palette.ink2} />
      {named.map(({ period, slot }) => (
        <text
          key={period}
          x={px(at.x(slot))}
          y={at.plot.base + 22}
          textAnchor="middle"
          fontSize={at.type.label}
          fill={palette.ink2}
        >
          {data.period(period)}
        </text>
      ))}
    </>
  )
}

/** The ochre line, two strokes at each end of the gutter, and the rule in words. */
export function Breaks({ at, palette }: Part): ReactElement {
  const { top, base } = at.plot
  return (
    <>
      {at.breaks.map(({ x, text }, index) => {
        const before = at.panels.find((p, i) => at.panels[i + 1] && Math.abs(at.panels[i + 1]!.left - x) < 0.01)
        const ends = before ? [before.right, x] : [x]
        // Against the right edge the words stand left of the line rather than outside the figure.
        const width = Math.max(...text.map((line) => textWidth(line, at.type.tick, true)), 0)
        const turned = x + 7 + width > at.size.width
        return (
          <g key={index}>
            <g fill="none" stroke={palette.care}>
              <path d={`M${px(x)} ${top - 34}V${base + 10}`} strokeWidth={1.5} strokeDasharray="3 3" />
              <path
                d={ends.map((e) => `M${px(e - 6)} ${base + 6}l5 -12M${px(e + 1)} ${base + 6}l5 -12`).join('')}
                strokeWidth={2}
              />
            </g>
            {text.map((line, row) => (
              <text
                key={row}
                x={px(turned ? x - 7 : x + 7)}
                y={top - 24 + row * 15}
                textAnchor={turned ? 'end' : 'start'}
                fontSize={at.type.tick}
                fontWeight={row === 0 ? 600 : 400}
                fill={palette.careText}
                {...halo(palette)}
              >
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </>
  )
}

/** Hairlines from the rings down to the axis; under the words, which they would cross. */
export function EventLines({ at, palette }: Part): ReactElement | null {
  const d = at.events.flatMap(({ y, dates }) => dates.map((x) => `M${px(x)} ${y + 9}V${at.plot.base}`)).join('')
  return d === '' ? null : <path d={d} stroke={palette.ruleStrong} strokeWidth={0.75} strokeDasharray="1 3" />
}

/** Numbered rings at their dates; nothing ties them to a change. */
export function Events({ at, palette }: Part): ReactElement {
  return (
    <>
      {at.events.map(({ ids, text, x, y, width }) => (
        <g key={ids[0]}>
          <rect
            x={px(x - width / 2)}
            y={y - 9}
            width={px(width)}
            height={18}
            rx={9}
            fill={palette.paper}
            stroke={palette.ink2}
            strokeWidth={1.5}
          />
          <text x={px(x)} y={y + 4.3} textAnchor="middle" fontSize={at.type.tick} fontWeight={600} fill={palette.ink}>
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

export function EndLabels({ at, palette }: Part): ReactElement {
  return (
    <>
      {at.ends.map((end) => (
        <g key={`${end.key} ${end.slot}`}>
          {end.leader ? (
            <path
              d={`M${end.leader.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}`}
              fill="none"
              stroke={end.mine ? palette.you : palette.ruleStrong}
              strokeWidth={0.8}
              opacity={0.75}
            />
          ) : null}
          <text
            x={px(end.x)}
            y={px(end.y + 4.5)}
            fontSize={at.type.label}
            fontWeight={end.mine ? 600 : 400}
            fill={end.mine ? palette.youText : end.key === 'median' ? palette.ink2 : palette.otherText}
            {...halo(palette)}
          >
            {end.text}
          </text>
        </g>
      ))}
    </>
  )
}

/** States of the reader's own cells that have no height, on the zero line. */
export function OwnStates({ at, palette, data }: Part & { data: FigureData }): ReactElement {
  const marked = (at.own?.points ?? []).filter((p) => p.value === null && !p.bound)
  const clock = marked.find((p) => p.state === 'due')
  return (
    <>
      {marked.map((p) => (
        <StateGlyph key={p.slot} state={p.state} x={at.x(p.slot)} y={at.plot.base - 11} size={14} palette={palette} />
      ))}
      {clock ? (
        <text
          x={px(at.x(clock.slot))}
          y={at.plot.base - 25}
          textAnchor="middle"
          fontSize={at.type.tick}
          fill={palette.ink3}
          {...halo(palette)}
        >
          {data.words.due}
        </text>
      ) : null}
    </>
  )
}

export function halo(palette: Palette) {
  return { stroke: palette.paper, strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const
}

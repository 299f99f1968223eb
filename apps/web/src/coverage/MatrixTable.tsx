import { type CoverageAnswer, countHeld, type CoverageState } from '@observatory/domain/coverage'
import { economies } from '@observatory/domain/economies'
import { areaName } from '@observatory/i18n/areas'
import { useNavigate } from '@tanstack/react-router'
import { Fragment, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useLocale, useT } from '../ui/i18n.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import classes from './MatrixTable.module.css'
import { type Place, stepTo } from './matrix-keys.ts'
import { topicKey } from './topic-key.ts'

interface Props {
  rows: CoverageAnswer['indicators']
  periods: readonly string[]
  names: ReadonlyMap<string, string>
  own: string | null
  /** The column that a phone shows. */
  shown: string
}

/**
 * The matrix: rows by topic, six strips of years. A grid with one tab stop; the
 * place under the pointer or the keyboard is told in words above it.
 */
export function MatrixTable({ rows, periods, names, own, shown }: Props) {
  const t = useT()
  const { locale } = useLocale()
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [stop, setStop] = useState<Place>({ row: 0, column: 0, slot: periods.length - 1 })
  const kept = { ...stop, row: Math.min(stop.row, rows.length - 1), slot: Math.min(stop.slot, periods.length - 1) }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && rows[kept.row]) {
      void navigate({ to: '/indicators/$code', params: { code: rows[kept.row]!.code } })
      return
    }
    const next = stepTo(event.key, kept, rows.length, economies.length, periods.length)
    if (!next) return
    event.preventDefault()
    setStop(next)
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`td[data-row="${next.row}"][data-column="${next.column}"]`)?.focus()
  }

  function onPointerMove(event: PointerEvent) {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-row]')
    const strip = cell?.querySelector('svg')?.getBoundingClientRect()
    if (!cell || !strip) return setPlace(null)
    const slot = Math.floor(((event.clientX - strip.left) / strip.width) * periods.length)
    if (slot < 0 || slot >= periods.length) return setPlace(null)
    const next = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']), slot }
    setPlace((before) =>
      before && before.row === next.row && before.column === next.column && before.slot === slot ? before : next,
    )
  }

  const groups = Map.groupBy(
    rows.map((row, index) => ({ row, index })),
    ({ row }) => row.topic,
  )
  const place_ = place && rows[place.row] ? place : null
  return (
    <>
      <p className={classes.readout} role="status">
        {place_ ? placeInWords(place_) : t('coverage.matrix.hint')}
      </p>
      <table
        ref={table}
        className={classes.matrix}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern: a table with one tab stop
        role="grid"
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPlace(null)}
        onFocus={(event) => event.target.matches('td[data-row]') && setPlace((before) => before ?? kept)}
        onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setPlace(null)}
      >
        <caption className="visually-hidden">{t('coverage.matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>
              {t('coverage.matrix.indicator')}
            </th>
            {economies.map((economy) => (
              <th
                key={economy}
                scope="col"
                className={`${classes.column} ${economy === own ? classes.own : ''} ${economy === shown ? classes.shown : ''}`}
              >
                {areaName(economy, locale, 'name')}
                <span className={`num ${classes.years}`}>
                  <span>{periods[0]}</span>
                  <span>{periods.at(-1)}</span>
                </span>
              </th>
            ))}
            <th scope="col" className={classes.total}>
              {t('coverage.matrix.held')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...groups].map(([topic, members]) => {
            const counted = countHeld(members.map(({ row }) => row))
            return (
              <Fragment key={topic}>
                <tr className={classes.topic}>
                  <th colSpan={economies.length + 2} scope="colgroup">
                    {t(`coverage.topics.${topicKey(topic)}`)}
                    <span className={`num ${classes.possible}`}>
                      {t('coverage.matrix.heldOfPossible', { held: counted.held, possible: counted.possible })}
                    </span>
                  </th>
                </tr>
                {members.map(({ row, index }) => (
                  <MatrixRow
                    key={row.code}
                    row={row}
                    index={index}
                    name={names.get(row.code) ?? row.code}
                    periods={periods}
                    own={own}
                    shown={shown}
                    active={place_?.row === index ? place_ : null}
                    stop={kept.row === index ? kept.column : null}
                    t={t}
                  />
                ))}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </>
  )

  function placeInWords({ row, column, slot }: Place): string {
    const { code, economies: strips, breaks } = rows[row]!
    const economy = economies[column]!
    const period = periods[slot]!
    const state = (strips[economy]?.[slot] ?? 'n') as CoverageState
    const isBreak = breaks.some((cut) => cut.period === period && (cut.economy === null || cut.economy === economy))
    return t(isBreak ? 'coverage.matrix.placeBreak' : 'coverage.matrix.place', {
      indicator: names.get(code) ?? code,
      economy: areaName(economy, locale, 'name'),
      period,
      state: t(`coverage.states.${state}`),
    })
  }
}

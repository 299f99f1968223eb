import { type CoverageAnswer, countHeld, type CoverageState, runsOf } from '@observatory/domain/coverage'
import { economies } from '@observatory/domain/economies'
import type { Translate } from '@observatory/i18n/translate'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import classes from './MatrixTable.module.css'
import { Strip } from './Strip.tsx'

interface Props {
  row: CoverageAnswer['indicators'][number]
  index: number
  name: string
  periods: readonly string[]
  own: string | null
  shown: string
  /** The place that the keyboard or pointer is on, if it is in this row. */
  active: { column: number; slot: number } | null
  /** The one tab stop of the matrix, if it is in this row. */
  stop: number | null
  t: Translate
}

export const MatrixRow = memo(function MatrixRow({ row, index, name, periods, own, shown, active, stop, t }: Props) {
  const counted = countHeld([row])
  return (
    <tr>
      <th scope="row">
        <Link to="/indicators/$code" params={{ code: row.code }} tabIndex={-1}>
          {name}
        </Link>
      </th>
      {economies.map((economy, column) => {
        const strip = row.economies[economy] ?? ''
        const breaks = row.breaks
          .filter((cut) => cut.economy === null || cut.economy === economy)
          .map((cut) => periods.findIndex((period) => period >= cut.period))
          .filter((at) => at >= 0)
        return (
          <td
            key={economy}
            className={`${economy === own ? classes.own : ''} ${economy === shown ? classes.shown : ''}`}
            data-row={index}
            data-column={column}
            tabIndex={stop === column ? 0 : -1}
            aria-label={inWords(strip, periods, t)}
          >
            <Strip
              strip={strip}
              own={economy === own}
              breaks={breaks}
              active={active?.column === column ? active.slot : null}
            />
          </td>
        )
      })}
      <td className={`num ${classes.total}`}>
        {t('coverage.matrix.heldOf', { held: counted.held, possible: counted.possible })}
      </td>
    </tr>
  )
})

function inWords(strip: string, periods: readonly string[], t: Translate): string {
  return runsOf(strip, periods)
    .map(({ state, from, to }) => {
      const word = t(`coverage.states.${state satisfies CoverageState}`)
      return from === to
        ? t('coverage.matrix.runOne', { state: word, from })
        : t('coverage.matrix.run', { state: word, from, to })
    })
    .join('; ')
}

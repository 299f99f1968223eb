import { StateMark } from '@observatory/charts/marks'
import { stateOf } from '@observatory/charts/series'
import { newestPlace } from '@observatory/domain/indicators'
import type { Cell } from '@observatory/domain/observations'
import { Section } from '../ui/Section.tsx'
import type { Part } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import { useWords } from './use-words.ts'

/** Dates have no years of their own to stand under: one line an economy, with its date or the reason for none. */
export function DateTable({ answer, view }: Pick<Part, 'answer' | 'view'>) {
  const words = useWords()
  const { t } = words
  const none: Cell = { na: 'not-published' }
  return (
    <Section title={t('indicators.figures')}>
      <table className={`${classes.table} ${classes.dates}`}>
        <caption className="visually-hidden">{t('indicators.tableCaption', { name: answer.indicator.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicators.series')}</th>
            <th scope="col">{t('indicators.dateColumn')}</th>
            <th scope="col">{t('indicators.noteColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {view.six.map(({ economy, series }) => {
            const held = series ? newestPlace(series) : -1
            const at = held < 0 && series ? series.cells.length - 1 : held
            const cell = series?.cells[at] ?? none
            const state = stateOf(cell)
            return (
              <tr key={economy} className={series !== null && series === view.own ? classes.mine : undefined}>
                <th scope="row">{words.place(answer.indicator, economy)}</th>
                <td>
                  {state === 'value' ? (
                    words.figure(cell, answer.indicator, 'count')
                  ) : (
                    <span className={classes.state}>
                      <StateMark state={state} /> {words.figure(cell, answer.indicator, 'count')}
                    </span>
                  )}
                </td>
                <td lang="en">{series?.note[at] ?? ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

import { StateMark } from '@observatory/charts/marks'
import type { CatalogueEntry } from '@observatory/domain/indicators'
import type { ReactNode } from 'react'
import classes from './IndicatorPage.module.css'
import type { Words } from './use-words.ts'
import type { IndicatorView } from './view.ts'

/** The one key line over the chart: only what the chart holds. */
export function ChartKey({
  view,
  words,
  indicator,
}: {
  view: IndicatorView
  words: Words
  indicator: Pick<CatalogueEntry, 'subnationalOf'>
}) {
  const { t, format } = words
  const members = Math.max(0, ...(view.benchmark?.members ?? []))
  const borrowed = view.measure === 'rate' ? borrowedPeriods(view) : []
  const entry = (name: string, drawing: ReactNode, text: string) => (
    <li key={name}>
      {drawing}
      {text}
    </li>
  )
  return (
    <ul className={classes.key}>
      {view.own
        ? entry(
            'own',
            <svg width="26" height="10" aria-hidden="true">
              <path d="M0 5h20" stroke="var(--you)" strokeWidth="3" />
              <circle cx="21" cy="5" r="4" fill="var(--you)" />
            </svg>,
            view.ownIsPrivate ? t('charts.key.ownOrganisation') : words.place(indicator, view.own.economy),
          )
        : null}
      {view.benchmark
        ? entry(
            'median',
            <svg width="24" height="10" aria-hidden="true">
              <path d="M0 5h24" stroke="var(--median)" strokeWidth="2" strokeDasharray="5 3" />
            </svg>,
            t('charts.medianOf', { members }),
          )
        : null}
      {view.benchmark?.lower.some((cell) => typeof cell === 'number')
        ? entry(
            'band',
            <svg width="22" height="12" aria-hidden="true">
              <rect width="22" height="12" fill="var(--band)" />
            </svg>,
            t('charts.key.band'),
          )
        : null}
      {view.beside.length > 0
        ? entry(
            'others',
            <svg width="24" height="10" aria-hidden="true">
              <path d="M0 5h24" stroke="var(--other)" strokeWidth="1.25" />
            </svg>,
            view.own ? t('charts.key.others') : t('charts.key.six'),
          )
        : null}
      {borrowed.length > 0
        ? entry(
            'borrowed',
            <StateMark state="borrowed" />,
            t('charts.key.borrowed', { periods: format.list(borrowed) }),
          )
        : null}
    </ul>
  )
}

/** Periods whose population stands in for that of others. */
export function borrowedPeriods({ own, beside }: Pick<IndicatorView, 'own' | 'beside'>): string[] {
  const all = [...(own ? [own] : []), ...beside].flatMap((series) =>
    (series.denominatorPeriods ?? []).flatMap((of, at) =>
      of !== null && of !== series.periods[at] && typeof series.rate?.[at] === 'number' ? [of] : [],
    ),
  )
  return [...new Set(all)].toSorted()
}

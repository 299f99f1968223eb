import { StateMark, type MarkState } from '@observatory/charts/marks'
import type { CatalogueEntry, MissingFigure } from '@observatory/domain/indicators'
import { isMissing, isSuppressed } from '@observatory/domain/observations'
import { areaName } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import classes from './AsidePanel.module.css'

interface Props {
  missing: readonly MissingFigure[]
  economy: string
  entries: ReadonlyMap<string, CatalogueEntry>
}

/** Headline figures that are due and not held, each with its mark and the way to its page. */
export function MissingPanel({ missing, economy, entries }: Props) {
  const t = useT()
  const { locale } = useLocale()
  const headline = missing.filter(({ indicator }) => entries.get(indicator)?.headline != null)
  return (
    <section className={classes.panel} id="missing" aria-labelledby="missing-heading">
      <h2 id="missing-heading">{t('overview.missing.title')}</h2>
      <p className={classes.note}>
        {t('overview.missing.note', { economy_for: capital(areaName(economy, locale, 'for')) })}
      </p>
      {headline.length === 0 && <p>{t('overview.missing.nothing')}</p>}
      <ul>
        {headline.map((figure) => (
          <MissingLine key={figure.indicator} figure={figure} entry={entries.get(figure.indicator)!} />
        ))}
      </ul>
      <p className={classes.more}>
        <Link to="/coverage">{t('overview.missing.matrix')}</Link>
      </p>
    </section>
  )
}

function MissingLine({ figure, entry }: { figure: MissingFigure; entry: CatalogueEntry }) {
  const t = useT()
  const format = useFormat()
  const { reason, lastPeriod } = figure
  const name = entry.shortName
  const [mark, text]: [MarkState, string] =
    reason !== null && isSuppressed(reason)
      ? ['suppressed', t('overview.missing.suppressed', { name })]
      : reason !== null && isMissing(reason) && reason.na === 'cannot-exist'
        ? ['not-applicable', t('overview.missing.cannotExist', { name })]
        : lastPeriod === null
          ? ['missing', t('overview.missing.never', { name })]
          : ['missing', t('overview.missing.since', { name, period: format.period(lastPeriod) })]
  return (
    <li className={classes.marked}>
      <StateMark state={mark} size={14} />
      <Link to="/indicators/$code" params={{ code: entry.code }}>
        {text}
      </Link>
    </li>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

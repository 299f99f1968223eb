import type { CatalogueEntry, FigureChange, OverviewAside } from '@observatory/domain/indicators'
import { isMissing } from '@observatory/domain/observations'
import { areaName } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { figureText } from '../ui/figure-text.ts'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { useSay } from '../ui/use-say.ts'
import classes from './AsidePanel.module.css'

interface Props {
  aside: OverviewAside
  entries: ReadonlyMap<string, CatalogueEntry>
}

/** Most lines in the panel; the rest is counted, not listed. */
const most = 8

/** What the editions since the previous visit brought: many figures of one indicator are one line, a correction is always its own. */
export function ChangedPanel({ aside, entries }: Props) {
  const t = useT()
  const format = useFormat()
  const lines = linesOf(aside.changes.filter(({ indicator }) => entries.has(indicator)))
  return (
    <section className={classes.panel} id="changed" aria-labelledby="changed-heading">
      <h2 id="changed-heading">{t('overview.changed.title')}</h2>
      {aside.since ? (
        <>
          <p className={classes.note}>{t('overview.changed.since', { date: format.date(aside.since.publishedAt) })}</p>
          {lines.length === 0 && <p>{t('overview.changed.none')}</p>}
          <ul>
            {lines.slice(0, most).map((line) => (
              <ChangeLine
                key={line[0]!.indicator + line[0]!.economy + line[0]!.period}
                line={line}
                entry={entries.get(line[0]!.indicator)!}
              />
            ))}
          </ul>
          {lines.length > most && (
            <p className={classes.note}>{t('overview.changed.more', { count: lines.length - most })}</p>
          )}
        </>
      ) : (
        <p className={classes.note}>{t('overview.changed.first')}</p>
      )}
    </section>
  )
}

function linesOf(changes: readonly FigureChange[]): FigureChange[][] {
  const isCorrection = (change: FigureChange) => change.from !== null && !isMissing(change.from)
  const corrections = changes.filter(isCorrection).map((change) => [change])
  const added = Map.groupBy(
    changes.filter((change) => !isCorrection(change)),
    ({ indicator }) => indicator,
  )
  return [...corrections, ...added.values()]
}

function ChangeLine({ line, entry }: { line: FigureChange[]; entry: CatalogueEntry }) {
  const t = useT()
  const say = useSay()
  const format = useFormat()
  const { locale } = useLocale()
  const first = line[0]!
  const textOf = (cell: NonNullable<FigureChange['to']>) => figureText(cell, entry, entry.decimals, format, say)
  const named = {
    name: entry.shortName,
    economy: areaName(first.economy, locale, 'name'),
    period: format.period(first.period),
  }
  const text =
    line.length > 1
      ? t('overview.changed.added', {
          name: entry.shortName,
          count: line.length,
          economies: new Set(line.map(({ economy }) => economy)).size,
        })
      : first.to === null
        ? t('overview.changed.withdrawn', named)
        : first.from === null || isMissing(first.from)
          ? t('overview.changed.new', { ...named, to: textOf(first.to) })
          : t('overview.changed.revised', { ...named, from: textOf(first.from), to: textOf(first.to) })
  return (
    <li>
      <Link to="/indicators/$code" params={{ code: entry.code }}>
        {text}
      </Link>
    </li>
  )
}

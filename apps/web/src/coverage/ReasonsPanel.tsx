import {
  type CoverageAnswer,
  type CoverageState,
  countState,
  type Reason,
  reasonsOf,
} from '@observatory/domain/coverage'
import { areaName } from '@observatory/i18n/areas'
import { economies } from '@observatory/domain/economies'
import { useFormat, useLocale, useT } from '../ui/i18n.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './CoveragePage.module.css'
import { StateSwatch } from './Strip.tsx'

interface Props {
  rows: CoverageAnswer['indicators']
  periods: readonly string[]
  names: ReadonlyMap<string, string>
}

const told = ['x', 's', 'e', 'u'] as const satisfies CoverageState[]

/** Lines under a reason before the rest is folded away. */
const most = 6

/** Reasons as they were declared, cell by cell; where none was, the page says that it does not know. */
export function ReasonsPanel({ rows, periods, names }: Props) {
  const t = useT()
  const reasons = Map.groupBy(reasonsOf(rows, periods), ({ state }) => state)
  const blanks = rows.reduce((sum, row) => sum + countState(Object.values(row.economies).join(''), 'n'), 0)
  return (
    <div className={classes.below}>
      <Section title={t('coverage.reasons.title')} note={t('coverage.reasons.note')}>
        <div className={classes.reasons}>
          {told.map((state) => (
            <div key={state}>
              <h3>
                <StateSwatch state={state} /> {t(`coverage.states.${state}`)}
              </h3>
              <ReasonList reasons={reasons.get(state) ?? []} names={names} />
            </div>
          ))}
          <div>
            <h3>
              <StateSwatch state="n" /> {t('coverage.states.n')}
            </h3>
            <p>{t('coverage.reasons.noFigure', { count: blanks })}</p>
          </div>
        </div>
      </Section>
    </div>
  )
}

function ReasonList({ reasons, names }: { reasons: readonly Reason[]; names: Props['names'] }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useLocale()
  if (reasons.length === 0) return <p>{t('coverage.reasons.none')}</p>
  const line = ({ indicator, economies: codes, from, to }: Reason) => (
    <li key={`${indicator} ${codes.join()} ${from}`}>
      {t('coverage.reasons.line', {
        indicator: names.get(indicator) ?? indicator,
        economies:
          codes.length === economies.length
            ? areaName('WB6', locale, 'name')
            : format.list(codes.map((code) => areaName(code, locale, 'name'))),
        years: from === to ? from : t('coverage.reasons.years', { from, to }),
      })}
    </li>
  )
  return (
    <>
      <ul>{reasons.slice(0, most).map(line)}</ul>
      {reasons.length > most && (
        <details>
          <summary>{t('coverage.reasons.more', { count: reasons.length - most })}</summary>
          <ul>{reasons.slice(most).map(line)}</ul>
        </details>
      )}
    </>
  )
}

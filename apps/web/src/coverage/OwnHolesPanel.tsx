import { type CoverageAnswer, countHeld, countState } from '@observatory/domain/coverage'
import { areaName } from '@observatory/i18n/areas'
import { Link } from '@tanstack/react-router'
import { useLocale, useT } from '../ui/i18n.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './CoveragePage.module.css'

interface Props {
  rows: CoverageAnswer['indicators']
  economy: string | null
  names: ReadonlyMap<string, string>
}

/** Lines before the rest is folded away. */
const most = 10

/** The holes of one column, each with the way to its page; first those whose figures others hold most of, so that they can be had. */
export function OwnHolesPanel({ rows, economy, names }: Props) {
  const t = useT()
  const { locale } = useLocale()
  if (economy === null) return null
  const holes = rows
    .map((row) => {
      const strip = row.economies[economy] ?? ''
      const possible = strip.length - countState(strip, 'x')
      const elsewhere = countHeld([row]).held - countHeld([row], economy).held
      return { code: row.code, blank: countState(strip, 'n'), possible, elsewhere }
    })
    .filter(({ blank }) => blank > 0)
    .toSorted((a, b) => b.elsewhere * b.blank - a.elsewhere * a.blank)
  const total = holes.reduce((sum, { blank }) => sum + blank, 0)
  const line = ({ code, blank, possible }: (typeof holes)[number]) => (
    <li key={code}>
      <Link to="/indicators/$code" params={{ code }}>
        {names.get(code) ?? code}
      </Link>
      <span className="num">{t('coverage.own.line', { count: blank, of: possible })}</span>
    </li>
  )
  return (
    <Section title={t('coverage.own.title', { economy_for: areaName(economy, locale, 'for') })}>
      <p>{total > 0 ? t('coverage.own.text', { count: total }) : t('coverage.own.none')}</p>
      <ul className={classes.holes}>{holes.slice(0, most).map(line)}</ul>
      {holes.length > most && (
        <details>
          <summary>{t('coverage.own.more', { count: holes.length })}</summary>
          <ul className={classes.holes}>{holes.slice(most).map(line)}</ul>
        </details>
      )}
    </Section>
  )
}

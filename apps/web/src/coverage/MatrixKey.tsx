import { useT } from '../ui/i18n.tsx'
import classes from './CoveragePage.module.css'
import { StateSwatch } from './Strip.tsx'

const states = ['v', 'b', 'n', 'x', 's', 'e', 'u', 'break'] as const

/** A zero is held: it has the mark of a figure and is told as zero. */
export function MatrixKey() {
  const t = useT()
  return (
    <ul className={classes.key} aria-label={t('coverage.key')}>
      {states.map((state) => (
        <li key={state}>
          <StateSwatch state={state} />
          {t(`coverage.states.${state}`)}
        </li>
      ))}
    </ul>
  )
}

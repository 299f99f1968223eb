import type { Change } from '@observatory/domain/indicators'
import { tally, tallyLines } from '@observatory/domain/indicators'
import { useT } from '../ui/i18n.tsx'
import classes from './TallyPanel.module.css'

/** How many of the headline indicators moved and how many cannot be said to have: the lines add up. */
export function TallyPanel({ changes, members }: { changes: readonly Change[]; members: readonly number[] }) {
  const t = useT()
  const lines =
    changes.length > 0
      ? tallyLines.map((line) => [t(`overview.tally.${line}`), tally(changes)[line]] as const)
      : ([
          [t('overview.tally.withFigures'), members.filter((count) => count >= 5).length],
          [t('overview.tally.withSome'), members.filter((count) => count > 0 && count < 5).length],
          [t('overview.tally.withNone'), members.filter((count) => count === 0).length],
        ] as const)
  return (
    <section className={classes.tally}>
      <h2>{t('overview.tally.title', { count: changes.length || members.length })}</h2>
      <dl>
        {lines.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

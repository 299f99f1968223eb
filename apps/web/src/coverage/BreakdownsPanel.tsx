import { type CoverageAnswer, countDimensions } from '@observatory/domain/coverage'
import { useT } from '../ui/i18n.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './CoveragePage.module.css'
import { topicKey } from './topic-key.ts'

const dimensions = ['SEX', 'AGE', 'TARGET_GROUP', 'STAGE'] as const

/**
 * By sex, age, group and stage: what of each topic can be broken down at all. Populations, the law and the situation
 * of children at large are left out: they are not counts of harm or of answers to it.
 */
export function BreakdownsPanel({ rows }: { rows: CoverageAnswer['indicators'] }) {
  const t = useT()
  const topics = [...Map.groupBy(rows, (row) => row.topic)].filter(
    ([topic]) => !['denominator', 'legal', 'child_context'].includes(topic),
  )
  const none = topics.every(([, members]) => dimensions.every((dimension) => countDimensions(members, dimension) === 0))
  if (topics.length === 0) return null
  return (
    <Section title={t('coverage.breakdowns.title')} note={t('coverage.breakdowns.note')}>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('coverage.breakdowns.title')}>
        <table className={classes.breakdowns}>
          <thead>
            <tr>
              <th scope="col">{t('coverage.breakdowns.topic')}</th>
              {dimensions.map((dimension) => (
                <th key={dimension} scope="col">
                  {t(`coverage.breakdowns.${dimension}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {topics.map(([topic, members]) => (
              <tr key={topic}>
                <th scope="row">{t(`coverage.topics.${topicKey(topic)}`)}</th>
                {dimensions.map((dimension) => (
                  <td key={dimension} className="num">
                    {t('coverage.matrix.heldOf', {
                      held: countDimensions(members, dimension),
                      possible: members.length,
                    })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {none && <p className={classes.aside}>{t('coverage.breakdowns.none')}</p>}
    </Section>
  )
}

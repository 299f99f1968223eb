import { type CoverageAnswer, countHeld, shareHeld } from '@observatory/domain/coverage'
import { useT } from '../ui/i18n.tsx'
import classes from './CoveragePage.module.css'
import { topicKey } from './topic-key.ts'

interface Props {
  rows: CoverageAnswer['indicators']
  topic: string | undefined
  from: string
  to: string
  count: number
}

/** The two subjects of the house, whose coverage the finding tells beside that of the topic best covered. */
const subjects = ['online_csea', 'hate'] as const

export function CoverageFinding({ rows, topic, from, to, count }: Props) {
  const t = useT()
  return (
    <div className={classes.head}>
      <p className={classes.eyebrow}>{t('coverage.eyebrow', { from, to })}</p>
      <h1>{finding()}</h1>
      <p className={classes.note}>{t('coverage.note', { count, from, to })}</p>
    </div>
  )

  function finding(): string {
    const shares = [...Map.groupBy(rows, (row) => row.topic)].flatMap(([code, members]) => {
      const share = shareHeld(countHeld(members))
      return share === null ? [] : [{ code, share }]
    })
    const [first, second] = subjects.map((code) => shares.find((one) => one.code === code))
    const rest = shares.filter(({ code }) => code !== 'denominator' && !(subjects as readonly string[]).includes(code))
    const best = rest.toSorted((a, b) => b.share - a.share)[0]
    const inline = (code: string) => t(`coverage.inline.${topicKey(code)}`)
    if (topic === undefined && first && second && best) {
      return t('coverage.finding.two', {
        a: first.share,
        topicA: inline(first.code),
        b: second.share,
        topicB: inline(second.code),
        c: best.share,
        topicC: inline(best.code),
      })
    }
    const [only] = shares
    return only
      ? t('coverage.finding.one', { a: only.share, topicA: inline(only.code) })
      : t('coverage.finding.nothing')
  }
}

import type { BriefSummary } from '@observatory/domain/briefs'
import { useFormat, useT } from '../ui/i18n.tsx'
import { Tag } from '../ui/Tag.tsx'
import { isUnderWay } from './brief-file.ts'
import classes from './briefs.module.css'

const tones = { queued: 'plain', rendering: 'plain', done: 'done', failed: 'stop', cancelled: 'care' } as const

/** Where a brief stands, in a word, with a bar while it is being made. */
export function BriefState({ brief }: { brief: BriefSummary }) {
  const t = useT()
  const format = useFormat()
  return (
    <span className={classes.state}>
      <Tag tone={tones[brief.state]}>{t(`briefs.states.${brief.state}`)}</Tag>
      {isUnderWay(brief) && (
        <>
          <progress value={brief.progress} max={1} aria-label={t('briefs.app.stateLabel')} />
          <span className="small muted">
            {t('briefs.app.progress', { percent: format.percent(Math.round(brief.progress * 100)) })}
          </span>
        </>
      )}
    </span>
  )
}

import { type Finding, sentence } from '@observatory/domain/indicators'
import { useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { useSay } from '../ui/use-say.ts'
import classes from './FindingPanel.module.css'

/** The one sentence an adviser can repeat, and why it may not mean what it seems. */
export function FindingPanel(props: { finding: Finding | null | undefined; economy: string | null; isEmpty: boolean }) {
  const { finding, economy, isEmpty } = props
  const t = useT()
  const say = useSay()
  if (finding === undefined) {
    return (
      <>
        <h1 className={classes.finding}>{t('overview.title')}</h1>
        <LoadingOutline lines={2} />
      </>
    )
  }
  const nothing = economy
    ? sentence('finding.nothing', { economy: { area: economy } })
    : sentence('finding.nothingRegion')
  return (
    <>
      <h1 className={classes.finding}>{isEmpty ? t('overview.empty') : say(finding?.sentence ?? nothing)}</h1>
      {finding && <p className={classes.caution}>{finding.cautions.map(say).join(' ')}</p>}
    </>
  )
}

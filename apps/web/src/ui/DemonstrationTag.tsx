import classes from './Tag.module.css'
import { useT } from './i18n.tsx'

/** Stripes, a dashed edge and the word; never a colour. */
export function DemonstrationTag() {
  const t = useT()
  return <span className={`${classes.tag} ${classes.demonstration}`}>{t('app.demonstration.tag')}</span>
}

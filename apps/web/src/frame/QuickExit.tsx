import { useEffect } from 'react'
import { useT } from '../ui/i18n.tsx'
import { Leave } from '../ui/glyphs.tsx'
import classes from './Header.module.css'
import { leave, listenForEscapeTwice } from './quick-exit.ts'

/** Visible at every width, first thing at hand for a reader who is watched. */
export function QuickExit() {
  const t = useT()
  useEffect(listenForEscapeTwice, [])
  return (
    <button type="button" className={`${classes.control} ${classes.exit}`} title={t('app.exit.help')} onClick={leave}>
      <Leave /> {t('app.exit.label')}
    </button>
  )
}

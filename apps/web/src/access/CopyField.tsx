import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/i18n.tsx'
import classes from './MembersPage.module.css'

/** A text to be handed on: selected when touched, copied by the button. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className={classes.link}>
      <label>
        <span className="small muted">{label}</span>
        <input readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <span>
        <Button onClick={() => void copy()}>{t('app.copy')}</Button>{' '}
        <span role="status">{copied && t('app.copied')}</span>
      </span>
    </div>
  )
}

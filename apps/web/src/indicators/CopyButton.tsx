import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/i18n.tsx'

/** Copies a text that is made at the press, and says that it did. */
export function CopyButton({ text, label, quiet = false }: { text: () => string; label: string; quiet?: boolean }) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
    setTimeout(() => setCopied(false), 4000)
  }
  return (
    <>
      <Button variant={quiet ? 'quiet' : 'secondary'} onClick={() => void copy()}>
        {copied ? t('app.copied') : label}
      </Button>
      <span role="status" className="visually-hidden">
        {copied ? t('app.copied') : ''}
      </span>
    </>
  )
}

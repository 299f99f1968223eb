import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Lens } from '../ui/glyphs.tsx'
import { useT } from '../ui/i18n.tsx'
import classes from './Header.module.css'

const IndicatorSearchBox = lazy(async () => ({
  default: (await import('./IndicatorSearchBox.tsx')).IndicatorSearchBox,
}))

/** A button until it is wanted (pressed, or the key `/`); only then are the box and the catalogue fetched. */
export function IndicatorSearch() {
  const t = useT()
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className={`${classes.control} ${classes.search}`}
        aria-haspopup="dialog"
        aria-keyshortcuts="/"
        onClick={() => setOpen(true)}
      >
        <Lens /> <span>{t('app.search.label')}</span> <kbd>/</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <IndicatorSearchBox close={close} />
        </Suspense>
      )}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import classes from './Disclosure.module.css'

interface Props {
  /** What stands in the button. */
  label: ReactNode
  buttonClass?: string | undefined
  /** Edge of the button that the panel keeps to. */
  align?: 'start' | 'end'
  /** Wide enough for text and a form, not only for a list. */
  wide?: boolean
  /** The button may wrap its words where the row is narrow. */
  shrinks?: boolean
  /** Name of the panel, where it is a dialog of its own. */
  title?: string
  /** The panel; `close` gives the focus back to the button. Drawn only while open. */
  children: (close: () => void) => ReactNode
}

/**
 * A button that shows a panel of links, choices or a small form below it.
 *
 * Plain buttons and links inside, reached by Tab, and no menu role: nothing to learn. Closes on Escape, on a press
 * elsewhere and when the focus moves on. Positioned by CSS alone, which is why the first view needs no library for it.
 */
export function Disclosure({ label, buttonClass, align = 'start', wide, shrinks, title, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()

  useEffect(() => {
    if (!open) return undefined
    const onPress = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  return (
    <div
      ref={root}
      className={`${classes.root} ${shrinks ? classes.shrinks : ''}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !root.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={buttonClass}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div
          id={panel}
          role={title ? 'dialog' : undefined}
          aria-label={title}
          className={`${classes.panel} ${align === 'end' ? classes.end : ''} ${wide ? classes.wide : ''}`}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}

/** How links and buttons of a list in the panel look. */
export const choiceClass = classes.choice

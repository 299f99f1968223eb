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
  /** The panel, drawn only while open. */
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
    const isOutside = (target: EventTarget | null) => target instanceof Node && !root.current?.contains(target)
    const onElsewhere = (event: Event) => {
      if (isOutside(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  // A panel that closed around the focus left it nowhere; the button is where it came from.
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = open
  }, [open])

  return (
    <div ref={root} className={`${classes.root} ${shrinks ? classes.shrinks : ''}`}>
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
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  )
}

/** How links and buttons of a list in the panel look. */
export const choiceClass = classes.choice

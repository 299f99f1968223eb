import { useId, type ReactNode } from 'react'
import classes from './Section.module.css'

/** A 2 px ink rule opens a section; its heading is serif, its note small and quiet. */
export function Section({
  title,
  note,
  children,
  id,
}: {
  title: string
  note?: ReactNode
  children: ReactNode
  id?: string
}) {
  const own = useId()
  const heading = id ? `${id}-heading` : own
  return (
    <section className={classes.section} aria-labelledby={heading} id={id}>
      <div className={classes.head}>
        <h2 id={heading}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  )
}

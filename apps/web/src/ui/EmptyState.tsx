import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

/** Says what is not there and why, and offers the one useful act. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  )
}

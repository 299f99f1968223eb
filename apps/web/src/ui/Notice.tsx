import type { ReactNode } from 'react'
import classes from './Notice.module.css'

/** A note beside the text. `care` has the ochre edge, `stop` the red one. */
export function Notice(props: {
  tone?: 'plain' | 'care' | 'stop' | 'done'
  title?: string
  children?: ReactNode
  live?: boolean
}) {
  return (
    <div className={`${classes.notice} ${classes[props.tone ?? 'plain']}`} role={props.live ? 'status' : undefined}>
      {props.title && <p className={classes.title}>{props.title}</p>}
      {props.children}
    </div>
  )
}

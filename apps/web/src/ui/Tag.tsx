import type { ReactNode } from 'react'
import classes from './Tag.module.css'

/** A short state in words. `care`, `stop` and `done` tint the states of the interface, never data. */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'you' | 'care' | 'stop' | 'done'
  children: ReactNode
}) {
  return <span className={`${classes.tag} ${classes[tone]}`}>{children}</span>
}

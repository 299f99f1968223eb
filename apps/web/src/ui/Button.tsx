import type { ComponentProps } from 'react'
import classes from './Button.module.css'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A verb. `primary` at most once on a screen; `danger` only for what ends or removes something. */
export function Button({
  variant = 'primary',
  className,
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant }) {
  return <button type="button" {...rest} className={`${buttonClass(variant)} ${className ?? ''}`} />
}

/** The same look for a link, where the act is to go somewhere or to fetch a file. */
export function buttonClass(variant: ButtonVariant = 'primary'): string {
  return `${classes.button} ${classes[variant]}`
}

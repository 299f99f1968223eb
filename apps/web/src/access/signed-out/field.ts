import { element } from './element.ts'
import classes from './SignedOut.module.css'

export interface Field {
  root: HTMLElement
  input: HTMLInputElement
  /** Shows what is wrong with this field, or with null that nothing is. */
  say: (problem: string | null) => void
}

/** A labelled input with its hint and, once there is one, its problem; screen readers hear all three. */
export function field(options: {
  name: string
  label: string
  type: 'email' | 'password' | 'text'
  autocomplete: string
  hint?: string
  inputmode?: string
}): Field {
  const { name, label, type, autocomplete, hint } = options
  const input = element('input', {
    attributes: {
      id: name,
      name,
      type,
      autocomplete,
      required: '',
      'aria-describedby': `${name}-hint ${name}-problem`,
      ...(options.inputmode ? { inputmode: options.inputmode } : {}),
      ...(type === 'text' ? {} : { autocapitalize: 'none', spellcheck: 'false' }),
    },
  })
  const problem = element('p', { class: classes.problem, attributes: { id: `${name}-problem` } })
  const root = element(
    'div',
    { class: classes.field },
    element('label', { attributes: { for: name } }, label),
    element('p', { class: classes.hint, attributes: { id: `${name}-hint` } }, hint),
    problem,
    input,
  )
  return {
    root,
    input,
    say: (text) => {
      problem.textContent = text ?? ''
      root.classList.toggle(classes.wrong!, text !== null)
      if (text === null) input.removeAttribute('aria-invalid')
      else input.setAttribute('aria-invalid', 'true')
    },
  }
}

/** A password field with a switch that shows what is typed: long passwords are mistyped otherwise. */
export function passwordField(options: {
  name: string
  label: string
  autocomplete: string
  show: string
  hint?: string
}): Field {
  const made = field({ ...options, type: 'password' })
  const box = element('input', {
    attributes: { type: 'checkbox' },
    on: { change: () => (made.input.type = box.checked ? 'text' : 'password') },
  })
  made.root.append(element('label', { class: classes.show }, box, options.show))
  return made
}

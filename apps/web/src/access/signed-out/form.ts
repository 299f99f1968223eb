import type { MessageKey, Translate } from '@observatory/i18n/translate'
import { normalise, type Failure, type FieldProblem } from '../../failure.ts'
import { element } from './element.ts'
import type { Field } from './field.ts'
import buttons from '../../ui/Button.module.css'
import classes from './SignedOut.module.css'

interface Options {
  t: Translate
  fields: Field[]
  submit: string
  send: () => Promise<void>
  /** The sentence for a failure that this form knows better than the general catalogue; null otherwise. */
  explain?: (failure: Failure) => string | null
}

/** A form that sends once at a time and says what went wrong at the field, or above all fields. */
export function form({ t, fields, submit, send, explain }: Options): HTMLFormElement {
  const summary = element('div', { class: classes.summary, attributes: { role: 'alert' } })
  const button = element(
    'button',
    { class: `${buttons.button} ${buttons.primary}`, attributes: { type: 'submit' } },
    submit,
  )

  const fail = (failure: Failure) => {
    const unplaced = failure.problems.filter((problem) => !place(problem))
    if (failure.problems.length > 0 && unplaced.length === 0) return
    const text = explain?.(failure) ?? t(`errors.${failure.code}.text` as MessageKey, failure.params)
    summary.replaceChildren(element('p', {}, text))
  }

  const place = ({ path, key, params }: FieldProblem): boolean => {
    const found = fields.find(({ input }) => input.name === path.at(-1))
    const text = t(key as MessageKey, params)
    found?.say(text === key ? t('errors.invalid.text') : text)
    found?.input.focus()
    return found !== undefined
  }

  const check = (): boolean => {
    for (const { say } of fields) say(null)
    const wrong = fields.filter(({ input }) => !input.checkValidity())
    for (const { input, say } of wrong) {
      say(t(input.validity.valueMissing ? 'access.problem.required' : 'access.problem.email'))
    }
    wrong[0]?.input.focus()
    return wrong.length === 0
  }

  return element(
    'form',
    {
      class: classes.form,
      attributes: { novalidate: '' },
      on: {
        submit: (event) => {
          event.preventDefault()
          summary.replaceChildren()
          if (button.ariaDisabled === 'true' || !check()) return
          button.ariaDisabled = 'true'
          send()
            .catch((error: unknown) => fail(normalise(error)))
            .finally(() => (button.ariaDisabled = null))
        },
      },
    },
    summary,
    ...fields.map(({ root }) => root),
    button,
  )
}

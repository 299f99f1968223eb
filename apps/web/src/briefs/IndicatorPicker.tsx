import type { CatalogueEntry } from '@observatory/domain/indicators'
import { useId, useRef, useState } from 'react'
import { useT } from '../ui/i18n.tsx'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import classes from './briefs.module.css'
import { matching, moved } from './pick-indicators.ts'

interface Props {
  catalogue: readonly CatalogueEntry[]
  chosen: readonly string[]
  most: number
  change: (chosen: string[]) => void
}

/**
 * Chooses indicators and their order, by keyboard throughout: type, arrow down to a
 * suggestion, Enter adds it; each chosen one has buttons to move and remove it.
 */
export function IndicatorPicker({ catalogue, chosen, most, change }: Props) {
  const t = useT()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const found =
    text.trim() === ''
      ? []
      : matching(catalogue, text)
          .filter(({ code }) => !chosen.includes(code))
          .slice(0, 8)
  const isFull = chosen.length >= most
  const add = (entry: CatalogueEntry | undefined) => {
    if (!entry || isFull) return
    change([...chosen, entry.code])
    setText('')
    setActive(0)
    input.current?.focus()
  }
  return (
    <fieldset className={classes.picker}>
      <legend>{t('briefs.form.indicators')}</legend>
      <label htmlFor={`${id}-input`}>{t('briefs.form.search')}</label>
      <input
        id={`${id}-input`}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] ? `${id}-${found[active].code}` : undefined}
        aria-describedby={`${id}-hint`}
        disabled={isFull}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
          else if (event.key === 'Escape') setText('')
          else if (event.key === 'Enter') add(found[active])
          else return
          event.preventDefault()
        }}
      />
      <p id={`${id}-hint`} className="small muted">
        {t('briefs.form.searchHint', { most })}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('briefs.form.search')}
        className={classes.suggestions}
        hidden={found.length === 0}
      >
        {found.map((entry, index) => (
          <button
            type="button"
            key={entry.code}
            id={`${id}-${entry.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(entry)}
            onPointerMove={() => setActive(index)}
          >
            {entry.name} {entry.demonstration && <DemonstrationTag />}
            <small>{entry.code}</small>
          </button>
        ))}
      </div>
      <Chosen catalogue={catalogue} chosen={chosen} change={change} />
    </fieldset>
  )
}

function Chosen({ catalogue, chosen, change }: Pick<Props, 'catalogue' | 'chosen' | 'change'>) {
  const t = useT()
  const nameOf = (code: string) => catalogue.find((entry) => entry.code === code)?.name ?? code
  return (
    <>
      <p className={classes.chosenHead}>{t('briefs.form.chosen')}</p>
      {chosen.length === 0 && <p className="small muted">{t('briefs.form.none')}</p>}
      <ol className={classes.chosen} aria-live="polite">
        {chosen.map((code, at) => (
          <li key={code}>
            <span>{nameOf(code)}</span>
            <span className={classes.moves}>
              <button
                type="button"
                aria-label={t('briefs.form.up', { name: nameOf(code) })}
                disabled={at === 0}
                onClick={() => change(moved(chosen, at, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={t('briefs.form.down', { name: nameOf(code) })}
                disabled={at === chosen.length - 1}
                onClick={() => change(moved(chosen, at, 1))}
              >
                ↓
              </button>
              <button
                type="button"
                aria-label={t('briefs.form.remove', { name: nameOf(code) })}
                onClick={() => change(chosen.filter((other) => other !== code))}
              >
                ×
              </button>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

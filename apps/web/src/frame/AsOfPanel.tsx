import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { trpc } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormat, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { sourceYears, type AsOfState } from './as-of.ts'
import classes from './AsOfPanel.module.css'

/** How many editions are named outright; any other is reached by its day or its code in the address. */
const shown = 8

export function AsOfPanel({ state, choose }: { state: AsOfState; choose: (asOf: string | undefined) => void }) {
  const t = useT()
  const { data, error, refetch } = useQuery(trpc.editions.list.queryOptions())
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <LoadingOutline lines={4} />
  const { editions } = data
  const named = editions.filter(({ sourceYear }) => sourceYear === null).slice(0, shown)
  const years = sourceYears(editions)
  return (
    <div className={classes.panel}>
      <p className={classes.title}>{t('app.asOf.title')}</p>
      <p className="small muted">{t('app.asOf.help')}</p>
      <Choice current={state.kind === 'newest'} onClick={() => choose(undefined)}>
        {t('app.asOf.newest')}
      </Choice>
      {years.length > 0 && (
        <>
          <h3>{t('app.asOf.sourceYears')}</h3>
          <p className="small muted">{t('app.asOf.sourceYearHelp')}</p>
          <div className={classes.years}>
            {years.map(({ year, code }) => (
              <Choice key={code} current={state.kind === 'edition' && state.code === code} onClick={() => choose(code)}>
                {String(year)}
              </Choice>
            ))}
          </div>
        </>
      )}
      {named.length > 0 && <h3>{t('app.asOf.editions')}</h3>}
      {named.map((edition) => (
        <EditionChoice key={edition.code} edition={edition} state={state} choose={choose} />
      ))}
      <DayChoice state={state} timeZone={data.timeZone} choose={choose} />
    </div>
  )
}

function EditionChoice(props: {
  edition: { code: string; title: string; publishedAt: string }
  state: AsOfState
  choose: (asOf: string) => void
}) {
  const t = useT()
  const format = useFormat()
  const { code, title, publishedAt } = props.edition
  const current = props.state.kind === 'edition' && props.state.code === code
  return (
    <Choice current={current} onClick={() => props.choose(code)}>
      {t('app.asOf.edition', { code, date: format.date(publishedAt) })}
      {title && <span className={classes.note}>{title}</span>}
    </Choice>
  )
}

function DayChoice({
  state,
  timeZone,
  choose,
}: {
  state: AsOfState
  timeZone: string
  choose: (asOf: string) => void
}) {
  const t = useT()
  const [day, setDay] = useState(state.kind === 'day' ? state.day : '')
  return (
    <form
      className={classes.day}
      onSubmit={(event) => {
        event.preventDefault()
        if (day) choose(day)
      }}
    >
      <label>
        <span>{t('app.asOf.onDay')}</span>
        <input type="date" value={day} required onChange={(event) => setDay(event.currentTarget.value)} />
      </label>
      <Button type="submit" variant="secondary">
        {t('app.asOf.show')}
      </Button>
      <p className="small muted">{t('app.asOf.zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
    </form>
  )
}

function Choice(props: { current: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={classes.choice} aria-current={props.current} onClick={props.onClick}>
      {props.children}
    </button>
  )
}

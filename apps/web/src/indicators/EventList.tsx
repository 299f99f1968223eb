import type { NumberedEvent } from './figure-data.ts'
import classes from './IndicatorPage.module.css'
import type { IndicatorSearch } from './search.ts'
import { useWords } from './use-words.ts'

interface EventListProps {
  events: readonly NumberedEvent[]
  marked: readonly NumberedEvent[]
  change: (next: Partial<IndicatorSearch>) => void
}

/** With its full stop: dates of several languages end in one already. */
const ended = (date: string) => (date.endsWith('.') ? date : `${date}.`)

/** Dated events, each with what it must not be said to have caused. Its number puts its ring into the chart or takes it out. */
export function EventList({ events, marked, change }: EventListProps) {
  const { t, format, area } = useWords()
  if (events.length === 0) return null
  const shown = new Set(marked.map(({ event }) => event.id))
  const set = (ids: string[]) =>
    change({ events: ids.length === events.length ? undefined : ids.length === 0 ? 'none' : ids })
  const toggle = (id: string) =>
    set(events.map(({ event }) => event.id).filter((other) => (other === id ? !shown.has(id) : shown.has(other))))
  return (
    <>
      <ol className={classes.events} aria-label={t('indicators.events.label')}>
        {events.map(({ number, event }) => (
          <li key={event.id}>
            <button
              type="button"
              className={classes.ring}
              aria-pressed={shown.has(event.id)}
              aria-label={t('indicators.events.toggle', { number, title: event.title })}
              onClick={() => toggle(event.id)}
            >
              {number}
            </button>
            <span>
              <b>{ended(format.date(event.date))}</b> {event.economy ? `${area(event.economy)}: ` : ''}
              {event.title}. {event.caution ? <span className={classes.caution}>{event.caution}</span> : null}
              {event.confidence === 'secondary' ? <i> {t('indicators.confidence.secondary')}</i> : null}
            </span>
          </li>
        ))}
      </ol>
      <p className="small muted">
        {t('indicators.events.note')}{' '}
        <button
          type="button"
          className={classes.link}
          onClick={() => set(shown.size > 0 ? [] : events.map(({ event }) => event.id))}
        >
          {shown.size > 0 ? t('indicators.events.none') : t('indicators.events.all')}
        </button>
      </p>
    </>
  )
}

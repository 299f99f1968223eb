import type { CoverageAnswer } from '@observatory/domain/coverage'
import { useState } from 'react'
import { useT } from '../ui/i18n.tsx'
import classes from './CoveragePage.module.css'
import { matrixCsv } from './matrix-csv.ts'
import { type CoverageSearch, spansOffered } from './search.ts'
import { topicKey } from './topic-key.ts'

interface Props {
  search: CoverageSearch
  span: { from: number; to: number }
  topics: readonly string[]
  rows: CoverageAnswer['indicators']
  periods: readonly string[]
  onChange: (change: { [K in keyof CoverageSearch]?: CoverageSearch[K] | undefined }) => void
}

/** What the matrix shows; all of it is in the address. */
export function CoverageFilter({ search, span, topics, rows, periods, onChange }: Props) {
  const t = useT()
  const [now] = useState(() => new Date())
  const spans = spansOffered(now)
  if (!spans.some(({ from, to }) => from === span.from && to === span.to)) spans.unshift(span)
  const nameOf = ({ from, to }: { from: number; to: number }) => `${from}–${to}`

  function download() {
    const address = URL.createObjectURL(new Blob([matrixCsv(rows, periods)], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `coverage-${span.from}-${span.to}.csv`
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <div className={classes.filter} role="group" aria-label={t('coverage.filter.label')}>
      <div className={classes.choice}>
        <button type="button" aria-pressed={search.show === undefined} onClick={() => onChange({ show: undefined })}>
          {t('coverage.filter.all')}
        </button>
        <button type="button" aria-pressed={search.show === 'holes'} onClick={() => onChange({ show: 'holes' })}>
          {t('coverage.filter.holes')}
        </button>
      </div>
      <label>
        {t('coverage.filter.topic')}
        <select value={search.topic ?? ''} onChange={(event) => onChange({ topic: event.target.value || undefined })}>
          <option value="">{t('coverage.filter.everyTopic')}</option>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {t(`coverage.topics.${topicKey(topic)}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('coverage.filter.years')}
        <select
          value={nameOf(span)}
          onChange={(event) => {
            const [from, to] = event.target.value.split('–').map(Number)
            onChange({ from, to })
          }}
        >
          {spans.map((one) => (
            <option key={nameOf(one)}>{nameOf(one)}</option>
          ))}
        </select>
      </label>
      <button type="button" className={classes.download} onClick={download}>
        {t('coverage.filter.download')}
      </button>
    </div>
  )
}

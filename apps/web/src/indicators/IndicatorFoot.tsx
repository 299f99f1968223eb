import type { IndicatorAnswer } from '@observatory/domain/indicators'
import type { PublishedSeries } from '@observatory/domain/observations'
import { buttonClass } from '../ui/Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import type { Part } from './IndicatorHead.tsx'
import classes from './IndicatorPage.module.css'
import { useWords, type Words } from './use-words.ts'

/** Definition, sources and revisions, citation and files. */
export function IndicatorFoot({ answer, view }: Part) {
  const words = useWords()
  const { t, format } = words
  const { indicator } = answer
  const hasPublic = answer.series.some((series) => series.audience === 'public') && !indicator.demonstration
  const definition: [string, string | null][] = [
    [t('indicators.definition.measures'), words.known(`indicators.counts.${indicator.measures}`)],
    [
      t('indicators.definition.unit'),
      [words.unitAlone(indicator), view.hasRate ? words.per(indicator) : ''].filter(Boolean).join('; ') || null,
    ],
    [
      t('indicators.definition.denominator'),
      indicator.denominatorNote && view.hasRate ? denominatorText(indicator.denominatorNote, words) : null,
    ],
    [t('indicators.definition.direction'), t(`indicators.direction.${indicator.direction}`)],
    [t('indicators.definition.custodian'), indicator.custodian?.name ?? null],
    [t('indicators.definition.code'), indicator.code],
  ]
  return (
    <div className={classes.foot}>
      <section>
        <h2>{t('indicators.definition.title')}</h2>
        <p>{indicator.description}</p>
        <dl className={classes.definition}>
          {definition.map(([term, text]) =>
            text ? (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ) : null,
          )}
        </dl>
        {indicator.caveat ? <p>{indicator.caveat}</p> : null}
      </section>
      <Sources answer={answer} shown={shownSeries(view)} words={words} />
      <section>
        <h2>{t('indicators.cite.title')}</h2>
        <p className={classes.citation}>{citation(answer, view, words)}</p>
        <div className={classes.acts}>
          <CopyButton text={() => citation(answer, view, words)} label={t('indicators.cite.copy')} />
          {hasPublic
            ? (['csv', 'json', 'metadata.json'] as const).map((kind) => (
                <a
                  key={kind}
                  className={buttonClass('secondary')}
                  href={fileAddress(indicator.code, kind, answer)}
                  download
                >
                  {t(`indicators.files.${kind === 'metadata.json' ? 'metadata' : kind}`)}
                </a>
              ))
            : null}
        </div>
        {hasPublic ? null : <p className="small muted">{t('indicators.files.none')}</p>}
        <p className="small muted">
          {answer.edition
            ? t('indicators.cite.edition', { code: answer.edition.code, date: format.date(answer.edition.publishedAt) })
            : null}
        </p>
      </section>
    </div>
  )
}

/** Every series of the table, the organisation's own among them. */
function shownSeries({ own, six }: Part['view']): PublishedSeries[] {
  return [...new Set([...(own ? [own] : []), ...six.flatMap(({ series }) => series ?? [])])]
}

/** Files of the state shown: an older page gives older figures. Editions of narrower audiences have no public file. */
function fileAddress(code: string, kind: string, { edition }: IndicatorAnswer): string {
  const asOf = new URLSearchParams(location.search).get('asOf')
  const pinned = asOf && (edition?.audience === 'public' || asOf.includes('-')) ? `?asOf=${asOf}` : ''
  return `/data/${code}.${kind}${pinned}`
}

function denominatorText(note: NonNullable<Part['answer']['indicator']['denominatorNote']>, { t }: Words): string {
  return note.carryYears > 0
    ? t('indicators.definition.carried', { name: note.name, years: note.carryYears })
    : note.name
}

function Sources({
  answer,
  shown,
  words,
}: {
  answer: IndicatorAnswer
  shown: readonly PublishedSeries[]
  words: Words
}) {
  const { t, format } = words
  const used = answer.sources
    .map((source) => ({ source, periods: periodsOf(source.id, shown) }))
    .filter(({ periods }) => periods.length > 0)
    .toSorted((a, b) => a.periods[0]!.localeCompare(b.periods[0]!))
  return (
    <section>
      <h2>{t('indicators.sources.title')}</h2>
      <ul>
        {used.map(({ source, periods }) => (
          <li key={source.id}>
            <b>{spanText(periods, words)}.</b> {source.publisher},{' '}
            {source.url ? (
              <a href={source.url} rel="noreferrer">
                {source.title}
              </a>
            ) : (
              source.title
            )}
            {source.year ? ` (${source.year})` : ''}.{' '}
            {isSecondary(source.id, shown) ? t('indicators.confidence.secondary') : t('indicators.confidence.verified')}
          </li>
        ))}
        {answer.revisions.map(({ edition, changes }) => (
          <li key={edition.code}>
            <b>{t('indicators.sources.edition', { code: edition.code, date: format.date(edition.publishedAt) })}</b>{' '}
            {changes.slice(0, 8).map((c) => (
              <span key={`${c.economy} ${c.period}`}>
                {t('indicators.sources.change', {
                  economy: words.place(answer.indicator, c.economy),
                  period: format.period(c.period),
                  from: c.from === null ? t('states.missing') : words.figure(c.from, answer.indicator, 'count'),
                  to: c.to === null ? t('states.missing') : words.figure(c.to, answer.indicator, 'count'),
                })}{' '}
              </span>
            ))}
            {changes.length > 8 ? t('indicators.sources.more', { count: changes.length - 8 }) : null}
          </li>
        ))}
        {answer.revisions.length === 0 ? <li>{t('indicators.sources.unrevised')}</li> : null}
      </ul>
    </section>
  )
}

function periodsOf(id: string, shown: readonly PublishedSeries[]): string[] {
  return [...new Set(shown.flatMap((series) => series.periods.filter((_, at) => series.source[at] === id)))].toSorted()
}

function isSecondary(id: string, shown: readonly PublishedSeries[]): boolean {
  return shown.some((series) =>
    series.source.some((source, at) => source === id && series.confidence[at] === 'secondary'),
  )
}

function spanText(periods: readonly string[], { format, t }: Words): string {
  const [first, last] = [periods[0]!, periods.at(-1)!]
  return first === last
    ? format.period(first)
    : t('indicators.sources.span', { from: format.period(first), to: format.period(last) })
}

function citation({ indicator, edition, sources }: IndicatorAnswer, view: Part['view'], words: Words): string {
  const { t, format } = words
  const place = view.own ? words.place(indicator, view.own.economy) : words.area('WB6')
  const kind = indicator.demonstration ? 'textDemonstration' : sources.length === 0 ? 'textUnsourced' : 'text'
  return t(`indicators.cite.${kind}`, {
    year: edition ? edition.publishedAt.slice(0, 4) : '',
    name: indicator.name,
    place,
    span:
      view.whole.length > 0
        ? t('indicators.sources.span', {
            from: view.whole[0]!,
            to: view.lastDue < view.whole.at(-1)! ? view.lastDue : view.whole.at(-1)!,
          })
        : '',
    edition: edition?.code ?? '',
    date: edition ? format.date(edition.publishedAt) : '',
    publishers: format.list([...new Set(sources.map(({ publisher }) => publisher))].slice(0, 3)),
    address: `${location.origin}/indicators/${indicator.code}${edition ? `?asOf=${edition.code}` : ''}`,
  })
}

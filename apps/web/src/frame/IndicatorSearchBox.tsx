import { Combobox, useCombobox } from '@mantine/core'
import '@mantine/core/styles/Combobox.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { DemonstrationTag } from '../ui/DemonstrationTag.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { findIndicators } from './find-indicators.ts'
import classes from './IndicatorSearchBox.module.css'

/** A combobox over the whole catalogue in the reader's language; choosing an entry opens its page. */
export function IndicatorSearchBox({ close }: { close: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const { entries, error, refetch } = useCatalogue()
  const found = useMemo(() => findIndicators(entries ?? [], text), [entries, text])
  const combobox = useCombobox({ defaultOpened: true, loop: true })
  const navigate = useNavigate()

  useEffect(() => dialog.current?.showModal(), [])
  const { selectFirstOption } = combobox
  useEffect(() => {
    selectFirstOption()
  }, [found, selectFirstOption])

  return (
    <dialog ref={dialog} className={classes.box} aria-label={t('app.search.label')} onClose={close}>
      <Combobox
        store={combobox}
        withinPortal={false}
        onOptionSubmit={(code) => {
          dialog.current?.close()
          void navigate({ to: '/indicators/$code', params: { code } })
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <input
            className={classes.input}
            type="search"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            aria-label={t('app.search.label')}
            placeholder={t('app.search.placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <p className={`small muted ${classes.count}`} role="status">
          {entries &&
            (found.length > 0 || text === ''
              ? t('app.search.count', { count: found.length })
              : t('app.search.none', { text }))}
        </p>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!entries && !error && <LoadingOutline lines={5} />}
        <Combobox.Options tabIndex={0} className={classes.options} aria-label={t('app.search.label')}>
          {found.map((entry) => (
            <Combobox.Option key={entry.code} value={entry.code} className={classes.option}>
              <span>
                {entry.name} {entry.demonstration && <DemonstrationTag />}
              </span>
              <span className={classes.code}>{entry.code}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox>
    </dialog>
  )
}

function useCatalogue() {
  const { locale } = useLocale()
  const { asOf } = useSearch({ strict: false })
  const { data, error, refetch } = useQuery(trpc.indicators.catalogue.queryOptions({ locale, asOf }))
  return { entries: data?.indicators, error, refetch }
}

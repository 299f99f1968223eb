import type { BriefTemplate } from '@observatory/domain/briefs'
import { economies, type Economy } from '@observatory/domain/economies'
import { areaName, sortByName } from '@observatory/i18n/areas'
import { type Locale, locales, localeName } from '@observatory/i18n/locale'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { normalise } from '../failure.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useSession } from '../session.ts'
import { useLocale, useT } from '../ui/i18n.tsx'
import { LoadingOutline } from '../ui/LoadingOutline.tsx'
import { Section } from '../ui/Section.tsx'
import classes from './briefs.module.css'
import { IndicatorPicker } from './IndicatorPicker.tsx'

type Options = {
  templates: BriefTemplate[]
  editions: { code: string; title: string }[]
  today: string
  mostIndicators: number
}
type Catalogue = Parameters<typeof IndicatorPicker>[0]['catalogue']
type Field = 'title' | 'indicators' | 'economies' | 'freezeDate' | 'date'

/** The form of a brief. What it starts with is what most briefs want, so that a title and indicators are enough. */
export function NewBriefPanel({ close }: { close: () => void }) {
  const t = useT()
  const { locale } = useLocale()
  const options = useQuery(trpc.briefs.options.queryOptions())
  const catalogue = useQuery(trpc.indicators.catalogue.queryOptions({ locale }))
  const error = options.error ?? catalogue.error
  return (
    <Section title={t('briefs.form.title')}>
      {error && <ErrorState error={error} />}
      {!error && !(options.data && catalogue.data) && <LoadingOutline height={320} />}
      {options.data && catalogue.data && (
        <BriefForm options={options.data} catalogue={catalogue.data.indicators} close={close} />
      )}
    </Section>
  )
}

function BriefForm({ options, catalogue, close }: { options: Options; catalogue: Catalogue; close: () => void }) {
  const t = useT()
  const { locale } = useLocale()
  const { membership } = useSession()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [values, setValues] = useState({
    template: options.templates[0] ?? 'organisation',
    locale,
    title: '',
    occasion: '',
    place: '',
    date: '',
    freezeDate: options.today,
    asOf: '',
  })
  const [indicators, setIndicators] = useState<string[]>([])
  const [chosenEconomies, setEconomies] = useState<Economy[]>([...economies])
  const [problems, setProblems] = useState<Field[]>([])
  const create = useMutation(
    trpc.briefs.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await cache.invalidateQueries(trpc.briefs.pathFilter())
        await navigate({ to: '/briefs/$id', params: { id } })
      },
      onError: (error) => setProblems(normalise(error).problems.map(({ path }) => String(path[0]) as Field)),
    }),
  )
  const set = <K extends keyof typeof values>(key: K, value: (typeof values)[K]) =>
    setValues((before) => ({ ...before, [key]: value }))
  const send = () => {
    const found: Field[] = []
    if (values.title.trim().length < 3) found.push('title')
    if (indicators.length === 0) found.push('indicators')
    if (chosenEconomies.length === 0) found.push('economies')
    if (values.freezeDate === '') found.push('freezeDate')
    setProblems(found)
    if (found.length > 0) return
    const { asOf, date, ...rest } = values
    create.mutate({
      ...rest,
      date: date === '' ? null : date,
      indicators,
      economies: chosenEconomies,
      ...(asOf === '' ? {} : { asOf }),
    })
  }
  // A summit brief names a public edition; figures of demonstrations are never public.
  const isPublic = values.template === 'summit' && !membership.tenant.demonstration
  const editions = options.editions.filter(({ code }) => !isPublic || code.startsWith('p'))
  const problem = (field: Field) =>
    problems.includes(field) ? <span className={classes.problem}>{t(`briefs.form.problem.${field}`)}</span> : null
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <fieldset className={classes.kinds}>
        <legend>{t('briefs.form.template')}</legend>
        {(['summit', 'organisation'] as const).map((template) => (
          <label key={template}>
            <input
              type="radio"
              name="template"
              disabled={!options.templates.includes(template)}
              checked={values.template === template}
              onChange={() => setValues((before) => ({ ...before, template, asOf: '' }))}
            />
            {t(`briefs.form.${template}`)}
          </label>
        ))}
        {!options.templates.includes('summit') && <p className="small muted">{t('briefs.form.summitRefused')}</p>}
      </fieldset>
      <label className={classes.wide}>
        {t('briefs.form.name')}
        <input
          type="text"
          maxLength={140}
          value={values.title}
          aria-invalid={problems.includes('title')}
          onChange={({ target }) => set('title', target.value)}
        />
        <span className="small muted">{t('briefs.form.nameHint')}</span>
        {problem('title')}
      </label>
      <label>
        {t('briefs.form.occasion')}
        <input
          type="text"
          maxLength={90}
          value={values.occasion}
          onChange={({ target }) => set('occasion', target.value)}
        />
        <span className="small muted">{t('briefs.form.occasionHint')}</span>
      </label>
      <label>
        {t('briefs.form.place')}
        <input type="text" maxLength={60} value={values.place} onChange={({ target }) => set('place', target.value)} />
      </label>
      <label>
        {t('briefs.form.date')}
        <input type="date" value={values.date} onChange={({ target }) => set('date', target.value)} />
        {problem('date')}
      </label>
      <label>
        {t('briefs.form.freeze')}
        <input
          type="date"
          required
          value={values.freezeDate}
          aria-invalid={problems.includes('freezeDate')}
          onChange={({ target }) => set('freezeDate', target.value)}
        />
        {problem('freezeDate')}
      </label>
      <label>
        {t('briefs.form.language')}
        <select value={values.locale} onChange={({ target }) => set('locale', target.value as Locale)}>
          {locales.map((code) => (
            <option key={code} value={code} lang={code}>
              {localeName[code]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('briefs.form.release')}
        <select value={values.asOf} onChange={({ target }) => set('asOf', target.value)}>
          <option value="">{t('briefs.form.releaseNewest', { edition: editions[0]?.code ?? '' })}</option>
          {editions.map(({ code, title }) => (
            <option key={code} value={code}>
              {code}: {title}
            </option>
          ))}
        </select>
      </label>
      <div className={classes.wide}>
        <IndicatorPicker
          catalogue={catalogue}
          chosen={indicators}
          most={options.mostIndicators}
          change={setIndicators}
        />
        {problem('indicators')}
      </div>
      <fieldset className={classes.economies}>
        <legend>{t('briefs.form.economies')}</legend>
        {sortByName(economies, locale).map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosenEconomies.includes(code as Economy)}
              onChange={({ target }) =>
                setEconomies(
                  target.checked
                    ? [...chosenEconomies, code as Economy]
                    : chosenEconomies.filter((other) => other !== code),
                )
              }
            />
            {areaName(code, locale)}
          </label>
        ))}
        <p className="small muted">{t('briefs.form.economiesHint')}</p>
        {problem('economies')}
      </fieldset>
      {create.error && problems.length === 0 && <ErrorState error={create.error} />}
      <p className={classes.actions}>
        <Button type="submit" disabled={create.isPending}>
          {t('briefs.form.make')}
        </Button>
        <Button variant="secondary" onClick={close}>
          {t('briefs.form.cancel')}
        </Button>
      </p>
    </form>
  )
}

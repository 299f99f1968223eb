import type { MessageKey } from '@observatory/i18n/translate'
import { useT } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Section.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import classes from './HelpPage.module.css'

const words = ['economy', 'indicator', 'edition', 'sourceYear', 'benchmark', 'position', 'break', 'rate']
const states = ['value', 'bound', 'missing', 'impossible', 'suppressed', 'elsewhere', 'unusable']
const grades = ['a', 'c', 'd', 'bias']

/** The words of the product, the states of a cell, the grades, and what quick exit cannot do. */
export function HelpPage() {
  const t = useT()
  useDocumentTitle(t('help.title'))
  return (
    <>
      <h1>{t('help.title')}</h1>
      <p className={classes.lead}>{t('help.lead')}</p>
      <div className={classes.urgent}>
        <Notice tone="care" title={t('help.reports.title')}>
          <p>{t('help.reports.text')}</p>
        </Notice>
      </div>
      <div className={classes.columns}>
        <Section id="words" title={t('help.words.title')}>
          <Terms of="words" items={words} />
        </Section>
        <Section id="states" title={t('help.states.title')}>
          <p className={classes.note}>{t('help.states.lead')}</p>
          <Terms of="states" items={states} />
        </Section>
        <Section id="grades" title={t('help.grades.title')}>
          <p className={classes.note}>{t('help.grades.lead')}</p>
          <Terms of="grades" items={grades} />
        </Section>
        <Section id="quick-exit" title={t('help.exit.title')}>
          <p className={classes.note}>{t('help.exit.does')}</p>
          <p className={classes.note}>{t('help.exit.cannot')}</p>
        </Section>
        <Section id="demonstration" title={t('help.demonstration.title')}>
          <p className={classes.note}>{t('help.demonstration.text')}</p>
        </Section>
        <Section id="keys" title={t('help.keys.title')}>
          <p className={classes.note}>{t('help.keys.search')}</p>
          <p className={classes.note}>{t('help.keys.exit')}</p>
          <p className={classes.note}>{t('help.keys.tab')}</p>
        </Section>
      </div>
    </>
  )
}

function Terms({ of, items }: { of: 'words' | 'states' | 'grades'; items: readonly string[] }) {
  const t = useT()
  return (
    <dl className={classes.terms}>
      {items.map((item) => (
        <div key={item}>
          <dt>{t(`help.${of}.items.${item}.term` as MessageKey)}</dt>
          <dd>{t(`help.${of}.items.${item}.text` as MessageKey)}</dd>
        </div>
      ))}
    </dl>
  )
}

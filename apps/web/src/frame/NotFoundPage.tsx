import { Link } from '@tanstack/react-router'
import { useT } from '../ui/i18n.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import classes from './NotFoundPage.module.css'

export function NotFoundPage() {
  const t = useT()
  useDocumentTitle(t('app.notFound.title'))
  return (
    <section className={classes.page}>
      <h1>{t('app.notFound.title')}</h1>
      <p>{t('app.notFound.text')}</p>
      <p>
        <Link to="/">{t('app.notFound.link')}</Link>
      </p>
    </section>
  )
}

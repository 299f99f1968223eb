import { type DocumentModel, type Page, type Text, type Warning } from '@observatory/documents/document'
import { keyMessages } from '@observatory/domain/briefs'
import type { Locale } from '@observatory/i18n/locale'
import { coverageOf, coveragePage, coverPicture } from './coverage-page.ts'
import { figurePage, type Tightness } from './figure-page.ts'
import type { Material } from './gather.ts'
import { messagesPage } from './messages-page.ts'
import { methodPages } from './method-page.ts'
import { SourceBook } from './source-book.ts'
import { isMarked, marked, type Words } from './words.ts'

/** BCP 47 parts as a PDF names them; region only where it tells two versions apart. */
const languages: Record<Locale, DocumentModel['language']> = {
  en: { lang: 'en', region: 'GB', script: 'Latn' },
  sq: { lang: 'sq', region: null, script: 'Latn' },
  bs: { lang: 'bs', region: null, script: 'Latn' },
  // Readers of PDFs know no tag for Montenegrin; this one reads it aloud rightly.
  cnr: { lang: 'sr', region: 'ME', script: 'Latn' },
  mk: { lang: 'mk', region: null, script: 'Cyrl' },
  'sr-Cyrl': { lang: 'sr', region: null, script: 'Cyrl' },
  'sr-Latn': { lang: 'sr', region: null, script: 'Latn' },
}

/**
 * The document of a brief. The same material and words give the same document: no clock, no chance.
 * `tightness` leaves out more, for a document in which a page ran over.
 */
export function briefDocument(material: Material, words: Words, tightness: Tightness = 0): DocumentModel {
  const { request, organisation, subjects } = material
  const { t, format } = words
  const book = new SourceBook(material.sources)
  const coverage = coverageOf(material, words)
  const messages = keyMessages(subjects, coverage, tightness === 2 ? 6 : 7)
  // Made first, so that sources are numbered in the order of the figures.
  const figures = subjects.map((subject, at) => figurePage(subject, at + 1, material, book, words, tightness))
  const pages: Page[] = [
    messagesPage(messages, material, book, words, tightness > 0),
    ...figures,
    ...(coverage.rows.length > 0 ? [coveragePage(coverage, material, words)] : []),
  ]
  pages.push(...methodPages(pages, messages, material, book, words, tightness > 0))
  const kind = t(`briefs.kind.${request.template}`)
  const none = t('briefs.cover.none')
  const stated = (text: string): Text => (text === '' ? none : marked(text))
  return {
    language: languages[request.locale],
    title: t('briefs.head.documentTitle', { kind, title: request.title }),
    author: organisation.name,
    keywords: request.indicators,
    date: request.freezeDate,
    product: t('briefs.product'),
    kind,
    runningHead: runningHead(material, words),
    runningFoot: t('briefs.head.foot', { release: request.edition, frozen: format.date(request.freezeDate) }),
    labels: { figure: t('briefs.label.figure'), table: t('briefs.label.table'), grade: t('briefs.label.grade') },
    markNote: words.markNote,
    warning: warningOf(material, words),
    cover: {
      version: t('briefs.cover.version'),
      eyebrow: t(`briefs.cover.eyebrow.${request.template}`),
      title: marked(request.title),
      subtitle: t(`briefs.cover.subtitle.${request.template}`),
      picture: coverage.rows.length > 0 ? coverPicture(coverage, words) : null,
      pictureColumns: coverage.economies.map((economy) => words.area(economy)),
      pictureCaption: t('briefs.cover.caption', { from: coverage.years[0]!, to: coverage.years.at(-1)! }),
      facts: [
        { name: t('briefs.cover.occasion'), text: stated(request.occasion) },
        { name: t('briefs.cover.place'), text: stated(request.place) },
        { name: t('briefs.cover.date'), text: request.date === null ? none : format.date(request.date) },
        { name: t('briefs.cover.frozen'), text: format.date(request.freezeDate) },
        { name: t('briefs.cover.release'), text: request.edition },
        { name: t('briefs.cover.organisation'), text: marked(organisation.name) },
      ],
      namesLabel: t('briefs.cover.economies', { count: coverage.economies.length }),
      names: coverage.economies.map((economy) => words.area(economy)),
    },
    pages,
  }
}

/** Occasion, place and date, as far as stated. A name that needs a note stays off the head, where no note can stand. */
function runningHead({ request }: Material, { format }: Words): string {
  const parts = [request.occasion, request.place, request.date === null ? '' : format.date(request.date)]
  return parts.filter((part) => part !== '' && !isMarked(part)).join(', ')
}

/** The gravest that is true: invented figures, own unpublished ones, words not yet translated or approved. */
function warningOf({ subjects, organisation }: Material, words: Words): Warning | null {
  const { t } = words
  if (organisation.demonstration)
    return { word: t('briefs.warning.demonstration'), text: t('briefs.warning.demonstrationText'), stripes: true }
  if (subjects.some(({ unpublished }) => unpublished.size > 0))
    return { word: t('briefs.warning.confidential'), text: t('briefs.warning.confidentialText'), stripes: false }
  const texts = new Set(subjects.map(({ detail }) => detail.textState))
  if (words.isIncomplete || texts.has('untranslated'))
    return { word: t('briefs.warning.untranslated'), text: t('briefs.warning.untranslatedText'), stripes: false }
  if (words.locale !== 'en' && texts.has('machine'))
    return { word: t('briefs.warning.machine'), text: t('briefs.warning.machineText'), stripes: false }
  return null
}

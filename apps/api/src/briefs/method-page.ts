import { createHash } from 'node:crypto'
import type { MethodPage, Page, SourcesPage } from '@observatory/documents/document'
import { heldPeriods, type KeyMessage, messageRules } from '@observatory/domain/briefs'
import { areaName } from '@observatory/i18n/areas'
import { localeName } from '@observatory/i18n/locale'
import type { Material } from './gather.ts'
import type { SourceBook } from './source-book.ts'
import { marked, type Words } from './words.ts'

/** Raised when the form of a brief changes, so that two files of different form say so. */
const templateVersion = 1

/** More sources than this stand on a page of their own. */
const mostSources = 16

/** How the brief was made, so that it can be made again and checked, and what it rests on. */
export function methodPages(
  pages: readonly Page[],
  messages: readonly KeyMessage[],
  material: Material,
  book: SourceBook,
  words: Words,
  isTight: boolean,
): [MethodPage] | [MethodPage, SourcesPage] {
  const list = book.listed(words)
  const method = methodPage(pages, messages, material, words)
  const title = words.t('briefs.method.sources')
  if (list.length <= (isTight ? 0 : mostSources)) return [{ ...method, sources: { title, list } }]
  return [method, { kind: 'sources', eyebrow: words.t('briefs.method.eyebrow'), title, standfirst: null, list }]
}

function methodPage(
  pages: readonly Page[],
  messages: readonly KeyMessage[],
  material: Material,
  words: Words,
): MethodPage {
  const { t, format } = words
  const { request, subjects } = material
  const figures = subjects.reduce(
    (sum, subject) =>
      sum +
      subject.series.reduce(
        (n, { periods }) => n + periods.filter((period) => heldPeriods(subject).includes(period)).length,
        0,
      ),
    0,
  )
  const used = new Set(messages.map(({ rule }) => rule))
  const rules = messageRules.filter((rule) => rule !== 'own' || request.template === 'organisation' || used.has(rule))
  return {
    kind: 'method',
    eyebrow: t('briefs.method.eyebrow'),
    title: t('briefs.method.title'),
    standfirst: t('briefs.method.standfirst'),
    factsTitle: t('briefs.method.factsTitle'),
    facts: [
      {
        name: t('briefs.method.release'),
        text: t('briefs.method.releaseText', {
          code: request.edition,
          date: format.date(material.edition.publishedAt),
        }),
        strong: true,
      },
      {
        name: t('briefs.method.held'),
        text: t('briefs.method.heldText', { count: figures, indicators: subjects.length }),
      },
      {
        name: t('briefs.method.template'),
        text: t('briefs.method.templateText', { kind: t(`briefs.kind.${request.template}`), version: templateVersion }),
      },
      {
        name: t('briefs.method.version'),
        text: t('briefs.method.versionText', { locale: localeName[request.locale] }),
      },
      { name: t('briefs.method.confidential'), text: confidential(material, words) },
      {
        name: t('briefs.method.dataHash'),
        text: spaced(
          hashOf(subjects.map(({ series, own, benchmarks, indicator }) => [indicator.code, series, own, benchmarks])),
        ),
      },
      { name: t('briefs.method.contentHash'), text: spaced(hashOf([request, pages])) },
      {
        name: t('briefs.method.names'),
        text: marked(t('briefs.method.namesText', { kosovo: areaName('XKX', words.locale) })),
      },
    ],
    notes: {
      kind: 'paragraphs',
      title: t('briefs.method.gradeTitle'),
      paragraphs: [t('briefs.method.grade1'), t('briefs.method.grade2'), t('briefs.method.grade3')],
    },
    rulesTitle: t('briefs.method.rules'),
    rulesHead: [t('briefs.method.rule'), t('briefs.method.printed'), t('briefs.method.withheld')],
    rules: rules.map((rule) => ({
      id: t(`briefs.rule.${rule}.id`),
      name: t(`briefs.rule.${rule}.name`),
      printed: t(`briefs.rule.${rule}.printed`),
      withheld: t(`briefs.rule.${rule}.withheld`),
    })),
    sources: null,
  }
}

function confidential({ subjects, organisation }: Material, words: Words): string {
  if (organisation.demonstration) return words.t('briefs.method.confidentialDemo')
  const count = subjects.reduce((sum, { unpublished }) => sum + unpublished.size, 0)
  return count === 0 ? words.t('briefs.method.confidentialNone') : words.t('briefs.method.confidentialSome', { count })
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** In groups of eight, so that a person can compare it. */
function spaced(hash: string): string {
  return hash.match(/.{8}/g)!.join(' ')
}

import type { MessagesPage } from '@observatory/documents/document'
import { type KeyMessage, type MessageRule } from '@observatory/domain/briefs'
import type { Material } from './gather.ts'
import type { SourceBook } from './source-book.ts'
import { marked, type Words } from './words.ts'

/** The first page: what the data carry, each statement with the rule, period, sources and grade it rests on. */
export function messagesPage(
  messages: readonly KeyMessage[],
  material: Material,
  book: SourceBook,
  words: Words,
  isTight: boolean,
): MessagesPage {
  const { t } = words
  const wordings = uniqueWordings(messages, words).slice(0, isTight ? 1 : 4)
  return {
    kind: 'messages',
    eyebrow: t('briefs.messages.eyebrow'),
    title:
      messages.length === 0 ? t('briefs.messages.titleNone') : t('briefs.messages.title', { count: messages.length }),
    standfirst: t('briefs.messages.standfirst', { release: material.edition.code }),
    messages: messages.map((message) => ({
      lead: words.phrase(message.lead),
      unit: marked(words.phrase(message.unit)),
      care: message.rule === 'refused',
      text: marked(message.text.map((sentence) => words.phrase(sentence)).join(' ')),
      rule: ruleName(message.rule, words),
      period: message.periods.map(words.format.period).join('–'),
      sources: book.marks(message.sources),
      grade: message.grade,
    })),
    wording:
      wordings.length === 0
        ? null
        : {
            title: t('briefs.messages.wording'),
            saidLabel: t('briefs.messages.said'),
            printLabel: t('briefs.messages.print'),
            pairs: wordings,
          },
  }
}

export function ruleName(rule: MessageRule, words: Words): string {
  return `${words.t(`briefs.rule.${rule}.id`)} ${words.t(`briefs.rule.${rule}.name`)}`
}

/** One pair of words for each number. The page prints four at most: the box is a reminder, not a list. */
function uniqueWordings(messages: readonly KeyMessage[], words: Words) {
  const pairs = messages.flatMap(({ wording }) =>
    wording ? [{ said: words.phrase(wording.notPrint), print: words.phrase(wording.print) }] : [],
  )
  return pairs
    .filter(({ print }, at) => pairs.findIndex((other) => other.print === print) === at)
    .map(({ said, print }) => ({ said: marked(said), print: marked(print) }))
}

import type { Panel } from '@observatory/documents/document'
import { commonBreaks, heldPeriods, seriesOf, usableAt } from '@observatory/domain/briefs'
import { qualityFacts, type QualityFacts } from '@observatory/domain/indicators'
import type { Gathered } from './gather.ts'
import type { Words } from './words.ts'

type Met = 0 | 1 | 2

const arrows = { low: '↓', high: '↑', either: '↕', none: '–' }

/** Met, partly or not: from what is declared of the indicator (docs/quality.md), never from the height of a figure. */
const sources: Record<QualityFacts['source'], Met> = {
  census: 2,
  'official-statistics': 2,
  administrative: 2,
  'treaty-record': 2,
  model: 1,
  survey: 1,
  'platform-reports': 1,
  assessment: 1,
  restated: 0,
  'not-stated': 0,
}
const timeliness: Record<QualityFacts['timeliness'], Met> = { 'within-a-year': 2, 'within-two-years': 1, later: 0 }
const underReporting: Record<QualityFacts['underReporting'], Met> = { none: 2, some: 1, strong: 0 }

/** How far to trust a figure: grade, direction of bias, and the five declared facts behind them. */
export function trustPanel(subject: Gathered, words: Words): Panel {
  const { t } = words
  const { data: facts } = qualityFacts.safeParse((subject.detail.quality as { facts?: unknown } | null)?.facts)
  const { bias, grade } = subject.detail
  const held = heldPeriods(subject)
  const newest = held.at(-1)
  const count =
    newest === undefined
      ? 0
      : subject.economies.filter((economy) => usableAt(seriesOf(subject, economy), newest) !== null).length
  const breaks = commonBreaks(subject).filter((period) => held.includes(period))
  const fact = (met: Met, name: string, text: string) => ({ met, name, text })
  return {
    kind: 'grade',
    title: t('briefs.page.trust'),
    letter: grade ?? '–',
    arrow: arrows[bias],
    bias: grade === null ? t('briefs.page.notGraded') : t(`briefs.bias.${bias}`),
    reason: t(`briefs.bias.${bias}Text`),
    facts: [
      ...(facts
        ? [fact(sources[facts.source], t('briefs.fact.source'), t(`briefs.quality.source.${facts.source}`))]
        : []),
      fact(
        count === subject.economies.length ? 2 : count >= 4 ? 1 : 0,
        t('briefs.fact.coverage'),
        t('briefs.fact.coverageText', { count, of: subject.economies.length, period: newest ?? '–' }),
      ),
      ...(facts
        ? [
            fact(
              timeliness[facts.timeliness],
              t('briefs.fact.timeliness'),
              t(`briefs.quality.timeliness.${facts.timeliness}`),
            ),
          ]
        : []),
      fact(
        breaks.length === 0 ? 2 : 1,
        t('briefs.fact.break'),
        breaks.length === 0
          ? t('briefs.fact.breakNone')
          : t('briefs.fact.breakSome', {
              count: breaks.length,
              periods: words.format.list(breaks.map(words.format.period)),
            }),
      ),
      ...(facts
        ? [
            fact(
              underReporting[facts.underReporting],
              t('briefs.fact.underReporting'),
              t(`briefs.quality.underReporting.${facts.underReporting}`),
            ),
          ]
        : []),
    ],
  }
}

import { CellKey, CoverGrid, HoleMap, type HoleRow, isFilled } from '@observatory/charts/paper'
import { type PointState, stateOf } from '@observatory/charts/series'
import { concat, type CoveragePage, type Picture, plain, type Text } from '@observatory/documents/document'
import { cellAt, heldPeriods, seriesOf } from '@observatory/domain/briefs'
import { areaName } from '@observatory/i18n/areas'
import { createElement } from 'react'
import { drawn } from './charts.ts'
import type { Gathered, Material } from './gather.ts'
import { marked, type Words } from './words.ts'

const yearsShown = 6

/** What is held of the indicators of a brief, and of the headline ones beside them, by economy and year. */
export interface Coverage {
  years: string[]
  economies: string[]
  rows: { subject: Gathered; isBeside: boolean; cells: PointState[][] }[]
  held: number
  of: number
}

export function coverageOf(material: Material, words: Words): Coverage {
  const newest = [...material.subjects, ...material.beside]
    .flatMap(heldPeriods)
    .map((period) => Number(period.slice(0, 4)))
  // A date of accession may lie ahead of every count; the map ends with the newest year that some count has.
  const last = Math.min(
    Math.max(Number(material.request.freezeDate.slice(0, 4)) - yearsShown + 1, ...newest),
    Number(material.request.freezeDate.slice(0, 4)),
  )
  const years = Array.from({ length: yearsShown }, (_, at) => String(last - yearsShown + 1 + at))
  const economies = words.sorted(material.request.economies)
  const row = (subject: Gathered, isBeside: boolean) => ({
    subject,
    isBeside,
    cells: economies.map((economy) => years.map((year) => stateIn(subject, economy, year))),
  })
  const rows = [
    ...material.subjects.map((subject) => row(subject, false)),
    ...material.beside.map((subject) => row(subject, true)),
  ].filter(({ subject }) => subject.indicator.kind !== 'date')
  const flat = rows.flatMap(({ cells }) => cells.flat())
  return { years, economies, rows, held: flat.filter(isFilled).length, of: flat.length }
}

/** A year counts as held if any period in it is. */
function stateIn(subject: Gathered, economy: string, year: string): PointState {
  const series = seriesOf(subject, economy)
  const within = (series?.periods ?? []).filter((period) => period.startsWith(year))
  const states = within.map((period) =>
    stateOf(cellAt(series, period), series!.status[series!.periods.indexOf(period)] ?? []),
  )
  return states.find(isFilled) ?? states[0] ?? 'missing'
}

export function coverPicture(coverage: Coverage, words: Words): Picture {
  return {
    svg: drawn(createElement(CoverGrid, { rows: coverage.rows.map(({ cells }) => cells) })),
    alt: words.t('briefs.cover.alt', {
      held: words.format.number(coverage.held),
      of: words.format.number(coverage.of),
    }),
  }
}

const states = ['value', 'zero', 'bound', 'missing', 'not-applicable', 'suppressed', 'elsewhere', 'unusable'] as const
const stateKeys = {
  value: 'value',
  zero: 'zero',
  bound: 'bound',
  missing: 'missing',
  'not-applicable': 'impossible',
  suppressed: 'suppressed',
  elsewhere: 'elsewhere',
  unusable: 'struck',
} as const

export function coveragePage(coverage: Coverage, material: Material, words: Words): CoveragePage {
  const { t, format } = words
  const flat = coverage.rows.flatMap(({ cells }) => cells.flat())
  const count = (state: PointState) => flat.filter((other) => other === state).length
  const number = (value: number) => format.number(value)
  const holes = coverage.of - coverage.held
  const from = coverage.years[0]!
  const to = coverage.years.at(-1)!
  const groups = [
    { title: t('briefs.coverage.group'), rows: holeRows(coverage, false) },
    { title: t('briefs.coverage.groupBeside'), rows: holeRows(coverage, true) },
  ].filter(({ rows }) => rows.length > 0)
  const heldBy = (column: number) =>
    coverage.rows.reduce((sum, { cells }) => sum + cells[column]!.filter(isFilled).length, 0)
  return {
    kind: 'coverage',
    eyebrow: t('briefs.coverage.eyebrow'),
    title:
      holes === 0
        ? t('briefs.coverage.titleFull', { of: number(coverage.of) })
        : t('briefs.coverage.title', { held: number(coverage.held), of: number(coverage.of), holes: number(holes) }),
    standfirst: t('briefs.coverage.standfirst', { from, to }),
    figure: {
      title: t('briefs.coverage.figure', { indicators: coverage.rows.length, from, to }),
      subtitle: marked(
        t('briefs.coverage.subtitle', {
          names: format.list(coverage.economies.map((economy) => areaName(economy, words.locale))),
        }),
      ),
      picture: {
        svg: drawn(
          createElement(HoleMap, {
            names: coverage.economies.map((economy) => twoLines(areaName(economy, words.locale))),
            first: `’${from.slice(2)}`,
            last: `’${to.slice(2)}`,
            groups,
            filledLabel: t('briefs.coverage.filled'),
            totalLabel: t('briefs.coverage.total'),
            ratio: (held, of) => t('briefs.coverage.ratio', { held: number(held), of: number(of) }),
          }),
        ),
        alt: t('briefs.coverage.alt', {
          of: number(coverage.of),
          states: states
            .filter((state) => count(state) > 0)
            .map((state) => `${number(count(state))} ${t(`briefs.state.${stateKeys[state]}`)}`)
            .join(', '),
          economies: coverage.economies
            .map((economy, column) => `${areaName(economy, words.locale)} ${number(heldBy(column))}`)
            .join(', '),
        }),
      },
      key: [],
      source: t('briefs.coverage.source', { release: material.edition.code }),
    },
    keyTitle: t('briefs.coverage.keyTitle'),
    key: states.map((state) => ({
      picture: { svg: drawn(createElement(CellKey, { state })), alt: t(`briefs.stateName.${stateKeys[state]}`) },
      name: t(`briefs.stateName.${stateKeys[state]}`),
      text: t(`briefs.stateText.${stateKeys[state]}`, { n: t('briefs.stateText.cells', { count: count(state) }) }),
    })),
    panels: [
      { kind: 'points', title: t('briefs.coverage.holes'), points: largestHoles(coverage, words) },
      { kind: 'paragraphs', title: t('briefs.coverage.fresh'), paragraphs: freshness(coverage, words) },
    ],
  }
}

function holeRows(coverage: Coverage, isBeside: boolean): HoleRow[] {
  return coverage.rows
    .filter((row) => row.isBeside === isBeside)
    .map(({ subject, cells }) => ({ name: subject.indicator.shortName, cells }))
}

function twoLines(name: string): string[] {
  if (name.length <= 12) return [name]
  const words = name.split(' ')
  const cut = words.length <= 2 ? 1 : Math.ceil(words.length / 2)
  return words.length === 1 ? [name] : [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
}

function largestHoles(coverage: Coverage, words: Words): Text[] {
  const holes = coverage.rows
    .map(({ subject, cells }) => {
      const possible = cells.flat().filter((state) => state !== 'not-applicable')
      return {
        name: subject.indicator.shortName,
        missing: possible.filter((state) => !isFilled(state)).length,
        possible: possible.length,
      }
    })
    .filter(({ missing }) => missing > 0)
    .toSorted((a, b) => b.missing / b.possible - a.missing / a.possible)
    .slice(0, 5)
  if (holes.length === 0) return [words.t('briefs.coverage.holesNone')]
  return holes.map(({ name, missing, possible }) =>
    marked(
      words.t('briefs.coverage.hole', {
        name,
        missing: words.format.number(missing),
        possible: words.format.number(possible),
      }),
    ),
  )
}

function freshness(coverage: Coverage, words: Words): Text[] {
  const items = coverage.rows
    .map(({ subject }) => ({ name: subject.indicator.shortName, period: heldPeriods(subject).at(-1) }))
    .filter(({ period }) => period !== undefined)
  const list = items
    .slice(0, 8)
    .map(({ name, period }) => words.t('briefs.coverage.freshItem', { name, period: words.format.period(period!) }))
    .join('; ')
  return [concat(words.t('briefs.coverage.freshText', { list })), words.t('briefs.coverage.freshScore')].filter(
    (text) => plain(text) !== '',
  )
}

import { economies } from '@observatory/domain/economies'
import { areaName, footnote } from '@observatory/i18n/areas'
import type { Edition } from '@observatory/domain/observations'
import { toCsv } from './csv.ts'
import { licence } from './metadata.ts'

/** Meaning of each column and code of the data files: `column, code, meaning`; an empty code explains the column. */
const entries: [column: string, code: string, meaning: string][] = [
  ['indicator', '', 'Code of the indicator; indicators.csv names it, metadata/CODE.json describes it.'],
  ['economy', '', 'Economy, by its three-letter code.'],
  ...economies.map((code): [string, string, string] => ['economy', code, areaName(code, 'en')]),
  ['economy', 'BIH_PART', 'A part of Bosnia and Herzegovina, named in the indicator; never the economy as a whole.'],
  ['period', '', 'SDMX time period: 2020, 2020-S1, 2020-Q1, 2020-M01.'],
  [
    'value',
    '',
    'The figure, with a point for decimals; a date for indicators of kind "date". Empty where there is none: never read it as zero.',
  ],
  ['comparator', '', 'Empty: the value is exact. Otherwise the figure is known only to lie on one side of the value.'],
  ['comparator', 'lt', 'less than the value'],
  ['comparator', 'le', 'at most the value'],
  ['comparator', 'gt', 'more than the value'],
  ['comparator', 'ge', 'at least the value'],
  ['obs_status', '', 'SDMX CL_OBS_STATUS; several codes are separated by spaces.'],
  ['obs_status', 'A', 'normal'],
  ['obs_status', 'B', 'break: not comparable with earlier periods'],
  ['obs_status', 'E', 'estimated'],
  ['obs_status', 'F', 'forecast'],
  ['obs_status', 'I', 'imputed by the source'],
  ['obs_status', 'P', 'provisional'],
  ['obs_status', 'U', 'low reliability: shown, and left out of every statistic'],
  ['obs_status', 'K', 'included in another category'],
  ['obs_status', 'L', 'missing: not collected'],
  ['obs_status', 'M', 'missing: cannot exist'],
  ['obs_status', 'O', 'missing'],
  ['obs_status', 'Q', 'missing: suppressed'],
  ['conf_status', '', 'SDMX CL_CONF_STATUS.'],
  ['conf_status', 'F', 'free'],
  ['conf_status', 'C', 'confidential: withheld by the source'],
  ['conf_status', 'N', 'not for publication: withheld by its owner'],
  ['conf_status', 'S', 'withheld to protect another figure'],
  ['unit', '', 'Unit of the value. UNIT_PER_1000 and UNIT_PER_100000 are rates (measure=rate).'],
  ['source', '', 'Where the figure was read; sources.csv gives title, publisher and address.'],
  ['release', '', 'Code of the public edition from which this figure has stood unchanged.'],
  ['publisher', '', 'Organisation that entered the figure, by its short name.'],
  ['breakdown', '', 'Empty: the total. Otherwise DIMENSION=CODE, separated by semicolons.'],
  ['reason', '', 'Why there is no value.'],
  ['reason', 'not-collected', 'nobody counted it, or the denominator of the rate is missing'],
  ['reason', 'cannot-exist', 'it cannot exist there'],
  ['reason', 'elsewhere', 'included in another figure'],
  ['reason', 'not-published', 'not published'],
  ['reason', 'suppressed-source', 'the source withheld it'],
  ['reason', 'suppressed-owner', 'its owner withheld it'],
  ['reason', 'suppressed-control', 'withheld to protect a small number, or another figure'],
  ['confidence', '', 'How the figure was read.'],
  ['confidence', 'verified', "in the publisher's own document or an unaltered copy of its data"],
  ['confidence', 'secondary', 'as restated by someone else, or with its year or status inferred'],
  ['quality', '', 'Grade from A (best) to E, from declared facts; metadata/CODE.json gives the reasons.'],
  [
    'denominator_period',
    '',
    'For rates: the period the denominator is of. It differs from the period where it was carried forward.',
  ],
]

export function codebookCsv(): string {
  return toCsv(['column', 'code', 'meaning'], entries)
}

export function readmeText(edition: Edition | null, origin: string): string {
  const stand = edition
    ? `Edition ${edition.code}, published ${edition.publishedAt.slice(0, 10)}: ${edition.title}`
    : 'Nothing had been published.'
  return [
    'Observatory: public figures on online exploitation of children, online hate and the response to them',
    'in the six Western Balkan economies.',
    '',
    stand,
    `The same files again: ${origin}/data/all.zip${edition ? `?asOf=${edition.code}` : ''}`,
    '',
    'data/CODE.csv        figures of one indicator: one row an economy and period',
    'metadata/CODE.json   what it measures and what it does not, in each language that has it',
    'indicators.csv       list of the indicators',
    'sources.csv          where the figures were read',
    'codebook.csv         meaning of every column and code',
    '',
    'An empty value is not zero: the column "reason" says why there is none.',
    'Reports are not victims, offenders or cases; one child may be in many reports.',
    'Figures before and after a break (obs_status B, or "breaks" in the metadata) are not comparable.',
    '',
    licence,
    '',
    `* ${footnote('en')}`,
    '',
  ].join('\r\n')
}

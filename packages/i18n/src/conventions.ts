import type { Locale } from './locale.ts'

/**
 * How a version writes numbers, dates and lists. Written out, because many browsers carry no Albanian, Bosnian or
 * Macedonian data and would silently write English there.
 */
export interface Conventions {
  /** Between thousands, and before the decimals. */
  group: string
  decimal: string
  months: readonly string[]
  day: (day: number, month: string, year: number) => string
  month: (month: string, year: number) => string
  time: (date: string, time: string) => string
  and: string
}

const plain = {
  day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  month: (month: string, year: number) => `${month} ${year}`,
}

const ordinal = {
  group: '.',
  decimal: ',',
  day: (day: number, month: string, year: number) => `${day}. ${month} ${year}.`,
  month: (month: string, year: number) => `${month} ${year}.`,
}

const latin = words('januar februar mart april maj jun jul avgust septembar oktobar novembar decembar')

const serbian = { ...ordinal, months: latin, and: 'i', time: (date: string, time: string) => `${date} ${time}` }

export const conventions: Record<Locale, Conventions> = {
  en: {
    ...plain,
    group: ',',
    decimal: '.',
    months: words('January February March April May June July August September October November December'),
    time: (date, time) => `${date} at ${time}`,
    and: 'and',
  },
  sq: {
    ...plain,
    group: '\u00a0',
    decimal: ',',
    months: words('janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'),
    time: (date, time) => `${date} në ${time}`,
    and: 'dhe',
  },
  bs: {
    ...ordinal,
    months: words('januar februar mart april maj juni juli august septembar oktobar novembar decembar'),
    time: (date, time) => `${date} u ${time}`,
    and: 'i',
  },
  cnr: serbian,
  mk: {
    group: '.',
    decimal: ',',
    months: words('јануари февруари март април мај јуни јули август септември октомври ноември декември'),
    day: (day, month, year) => `${day} ${month} ${year} г.`,
    month: (month, year) => `${month} ${year} г.`,
    time: (date, time) => `${date}, во ${time}`,
    and: 'и',
  },
  'sr-Cyrl': {
    ...serbian,
    months: words('јануар фебруар март април мај јун јул август септембар октобар новембар децембар'),
    and: 'и',
  },
  'sr-Latn': serbian,
}

function words(text: string): readonly string[] {
  return text.split(' ')
}

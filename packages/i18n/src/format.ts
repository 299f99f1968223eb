import { conventions } from './conventions.ts'
import { intlTag, type Locale } from './locale.ts'

export type Format = ReturnType<typeof formatter>

const minus = '−'

/** Numbers, dates and lists as readers of one version write them, the same in every browser. */
export function formatter(locale: Locale, timeZone = 'Europe/Brussels') {
  const { group, decimal, months, ...ways } = conventions[locale]

  function number(value: number, options: { decimals?: number } = {}): string {
    // A rounded −0.04 is printed 0.0, never −0.0. Grouping from four digits on: 1,229 stands in line with 45,737.
    const fixed = value.toFixed(options.decimals ?? 0)
    const [whole = '', part] = fixed.replace('-', '').split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
    return `${Number(fixed) < 0 ? minus : ''}${grouped}${part === undefined ? '' : decimal + part}`
  }

  function date(iso: string): string {
    if (/^\d{4}$/.test(iso)) return iso
    const [year, month, day] = iso.length <= 10 ? iso.split('-').map(Number) : partsOf(iso, timeZone)
    const name = months[month! - 1]!
    return day === undefined ? ways.month(name, year!) : ways.day(day, name, year!)
  }

  return {
    number,
    /** A share given in percent (83.1 → `83.1%`), with the sign where the version puts it. */
    percent: (value: number, options: { decimals?: number } = {}): string => {
      const text = number(value, options)
      const gap = locale === 'en' ? '' : locale === 'sq' || locale === 'mk' ? '' : ' '
      return `${text}${gap}%`
    },
    /** A day, month or year as precise as its ISO text; an instant as the day it falls on in the house's time zone. */
    date,
    dateTime: (iso: string): string => {
      const [, , , hour, minute] = partsOf(iso, timeZone)
      return ways.time(date(iso), `${twoDigits(hour)}:${twoDigits(minute)}`)
    },
    /** An SDMX period: `2020`, `2020-Q1` → `Q1 2020`, `2020-M03` → `March 2020`. */
    period: (period: string): string => {
      const month = /^(\d{4})-M(\d{2})$/.exec(period)
      if (month) return date(`${month[1]}-${month[2]}`)
      const part = /^(\d{4})-([SQ]\d)$/.exec(period)
      return part ? `${part[2]} ${part[1]}` : period
    },
    list: (items: readonly string[]): string =>
      items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${ways.and} ${items.at(-1)}`,
    /** Orders names as a dictionary of this version does. */
    compare: new Intl.Collator(intlTag(locale)).compare,
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Year, month, day, hour and minute of an instant in a time zone. */
function partsOf(iso: string, timeZone: string): number[] {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const two = '2-digit'
    const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two } as const
    clock = new Intl.DateTimeFormat('en-GB', { ...fields, hourCycle: 'h23', timeZone })
    clocks.set(timeZone, clock)
  }
  const parts = Object.fromEntries(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, Number(value)]))
  return [parts['year']!, parts['month']!, parts['day']!, parts['hour']!, parts['minute']!]
}

function twoDigits(value: number | undefined): string {
  return String(value).padStart(2, '0')
}

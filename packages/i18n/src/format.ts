import { intlTag, type Locale } from './locale.ts'

export type Format = ReturnType<typeof formatter>

const minus = '−'

/** Numbers, dates and lists as readers of one version write them. The only place that asks `Intl` for any of them. */
export function formatter(locale: Locale, timeZone = 'Europe/Brussels') {
  const tag = intlTag(locale)
  const numbers = new Map<number, Intl.NumberFormat>()
  const dates = new Map<string, Intl.DateTimeFormat>()

  function number(value: number, options: { decimals?: number } = {}): string {
    const decimals = options.decimals ?? 0
    let format = numbers.get(decimals)
    if (!format) {
      // Grouping from four digits on, in every version: 1,229 stands in line with 45,737.
      format = new Intl.NumberFormat(tag, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: 'always',
      })
      numbers.set(decimals, format)
    }
    // A rounded −0.04 is printed 0.0, never −0.0.
    const rounded = Number(value.toFixed(decimals))
    return format.format(rounded === 0 ? 0 : rounded).replace('-', minus)
  }

  function date(iso: string): string {
    if (/^\d{4}$/.test(iso)) return iso
    if (/^\d{4}-\d{2}$/.test(iso))
      return cached({ year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${iso}-01`))
    const day = iso.length === 10 ? { timeZone: 'UTC' } : { timeZone }
    return cached({ year: 'numeric', month: 'long', day: 'numeric', ...day }).format(new Date(iso))
  }

  function cached(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options)
    const format = dates.get(key) ?? new Intl.DateTimeFormat(tag, options)
    dates.set(key, format)
    return format
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
      return cached({
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(iso))
    },
    /** An SDMX period: `2020`, `2020-Q1` → `Q1 2020`, `2020-M03` → `March 2020`. */
    period: (period: string): string => {
      const month = /^(\d{4})-M(\d{2})$/.exec(period)
      if (month) return date(`${month[1]}-${month[2]}`)
      const part = /^(\d{4})-([SQ]\d)$/.exec(period)
      return part ? `${part[2]} ${part[1]}` : period
    },
    list: (items: readonly string[]): string => {
      return new Intl.ListFormat(tag, { type: 'conjunction' }).format(items)
    },
    /** Orders names as a dictionary of this version does. */
    compare: new Intl.Collator(tag).compare,
  }
}

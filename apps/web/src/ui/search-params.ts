import { isLocale } from '@observatory/i18n/locale'

/** What every page's address may carry. Absent `asOf` is the newest edition; absent `lang` is the reader's choice. */
export interface SharedSearch {
  /** `YYYY-MM-DD`, the end of that day, or an edition such as `p12`. */
  asOf?: string
  lang?: string
}

export function parseSharedSearch(search: Record<string, unknown>): SharedSearch {
  const shared: SharedSearch = {}
  const { asOf, lang } = search
  if (typeof asOf === 'string' && /^(\d{4}-\d{2}-\d{2}|[pgo][1-9]\d{0,8})$/.test(asOf)) shared.asOf = asOf
  if (typeof lang === 'string' && (isLocale(lang) || lang === 'pseudo')) shared.lang = lang
  return shared
}

/**
 * Addresses are for people: `?economies=ALB,BIH&from=2019`, no quotes and no JSON. So a page's `parse…Search`
 * is handed text only (or its own answer again, which it must accept unchanged).
 */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Lists are joined by commas, `true` is `1`; absent, empty and false values leave the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(',') : value === true ? '1' : value
    if (typeof text === 'number' || (typeof text === 'string' && text !== '')) params.set(key, String(text))
  }
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return query === '' ? '' : `?${query}`
}

import { type Economy, economies as six, isEconomy } from '@observatory/domain/economies'

/** What the catalogue page shows; all of it is in the address. */
export interface IndicatorsSearch {
  q?: string
  topic?: string
  /** Only indicators of which the organisation's economy has a figure. */
  own?: boolean
  /** Only indicators with a regional benchmark. */
  benchmark?: boolean
  /** `only` or `without` demonstration indicators. */
  demonstration?: 'only' | 'without'
}

/** What one indicator's page shows; absent is the default, so that a plain link says the least. */
export interface IndicatorSearch {
  measure?: 'count' | 'rate'
  /** Who is drawn beside the reader's own: all six when absent, `median` alone, `none`, or the economies named. */
  economies?: 'median' | 'none' | Economy[]
  /** Ids of the events marked; all of them when absent. */
  events?: 'none' | string[]
  from?: string
  to?: string
  /** `table` folds the chart away. */
  view?: 'table'
  /** Whose figures are drawn in blue, where it is not the organisation's own. */
  economy?: Economy
}

export function parseIndicatorsSearch(search: Record<string, unknown>): IndicatorsSearch {
  const parsed: IndicatorsSearch = {}
  const { q, topic, demonstration } = search
  if (typeof q === 'string' && q.trim() !== '') parsed.q = q.slice(0, 80)
  if (typeof topic === 'string' && /^[a-z_]{1,40}$/.test(topic)) parsed.topic = topic
  if (isOn(search['own'])) parsed.own = true
  if (isOn(search['benchmark'])) parsed.benchmark = true
  if (demonstration === 'only' || demonstration === 'without') parsed.demonstration = demonstration
  return parsed
}

export function parseIndicatorSearch(search: Record<string, unknown>): IndicatorSearch {
  const parsed: IndicatorSearch = {}
  const { measure, economy, view } = search
  if (measure === 'count' || measure === 'rate') parsed.measure = measure
  const beside = words(search['economies'])
  if (beside?.[0] === 'median' || beside?.[0] === 'none') parsed.economies = beside[0]
  else if (beside) {
    const named = six.filter((code) => beside.includes(code))
    if (named.length > 0 && named.length < six.length) parsed.economies = named
  }
  const events = words(search['events'])
  if (events?.[0] === 'none') parsed.events = 'none'
  else if (events) parsed.events = events.filter((id) => /^[A-Za-z0-9_-]{1,32}$/.test(id)).slice(0, 40)
  const [from, to] = [year(search['from']), year(search['to'])]
  if (from !== undefined) parsed.from = from
  if (to !== undefined && (from === undefined || to >= from)) parsed.to = to
  if (view === 'table') parsed.view = view
  if (typeof economy === 'string' && isEconomy(economy)) parsed.economy = economy
  return parsed
}

function isOn(value: unknown): boolean {
  return value === true || value === '1' || value === 1
}

/** A comma list from the address, or the list that an earlier parse made of it. */
function words(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return value.filter((word) => typeof word === 'string')
  return typeof value === 'string' && value !== '' ? value.split(',') : undefined
}

function year(value: unknown): string | undefined {
  return /^\d{4}$/.test(String(value)) ? String(value) : undefined
}

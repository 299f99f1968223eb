import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The rows of a CSV file beside this one, every field as text. */
export function readCsv<Column extends string>(name: string): Record<Column, string>[] {
  return parse<Record<Column, string>>(readFileSync(new URL(name, import.meta.url)), { columns: true, bom: true })
}

export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
}

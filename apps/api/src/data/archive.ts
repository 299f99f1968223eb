import type { ReadTx } from '@observatory/db/tenancy'
import { strToU8, zipSync } from 'fflate'
import { listTexts } from '../indicators/queries.ts'
import { listEditions, type State } from '../observations/editions.ts'
import { listSeries, listVersions } from '../observations/queries.ts'
import { codebookCsv, readmeText } from './codebook.ts'
import { csvOf, toCsv } from './csv.ts'
import { metadataOf } from './metadata.ts'
import { listPublicIndicators, selectData, wholeSelection } from './selection.ts'

/** One date for every entry, so that one edition is one file, byte for byte. fflate reads it in local time, as zip asks. */
const fixedDate = new Date(1980, 0, 1)

/** Every public indicator of a state: figures, metadata, code lists and a text to begin with. */
export async function archiveOf(tx: ReadTx, state: State, origin: string): Promise<Uint8Array> {
  const indicators = await listPublicIndicators(tx)
  const rows = Map.groupBy(await listSeries(tx, state), ({ series }) => series.indicator)
  const versions = Map.groupBy(await listVersions(tx, state), ({ series }) => series.indicator)
  const editions = await listEditions(tx)
  const names = new Map((await listTexts(tx, ['en'])).map(({ indicator, name }) => [indicator, name]))
  const files: Record<string, string> = {
    'README.txt': readmeText(state.edition, origin),
    'codebook.csv': codebookCsv(),
    'indicators.csv': toCsv(
      ['indicator', 'topic', 'kind', 'unit', 'denominator', 'direction', 'measures', 'name'],
      indicators.map((row) => [
        row.code,
        row.topic,
        row.kind,
        row.unit,
        row.denominator,
        row.direction,
        row.measures,
        names.get(row.code) ?? row.code,
      ]),
    ),
    'sources.csv': toCsv(
      ['source', 'title', 'publisher', 'year', 'url', 'licence'],
      (await tx.selectFrom('source').selectAll().orderBy('id').execute()).map((s) => [
        s.id,
        s.title,
        s.publisher,
        s.year,
        s.url,
        s.licence,
      ]),
    ),
  }
  for (const row of indicators) {
    const own = rows.get(row.code) ?? []
    const published = { rows: own, versions: versions.get(row.code) ?? [], editions }
    files[`data/${row.code}.csv`] = csvOf(selectData(row, state, wholeSelection, published))
    const metadata = await metadataOf(
      tx,
      row,
      state,
      own.map(({ series }) => series),
      origin,
    )
    files[`metadata/${row.code}.json`] = `${JSON.stringify(metadata, null, 2)}\n`
  }
  const paths = Object.keys(files).toSorted()
  return zipSync(Object.fromEntries(paths.map((path) => [path, strToU8(files[path]!)])), { mtime: fixedDate, level: 6 })
}

import { parseArgs } from 'node:util'
import { restoreBackup } from '@observatory/db/backup-reader'
import { markSeeded, seedState } from './database.ts'
import { openInstallation, type Installation } from './installation.ts'

// `pnpm restore FILE [--verify]`: into the empty database of OBSERVATORY_DATA or DATABASE_URL.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verify: { type: 'boolean', default: false } },
})
const file = positionals[0]
if (!file) {
  console.error('Usage: pnpm restore FILE [--verify]')
  process.exit(2)
}
let installation: Installation | undefined
try {
  installation = await openInstallation()
  const { tables } = await restoreBackup(installation.ownerUrl, file, values)
  if ((await seedState(installation.ownerUrl)) !== 'done') await markSeeded(installation.ownerUrl)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${rows} rows of ${tables.length} tables restored${values.verify ? ', each table compared with the backup' : ''}.`,
  )
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await installation?.close()
}

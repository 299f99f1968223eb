import { statSync } from 'node:fs'
import { writeBackup } from '@observatory/db/backup-writer'
import { openInstallation, type Installation } from './installation.ts'

// `pnpm backup FILE`: works while Observatory runs.
const file = process.argv[2]
if (!file || file.startsWith('-')) {
  console.error('Usage: pnpm backup FILE')
  process.exit(2)
}
let installation: Installation | undefined
try {
  installation = await openInstallation()
  const { tables } = await writeBackup(installation.ownerUrl, file)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${rows} rows of ${tables.length} tables written to ${file} (${Math.ceil(statSync(file).size / 1024)} kB).`,
  )
  console.log(
    'Issued briefs are among the rows. The secret of the data folder is not: keep it, or set OBSERVATORY_SECRET.',
  )
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await installation?.close()
}

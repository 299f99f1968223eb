import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Writes the TypeScript types of a migrated database's tables, as our connections deliver them (db/connect.ts). */
export function generateTypes(ownerUrl: string, file: string): void {
  const program = fileURLToPath(new URL('../packages/db/node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  execFileSync(
    process.execPath,
    [
      program,
      '--dialect',
      'postgres',
      '--camel-case',
      '--url',
      ownerUrl,
      '--out-file',
      file,
      '--numeric-parser',
      'number',
      '--date-parser',
      'string',
      '--type-mapping',
      '{"int8":"number"}',
      '--log-level',
      'error',
      '--exclude-pattern',
      '{schema_migration,graphile_worker.*,jobs.*}',
    ],
    { stdio: 'inherit' },
  )
}

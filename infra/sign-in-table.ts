import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Account = { email: string; password: string; organisation: string; role: string }

/** The demonstration accounts as a table for the terminal; how to make an account where there are none. */
export function signInTable(dataFolder: string): string {
  const file = join(dataFolder, 'demo-accounts.json')
  if (!existsSync(file))
    return [
      'There are no demonstration accounts. This prints a link that makes an administrator of the secretariat,',
      'run with the same OBSERVATORY_DATA and DATABASE_URL as this start:',
      '',
      '  npm run admin -- create --email YOU@EXAMPLE.ORG --organisation observatory',
    ].join('\n')
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[]
  const rows = [
    ['E-mail', 'Organisation', 'Role'],
    ...accounts.map(({ email, organisation, role }) => [email, organisation, role]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd(),
  )
  lines.splice(1, 0, `  ${widths.map((width) => '─'.repeat(width)).join('   ')}`)
  return [`Sign in with the password ${accounts[0]?.password} (also in ${file}):`, ...lines].join('\n')
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(apps|packages|infra|tests)\//.test(file))

/** Lines of the code that match, as `file:line`, without comments; tests of a package count as that package. */
function occurrences(pattern: RegExp, within: RegExp, except: RegExp = /(?!)/): string[] {
  return files
    .filter((file) => within.test(file) && !except.test(file) && file !== 'tests/architecture.test.ts')
    .flatMap((file) => {
      const lines = read(file).split('\n')
      return lines.flatMap((line, i) =>
        pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${file}:${i + 1}`] : [],
      )
    })
}

function read(file: string): string {
  try {
    return readFileSync(`${root}${file}`, 'utf8')
  } catch {
    return '' // deleted and not yet committed
  }
}

/** Modules that a file imports, types apart. */
function importsOf(file: string): string[] {
  const statement = /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm
  return [...read(file).matchAll(statement)].map(([, from, dynamic]) => (from ?? dynamic) as string)
}

test('the rules below look at the code of every package', () => {
  for (const part of [
    'apps/api/src/',
    'apps/web/src/',
    'packages/domain/src/',
    'packages/db/src/',
    'packages/i18n/src/',
    'packages/charts/src/',
    'packages/documents/src/',
    'infra/',
  ]) {
    expect(files.filter((file) => file.startsWith(part)).length, part).toBeGreaterThan(0)
  }
})

test('the environment is read in config.ts and in infra alone', () => {
  expect(occurrences(/process\.env\b/, /^(apps|packages)\//, /^apps\/api\/src\/config\.ts$|\.test\.ts$/)).toEqual([])
})

test('the pool under a database is used where tenancy is set and nowhere else', () => {
  const allowed = /^packages\/db\/src\/(connect|tenancy)\.ts$|^apps\/api\/src\/metrics\.ts$/
  expect(occurrences(/\bpoolOf\(/, /^(apps|packages)\//, allowed)).toEqual([])
})

test('connections are opened in the files named here alone, none of which serves a request', () => {
  const allowed =
    /^packages\/db\/src\/(connect|migrate|embedded|roles|backup-reader|backup-writer)\.ts$|^apps\/api\/src\/(context|notifications|orphaned-jobs)\.ts$/
  expect(occurrences(/new (pg\.)?(Pool|Client)\(/, /^(apps|packages)\//, allowed)).toEqual([])
})

test('transactions are begun in tenancy.ts, and where a link instead of a session says who acts', () => {
  const allowed =
    /^packages\/db\/src\/(tenancy|connect)\.ts$|^apps\/api\/src\/access\/(invitations|password-links)\.service\.ts$|^packages\/db\/seed\/|\.test\.ts$/
  expect(occurrences(/\.transaction\(\)|\.startTransaction\(\)/, /^(apps|packages)\//, allowed)).toEqual([])
})

test('only protect() and the schema of what it made give the published mark to a cell', () => {
  const allowed = /^packages\/domain\/src\/disclosure\/|^packages\/domain\/src\/observations\/cell\.ts$|\.test\.tsx?$/
  // A mark of absence carries no figure.
  const cast = /(?<!\{ na: '[a-z-]+' \}) as (unknown as )?(readonly )?PublishedCell\b/
  expect(occurrences(cast, /^(apps|packages)\//, allowed)).toEqual([])
})

test('numbers, dates and names of areas are put into words by i18n alone', () => {
  expect(
    occurrences(/\.toLocale\w+\(|\bnew Intl\.|\bIntl\.\w+\(/, /^(apps|packages)\//, /^packages\/i18n\/|\.test\.tsx?$/),
  ).toEqual([])
})

test('a feature of the web app imports no other feature', () => {
  const notFeatures = new Set(['ui', 'charts', 'styles', 'frame'])
  const crossings = files.flatMap((file) => {
    const [, feature] = /^apps\/web\/src\/([a-z-]+)\//.exec(file) ?? []
    if (!feature || notFeatures.has(feature)) return []
    return importsOf(file).flatMap((from) => {
      const [, up, other] = /^((?:\.\.\/)+)([a-z-]+)\//.exec(from) ?? []
      if (!up || !other || other === feature || notFeatures.has(other)) return []
      const depth = file.split('/').length - 'apps/web/src/'.split('/').length
      return up.length / 3 === depth ? [`${file} → ${from}`] : []
    })
  })
  expect(crossings).toEqual([])
})

test('the parts of the web app that all pages share know no feature', () => {
  const shared = files.filter((file) => /^apps\/web\/src\/(ui|charts)\//.test(file))
  const crossings = shared.flatMap((file) =>
    importsOf(file)
      .filter((from) => /^(\.\.\/)+(overview|indicators|coverage|briefs|access)\//.test(from))
      .map((from) => `${file} → ${from}`),
  )
  expect(crossings).toEqual([])
})

test('a feature of the server never calls the router of another', () => {
  const crossings = files
    .filter((file) => /^apps\/api\/src\/[a-z-]+\//.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((from) => /^\.\.\/[a-z-]+\/router\.ts$/.test(from))
        .map((from) => `${file} → ${from}`),
    )
  expect(crossings).toEqual([])
})

test('a router and a route say no SQL', () => {
  expect(
    occurrences(
      /\bsql(<[^>]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/,
      /^apps\/api\/src\/.*\b(router|routes)\.ts$|^apps\/api\/src\/(app|server|worker|web|router)\.ts$/,
    ),
  ).toEqual([])
})

test('charts draw with React and our own rules alone, and documents know nothing of ours', () => {
  const foreign = (part: RegExp, known: RegExp) =>
    files
      .filter((file) => part.test(file) && !/\.test\.tsx?$/.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((from) => !known.test(from))
          .map((from) => `${file} → ${from}`),
      )
  expect(foreign(/^packages\/charts\/src\//, /^\.|^react$|^@observatory\/domain\//)).toEqual([])
  expect(foreign(/^packages\/documents\/src\//, /^\.|^node:|^@myriaddreamin\/typst/)).toEqual([])
})

test('nothing imports tests or infra', () => {
  expect(occurrences(/from ['"](\.\.\/)+(tests|infra)\//, /^(apps|packages)\//)).toEqual([])
})

test('no file re-exports everything of another, and none is named after nothing', () => {
  expect(occurrences(/^export \* from/, /^(apps|packages|infra)\//)).toEqual([])
  expect(
    files.filter((file) => /\/(utils?|helpers?|common|shared|misc|types|constants)(\.tsx?$|\/)/.test(file)),
  ).toEqual([])
})

import type { CoverageAnswer, CoverageState } from '@observatory/domain/coverage'

/** Words of the file are codes, as in the data addresses, so that it reads the same in every version. */
const names: Record<CoverageState, string> = {
  v: 'value',
  z: 'zero',
  b: 'bound',
  n: 'no-figure',
  x: 'cannot-exist',
  s: 'suppressed',
  e: 'elsewhere',
  u: 'unusable',
}

/** The matrix as shown, one row an indicator and economy. Every field is a code of ours: none can start a formula. */
export function matrixCsv(rows: CoverageAnswer['indicators'], periods: readonly string[]): string {
  const lines = [['indicator', 'topic', 'economy', ...periods].join(',')]
  for (const { code, topic, economies } of rows) {
    for (const [economy, strip] of Object.entries(economies)) {
      lines.push(
        [code, topic, economy, ...periods.map((_, at) => names[(strip[at] ?? 'n') as CoverageState])].join(','),
      )
    }
  }
  return `${lines.join('\r\n')}\r\n`
}

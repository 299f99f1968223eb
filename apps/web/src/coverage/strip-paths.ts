import type { CoverageState } from '@observatory/domain/coverage'

export const cellWidth = 12
export const stripHeight = 18

/**
 * One path a state for a strip of cells, so that a matrix of thousands of cells
 * stays a few hundred elements. Keys are states that occur in the strip.
 */
export function stripPaths(strip: string): Partial<Record<CoverageState, string>> {
  const paths: Partial<Record<CoverageState, string>> = {}
  for (let at = 0; at < strip.length; at += 1) {
    const state = strip[at] as CoverageState
    // A zero is a figure: it is drawn as one and told as what it is.
    const key = state === 'z' ? 'v' : state
    paths[key] = (paths[key] ?? '') + drawing(key, at * cellWidth)
  }
  return paths
}

function drawing(state: CoverageState, x: number): string {
  const w = cellWidth
  const h = stripHeight
  switch (state) {
    case 'v':
      return `M${x + 0.5} 1.5h${w - 1.5}v${h - 3}h${1.5 - w}z`
    case 'b':
      return `M${x + 2.5} 2h${w - 5.5}M${x + 2.5} ${h - 2}h${w - 5.5}M${x + w / 2 - 0.25} 2v${h - 4}`
    case 'x':
      return `M${x + 2} ${h - 3}L${x + w - 3} 3`
    case 's':
      // The bar is cut out of the filled box by the even-odd rule, so that one path draws both.
      return `M${x + 0.5} 1.5h${w - 1.5}v${h - 3}h${1.5 - w}zM${x + 2.8} 7.9h${w - 6}v2.2h${6 - w}z`
    case 'e':
      return `M${x + 1.5} 9h${w - 4.5}m-2.8 -2.8l2.8 2.8l-2.8 2.8`
    case 'u':
      return `M${x + 1} 2h${w - 2.5}v${h - 4}h${2.5 - w}zM${x + 3} 5.5l${w - 6.5} 7m0 -7l${6.5 - w} 7`
    default:
      return `M${x + 1} 2h${w - 2.5}v${h - 4}h${2.5 - w}z`
  }
}

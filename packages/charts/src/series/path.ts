/** Coordinates are written to a tenth of a pixel: enough for paper, and short. */
export function px(value: number): number {
  return Math.round(value * 10) / 10
}

export function linePath(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], index) => `${index ? 'L' : 'M'}${px(x)} ${px(y)}`).join('')
}

/** A closed outline: along `upper`, back along `lower`. */
export function areaPath(
  upper: readonly (readonly [x: number, y: number])[],
  lower: readonly (readonly [x: number, y: number])[],
): string {
  return `${linePath([...upper, ...lower.toReversed()])}Z`
}

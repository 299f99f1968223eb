/**
 * The q-quantile of values in ascending order by linear interpolation between order statistics: type 7 of
 * Hyndman & Fan (1996), the default of R's `quantile()`.
 */
export function quantile(ascending: readonly number[], q: number): number {
  if (ascending.length === 0) throw new RangeError('There is no quantile of nothing.')
  const place = (ascending.length - 1) * q
  const below = Math.floor(place)
  const low = ascending[below]!
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!
  return low + (place - below) * (high - low)
}

import type { Place } from '../observations/published.ts'

/** Fewest members among which a place is told. Under it the figures themselves are the comparison. */
export const fewestForPlaces = 4

/**
 * Where each member stands, 1 = highest, by the value as it is printed: members whose printed values are equal share
 * a place, since a reader could not see why one stands before the other.
 */
export function placesOf(values: ReadonlyMap<string, number>, decimals: number): Map<string, Place> {
  const printed = new Map([...values].map(([member, value]) => [member, Number(value.toFixed(decimals))]))
  const all = [...printed.values()]
  if (all.length < fewestForPlaces) return new Map()
  return new Map(
    [...printed].map(([member, value]) => {
      const high = 1 + all.filter((other) => other > value).length
      return [member, { high, of: all.length, joint: all.filter((other) => other === value).length > 1 }]
    }),
  )
}

/** A place of the matrix: which row, which of the six, which year. */
export interface Place {
  row: number
  column: number
  slot: number
}

/**
 * Where a key leads in the matrix; undefined for a key that is not ours.
 *
 * Left and right go year by year and on into the next economy; up and down go by
 * row; Home and End to the first and last year of the row's strips.
 */
export function stepTo(
  key: string,
  { row, column, slot }: Place,
  rows: number,
  columns: number,
  slots: number,
): Place | undefined {
  const along = column * slots + slot
  const at = (next: number): Place => {
    const kept = Math.max(0, Math.min(columns * slots - 1, next))
    return { row, column: Math.floor(kept / slots), slot: kept % slots }
  }
  switch (key) {
    case 'ArrowRight':
      return at(along + 1)
    case 'ArrowLeft':
      return at(along - 1)
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column, slot }
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column, slot }
    case 'Home':
      return at(0)
    case 'End':
      return at(columns * slots - 1)
    case 'PageDown':
      return { row: Math.min(rows - 1, row + 10), column, slot }
    case 'PageUp':
      return { row: Math.max(0, row - 10), column, slot }
    default:
      return undefined
  }
}

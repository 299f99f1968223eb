/**
 * Moves labels apart so that neighbours are at least `gap` from each other,
 * with the least total of squared moves, in the order of the places they belong to.
 * They stay between `low` and `high` as long as there is room for all.
 *
 * The answer is in the order of the input.
 */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, index) => index).toSorted((a, b) => places[a]! - places[b]! || a - b)
  // Least squares under y[i + 1] − y[i] ≥ gap is isotonic regression of y[i] − i·gap: merge neighbours that would overlap.
  const blocks: { sum: number; members: number[] }[] = []
  order.forEach((index, rank) => {
    blocks.push({ sum: places[index]! - rank * gap, members: [index] })
    while (blocks.length > 1 && mean(blocks.at(-2)!) > mean(blocks.at(-1)!)) {
      const last = blocks.pop()!
      blocks.at(-1)!.sum += last.sum
      blocks.at(-1)!.members.push(...last.members)
    }
  })
  const room = Math.max(low, high - (places.length - 1) * gap)
  const placed = places.slice()
  let rank = 0
  for (const block of blocks) {
    const base = Math.min(Math.max(mean(block), low), room)
    for (const index of block.members) placed[index] = base + rank++ * gap
  }
  return placed
}

function mean(block: { sum: number; members: number[] }): number {
  return block.sum / block.members.length
}

const narrow = new Set("iíjlt.,:;!|'’ f()-†*ïІіј".split(''))
const wide = new Set('mwMWЖжШшЩщЮюМмЂЉЊџ—%'.split(''))

/** Width of a label in px, as near as can be told without drawing it; rather too wide than too narrow. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0
  for (const letter of text) {
    if (narrow.has(letter)) ems += 0.3
    else if (wide.has(letter)) ems += 0.86
    else ems += letter >= 'А' && letter <= 'я' ? 0.6 : letter >= 'A' && letter <= 'Z' ? 0.63 : 0.54
  }
  return ems * size * (bold ? 1.05 : 1)
}

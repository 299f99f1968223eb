/**
 * The day against which freshness is measured: the day asked for, else the last of
 * the source year whose state is shown, else the day of that edition, else today.
 */
export function readingDay(
  asOf: string | undefined,
  edition: { publishedAt: string; sourceYear: number | null } | null,
  now: Date,
): string {
  if (asOf === undefined || !edition) return now.toISOString().slice(0, 10)
  if (asOf.includes('-')) return asOf
  return edition.sourceYear === null ? edition.publishedAt.slice(0, 10) : `${edition.sourceYear}-12-31`
}

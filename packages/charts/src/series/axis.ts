const steps = [1, 2, 2.5, 5, 10]
const tops = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The round number at or above `max` that heads a small multiple. An empty chart has an axis to 1. */
export function niceTop(max: number, whole = false): number {
  if (!(max > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(max))
  const found = tops.find((top) => round(top * power) >= max && (!whole || Number.isInteger(round(top * power)))) ?? 10
  return whole ? Math.max(1, round(found * power)) : round(found * power)
}

/**
 * A value axis that starts at zero, in four to eight round steps.
 * `whole` keeps the steps to whole numbers, for what is counted in ones.
 */
export function axisOf(
  max: number,
  options: { whole?: boolean; most?: number } = {},
): { top: number; ticks: number[] } {
  const { whole = false, most = 8 } = options
  const wanted = max > 0 ? max : 1
  const power = 10 ** Math.floor(Math.log10(wanted / most))
  const step =
    steps
      .map((s) => round(s * power))
      .find((s) => Math.ceil(wanted / s - 1e-9) <= most && (!whole || Number.isInteger(s))) ??
    Math.max(round(10 * power), 1)
  const count = Math.max(1, Math.ceil(wanted / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, index) => round(index * step))
  return { top: ticks.at(-1)!, ticks }
}

/** Decimals needed to print every tick exactly. */
export function tickDecimals(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map((tick) => (String(round(tick)).split('.')[1] ?? '').length))
}

/** Undoes binary noise such as 0.30000000000000004. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

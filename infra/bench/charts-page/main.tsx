import { InspectableSmallMultiple, SmallMultiple, type SmallMultipleProps } from '@observatory/charts/small-multiple'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Area, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'

type Kind = 'still' | 'inspectable' | 'recharts'
declare global {
  interface Window {
    mount: (kind: Kind) => Promise<void>
    unmount: () => Promise<void>
  }
}

const charts = 12
const span = Array.from({ length: 10 }, (_, at) => String(2015 + at))

/** Figures of one chart: the same for all three ways of drawing it. */
function figures(chart: number) {
  const own = span.map((_, at) => 20 + chart + 15 * Math.sin(at + chart))
  return {
    own,
    median: own.map((value) => value * 0.9),
    lower: own.map((value) => value * 0.7),
    upper: own.map((value) => value * 1.2),
  }
}

function smallMultiple(chart: number): SmallMultipleProps {
  const { own, median, lower, upper } = figures(chart)
  const none = span.map(() => ({ na: 'not-published' as const }))
  return {
    title: `Chart ${chart}`,
    labels: { own: 'Albania', ownShort: 'ALB', median: 'median' },
    number: (value, { decimals }) => value.toFixed(decimals),
    decimals: 1,
    span,
    measure: 'count',
    breaks: [],
    series: { periods: span, cells: own, rate: null, denominatorPeriods: null, status: span.map(() => []) },
    benchmark: { periods: span, members: span.map(() => 6), median, lower, upper, min: none, max: none },
  } as SmallMultipleProps
}

function recharts(chart: number): ReactElement {
  const { own, median, lower, upper } = figures(chart)
  const data = span.map((period, at) => ({ period, own: own[at], median: median[at], band: [lower[at], upper[at]] }))
  return (
    <ComposedChart key={chart} width={320} height={130} data={data} accessibilityLayer>
      <XAxis dataKey="period" />
      <YAxis hide domain={[0, 'auto']} />
      <Tooltip isAnimationActive={false} />
      <Area dataKey="band" isAnimationActive={false} stroke="none" fill="#dce3e9" />
      <Line dataKey="median" isAnimationActive={false} dot={false} strokeDasharray="3 2" />
      <Line dataKey="own" isAnimationActive={false} strokeWidth={2.5} />
    </ComposedChart>
  )
}

const twelve = Array.from({ length: charts }, (_, at) => at)
const draw: Record<Kind, () => ReactElement[]> = {
  still: () => twelve.map((at) => <SmallMultiple key={at} {...smallMultiple(at)} />),
  inspectable: () =>
    twelve.map((at) => <InspectableSmallMultiple key={at} {...smallMultiple(at)} tell={(period) => period} />),
  recharts: () => twelve.map(recharts),
}

let root = createRoot(document.getElementById('charts')!)
/** Two frames and an idle moment: effects have run and the page has been painted. */
const settled = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30))))

window.mount = async (kind) => {
  flushSync(() => root.render(draw[kind]()))
  await settled()
}
window.unmount = async () => {
  root.unmount()
  root = createRoot(document.getElementById('charts')!)
  await settled()
}

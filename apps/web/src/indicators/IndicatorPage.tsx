/** Its owner writes this page. */
export function IndicatorPage() {
  return <h1>Indicator</h1>
}

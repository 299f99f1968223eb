/** Its owner writes this page. */
export function IndicatorsPage() {
  return <h1>Indicators</h1>
}

/** Its owner writes this page. */
export function OverviewPage() {
  return <h1>Overview</h1>
}

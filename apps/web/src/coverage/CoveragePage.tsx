/** Its owner writes this page. */
export function CoveragePage() {
  return <h1>Coverage</h1>
}

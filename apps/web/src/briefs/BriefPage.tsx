/** Its owner writes this page. */
export function BriefPage() {
  return <h1>Brief</h1>
}

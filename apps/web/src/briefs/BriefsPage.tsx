/** Its owner writes this page. */
export function BriefsPage() {
  return <h1>Briefs</h1>
}

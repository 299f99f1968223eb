/** Marks a rate that borrows the population of another year; the note it points to stands on the same page. */
export function Dagger() {
  return <span className="dagger">†</span>
}

export function ChooseOrganisationPage() {
  return <h1>ChooseOrganisation</h1>
}

export function ReadView() {
  return <h1>Read</h1>
}

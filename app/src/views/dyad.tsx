export function DyadView() {
  return <h1>Dyad</h1>
}

export function WorldView() {
  return <h1>World</h1>
}

/** Finds a pair: to be typed as "rus chi", "Moscow Beijing", or in codes. */
export function Finder() {
  return <div class="finder" />
}

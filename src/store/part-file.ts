/** Returns the path of the part with this hash, relative to the root. */
export function partFile(sha256: string): string {
  return `parts/${sha256.slice(0, 32)}.parquet`
}

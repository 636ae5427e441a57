/** Returns the path of the part (a Parquet file of a snapshot) with this hash, relative to the root of the store. */
export function partFile(sha256: string): string {
  return `parts/${sha256.slice(0, 32)}.parquet`
}

/**
 * Returns the same day ten years earlier; 29 February becomes 28 February.
 *
 * @example tenYearsBefore('2024-02-29')   // "2014-02-28"
 */
export function tenYearsBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 10)
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}

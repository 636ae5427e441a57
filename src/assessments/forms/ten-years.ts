/**
 * The same day ten years before; 29 February becomes the 28th.
 *
 * @example tenYearsBefore('2024-02-29')   // "2014-02-28"
 */
export function tenYearsBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 10)
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}

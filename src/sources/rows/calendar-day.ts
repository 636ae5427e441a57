/**
 * Whether the text is a day of the calendar as YYYY-MM-DD.
 *
 * @example ['2024-02-29', '2023-02-29', '2023-2-9'].map(isDay)   // [true, false, false]
 */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

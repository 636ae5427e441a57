import type { Span } from './state.ts'

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/**
 * Whether a day (ISO text) is in a span; both ends are included.
 *
 * @example isInSpan({ from: '1990-10-03', to: null }, '1990-10-02')   // false
 */
export function isInSpan(span: Span, day: string): boolean {
  return span.from <= day && (span.to === null || day <= span.to)
}

/**
 * Unites spans and sorts them. Overlapping spans are merged, and so are adjacent ones (one ends on the day before the other begins).
 *
 * @example unionOf([{ from: '1949-09-21', to: null }, { from: '1816-01-01', to: '1945-05-07' }, { from: '1816-01-01', to: '1945-05-08' }])   // [{ from: '1816-01-01', to: '1945-05-08' }, { from: '1949-09-21', to: null }]
 */
export function unionOf(spans: readonly Span[]): Span[] {
  const united: { from: string; to: string | null }[] = []
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = united.at(-1)
    if (last === undefined || (last.to !== null && dayAfter(last.to) < from)) united.push({ from, to })
    else if (last.to !== null && (to === null || to > last.to)) last.to = to
  }
  return united
}

/**
 * Counts the days between a day and the nearest day of a span; 0 inside the span.
 *
 * @example daysFrom({ from: '1990-05-22', to: null }, '1990-05-20')   // 2
 */
export function daysFrom(span: Span, day: string): number {
  if (isInSpan(span, day)) return 0
  const edge = day < span.from ? span.from : (span.to ?? span.from)
  return Math.abs(Date.parse(edge) - Date.parse(day)) / 86_400_000
}

interface NotedRow {
  readonly note: string | null
}

/**
 * Whether nobody is listed under a regime on a day, so that it is a framework and no sanction: the note of its row says so, and since when if it once was not.
 *
 * @example isEmptyFramework({ note: 'Decision (CFSP) 2021/1277; nobody listed' }, '2026-11-24')   // true
 * @example isEmptyFramework({ note: 'nobody listed since 2025-09-30' }, '2020-01-01')   // false
 */
export function isEmptyFramework({ note }: NotedRow, day: string): boolean {
  const found = /\bnobody (?:was ever )?listed(?: since (\d{4}-\d{2}-\d{2}))?/.exec(note ?? '')
  return found !== null && (found[1] === undefined || day >= found[1])
}

/**
 * Returns the last day to which the text read has a regime in force, where that is before the given day and a renewal was not checked; else undefined.
 *
 * @example sureTo({ note: 'in force to 2026-10-31 at least: a renewal was not checked' }, '2026-11-24')   // "2026-10-31"
 */
export function sureTo({ note }: NotedRow, day: string): string | undefined {
  const last = /\bin force to (\d{4}-\d{2}-\d{2}) at least\b/.exec(note ?? '')?.[1]
  return last !== undefined && last < day ? last : undefined
}

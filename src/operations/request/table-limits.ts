import type { Format, Input, Operation } from './operation.ts'

/** Whether a format is read by people, so that it may be cut; all others are whole. */
const isForPeople = (format: Format): boolean => format === 'table' || format === 'md'

/**
 * Returns the input with the limits that hold in a table or Markdown where none was given. In every other format there is no limit but the one that was asked
 * for.
 */
export function withTableLimits({ parameters }: Operation, input: Input, format: Format): Input {
  if (!isForPeople(format)) return input
  const limits = parameters.flatMap(({ name, inTables }) =>
    inTables === undefined || input[name] !== undefined ? [] : [[name, inTables] as const],
  )
  return { ...Object.fromEntries(limits), ...input }
}

/**
 * Says that an answer shows only some of its rows; empty if it shows all.
 *
 * @example cutNote('roll calls', 50, 180, 'table')   // ['50 of 180 roll calls are shown. For all of them: --limit 180, or --format csv.']
 * @example cutNote('roll calls', 10, 180, 'csv')   // ['10 of 180 roll calls are shown. For all of them: no --limit.']
 */
export function cutNote(what: string, shown: number, total: number, format: Format): string[] {
  if (shown >= total) return []
  const all = isForPeople(format) ? `--limit ${total}, or --format csv` : 'no --limit'
  return [`${shown.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${what} are shown. For all of them: ${all}.`]
}

import { sqlLiteral } from '../../store/index.ts'

/**
 * Writes texts as a list for `IN (…)`, with quotes escaped.
 *
 * @example inList(['CHN', "d'Ivoire"])   // "('CHN', 'd''Ivoire')"
 */
export function inList(texts: Iterable<string>): string {
  return `(${[...texts].map(sqlLiteral).join(', ')})`
}

/**
 * Selects the rows in force on a day: begun by then and not yet ended.
 *
 * @example inForceCondition('2020-01-01')   // "start_date <= '2020-01-01' and coalesce(end_date, '9999') >= '2020-01-01'"
 */
export function inForceCondition(day: string): string {
  return `start_date <= '${day}' and coalesce(end_date, '9999') >= '${day}'`
}

/**
 * Selects the roll calls on which all of these voters took a position.
 *
 * @param columns   positions in the table `voters`, from 0
 * @example votesCondition([36, 155])   // "votes[37] <> '.' and votes[156] <> '.'"
 */
export function votesCondition(columns: readonly number[]): string {
  return [...columns]
    .sort((x, y) => x - y)
    .map((column) => `votes[${column + 1}] <> '.'`)
    .join(' and ')
}

/** Selects items of a pair's ledger by their ids. */
export function ledgerItemsById({ a, b }: { readonly a: string; readonly b: string }, items: readonly { readonly id: string }[]): string {
  return `data/ledgers/${a.toLowerCase()}-${b.toLowerCase()}.json where id in ${inList(items.map(({ id }) => id))}`
}

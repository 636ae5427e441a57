import type { Cell } from '../../store/index.ts'

/** The two states whose facts are read; undefined: all pairs. */
export type FactScope = readonly [a: string, b: string] | undefined

/** A condition of SQL on rows of two states, with its parameters. */
export function ofScope(
  scope: FactScope,
  columns: readonly string[] = ['state_a', 'state_b'],
): { where: string; parameters: Record<string, Cell> } {
  if (scope === undefined) return { where: 'true', parameters: {} }
  return { where: columns.map((column) => `${column} IN ($a, $b)`).join(' AND '), parameters: { a: scope[0], b: scope[1] } }
}

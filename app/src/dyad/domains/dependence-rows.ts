import type { Estimate } from '../../figures/estimate.ts'
import type { Assessment } from '../assessment-values.ts'

/** A kind of flow, with the share of each state's total that goes to or comes from the other state. */
export interface DependenceRow {
  readonly title: string
  readonly a: Estimate | undefined
  readonly b: Estimate | undefined
}

/** Patterns of the ids of the shares in the total of A and in the total of B, by row. */
const pairs: readonly (readonly [title: string, a: RegExp, b: RegExp])[] = [
  ['trade with the other, part of own GDP', /^gdp-share-a$/, /^gdp-share-b$/],
  ['goods imports from the other, part of all', /^import-share-a$/, /^import-share-b$/],
  ['goods exports to the other, part of all', /^export-share-a$/, /^export-share-b$/],
  ['fossil fuels sent to the other, part of all', /^fossil-share-a-to-b/, /^fossil-share-b-to-a/],
  ['arms from the other, part of all received', /^arms-import-share-a$/, /^arms-import-share-b$/],
  ['arms to the other, part of all sent', /^arms-export-share-a$/, /^arms-export-share-b$/],
]

/** Returns the rows for which the assessment has the share of at least one side, even if it is unknown. */
export function dependenceRows({ domains }: Assessment): DependenceRow[] {
  const shares = domains.flatMap(({ estimates }) => estimates.filter(({ unit }) => unit === 'share'))
  return pairs
    .map(([title, a, b]) => ({ title, a: shares.find(({ id }) => a.test(id)), b: shares.find(({ id }) => b.test(id)) }))
    .filter(({ a, b }) => a !== undefined || b !== undefined)
}

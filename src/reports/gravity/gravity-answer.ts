import { counted } from '../../assessments/forms/wording.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** A coefficient of a gravity equation. */
export interface GravityTerm {
  readonly name: string
  /** Null for a regressor that was left out. */
  readonly estimate: number | null
  readonly error: number | null
  /** The 90 % interval. */
  readonly low90: number | null
  readonly high90: number | null
  /** For a regressor that is 0 or 1: by how many percent it changes the flow. Null for others. */
  readonly percent: number | null
  /** Why it has no estimate. */
  readonly leftOut: string | null
}

/** The answer of `visavis gravity FILE`. */
export interface GravityAnswer {
  readonly schemaVersion: 1
  readonly file: string
  readonly flow: string
  readonly effects: readonly { readonly name: string; readonly groups: number }[]
  /** Sets of clusters of the errors; none: rows are independent. */
  readonly clusters: readonly { readonly name: string; readonly clusters: number }[]
  readonly factor: { readonly kind: 'clusters' | 'fixest' | 'none'; readonly value: number }
  readonly rows: {
    readonly read: number
    readonly blank: number
    readonly used: number
    readonly withoutFlow: number
    readonly zeroGroups: readonly { readonly effect: string; readonly groups: number; readonly rows: number }[]
    readonly separated: number
  }
  readonly terms: readonly GravityTerm[]
  /** Covariance of the coefficients with an estimate, in their order. */
  readonly covariance: readonly (readonly number[])[]
  readonly deviance: number
  /** Squared correlation of observed and fitted flow. */
  readonly explained: number
  readonly convergence: {
    readonly converged: true
    readonly steps: number
    readonly iterations: number
    readonly lastStep: number
    readonly imbalance: number
  }
  /** What a reader must know, in sentences. */
  readonly notes: readonly string[]
  /** Observed and fitted flow of each row, where asked for. */
  readonly fitted: readonly FittedFlow[] | null
  /** The fixed effects, where asked for. */
  readonly fixedEffects: readonly FixedEffect[] | null
}

export interface FittedFlow {
  readonly exporter: string
  readonly importer: string
  readonly year: string | null
  readonly flow: number
  readonly fitted: number
  readonly used: boolean
}

export interface FixedEffect {
  readonly effect: string
  readonly group: string
  /** Logarithm; null for a group without any flow. */
  readonly value: number | null
}

/** Writes the estimate as text. */
export const gravityPage: WrittenPage<GravityAnswer> = textAndMarkdown(page)

/** Writes the coefficients as CSV, or what was asked for instead. */
export function gravityCsv({ terms, fitted, fixedEffects }: GravityAnswer): string {
  if (fitted !== null)
    return csv(
      ['exporter', 'importer', 'year', 'flow', 'fitted', 'used'],
      fitted.map((row) => [row.exporter, row.importer, row.year, row.flow, row.fitted, row.used]),
    )
  if (fixedEffects !== null)
    return csv(
      ['effect', 'group', 'value'],
      fixedEffects.map(({ effect, group, value }) => [effect, group, value]),
    )
  return csv(
    ['term', 'estimate', 'std_error', 'low90', 'high90', 'percent', 'left_out'],
    terms.map((one) => [one.name, one.estimate, one.error, one.low90, one.high90, one.percent, one.leftOut]),
  )
}

function page(answer: GravityAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const columns: Column[] = [
    { title: '' },
    { title: 'coefficient', align: 'right' },
    { title: 'error', align: 'right' },
    { title: '90 % interval', align: 'right' },
    { title: 'effect on the flow', align: 'right' },
  ]
  const rows = answer.terms.map((one) => [one.name, ...cellsOf(one)])
  const body = rows.length === 0 ? 'No regressors: fixed effects only.' : table(columns, rows)
  return [paragraph(lead(answer)), '', body, '', ...answer.notes.flatMap((note) => [paragraph(note), ''])].join('\n').trimEnd()
}

function cellsOf({ estimate, error, low90, high90, percent }: GravityTerm): string[] {
  if (estimate === null) return ['left out', '', '', '']
  const effect = percent === null ? '' : `${signed(percent, Math.abs(percent) < 10 ? 1 : 0)} %`
  return [signed(estimate, 4), error!.toFixed(4), `${signed(low90!, 4)} to ${signed(high90!, 4)}`, effect]
}

function signed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-/, '−')
}

const factorWords = {
  clusters: 'corrected by G / (G − 1), with G clusters',
  fixest: 'corrected as in the R package fixest, which counts the fixed effects too',
  none: 'without a correction for small samples',
} as const

function lead({ file, flow, effects, clusters, factor, rows, explained, convergence }: GravityAnswer): string {
  const sets = effects.map(({ name, groups }) => `${name} (${groups.toLocaleString('en-US')})`).join(', ')
  const withEffects = sets === '' ? 'with a constant' : `with fixed effects of ${sets}`
  const errors =
    clusters.length === 0
      ? 'Errors allow each row its own variance'
      : `Errors are clustered by ${clusters.map(({ name, clusters: count }) => `${name} (${count.toLocaleString('en-US')})`).join(' and ')}`
  return (
    `Gravity equation of ${flow} in ${file}, by Poisson pseudo maximum likelihood ${withEffects}. ` +
    `${counted(rows.used, 'row', 'rows')} used, ${rows.withoutFlow.toLocaleString('en-US')} of them without flow. ` +
    `${errors}, ${factorWords[factor.kind]}. Converged in ${counted(convergence.steps, 'step', 'steps')}. ` +
    `Squared correlation of fitted and observed flow: ${explained.toFixed(2)}.`
  )
}

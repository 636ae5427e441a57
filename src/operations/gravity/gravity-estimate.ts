import { basename } from 'node:path'
import { counted } from '../../assessments/forms/wording.ts'
import { VisavisError } from '../../errors.ts'
import { type PpmlFit, type PpmlTerm, ppml, type SmallSampleFactor } from '../../measures/index.ts'
import { normalQuantile } from '../../numeric/normal.ts'
import type { FittedFlow, FixedEffect, GravityAnswer, GravityTerm } from '../../reports/gravity/gravity-answer.ts'
import type { PanelColumns } from './panel-columns.ts'
import type { ModelRequest, PanelModel } from './panel-model.ts'
import { theRecord } from './record-panel.ts'

/** A panel that was read, and what is asked of it. */
export interface GravityQuestion {
  readonly model: ModelRequest
  readonly columns: PanelColumns
  readonly built: PanelModel
  readonly path: string
  readonly factor: SmallSampleFactor
  readonly show: 'coefficients' | 'fitted' | 'effects'
}

/**
 * Estimates the model and writes the answer.
 *
 * @throws VisavisError BadInput if the estimation does not converge: then there is no number to give
 */
export function estimateGravity(question: GravityQuestion): GravityAnswer {
  const { model, columns, built, path, factor, show } = question
  if (built.clusters.length > 4) throw new VisavisError('Usage', 'errors can be clustered in at most four ways')
  const fit = ppml(built.panel, { clusters: built.clusters, factor })
  const { converged, ...convergence } = fit.convergence
  if (!converged) throw notConverged(fit)
  const read = columns.lines.length + columns.blank
  return {
    ...{ schemaVersion: 1, file: basename(path), flow: model.flow },
    effects: built.panel.effects.map(({ name }, e) => ({ name, groups: fit.effects[e]!.used })),
    clusters: fit.clusters,
    factor: fit.factor,
    rows: {
      ...{ read, blank: columns.blank, used: fit.rows.used, withoutFlow: withoutFlow(built, fit) },
      zeroGroups: fit.rows.zeroGroups.filter(({ rows }) => rows > 0),
      separated: fit.rows.separated.length,
    },
    terms: fit.terms.map((term, j) => termOf(term, isBinary(built.panel.regressors[j]!.values))),
    covariance: rowsOf(fit.covariance),
    deviance: fit.deviance,
    explained: explainedShare(built.panel.flow, fit),
    convergence: { converged: true, ...convergence },
    notes: notesOf(question, fit),
    fitted: show === 'fitted' ? fittedFlows(question, fit) : null,
    fixedEffects: show === 'effects' ? fixedEffects(built, fit) : null,
  }
}

function notConverged({ convergence, terms }: PpmlFit): VisavisError {
  const { steps, lastStep, imbalance } = convergence
  const names = terms.flatMap(({ name, estimate }) => (estimate === null ? [] : [name])).join(', ')
  const what = `the estimate did not converge in ${steps} steps: one more would move a coefficient by ${lastStep.toExponential(1)}`
  return new VisavisError('BadInput', `${what}, and fitted and observed totals differ by up to ${imbalance.toExponential(1)}`, {
    hint: `leave out one of the regressors (${names}) at a time, and see which one it is`,
  })
}

function isBinary(values: Float64Array): boolean {
  return values.every((value) => value === 0 || value === 1)
}

/** The quantile of the normal distribution for a 90 % interval. */
const z90 = normalQuantile(0.95)

/** Returns a coefficient with its interval; that of a dummy, a regressor that is 0 or 1, also in percent of the flow. */
export function termOf({ name, estimate, error, leftOut }: PpmlTerm, isDummy: boolean): GravityTerm {
  if (estimate === null || error === null) return { name, estimate: null, error: null, low90: null, high90: null, percent: null, leftOut }
  const percent = isDummy ? 100 * Math.expm1(estimate) : null
  return { name, estimate, error, low90: estimate - z90 * error, high90: estimate + z90 * error, percent, leftOut: null }
}

function rowsOf(matrix: Float64Array): number[][] {
  const size = Math.round(Math.sqrt(matrix.length))
  return Array.from({ length: size }, (_, i) => [...matrix.subarray(i * size, (i + 1) * size)])
}

function withoutFlow({ panel }: PanelModel, { fitted }: PpmlFit): number {
  let count = 0
  for (let i = 0; i < fitted.length; i++) if (panel.flow[i] === 0 && fitted[i]! > 0) count++
  return count
}

/** Returns the squared correlation of observed and fitted flow over the rows in use. */
function explainedShare(flow: Float64Array, { fitted }: PpmlFit): number {
  let [n, sumY, sumF] = [0, 0, 0]
  for (let i = 0; i < flow.length; i++) {
    if (fitted[i] === 0) continue
    n++
    sumY += flow[i]!
    sumF += fitted[i]!
  }
  let [yy, ff, yf] = [0, 0, 0]
  for (let i = 0; i < flow.length; i++) {
    if (fitted[i] === 0) continue
    const [y, f] = [flow[i]! - sumY / n, fitted[i]! - sumF / n]
    yy += y * y
    ff += f * f
    yf += y * f
  }
  return yy > 0 && ff > 0 ? (yf * yf) / (yy * ff) : 0
}

function notesOf({ model, columns, built, path }: GravityQuestion, fit: PpmlFit): string[] {
  const { rows, terms } = fit
  const many = (count: number): string => counted(count, 'row', 'rows')
  const notes = terms.flatMap(({ name, leftOut }) => (leftOut === null ? [] : [`${name} was left out: it is ${leftOut}.`]))
  if (columns.blank > 0)
    notes.push(
      path === theRecord
        ? `${many(columns.blank)} left out: the source may lack the flow, which is unknown and not 0.`
        : `${many(columns.blank)} with a blank in a column of the model ${columns.blank === 1 ? 'was' : 'were'} left out.`,
    )
  for (const { effect, groups, rows: gone } of rows.zeroGroups)
    if (gone > 0)
      notes.push(
        `${many(gone)} left out: ${counted(groups, 'group', 'groups')} of ${effect} had no flow at all, so that nothing can be learned from them.`,
      )
  if (rows.separated.length > 0) notes.push(separatedNote(columns, model, rows.separated))
  const repeated = repeatedRows(model, columns)
  if (repeated > 0)
    notes.push(
      `${many(repeated)} ${repeated === 1 ? 'repeats' : 'repeat'} the exporter, importer${model.year === null ? '' : ' and year'} of an earlier row.`,
    )
  if (fit.covarianceRepaired)
    notes.push('The clusters gave a negative variance in some direction, which was set to 0: there are too few clusters for this model.')
  const few = fit.clusters.filter(({ clusters }) => clusters < fewClusters)
  for (const { name, clusters } of few) notes.push(`There are only ${clusters} clusters of ${name}: errors may be too small.`)
  if (built.panel.effects.length === 0) notes.push('Without fixed effects of exporter and importer, multilateral resistance is ignored.')
  return notes
}

/** Below this number of clusters, clustered errors are known to be too small (Cameron, Gelbach & Miller 2008). */
const fewClusters = 30

function separatedNote({ texts }: PanelColumns, model: ModelRequest, separated: readonly number[]): string {
  const label = (column: string, row: number): string => {
    const { labels, of } = texts.get(column)!
    return labels[of[row]!]!
  }
  const named = separated.slice(0, 3).map((row) => {
    const pair = `${label(model.exporter, row)} to ${label(model.importer, row)}`
    return model.year === null ? pair : `${pair} in ${label(model.year, row)}`
  })
  const more = separated.length > 3 ? ' and others' : ''
  return (
    `${counted(separated.length, 'row', 'rows')} without flow left out as separated (${named.join(', ')}${more}): ` +
    'regressors and effects predict their flow perfectly, as 0, and they tell nothing of the coefficients.'
  )
}

/** Counts the rows whose exporter, importer and year another row before had. */
function repeatedRows({ exporter, importer, year }: ModelRequest, { texts, lines }: PanelColumns): number {
  const keys = [exporter, importer, ...(year === null ? [] : [year])].map((name) => texts.get(name)!)
  const seen = new Set<number>()
  for (let i = 0; i < lines.length; i++) seen.add(keys.reduce((key, { of, labels }) => key * labels.length + of[i]!, 0))
  return lines.length - seen.size
}

function labelsOf({ columns, model }: GravityQuestion, row: number): Pick<FittedFlow, 'exporter' | 'importer' | 'year'> {
  const label = (name: string): string => {
    const { labels, of } = columns.texts.get(name)!
    return labels[of[row]!]!
  }
  return { exporter: label(model.exporter), importer: label(model.importer), year: model.year === null ? null : label(model.year) }
}

function fittedFlows(question: GravityQuestion, { fitted }: PpmlFit): FittedFlow[] {
  const { flow } = question.built.panel
  return Array.from(fitted, (value, row) => ({ ...labelsOf(question, row), flow: flow[row]!, fitted: value, used: value > 0 }))
}

function fixedEffects({ labels }: PanelModel, { effects }: PpmlFit): FixedEffect[] {
  return labels.flatMap((names, e) =>
    names.map((group, g) => {
      const value = effects[e]!.values[g]!
      return { effect: effects[e]!.name, group, value: Number.isNaN(value) ? null : value }
    }),
  )
}

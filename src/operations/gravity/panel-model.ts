import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { crossGroups, type GravityPanel, type RowGroups } from '../../measures/index.ts'
import type { PanelColumns, TextColumn, WantedColumns } from './panel-columns.ts'

/** A gravity equation as it was asked for, with names of columns. */
export interface ModelRequest {
  readonly flow: string
  readonly exporter: string
  readonly importer: string
  /** Null for a cross-section. */
  readonly year: string | null
  readonly regressors: readonly RequestedRegressor[]
  readonly effects: readonly string[]
  readonly clusters: readonly string[]
  readonly weights: string | null
}

export interface RequestedRegressor {
  /** As asked for, such as `ln(dist)`. */
  readonly name: string
  readonly column: string
  readonly logarithm: boolean
}

/** The panel of a model, and its clusters. */
export interface PanelModel {
  readonly panel: GravityPanel
  readonly clusters: readonly RowGroups[]
  /** Labels of the groups of each set of effects. */
  readonly labels: readonly (readonly string[])[]
}

/** The groupings that a model can name beside columns of the file. */
const grouping: Readonly<Record<string, readonly ('exporter' | 'importer' | 'year')[]>> = {
  exporter: ['exporter'],
  importer: ['importer'],
  year: ['year'],
  'exporter-year': ['exporter', 'year'],
  'importer-year': ['importer', 'year'],
  pair: ['exporter', 'importer'],
}

/** The name of the grouping in which both directions of a pair are one group. */
const bothWays = 'both-ways'

/**
 * Reads what was asked for into names of columns.
 *
 * @example requestedRegressors('ln(dist), rta').map(({ column }) => column)   // ['dist', 'rta']
 */
export function requestedRegressors(text: string | undefined): RequestedRegressor[] {
  return listed(text).map((name) => {
    const logarithm = /^(?:ln|log)\((.{1,200})\)$/.exec(name)
    return { name, column: logarithm === null ? name : logarithm[1]!.trim(), logarithm: logarithm !== null }
  })
}

/** Splits a list at its commas. */
export function listed(text: string | undefined): string[] {
  const found = (text ?? '').split(',').map((one) => one.trim())
  return found.filter((one, i) => one !== '' && found.indexOf(one) === i)
}

/** Returns the columns that a model needs. */
export function wantedColumns(model: ModelRequest): WantedColumns {
  const own = [...model.effects, ...model.clusters].filter((name) => grouping[name] === undefined && name !== bothWays)
  const texts = [model.exporter, model.importer, ...(model.year === null ? [] : [model.year]), ...own]
  const numbers = [model.flow, ...model.regressors.map(({ column }) => column), ...(model.weights === null ? [] : [model.weights])]
  return { texts: [...new Set(texts)], numbers: [...new Set(numbers)] }
}

/**
 * Builds the panel of a model from the columns of a file.
 *
 * @throws VisavisError BadInput for a negative flow, a logarithm of 0, a weight that is not above 0; each with its line. Usage for effects by year without a
 *   column of years
 */
export function panelModel(model: ModelRequest, columns: PanelColumns, path: string): PanelModel {
  const file = basename(path)
  const number = (name: string): Float64Array => columns.numbers.get(name)!
  refuseRows(
    number(model.flow),
    columns,
    (value) => value < 0,
    file,
    (value) => `the flow is ${value}; a flow is 0 or more`,
  )
  if (model.weights !== null)
    refuseRows(
      number(model.weights),
      columns,
      (value) => value <= 0,
      file,
      (value) => `the weight is ${value}; weights are above 0`,
    )
  const regressors = model.regressors.map(({ name, column, logarithm }) => {
    const values = number(column)
    if (!logarithm) return { name, values }
    refuseRows(
      values,
      columns,
      (value) => value <= 0,
      file,
      (value) => `${column} is ${value} and has no logarithm`,
    )
    return { name, values: values.map(Math.log) }
  })
  const effects = model.effects.map((name) => groupsNamed(name, model, columns))
  return {
    panel: {
      flow: number(model.flow),
      regressors,
      effects: effects.map(({ groups }) => groups),
      weights: model.weights === null ? undefined : number(model.weights),
    },
    clusters: model.clusters.map((name) => groupsNamed(name, model, columns).groups),
    labels: effects.map(({ labels }) => labels),
  }
}

function refuseRows(
  values: Float64Array,
  { lines }: PanelColumns,
  isWrong: (value: number) => boolean,
  file: string,
  what: (value: number) => string,
): void {
  const row = values.findIndex(isWrong)
  if (row !== -1) throw new VisavisError('BadInput', `${file}:${lines[row]}: ${what(values[row]!)}`)
}

interface NamedGroups {
  readonly groups: RowGroups
  readonly labels: readonly string[]
}

/** Returns the groups of a name: one of `grouping`, `both-ways`, or a column of the file. */
function groupsNamed(name: string, model: ModelRequest, columns: PanelColumns): NamedGroups {
  const column = (of: string, text: string): NamedGroups => {
    const { labels, of: rows } = columns.texts.get(text) as TextColumn
    return { groups: { name: of, of: rows, groups: labels.length }, labels }
  }
  if (name === bothWays) return pairsBothWays(columns.texts.get(model.exporter)!, columns.texts.get(model.importer)!)
  const parts = grouping[name]
  if (parts === undefined) return column(name, name)
  const [first, second] = parts.map((part) => {
    const text = model[part]
    if (text === null) throw new VisavisError('Usage', `${name} needs a column of years`, { hint: 'name it: --year COLUMN' })
    return column(name, text)
  })
  return second === undefined ? first! : crossed(name, first!, second)
}

function crossed(name: string, a: NamedGroups, b: NamedGroups): NamedGroups {
  const groups = crossGroups(name, a.groups, b.groups)
  const labels = new Array<string>(groups.groups)
  for (let i = 0; i < groups.of.length; i++) labels[groups.of[i]!] ??= `${a.labels[a.groups.of[i]!]} ${b.labels[b.groups.of[i]!]}`
  return { groups, labels }
}

/** Groups the rows of a pair, whichever of the two exports. */
function pairsBothWays(exporter: TextColumn, importer: TextColumn): NamedGroups {
  const seen = new Map<string, number>()
  const of = new Int32Array(exporter.of.length)
  for (let i = 0; i < of.length; i++) {
    const [a, b] = [exporter.labels[exporter.of[i]!]!, importer.labels[importer.of[i]!]!]
    const label = a < b ? `${a} ${b}` : `${b} ${a}`
    const group = seen.get(label) ?? seen.size
    if (group === seen.size) seen.set(label, group)
    of[i] = group
  }
  return { groups: { name: bothWays, of, groups: seen.size }, labels: [...seen.keys()] }
}

import { VisavisError } from '../../errors.ts'
import { allFacts, type Fact, type FactRow, facts, inForce } from '../../memory/index.ts'
import type { Coverage } from '../../store/index.ts'
import { flagCode } from './panel-flags.ts'
import { eachPair, lastDayIn } from './panel-pairs.ts'
import { type PanelCells, type PanelInputs, type PanelSeries, pairCell, panelStates, statePlace } from './panel-series.ts'

const [atLeast, unknown, zero] = (['at-least', 'unknown', 'zero'] as const).map(flagCode) as [number, number, number]

const n = panelStates.length

/** A column of facts: of a kind, of one form of it, or those that one of the two set. */
export interface PanelFact {
  readonly fact: Fact
  /** Only facts of this form, with a hyphen for a blank. */
  readonly form?: string
  /** Counts from the state that acted to the other. */
  readonly byActor?: true
}

/**
 * Returns the column of facts with an id: the kind, `KIND-by` for those that the first of the two set, or `KIND-FORM`; undefined for any other id.
 *
 * @example factColumn('hostilities-war')?.form   // 'war'
 */
export function factColumn(id: string): PanelFact | undefined {
  for (const fact of facts) {
    if (id === fact.kind) return { fact }
    if (id === `${fact.kind}-by` && fact.of === 'directed') return { fact, byActor: true }
    if (id.startsWith(`${fact.kind}-`)) return { fact, form: id.slice(fact.kind.length + 1) }
  }
  return undefined
}

/** The ids of columns of facts that need no form, with their titles. */
export const factChoices: readonly { readonly id: string; readonly title: string; readonly directed: boolean }[] = facts.flatMap(
  ({ kind, title, of }) => [
    { id: kind, title: `${title}, in force at the end of the year`, directed: false },
    ...(of === 'pair'
      ? []
      : [{ id: `${kind}-by`, title: `${title}, by the first on the second, in force at the end of the year`, directed: true }]),
  ],
)

interface PlacedFact {
  readonly row: FactRow
  /** Cells in which it counts. */
  readonly cells: readonly number[]
}

/**
 * The facts of a kind that stand between two states at the end of each year, counted. Dates that may or may not leave a fact in force on that day count for
 * nothing, so that a count is a lower bound.
 *
 * @throws VisavisError Usage for a form that no fact of the kind has
 */
export async function factSeries({ snapshot, cards, to }: PanelInputs, id: string): Promise<PanelSeries> {
  const { fact, form, byActor } = factColumn(id)!
  const ofKind = [...(await allFacts(snapshot)).values()].flat().filter(({ kind }) => kind === fact.kind)
  const own = form === undefined ? ofKind : ofKind.filter((row) => formId(row.form) === form)
  if (form !== undefined && own.length === 0) throw noSuchForm(fact, form, ofKind)
  const placed = own.flatMap((row) => placedFact(row, byActor === true))
  const sources = [...new Set(ofKind.map(({ source }) => source))].sort().filter((source) => cards.has(source))
  const coverage = sources.flatMap((source) => cards.get(source)!.coverage)
  const of = form === undefined ? '' : ` of the form ${own[0]!.form}`
  return {
    id,
    title: `${form === undefined ? fact.title : `${fact.title} (${own[0]!.form})`}, in force at the end of the year`,
    unit: 'facts in force',
    directed: byActor === true,
    definition: `Number of facts${of} in force on the last day of the year. ${fact.definition}${byActor === true ? ' Those that A set, alone or with B.' : ''}`,
    limits: `A count is a lower bound. No row is unknown (${fact.absent}). What began and ended within the year is not counted.`,
    year: 'in force on the last day of the year, or of the record in its own year',
    ...{
      sides: [', A the first state, B the second', ', A the second state, B the first'],
      sources,
      sourceTexts: sources,
      oneSourceEach: false,
    },
    fill: (year, cells) => countInForce(placed, coverage, { year, to, directed: byActor === true }, cells),
  }
}

/** A form as part of an id: `embassy closed` is `embassy-closed`. */
function formId(form: string | null): string | undefined {
  return form?.replaceAll(' ', '-')
}

function noSuchForm({ kind, title }: Fact, form: string, rows: readonly FactRow[]): VisavisError {
  const known = [...new Set(rows.flatMap((row) => formId(row.form) ?? []))].sort()
  return new VisavisError('Usage', `there is no form "${form.slice(0, 100)}" of ${title}`, {
    hint: `--indicators ${known.map((one) => `${kind}-${one}`).join(',')}`,
  })
}

function placedFact(row: FactRow, byActor: boolean): PlacedFact[] {
  const [i, j] = [statePlace(row.a), statePlace(row.b)]
  if (i === undefined || j === undefined) return []
  if (!byActor) return [{ row, cells: [pairCell(i, j)] }]
  const acts = (iso3: string): boolean => row.actor === iso3 || row.actor === 'both'
  return [{ row, cells: [...(acts(row.a) ? [i * n + j] : []), ...(acts(row.b) ? [j * n + i] : [])] }]
}

interface Counted {
  readonly year: number
  readonly to: string
  readonly directed: boolean
}

function countInForce(
  facts: readonly PlacedFact[],
  coverage: readonly Coverage[],
  { year, to, directed }: Counted,
  cells: PanelCells,
): void {
  const day = lastDayIn(
    year,
    to,
    coverage
      .map((one) => one.to)
      .sort()
      .at(-1),
  )
  const covered = coverage.find((one) => one.from <= day && one.to >= day)
  if (covered === undefined) return
  for (const { row, cells: own } of facts) {
    const standing = inForce(row, day)
    for (const at of own) {
      if (standing === 'sure') cells.set(at, (cells.values[at] || 0) + 1, atLeast)
      else if (standing === 'possible') cells.explain(at, unknown)
    }
  }
  const isComplete = covered.absence === 'zero' || covered.absence === 'none in force'
  eachPair(year, (i, j) => {
    for (const at of directed ? [i * n + j, j * n + i] : [pairCell(i, j)]) {
      if (isComplete && Number.isNaN(cells.values[at]!)) cells.set(at, 0, zero)
      else cells.explain(at, unknown)
    }
  })
}

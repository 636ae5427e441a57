import { badInput } from '../../errors.ts'
import { stateByCow } from '../../states/index.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type Layout, type NumberTable, readNumberTable } from '../formats/number-table.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'

/** A pair in a year: the disputes that began, the highest hostility of either, and the first row. */
interface PairYear {
  readonly from: string
  readonly to: string
  readonly year: number
  readonly begun: Set<number>
  hostility: number
  readonly locator: string
}

/** What the files of militarized disputes have in common, for their cards. */
export const disputeQuirks: readonly string[] = [
  'A dispute is a threat, display or use of force short of war by one state against another, or war; seizures of fishing boats count too.',
  'Of a dispute between coalitions every pair across is a row, whether or not the two met.',
]

/** The coverage of a list of disputes from 1816 to a year. */
export function disputeCoverage(to: number): SourceCard['coverage'] {
  return coverageOf(['dispute-onsets', 'dispute-hostility'], 1816, to, 'every pair of members of the interstate system', {
    absence: 'zero',
    universe: 'cow',
  })
}

/**
 * Reads a list of disputes by directed pair and year: how many began, and the highest level of hostility of either side, by undirected pair and year.
 *
 * @param forms   layouts with the columns `dispute, a, b, year, levelA, levelB`, and `onset` (1 in the first year) or `first` (that year)
 * @throws BadInput with file and line for a state number that no state ever had, a year after the last, or a level of hostility outside 0 to 5
 */
export async function readDisputes(
  path: string,
  forms: readonly Layout[],
  lastYear: number,
  card: { readonly id: string; readonly vintage: string },
): Promise<ReadObservations> {
  const table = await readNumberTable(path, forms, { missing: [-9] })
  const pairs = new Map<string, PairYear>()
  for (let index = 0; index < table.lines.length; index++) addRow(table, index, lastYear, pairs)
  const gathered = observationCollector(card)
  for (const { from, to, year, begun, hostility, locator } of pairs.values()) {
    const shared = { from, to, period: year, status: 'observed', locator } as const
    gathered.add({ ...shared, indicator: 'dispute-onsets', value: begun.size, unit: 'disputes' })
    gathered.add({ ...shared, indicator: 'dispute-hostility', value: hostility, unit: 'level' })
  }
  return { observations: gathered.columns() }
}

function addRow(table: NumberTable, index: number, lastYear: number, pairs: Map<string, PairYear>): void {
  const at = (name: string): number => table.columns[name]?.[index] ?? Number.NaN
  const locator = `${table.file}:${table.lines[index]}`
  const year = wholeIn(at('year'), 1816, lastYear, 'year', locator)
  const [one, other] = [stateOf(at('a'), year, locator), stateOf(at('b'), year, locator)].sort() as [string, string]
  if (one === other) return
  const level = Math.max(wholeIn(at('levelA'), 0, 5, 'hostility', locator), wholeIn(at('levelB'), 0, 5, 'hostility', locator))
  const key = `${one} ${other} ${year}`
  const pair = pairs.get(key) ?? { from: one, to: other, year, begun: new Set<number>(), hostility: level, locator }
  pairs.set(key, pair)
  pair.hostility = Math.max(pair.hostility, level)
  if (at('onset') === 1 || at('first') === year) pair.begun.add(at('dispute'))
}

function stateOf(code: number, year: number, where: string): string {
  const state = Number.isInteger(code) ? stateByCow(code, `${year}-12-31`) : undefined
  if (state !== undefined) return state.iso3
  throw badInput(
    `${where} has the state number ${Number.isNaN(code) ? '(missing)' : code}, which no state ever had`,
    'numbers of states are those of the Correlates of War (visavis states)',
  )
}

function wholeIn(value: number, least: number, most: number, what: string, where: string): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw badInput(
    `${where} has ${Number.isNaN(value) ? '(missing)' : value} for ${what}, which goes from ${least} to ${most}`,
    'check that this is the edition that the page of this source names',
  )
}

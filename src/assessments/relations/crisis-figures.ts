import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { counted, inSentence } from '../forms/wording.ts'
import { daysCovered } from '../record/days-covered.ts'
import { locatorRemark } from '../record/locator-remark.ts'
import { evidenceFor, pairRows, periodOf } from '../record/pair-observations.ts'
import type { PairRow } from '../rows/observation-row.ts'

/** What a list that the user added says of conflict between the two; all empty without one. */
export interface AddedConflict {
  readonly estimates: readonly Estimate[]
  readonly sentences: readonly string[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
}

/** Nothing: the list was not added, or covers no year of the two. */
export const nothingAdded: AddedConflict = { estimates: [], sentences: [], items: [], notes: [] }

/** Figures and a sentence on the international crises in which the two were adversaries, where the user added the list of the ICB project. */
export async function crisisFigures(bench: DomainInputs): Promise<AddedConflict> {
  const days = daysCovered(bench, 'icb', 'crisis-onsets')
  if (days === undefined) return nothingAdded
  const begun = (await pairRows(bench, ['crisis-onsets'])).filter((row) => row.source === 'icb' && row.end <= days[1])
  const period = periodOf(...days)
  const span = period.replace('/', ' to ')
  const count: Known = {
    ...{ state: 'observed', interval: 'exact', unit: 'count', period, id: 'crises', value: totalOf(begun) },
    label: 'international crises in which the two were adversaries, by icb',
    method:
      'crises as the ICB project codes them: one of the two saw basic values threatened, with little time and a higher likelihood of war',
    evidence: [begun.length === 0 ? noRows(bench, days) : evidenceFor(begun[0]!, { start: begun[0]!.start, end: days[1] }, begun.length)],
  }
  const { a, b } = bench.dyad
  const pair = `${inSentence(a.name)} and ${inSentence(b.name)}`
  const sentence =
    begun.length === 0
      ? `The ICB project has no international crisis between ${pair}, ${span}.`
      : `The ICB project counts ${counted(count.value, 'international crisis', 'international crises')} between ${pair}, ${span}; the last began in ${begun.at(-1)!.start.slice(0, 4)} (${namesOf(begun.at(-1)!)}).`
  return { estimates: [count], sentences: [sentence], items: crisisItems(begun), notes: [] }
}

function totalOf(rows: readonly PairRow[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0)
}

/** The evidence of an observed none: the condition under which the list has no row. */
function noRows({ cards, dyad }: DomainInputs, [start, end]: readonly [string, string]): Known['evidence'][number] {
  const [from, to] = [dyad.a.iso3, dyad.b.iso3].sort()
  const rows = `observations where source = 'icb' and indicator = 'crisis-onsets' and from_id = '${from}' and to_id = '${to}' and start_date >= '${start}' and end_date <= '${end}'`
  return { source: 'icb', vintage: cards.get('icb')!.vintage, rows, count: 0 }
}

/** Returns the names of the crises of a row, in quotation marks, as the project writes them. */
function namesOf({ locator }: PairRow): string {
  const names = locatorRemark(locator)
  return names === undefined ? '' : `“${names.split('; ').join('”, “')}”`
}

/** Lists the crises by the year in which they began, newest first. */
function crisisItems(begun: readonly PairRow[]): Item[] {
  return [...begun].reverse().map((row) => ({
    kind: 'figure',
    date: row.end,
    text: `${row.start.slice(0, 4)}: ${row.value === 1 ? 'international crisis' : 'international crises'} ${namesOf(row)} (${row.source})`,
    source: row.source,
    citation: row.locator,
  }))
}

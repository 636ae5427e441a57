import type { State } from '../../states/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { counted, inSentence } from '../forms/wording.ts'
import { ledgerItems } from '../record/ledger-domain.ts'
import { pairRows, rowAsFigure } from '../record/pair-observations.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { dayInWords, type Found, nothingFound } from './found.ts'

const indicators = ['visa-rule', 'visa-free-days']

/** What a citizen had to do, by the code of the rule, as the end of a sentence with "citizens of X": the list is of one day, and rules change. */
const rules = [
  'were not admitted',
  'needed a visa',
  'needed an electronic visa',
  'needed an electronic travel authorisation',
  'got a visa on arrival',
  'needed no visa',
] as const

/** The rule for one direction: the passport's state, the destination, and the days where they are stated. */
interface Rule {
  readonly id: 'a-in-b' | 'b-in-a'
  readonly from: State
  readonly to: State
  readonly row: PairRow
  readonly days: PairRow | undefined
}

/** Reports the visa rule of each state for the citizens of the other. Before the day of the list there is nothing to report. */
export async function visaRules(bench: DomainInputs): Promise<Found> {
  const rows = await pairRows(bench, indicators)
  const { a, b } = bench.dyad
  const found = [ruleOf(rows, 'a-in-b', a, b), ruleOf(rows, 'b-in-a', b, a)].filter((rule) => rule !== undefined)
  if (found.length === 0) return nothingFound
  return {
    estimates: found.flatMap(figuresOf),
    sentences: [sentenceOn(found), ...laterSentences(bench, found[0]!.row.end)],
    items: [],
    notes: ['Visa rules are for a short visit with an ordinary passport, as volunteers checked them on one day; a code, not a score.'],
  }
}

function ruleOf(rows: readonly PairRow[], id: Rule['id'], from: State, to: State): Rule | undefined {
  const own = rows.filter((row) => row.from === from.iso3)
  const row = own.findLast(({ indicator }) => indicator === 'visa-rule')
  if (row === undefined) return undefined
  return {
    id,
    from,
    to,
    row,
    days: own.find((one) => one.indicator === 'visa-free-days' && one.source === row.source && one.end === row.end),
  }
}

function figuresOf({ id, from, to, row, days }: Rule): Estimate[] {
  const whom = `citizens of ${inSentence(from.name)} in ${inSentence(to.name)}`
  const rule: Known = {
    ...rowAsFigure(row, `visa-${id}`, `ease of entry for ${whom} (5: no visa)`),
    note: `they ${rules[row.value] ?? 'have a rule of their own'}`,
  }
  return [rule, ...(days === undefined ? [] : [rowAsFigure(days, `visa-free-days-${id}`, `days without a visa for ${whom}`)])]
}

function sentenceOn(found: readonly Rule[]): string {
  const [one, other] = found as readonly [Rule, Rule | undefined]
  const when = `On ${dayInWords(one.row.end)}`
  const days = [one.days?.value, other?.days?.value]
  if (other === undefined || other.row.value !== one.row.value || days[0] !== days[1]) return `${when} ${found.map(clauseOf).join('; ')}.`
  const stay = days[0] === undefined ? '' : ` for up to ${counted(days[0], 'day', 'days')}`
  return `${when} citizens of either ${rules[one.row.value]} ${one.row.value === 0 ? 'to' : 'to visit'} the other${stay}.`
}

function clauseOf({ from, to, row, days }: Rule): string {
  const stay = days === undefined ? '' : ` for up to ${counted(days.value, 'day', 'days')}`
  return `citizens of ${inSentence(from.name)} ${rules[row.value]} ${row.value === 0 ? 'to' : 'in'} ${inSentence(to.name)}${stay}`
}

/** Says what the pair's ledger has of visas after the day of the list. */
function laterSentences(bench: DomainInputs, day: string): string[] {
  return ledgerItems(bench, ['law', 'agreement'])
    .filter(({ sentence, date }) => /\bvisas?\b/i.test(sentence) && date > day)
    .map(({ sentence }) => sentence)
    .reverse()
}

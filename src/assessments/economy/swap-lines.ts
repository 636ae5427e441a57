import { membersOn } from '../../states/index.ts'
import { type Estimate, type Known, sqlLiteral } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { toldDateWords, toldPeriodWords } from '../forms/told-date-words.ts'
import { unknown } from '../forms/unknown.ts'
import { amountWords, inSentence, possessive } from '../forms/wording.ts'
import { type AgreementRow, storedAgreements } from '../record/agreement-rows.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { storedMemberships } from '../record/memberships.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import { begunBy, inForceOn } from '../rows/spells.ts'

const source = 'agreements-and-restrictions'
const euroArea = 'EUROZONE'

/** A pair as its central banks see it: a member of the euro area stands for the European Central Bank too. */
interface CentralBanks {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

/**
 * Returns the swap lines in force between the two on the day: the ceiling where one is published, the number of lines, and a sentence for each. `silent` is the
 * beginning of a reason where the last line listed has ended, else empty.
 */
export async function swapLines(bench: DomainInputs): Promise<TableFindings & { readonly silent: string }> {
  const { dyad, snapshot } = bench
  const banks = await centralBanks(bench)
  const held = await storedAgreements(snapshot)
  const rows = banks.a
    .flatMap((a) => banks.b.flatMap((b) => (a === b ? [] : held.of(a, b))))
    .filter((row) => row.kind === 'swap-line' && begunBy(row, dyad.to))
    .sort((x, y) => (x.start_date < y.start_date ? -1 : 1))
  const inForce = rows.filter((row) => inForceOn(row, dyad.to)).sort(byWeight)
  const ended = inForce.length > 0 || rows.length === 0 ? '' : `${lastLine(rows)}; whether it was renewed is not known`
  return {
    silent: ended === '' ? '' : `${ended}; `,
    estimates: [...figuresOf(bench, banks, inForce), ...(ended === '' ? [] : [noneListed(bench, ended)])],
    sentences: ended === '' ? inForce.map((row) => lineSentence(bench, row)) : [`${capital(ended)}.`],
    items: rows.map(lineItem).reverse(),
    notes: rows.length === 0 ? [] : notesOn(inForce),
  }
}

async function centralBanks({ dyad: { a, b, to }, snapshot }: DomainInputs): Promise<CentralBanks> {
  const members = membersOn((await storedMemberships(snapshot)).all, euroArea, to)
  const [one, other] = [members.includes(a.iso3), members.includes(b.iso3)]
  // within the euro area there is one system of central banks, and no line between its members
  return { a: one && !other ? [a.iso3, euroArea] : [a.iso3], b: other && !one ? [b.iso3, euroArea] : [b.iso3] }
}

/** A line without a limit first, then the larger one; a line in dollars of neither side last. */
function byWeight(x: AgreementRow, y: AgreementRow): number {
  const weight = ({ form, amount }: AgreementRow): number => (form === 'third currency' ? 0 : (amount ?? Number.MAX_VALUE))
  return weight(y) - weight(x)
}

function figuresOf(bench: DomainInputs, banks: CentralBanks, lines: readonly AgreementRow[]): Estimate[] {
  if (lines.length === 0) return []
  const priced = lines.find(({ amount }) => amount !== null)
  const count: Known = {
    state: 'observed',
    id: 'swap-lines',
    label: 'swap lines in force',
    unit: 'count',
    period: bench.dyad.to,
    value: lines.length,
    interval: 'exact',
    certainty: 'at least',
    method: `${source}: lines in force on ${bench.dyad.to}; the list is not complete`,
    evidence: [evidenceOf(banks, lines, bench.dyad.to)],
  }
  return priced === undefined ? [count] : [ceiling(bench, priced), count]
}

function ceiling(bench: DomainInputs, line: AgreementRow): Known {
  return {
    state: 'observed',
    id: 'swap-line',
    label: `ceiling of the swap line of ${banksWords(bench, line)}`,
    unit: line.currency!,
    period: bench.dyad.to,
    value: line.amount!,
    interval: 'exact',
    certainty: 'one report',
    method: `${source}: ${line.name}, ${toldPeriodWords(line.start_told, line.end_told)}; the ceiling, not what was drawn`,
    evidence: [
      {
        source,
        vintage: line.vintage,
        rows: `agreements_and_restrictions where kind = 'swap-line' and state_a = '${line.state_a}' and state_b = '${line.state_b}' and name = ${sqlLiteral(line.name)} and start_told = '${line.start_told}'`,
        count: 1,
      },
    ],
  }
}

function evidenceOf(banks: CentralBanks, lines: readonly AgreementRow[], day: string): Known['evidence'][number] {
  const sides = inList([...banks.a, ...banks.b])
  return {
    source,
    vintage: lines[0]!.vintage,
    rows: `agreements_and_restrictions where kind = 'swap-line' and state_a in ${sides} and state_b in ${sides} and ${inForceCondition(day)}`,
    count: lines.length,
  }
}

function noneListed(bench: DomainInputs, reason: string): Estimate {
  const { a, b, to } = bench.dyad
  return unknown(
    { id: 'swap-line', label: `swap line of ${inSentence(a.name)} and ${inSentence(b.name)}`, unit: 'count', period: to },
    reason,
    'The lists of swap lines of the two central banks.',
  )
}

function lastLine(rows: readonly AgreementRow[]): string {
  const last = [...rows].sort((x, y) => (x.end_date! < y.end_date! ? -1 : 1)).at(-1)!
  const amount = last.amount === null ? '' : `, of ${amountWords(last.amount, last.currency!)},`
  return `the last swap line on our list${amount} ended ${last.end_told!.length === 10 ? 'on' : 'in'} ${toldDateWords(last.end_told!)}`
}

/** Names the two central banks: "the central banks of China and Japan", "the European Central Bank and the central bank of China". */
function banksWords({ dyad: { a, b } }: DomainInputs, { state_a, state_b }: AgreementRow): string {
  const state = [a, b].find(({ iso3 }) => iso3 === state_a || iso3 === state_b)!
  return state_a === euroArea || state_b === euroArea
    ? `the European Central Bank and the central bank of ${inSentence(state.name)}`
    : `the central banks of ${inSentence(a.name)} and ${inSentence(b.name)}`
}

/**
 * Says how much a line is worth and how long it is in force.
 *
 * Example: "The central banks of China and Indonesia have a swap line of CNY 400 bn, from 31 January 2025 to 30 January 2030."
 */
function lineSentence(bench: DomainInputs, line: AgreementRow): string {
  const amount = line.amount === null ? '' : ` up to ${amountWords(line.amount, line.currency!)}`
  const when = `${line.end_told === null ? `since ${toldDateWords(line.start_told)}` : toldPeriodWords(line.start_told, line.end_told)}${lastDayWords(line)}`
  if (line.form === 'one currency') {
    const { lender, borrower } = lenderWords(bench, line)
    return `${capital(borrower)} can borrow${amount} from ${lender} under a swap line, ${when}.`
  }
  const limit = amount === '' ? ' without a limit' : ` of${amount}`
  if (line.form === 'third currency') return `${capital(statesWords(bench))} have a swap line in dollars${limit}, ${when}.`
  return `${capital(banksWords(bench, line))} have a swap line${limit}, ${when}.`
}

/** Says why a line with a ceiling has no last day, as its note tells; the other ceiling, which the note tells first, is left out. */
function lastDayWords({ amount, end_told, note }: AgreementRow): string {
  if (amount === null || end_told !== null) return ''
  const told = (note ?? '').split('; ').filter((part) => part !== '' && !part.startsWith('or '))
  return told.length === 0 ? '; no last day is told' : ` (${told.join('; ')})`
}

function statesWords({ dyad: { a, b } }: DomainInputs): string {
  return `${inSentence(a.name)} and ${inSentence(b.name)}`
}

function lenderWords({ dyad: { a, b } }: DomainInputs, line: AgreementRow): { lender: string; borrower: string } {
  const name = (side: string): string => {
    const state = [a, b].find(({ iso3 }) => iso3 === side)
    return state === undefined ? 'the European Central Bank' : `${possessive(state.name)} central bank`
  }
  const other = line.actor === line.state_a ? line.state_b : line.state_a
  return { lender: line.name.startsWith('US Treasury') ? 'the US Treasury' : name(line.actor!), borrower: name(other) }
}

function lineItem(line: AgreementRow): Item {
  const amount = line.amount === null ? '' : ` of ${amountWords(line.amount, line.currency!)}`
  const note = line.note === null ? '' : `; ${line.note}`
  const euro = line.state_a === euroArea || line.state_b === euroArea ? ' with the European Central Bank' : ''
  return {
    kind: 'relation',
    date: line.start_date,
    text: `${capital(toldPeriodWords(line.start_told, line.end_told))}: swap line${amount}${euro} (${line.name})${note}`,
    source: line.source,
    citation: line.locator,
  }
}

function notesOn(inForce: readonly AgreementRow[]): string[] {
  return [
    'The amount of a swap line is its ceiling, not what was drawn. Our list of lines is not complete, and some renewals are never announced.',
    ...(inForce.some(({ end_told }) => end_told === null)
      ? ['Where no last day is named, the line has none, or its text tells none.']
      : []),
  ]
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

import { figureOf, figuresOf, type PairFigures } from '../../memory/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatFigure, formatShare, inSentence, possessive } from '../forms/wording.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { namesOf } from '../record/memory-figure.ts'
import { type Direction, directionsOf, figureBeside, levelFound, observationsBehind } from '../record/memory-level.ts'
import { figureItems, rankWords } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { inList } from '../rows/conditions.ts'
import type { ObservationRow } from '../rows/observation-row.ts'

/** Lenders that the source names by state. The first two are the state's own and its banks: together they are the leading figure. */
const lenders: readonly string[] = ['public-debt-official', 'public-debt-banks']
const otherPrivate = 'public-debt-other-private'
const unlisted = 'public-debt-unlisted'
const totals: readonly string[] = [...lenders, otherPrivate, 'public-debt-multilateral', 'public-debt-bonds']

/** Every indicator of public debt that is read here. */
const stocks: readonly string[] = [...totals, unlisted]

/** What one side owes the other's lenders at the end of a year. */
interface Debt {
  /** From the creditor to the debtor. */
  readonly direction: Direction
  readonly level: Known
  readonly parts: readonly Known[]
  readonly beside: readonly Known[]
}

/**
 * Returns what each side owes the other's official lenders and banks, as the debtor reports it: value, share of the debtor's public debt abroad, place among
 * pairs, change in ten years. A debtor that reports and has no row for the other side owes it none, which is a value; one that does not report is unknown.
 * `silent` is the reason where neither side reports, else empty.
 */
export async function publicDebts(bench: DomainInputs): Promise<TableFindings & { readonly silent: string }> {
  const { a, b } = bench.dyad
  const memory = await figuresOf(bench.snapshot, a.iso3, b.iso3)
  const found = await Promise.all(directionsOf(bench).map((direction) => debtOf(bench, memory, direction)))
  const debts = found.filter((one): one is Debt => 'level' in one)
  const silent = found.filter((one): one is Silence => !('level' in one))
  const neither = silent.length === 2 && silent.every(({ reports }) => !reports)
  return {
    silent: neither ? `neither ${inSentence(a.name)} nor ${inSentence(b.name)} reports its public debt to the World Bank` : '',
    estimates: found.flatMap((one): Estimate[] => ('level' in one ? [one.level, ...one.beside, ...one.parts] : [one.estimate])),
    sentences: sentencesOn(debts),
    items: await itemsOf(bench, debts),
    notes: debts.length === 0 ? [] : notesOn(debts, silent),
  }
}

/** A direction without a figure; `reports` is false where the debtor does not report at all. */
interface Silence {
  readonly reports: boolean
  readonly estimate: Estimate
}

async function debtOf(bench: DomainInputs, memory: PairFigures, direction: Direction): Promise<Debt | Silence> {
  const { from: creditor, to: debtor, way } = direction
  const held = await loadedRows(bench)
  const own = held.between(creditor.iso3, debtor.iso3).filter(({ from }) => from === creditor.iso3)
  const found = levelFound(bench, memory, 'public-debt', direction, lenders)
  if (found !== undefined) {
    const { row, level, beside } = found
    const share = figureBeside(bench, memory, 'public-debt-share', direction, (of) => [
      ...level.evidence,
      observationsBehind(of, totals, `from_id = 'WLD' and to_id = '${debtor.iso3}'`),
    ])
    return { direction, level, parts: partsOf(direction, own, row.seen), beside: [...beside, ...share] }
  }
  const wholes = held.of(debtor.iso3).filter(({ indicator, from }) => from === 'WLD' && stocks.includes(indicator))
  const last = wholes.at(-1)
  const label = figureOf('public-debt').words.title(namesOf(bench.dyad, way === 'a-to-b' ? 'a' : 'b'))
  const about = { id: `public-debt-${way}`, label, unit: 'USD', period: last?.end.slice(0, 4) ?? bench.dyad.to }
  if (last === undefined) {
    const reason = `${inSentence(debtor.name)} does not report its public debt to the World Bank`
    return {
      reports: false,
      estimate: unknown(about, reason, `The debt reports of ${inSentence(debtor.name)} or of lenders in ${inSentence(creditor.name)}.`),
    }
  }
  const short = wholes.find(({ end, indicator }) => end === last.end && indicator === unlisted)
  const isPrinted = own.some(({ end, indicator }) => end === last.end && lenders.includes(indicator))
  if (short !== undefined || isPrinted) {
    const reason = isPrinted
      ? `the source prints an amount below zero for ${inSentence(debtor.name)}`
      : `the creditors listed for ${inSentence(debtor.name)} fall short of its total by ${formatFigure(short!.value, short!.unit)}: one is left out`
    return { reports: true, estimate: unknown(about, reason) }
  }
  const { source, vintage } = last
  const none: Known = {
    ...{ ...about, state: 'observed', value: 0, interval: 'exact', certainty: 'one report' },
    method: `${source}: the debtor reports its creditors and never named an official lender or bank of the other`,
    evidence: [
      {
        ...{ source, vintage, count: 0 },
        rows: `observations where source = '${source}' and indicator in ${inList(lenders)} and from_id = '${creditor.iso3}' and to_id = '${debtor.iso3}' and end_date = '${last.end}'`,
      },
    ],
  }
  return { direction, level: none, parts: [], beside: [] }
}

const partNames: Readonly<Record<string, string>> = {
  'public-debt-official': 'of it to official lenders',
  'public-debt-banks': 'of it to banks',
  [otherPrivate]: 'beside it to other private lenders',
}

/** Returns the amounts by kind of lender, where there is any. */
function partsOf({ from: creditor, to: debtor, way }: Direction, own: readonly ObservationRow[], day: string): Known[] {
  return own
    .filter(({ end, value, indicator }) => end === day && value > 0 && indicator in partNames)
    .map((row) => ({
      state: row.status,
      id: `${row.indicator}-${way}`,
      label: `${partNames[row.indicator]!}: ${inSentence(debtor.name)} to ${inSentence(creditor.name)}`,
      unit: row.unit,
      period: day.slice(0, 4),
      value: row.value,
      interval: 'exact',
      certainty: 'one report',
      method: `as ${row.source} gives it: ${row.locator}`,
      evidence: [
        {
          source: row.source,
          vintage: row.vintage,
          rows: `observations where source = '${row.source}' and indicator = '${row.indicator}' and from_id = '${row.from}' and to_id = '${row.to}' and end_date = '${day}'`,
          count: 1,
        },
      ],
    }))
}

function sentencesOn(debts: readonly Debt[]): string[] {
  const none = debts.filter(({ level }) => level.value === 0)
  const [one, other] = none
  const both = one !== undefined && other !== undefined && one.level.period === other.level.period
  const year = (debt: Debt): string => debt.level.period.slice(0, 4)
  return [
    ...debts
      .filter(({ level }) => level.value !== 0)
      .sort((x, y) => y.level.value - x.level.value)
      .map(amountSentence),
    ...(both
      ? [
          `Public debt of ${inSentence(one.direction.from.name)} and ${inSentence(one.direction.to.name)} to each other’s official lenders and banks: none is reported on either side (World Bank, ${year(one)}).`,
        ]
      : none.map((debt) => `${capital(debt.level.label)}: none is reported (World Bank, ${year(debt)}).`)),
  ]
}

function amountSentence({ direction: { from: creditor, to: debtor }, level, beside }: Debt): string {
  const of = (id: string): Known | undefined => beside.find((one) => isKnown(one) && one.id.startsWith(id) && one.period === level.period)
  const [share, change] = [of('public-debt-share'), beside.find(({ id }) => id.endsWith('.change'))]
  const part = share === undefined ? '' : `, ${formatShare(share.value)} of all its public debt abroad`
  const past = change === undefined ? '' : ` Ten years before it was ${pastAmount(level, change)}.`
  return `At the end of ${level.period.slice(0, 4)} ${inSentence(debtor.name)} owed ${possessive(creditor.name)} official lenders and banks ${formatFigure(level.value, level.unit)} of public debt${part}${rankWords(beside, level.id)}.${past}`
}

function pastAmount(level: Known, change: Known): string {
  const before = level.value - change.value
  return Math.abs(before) < 1 ? 'nothing' : formatFigure(before, level.unit)
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

async function itemsOf(bench: DomainInputs, debts: readonly Debt[]): Promise<TableFindings['items']> {
  const rows = (await loadedRows(bench)).between(bench.dyad.a.iso3, bench.dyad.b.iso3)
  const days = new Set(debts.map(({ level }) => level.period))
  return figureItems(rows.filter(({ indicator, end }) => totals.includes(indicator) && days.has(end.slice(0, 4))))
}

function notesOn(debts: readonly Debt[], silent: readonly Silence[]): string[] {
  const known = debts.some(({ level }) => level.value > 0)
  return [
    'Public debt here is long-term debt of the state, or guaranteed by it, to official lenders and banks of the other side, as the debtor reports it to the World Bank. It is not all that one owes the other: bonds, debts of firms and short-term debt are not in it.',
    ...(known
      ? [
          'The World Bank books a policy bank with the official lenders of one debtor and with the banks of another, so the two are added up.',
        ]
      : []),
    ...silent.map(({ estimate }) => ('reason' in estimate ? `${capital(estimate.label)} is unknown: ${estimate.reason}.` : '')),
  ]
}

import type { State } from '../../states/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatFigure, formatShare, inSentence, possessive } from '../forms/wording.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { figureItems, percentileOf, rankWords } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { inList } from '../rows/conditions.ts'
import type { ObservationRow } from '../rows/observation-row.ts'

/** Lenders that the source names by state. The first two are the state's own and its banks: together they are the leading figure. */
const lenders = ['public-debt-official', 'public-debt-banks'] as const
const otherPrivate = 'public-debt-other-private'
const unlisted = 'public-debt-unlisted'
const totals: readonly string[] = [...lenders, otherPrivate, 'public-debt-multilateral', 'public-debt-bonds']

/** Every indicator of public debt that is read here. */
const stocks: readonly string[] = [...totals, unlisted]

type Way = readonly [creditor: State, debtor: State, id: 'a-to-b' | 'b-to-a']

/** What one side owes the other's lenders at the end of a year. */
interface Debt {
  readonly way: Way
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
  const ways: readonly Way[] = [
    [a, b, 'a-to-b'],
    [b, a, 'b-to-a'],
  ]
  const found = await Promise.all(ways.map((way) => debtOf(bench, way)))
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

async function debtOf(bench: DomainInputs, way: Way): Promise<Debt | Silence> {
  const [creditor, debtor, id] = way
  const held = await loadedRows(bench)
  const wholes = held
    .of(debtor.iso3)
    .filter(({ indicator, to, from }) => from === 'WLD' && to === debtor.iso3 && stocks.includes(indicator))
  const day = wholes.at(-1)?.end
  const about = { id: `public-debt-${id}`, label: labelOf(creditor, debtor), unit: 'USD', period: day ?? bench.dyad.to }
  if (day === undefined) {
    const reason = `${inSentence(debtor.name)} does not report its public debt to the World Bank`
    return {
      reports: false,
      estimate: unknown(about, reason, `The debt reports of ${inSentence(debtor.name)} or of lenders in ${inSentence(creditor.name)}.`),
    }
  }
  const own = held.between(creditor.iso3, debtor.iso3).filter(({ from, indicator }) => from === creditor.iso3 && totals.includes(indicator))
  const stock = stockOn(own, wholes, day)
  if (typeof stock === 'string') return { reports: true, estimate: unknown(about, stock.replace('DEBTOR', inSentence(debtor.name))) }
  const level = levelOf(way, about, stock, wholes)
  const beside = [...(await rankOf(bench, level, wholes)), ...changeOf(way, level, own, wholes), ...shareOf(way, level, wholes)]
  return { way, level, parts: partsOf(way, own, day), beside }
}

function labelOf(creditor: State, debtor: State): string {
  return `public debt of ${inSentence(debtor.name)} to ${possessive(creditor.name)} official lenders and banks`
}

/** Returns the rows of the two lenders on a day, none where the debtor owes nothing; a reason where the source leaves the amount open. */
function stockOn(own: readonly ObservationRow[], wholes: readonly ObservationRow[], day: string): readonly ObservationRow[] | string {
  const rows = own.filter(({ end, indicator }) => end === day && (lenders as readonly string[]).includes(indicator))
  const left = wholes.find(({ end, indicator }) => end === day && indicator === unlisted)
  if (rows.length === 0 && left !== undefined)
    return `the creditors listed for DEBTOR fall short of its total by ${formatFigure(left.value, left.unit)}: one is left out`
  const negative = rows.find(({ value }) => value < 0)
  return negative === undefined ? rows : `the source prints an amount below zero for DEBTOR`
}

function levelOf(
  [creditor, debtor, id]: Way,
  about: Omit<Known, 'state' | 'value' | 'interval' | 'method' | 'evidence'>,
  rows: readonly ObservationRow[],
  wholes: readonly ObservationRow[],
): Known {
  const { source, vintage } = wholes.at(-1)!
  const told =
    rows.length === 0
      ? `${inSentence(debtor.name)} reports its creditors and names no official lender or bank of ${inSentence(creditor.name)}`
      : `official bilateral lenders and commercial banks added up, as ${inSentence(debtor.name)} reports them; bonds, whose holders are not known, are left out`
  return {
    ...about,
    id: `public-debt-${id}`,
    state: 'observed',
    value: rows.reduce((sum, { value }) => sum + value, 0),
    interval: 'exact',
    certainty: 'one report',
    method: `${source}: ${told}`,
    evidence: [
      {
        source,
        vintage,
        rows: `observations where source = '${source}' and indicator in ${inList(lenders)} and from_id in ('${creditor.iso3}', 'WLD') and to_id = '${debtor.iso3}' and end_date = '${about.period}'`,
        count:
          rows.length +
          wholes.filter(({ end, indicator }) => end === about.period && (lenders as readonly string[]).includes(indicator)).length,
      },
    ],
  }
}

function rankOf(bench: DomainInputs, level: Known, wholes: readonly ObservationRow[]): Promise<Known[]> {
  return level.value > 0 ? percentileOf(bench, level, wholes.at(-1)!, lenders) : Promise.resolve([])
}

/** Returns the change against ten years before, where the debtor reported then too. */
function changeOf([creditor, debtor]: Way, level: Known, own: readonly ObservationRow[], wholes: readonly ObservationRow[]): Known[] {
  const past = `${Number(level.period.slice(0, 4)) - 10}${level.period.slice(4)}`
  const before = wholes.some(({ end }) => end === past) ? stockOn(own, wholes, past) : undefined
  if (before === undefined || typeof before === 'string') return []
  const value = before.reduce((sum, row) => sum + row.value, 0)
  if (value === 0 && level.value === 0) return []
  const there = level.evidence[0]!
  const rows =
    before.length + wholes.filter(({ end, indicator }) => end === past && (lenders as readonly string[]).includes(indicator)).length
  return [
    {
      ...level,
      id: `${level.id}.change`,
      label: 'change in ten years',
      period: `${past} to ${level.period}`,
      value: level.value - value,
      method: `less ${formatFigure(value, level.unit)} of ${past}, at current prices`,
      evidence: [
        there,
        {
          ...there,
          rows: `observations where source = '${there.source}' and indicator in ${inList(lenders)} and from_id in ('${creditor.iso3}', 'WLD') and to_id = '${debtor.iso3}' and end_date = '${past}'`,
          count: rows,
        },
      ],
    },
  ]
}

/** Returns the part of all public debt abroad that the debtor reports for the day. */
function shareOf([, debtor, id]: Way, level: Known, wholes: readonly ObservationRow[]): Known[] {
  const all = wholes.filter(({ end, indicator }) => end === level.period && totals.includes(indicator))
  const whole = all.reduce((sum, { value }) => sum + value, 0)
  if (level.value <= 0 || whole <= 0) return []
  const there = level.evidence[0]!
  return [
    {
      ...level,
      id: `public-debt-share-${id}`,
      label: `the same as a share of all public debt abroad of ${inSentence(debtor.name)}`,
      unit: 'share',
      value: level.value / whole,
      method: `of ${formatFigure(whole, level.unit)} that ${inSentence(debtor.name)} owes to states, organisations, banks, others and holders of bonds together (${there.source})`,
      evidence: [
        there,
        {
          ...there,
          rows: `observations where source = '${there.source}' and indicator in ${inList(totals)} and from_id = 'WLD' and to_id = '${debtor.iso3}' and end_date = '${level.period}'`,
          count: all.length,
        },
      ],
    },
  ]
}

const partNames: Readonly<Record<string, string>> = {
  'public-debt-official': 'of it to official lenders',
  'public-debt-banks': 'of it to banks',
  [otherPrivate]: 'beside it to other private lenders',
}

/** Returns the amounts by kind of lender, where there is any. */
function partsOf([creditor, debtor, id]: Way, own: readonly ObservationRow[], day: string): Known[] {
  return own
    .filter(({ end, value, indicator }) => end === day && value > 0 && indicator in partNames)
    .map((row) => ({
      state: row.status,
      id: `${row.indicator}-${id}`,
      label: `${partNames[row.indicator]!}: ${inSentence(debtor.name)} to ${inSentence(creditor.name)}`,
      unit: row.unit,
      period: day,
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
          `Public debt of ${inSentence(one.way[0].name)} and ${inSentence(one.way[1].name)} to each other’s official lenders and banks: none is reported on either side (World Bank, ${year(one)}).`,
        ]
      : none.map((debt) => `${capital(debt.level.label)}: none is reported (World Bank, ${year(debt)}).`)),
  ]
}

function amountSentence({ way: [creditor, debtor], level, beside }: Debt): string {
  const of = (id: string): Known | undefined => beside.find((one) => isKnown(one) && one.id.startsWith(id))
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
  return figureItems(rows.filter(({ indicator, end }) => totals.includes(indicator) && days.has(end)))
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

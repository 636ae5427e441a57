import type { State } from '../../states/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { routesOfTechnology } from '../economy/export-routes.ts'
import { technologyGoods } from '../economy/technology-goods.ts'
import { technologyRegimes } from '../economy/technology-regimes.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatFigure, inSentence, signed } from '../forms/wording.ts'
import { type LedgerDomain, ledgerDomain } from '../record/ledger-domain.ts'
import { coversCalendarYear, figureItems, pairRows, percentileOf, rankWords, rowAsFigure } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairRow } from '../rows/observation-row.ts'

const indicator = 'sanctioned-goods-exports'

const about: LedgerDomain = {
  id: 'technology',
  title: 'Technology',
  kinds: ['technology'],
  on: 'technology',
  lead: { label: 'trade in restricted goods', unit: 'EUR' },
  reason: 'the record holds no trade in technology goods, patents or joint programmes of the pair.',
  wouldFill:
    'Trade in controlled goods by HS code (UN Comtrade, Eurostat Comext; for EU members with Russia and its neighbours visavis add comext-sanctioned), joint patents and publications.',
}

/** Assesses goods of advanced technology and restricted goods from one side to the other, export control regimes, space, restrictions on suppliers, and joint technology in the ledger. For Russia and another state, also EU exports to each. */
export async function assessTechnology(bench: DomainInputs): Promise<DomainAssessment> {
  const all = await pairRows(bench, [indicator])
  const rows = ways(bench).flatMap(([from]) => likeForLike(all.filter((row) => row.from === from.iso3)))
  const own = await Promise.all(
    ways(bench).map(([from, to, way]) =>
      wayFigures(
        bench,
        rows.filter((row) => row.from === from.iso3),
        from,
        to,
        way,
      ),
    ),
  )
  const through = await reExports(bench)
  const restricted = [...own.flat(), ...through]
  const goods = await technologyGoods(bench)
  const routes = routesOfTechnology(bench)
  const regimes = await technologyRegimes(bench)
  return ledgerDomain(
    bench,
    { ...about, reason: `${goods.silent}${about.reason}` },
    {
      estimates: [...restricted, ...goods.estimates, ...regimes.estimates],
      sentences: [
        ...sentencesOn(bench, restricted),
        ...routes.sentences,
        ...goods.sentences,
        ...regimes.sentences,
        ...silentGoods(bench, goods),
      ],
      items: [...routes.items, ...figureItems(rows), ...regimes.items],
      notes: [...(restricted.length === 0 ? [] : restrictedNotes(through.length > 0)), ...routes.notes, ...goods.notes, ...regimes.notes],
    },
  )
}

/** Says that trade in these goods is unknown, where neither state reports it: without this, the regimes alone would read as the whole. */
function silentGoods(
  { dyad: { a, b } }: DomainInputs,
  { silent, estimates }: { readonly silent: string; readonly estimates: readonly Estimate[] },
): string[] {
  return silent === '' || estimates.some(isKnown)
    ? []
    : [`What ${inSentence(a.name)} and ${inSentence(b.name)} sell each other of technology is unknown: neither reported its trade of 2024.`]
}

function restrictedNotes(withThrough: boolean): string[] {
  return [
    'One list of codes, the EU annexes of about January 2023, stands for all years and partners: most of these goods could be sold to Russia before February 2022, and may be sold to the others.',
    ...(withThrough
      ? ['What the EU sells to a neighbour of Russia and where it ends are two things: the figures say the first only.']
      : []),
  ]
}

function ways(bench: DomainInputs): readonly (readonly [from: State, to: State, way: 'a-to-b' | 'b-to-a'])[] {
  const { a, b } = bench.dyad
  return [
    [a, b, 'a-to-b'],
    [b, a, 'b-to-a'],
  ]
}

async function wayFigures(bench: DomainInputs, rows: readonly PairRow[], from: State, to: State, way: string): Promise<Estimate[]> {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return []
  const label = `goods under EU export sanctions from ${inSentence(from.name)} to ${inSentence(to.name)}`
  const level = rowAsFigure(last, `restricted-goods-${way}`, label)
  return [level, ...(await percentileOf(bench, level, last, [indicator], true)), sinceFirst(level, first, last)]
}

/**
 * Returns the rows that cover the same months as the latest one, in other years: an incomplete year is compared with the same months of the years before. The
 * rows are ordered by their end.
 */
function likeForLike(rows: readonly PairRow[]): PairRow[] {
  const last = rows.at(-1)
  return last === undefined
    ? []
    : rows.filter(({ start, end }) => start.slice(4) === last.start.slice(4) && end.slice(4) === last.end.slice(4))
}

/** Returns the change since the first year of the source. It covers three years, too few for a ten-year change, so the label gives the years. */
function sinceFirst(level: Known, first: PairRow, last: PairRow): Estimate {
  const about = {
    id: `${level.id}-since`,
    label: `change of these since ${first.start.slice(0, 4)}`,
    unit: level.unit,
    period: coversCalendarYear(last) ? `${first.start.slice(0, 4)}/${level.period}` : `${first.start}/${last.end}`,
  }
  if (first.end === last.end) return unknown(about, `the source has ${level.period} only`)
  return {
    ...level,
    ...about,
    value: last.value - first.value,
    method: `${formatFigure(last.value, last.unit)} less ${formatFigure(first.value, first.unit)}`,
  }
}

/** Returns, for Russia and another state, EU exports to each, in the first and the last year available. */
async function reExports(bench: DomainInputs): Promise<Estimate[]> {
  const pair = [bench.dyad.a, bench.dyad.b]
  if (!pair.some((state) => state.iso3 === 'RUS')) return []
  const held = await loadedRows(bench)
  const found = pair.flatMap((state) => held.of(state.iso3).filter((row) => row.from === 'EU' && row.indicator === indicator))
  const byState = pair.map((state) => likeForLike(found.filter((row) => row.to === state.iso3)))
  if (byState.some((group) => group.length === 0)) return []
  return pair.flatMap((state, i) => {
    const [first, last] = [byState[i]![0]!, byState[i]!.at(-1)!]
    const level = rowAsFigure(
      last,
      `eu-restricted-goods-${i === 0 ? 'a' : 'b'}`,
      `goods under EU export sanctions from the EU to ${inSentence(state.name)}`,
    )
    return [level, sinceFirst(level, first, last)]
  })
}

function sentencesOn(bench: DomainInputs, estimates: readonly Estimate[]): string[] {
  const known = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && 'value' in one)
  const worth = (way: string): number => known(`restricted-goods-${way}`)?.value ?? 0
  const larger = [...ways(bench)].sort(([, , x], [, , y]) => worth(y) - worth(x))
  const direct = larger.flatMap(([from, to, way]) => {
    const level = known(`restricted-goods-${way}`)
    if (level === undefined) return []
    const whom = `${inSentence(from.name)} exported goods under EU export sanctions worth ${formatFigure(level.value, level.unit)} to ${inSentence(to.name)}`
    return [`${whenOf(level.period)} ${whom}${rankWords(estimates, level.id)}${moved(known(`${level.id}-since`))}.`]
  })
  const through = ([bench.dyad.a, bench.dyad.b] as const).flatMap((state, i) => {
    const level = known(`eu-restricted-goods-${i === 0 ? 'a' : 'b'}`)
    return level === undefined
      ? []
      : [`${formatFigure(level.value, level.unit)} to ${inSentence(state.name)}${moved(known(`${level.id}-since`))}`]
  })
  const year = known('eu-restricted-goods-a')?.period
  return [
    ...direct,
    ...(through.length === 0
      ? []
      : [`${whenOf(year!)} the EU exported goods under its own export sanctions worth ${through.join(', and ')}.`]),
  ]
}

/** Writes a period as the beginning of a sentence: `2022-01-01/2022-11-30` as `From January to November 2022`. */
function whenOf(period: string): string {
  const [first, last] = period.split('/').map((day) => new Date(`${day}T00:00:00Z`))
  if (last === undefined || first === undefined || period.length !== 21) return `In ${period.replace('/', ' to ')}`
  const month = (day: Date): string => day.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })
  return `From ${month(first)} to ${month(last)} ${last.getUTCFullYear()}`
}

function moved(change: Known | undefined): string {
  return change === undefined ? '' : ` (${signed(change.value, change.unit)} since ${change.period.slice(0, 4)})`
}

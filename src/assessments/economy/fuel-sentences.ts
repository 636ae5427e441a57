import type { State } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import { isPastYear } from '../forms/past-years.ts'
import { formatFigure, inSentence, joinedWords } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'
import type { PairRow } from '../rows/observation-row.ts'

/** What one side sends the other of fuels: the latest full year of each. */
export interface FuelsSent {
  readonly seller: State
  readonly buyer: State
  readonly way: 'a-to-b' | 'b-to-a'
  readonly flows: readonly PairRow[]
}

/** A fuel as named in a sentence, and the tonnes of oil equivalent in one unit of it. These only put flows in order. */
interface Fuel {
  readonly name: string
  readonly oil: number
}

const byWeight: Readonly<Record<string, Fuel>> = {
  crude: { name: 'crude oil', oil: 1.02 },
  products: { name: 'oil products', oil: 1.03 },
  lng: { name: 'liquefied natural gas', oil: 1.15 },
  coal: { name: 'coal', oil: 0.62 },
  coke: { name: 'coke', oil: 0.68 },
  tar: { name: 'coal tar', oil: 0.9 },
}
const perCubicMetre = 0.00086
const perTerajoule = 21.5

/** Fewer tonnes of oil equivalent than this in a year are hardly any fuel. */
const hardlyAny = 1000

/** About what a tonne of oil cost in dollars in 2021. It serves only to say that two sources are far apart. */
const roughPrice = 500
const farApart = 3

function fuelOf({ indicator, unit }: PairRow): Fuel {
  if (unit === 'm3' || unit === 'TJ')
    return {
      name: indicator.includes('-lng-') ? byWeight['lng']!.name : 'natural gas',
      oil: unit === 'm3' ? perCubicMetre : perTerajoule,
    }
  const kind = indicator.replace('fossil-imports-', '').replace('-tonnes', '')
  return byWeight[kind] ?? { name: 'fossil fuels', oil: 0.9 }
}

/** Computes about how much oil would give the same energy, in tonnes; nothing for money. */
export function oilEquivalent(flow: PairRow): number {
  return isMoney(flow) ? 0 : flow.value * fuelOf(flow).oil
}

/** Whether the amount is in a currency. */
export function isMoney({ unit }: Pick<PairRow, 'unit'>): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

function sumOf(flows: readonly PairRow[]): number {
  return flows.reduce((sum, flow) => sum + oilEquivalent(flow), 0)
}

function yearOf({ start }: PairRow): number {
  return Number(start.slice(0, 4))
}

/** Returns the flows that a sentence names, of years that are not long past, the larger direction first. */
export function presentFlows(sent: readonly FuelsSent[], to: string): FuelsSent[] {
  return withoutParts(sent, (flow) => !isPastYear(yearOf(flow), to))
}

/** Returns the flows of the latest year of all, the larger direction first. */
function lastFlows(sent: readonly FuelsSent[]): FuelsSent[] {
  const last = Math.max(...sent.flatMap(({ flows }) => flows.map(yearOf)))
  return withoutParts(sent, (flow) => yearOf(flow) === last)
}

/** Leaves out money, and liquefied gas beside all gas, which contains it. */
function withoutParts(sent: readonly FuelsSent[], keep: (flow: PairRow) => boolean): FuelsSent[] {
  return sent
    .map((one) => {
      const kept = one.flows.filter((flow) => keep(flow) && !isMoney(flow))
      const whole = kept.some(({ indicator }) => indicator.includes('-all-gas-'))
      return { ...one, flows: kept.filter(({ indicator }) => !whole || !indicator.includes('-lng-')) }
    })
    .filter(({ flows }) => flows.length > 0)
    .sort((x, y) => sumOf(y.flows) - sumOf(x.flows))
}

/** Whether all flows together are hardly any fuel. */
export function isTrifle(sent: readonly FuelsSent[]): boolean {
  return sumOf(sent.flatMap(({ flows }) => flows)) < hardlyAny
}

/**
 * Writes what passed by weight or volume, the largest first.
 *
 * @param sent     flows of years that are not long past, not empty
 * @param beside   sales by input-output tables that the page leads with; none where this sentence is the first
 */
export function fuelSentence(sent: readonly FuelsSent[], beside: readonly Known[]): string {
  const words = sent.map((one) => `${sentWords(one)}${gapWords(one, beside)}`)
  // a year that both directions share is said once
  const said = words
    .map((text, at) => (at > 0 && text.startsWith(`${words[0]!.slice(0, 4)} `) ? text.slice(5) : `in ${text}`))
    .join(', and ')
  if (beside.length > 0) return `Importers’ own energy statistics are another count: ${said}.`
  return isTrifle(sent) ? `Hardly any fuel trade is on record: ${said}.` : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

/** Writes which year is the latest, and what it had. Empty where no year has any. */
export function pastFuelSentence(sent: readonly FuelsSent[]): string {
  const last = lastFlows(sent)
  if (last.length === 0) return ''
  const [first, ...rest] = last.map((one) => sentWords(one).replace(/^\d{4} /, ''))
  const hardly = isTrifle(last) ? ', with hardly any' : ''
  return `The latest figure of fuel trade is of ${yearOf(last[0]!.flows[0]!)}${hardly}: ${[first, ...rest.map((words) => `and ${words}`)].join(', ')}.`
}

/** Writes `2021 Egypt sent Italy 1.3 m tonnes of oil products and 830,000 tonnes of crude oil`; fuels of another year follow with theirs. */
function sentWords({ seller, buyer, flows }: FuelsSent): string {
  const years = [...grouped(flows, (flow) => String(yearOf(flow))).entries()].sort(([, x], [, y]) => sumOf(y) - sumOf(x))
  const [[year, own], ...others] = years as [[string, PairRow[]], ...[string, PairRow[]][]]
  const later = others.map(([when, group]) => `, and in ${when} ${amountsOf(group)}`).join('')
  return `${year} ${inSentence(seller.name)} sent ${inSentence(buyer.name)} ${amountsOf(own)}${later}`
}

function amountsOf(flows: readonly PairRow[]): string {
  const sorted = [...flows].sort((x, y) => oilEquivalent(y) - oilEquivalent(x))
  return joinedWords(
    sorted.map((flow) => `${formatFigure(flow.value, flow.unit === 'm3' ? 'cubic metres' : flow.unit)} of ${fuelOf(flow).name}`),
  )
}

/** Says where the tables that lead hold far less of a flow than its weight must have cost. */
function gapWords({ way, flows }: FuelsSent, beside: readonly Known[]): string {
  const told = beside.find(({ id }) => id === `fuel-sales-${way}`)
  return told !== undefined && sumOf(flows) * roughPrice >= farApart * told.value ? `, far more than the tables of ${told.period} hold` : ''
}

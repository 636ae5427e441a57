import { grouped } from '../rows/grouped.ts'
import { firstDay, lastDay } from './ledger-check.ts'
import { type IndicatorId, type Ledger, type LedgerItem, type Level, ledgerIndicators } from './ledger-item.ts'

/** Level of one indicator, with its basis. */
export interface IndicatorLevel {
  readonly id: IndicatorId
  readonly title: string
  readonly stage: string
  /** Unknown where the day lies outside the ledger's period. */
  readonly state: 'observed' | 'unknown'
  readonly level?: Level
  /** The level from supporting items only. */
  readonly supported?: Level
  /** Highest level that the contradicting items allow, where they count. */
  readonly cap?: Level
  /** Explanation of the rule that applied. */
  readonly why: string
  /** Items that count: in force, or from the last five years. */
  readonly items: readonly LedgerItem[]
  /** Ids of items that the level depends on: removing any one of them would change it. */
  readonly hangsOn: readonly string[]
}

export interface Stage {
  readonly asOf: string
  readonly ledger: { readonly from: string; readonly to: string; readonly reviewed: string; readonly items: number }
  /** The highest stage with all its indicators, and those of earlier stages, at level regular or above. */
  readonly complete: 'none' | 'early' | 'moderate' | 'advanced' | 'unknown'
  /** For the next stage: how many of its indicators are at level regular or above. */
  readonly next?: { readonly stage: string; readonly reached: number; readonly of: number }
  readonly indicators: readonly IndicatorLevel[]
  /** Ids of items that the stage depends on: removing any one of them would change it. */
  readonly hangsOn: readonly string[]
}

const stages = ['early', 'moderate', 'advanced'] as const
const windowYears = 5
const yearsForRegular = 3
const yearsForDoubt = 2
const regular = 2

/**
 * Determines the stage of a relationship on a day, from its ledger.
 *
 * An indicator has the highest level that its items support. A standing arrangement gives its own level while in force. Acts give theirs if acts of that level
 * or above occurred in at least three of the last five years. Acts of any level in three of these years give at least 2; any other support gives 1.
 *
 * Contradicting items cap the level at what remains credible. They count if they are in force, or occurred in at least two of the last five years. A single
 * dispute does not undo regular practice. Items of low confidence are shown but do not count.
 *
 * An indicator without items is at level 0 within the ledger's period and unknown outside it. A stage is complete when all its indicators, and those of
 * earlier stages, are at 2 or above.
 *
 * The order of items does not matter. Levels are never averaged.
 *
 * @param day   YYYY-MM-DD; a later day than the ledger's last one is treated as that last day
 * @see Korolev 2019, International Politics 57; the stadial model of 2024 (European Journal of International Security). The operationalisation is ours.
 */
export function stageOf(ledger: Ledger, day: string): Stage {
  const asOf = day > ledger.to ? ledger.to : day
  const found = levels(ledger, asOf, ledger.items)
  const complete = completeStage(found)
  const next = nextStage(found, complete)
  return {
    asOf,
    ledger: { from: ledger.from, to: ledger.to, reviewed: ledger.reviewed, items: ledger.items.length },
    complete,
    ...(next === undefined ? {} : { next }),
    indicators: found.map((indicator) => ({ ...indicator, hangsOn: pivots(ledger, asOf, indicator) })),
    hangsOn: ledger.items
      .filter((item) => weighs(item, asOf))
      .filter((item) => completeStage(levels(ledger, asOf, without(ledger, item))) !== complete)
      .map((item) => item.id),
  }
}

/** Determines the stage and the levels only, without the items that they depend on. */
export function stageAndLevels(
  ledger: Ledger,
  day: string,
): { readonly complete: Stage['complete']; readonly levels: readonly (Level | undefined)[] } {
  const found = levels(ledger, day > ledger.to ? ledger.to : day, ledger.items)
  return { complete: completeStage(found), levels: found.map(({ level }) => level) }
}

type Bare = Omit<IndicatorLevel, 'hangsOn'>

function levels(ledger: Ledger, day: string, items: readonly LedgerItem[]): Bare[] {
  const byIndicator = grouped(items, (item) => item.indicator)
  return ledgerIndicators.map((indicator) => ({ ...indicator, ...levelOf(ledger, day, byIndicator.get(indicator.id) ?? []) }))
}

function levelOf(
  ledger: Ledger,
  day: string,
  all: readonly LedgerItem[],
): Pick<Bare, 'state' | 'level' | 'supported' | 'cap' | 'why' | 'items'> {
  if (day < ledger.from) return { state: 'unknown', why: `the ledger begins on ${ledger.from}`, items: [] }
  const since = yearsBefore(day, windowYears)
  const items = all.filter((item) => weighs(item, day, since))
  const sure = items.filter((item) => item.confidence !== 'low')
  const [supported, because] = support(sure.filter((item) => item.direction === 'supports'))
  const cap = capOf(sure.filter((item) => item.direction === 'contradicts'))
  const level = cap === undefined ? supported : (Math.min(supported, cap) as Level)
  const doubt = cap !== undefined && cap < supported ? `; held to ${cap} by what contradicts it` : ''
  return { state: 'observed', level, supported, ...(cap === undefined ? {} : { cap }), why: because + doubt, items }
}

/** Whether the item counts: it is in force on the day, or it is an act of the five years before that day. */
function weighs(item: LedgerItem, day: string, since = yearsBefore(day, windowYears)): boolean {
  if (firstDay(item.date) > day) return false
  if (item.form === 'standing') return item.until === null || lastDay(item.until) >= day
  return lastDay(item.date) > since
}

function support(items: readonly LedgerItem[]): [Level, string] {
  const standing = items.filter((item) => item.form === 'standing')
  const acts = items.filter((item) => item.form === 'act')
  for (const level of [3, 2] as const) {
    const arrangement = standing.find((item) => item.level >= level)
    if (arrangement !== undefined) return [level, `a standing arrangement of level ${level} is in force (${arrangement.id})`]
    const years = yearsOf(acts.filter((item) => item.level >= level))
    if (years.length >= yearsForRegular)
      return [level, `acts of level ${level} or more in ${years.length} of the last ${windowYears} years (${years.join(', ')})`]
  }
  const years = yearsOf(acts)
  if (years.length >= yearsForRegular) return [2, `acts in ${years.length} of the last ${windowYears} years (${years.join(', ')})`]
  return items.length > 0
    ? [1, `acts in ${years.length} of the last ${windowYears} years: no habit`]
    : [0, 'no item supports it within the ledger’s days']
}

/**
 * Returns the level to which contradicting items cap: the lowest at or below which one is in force, or acts occurred in at least two of the last five years.
 */
function capOf(items: readonly LedgerItem[]): Level | undefined {
  for (const level of [0, 1, 2] as const) {
    const against = items.filter((item) => item.level <= level)
    const acts = against.filter((item) => item.form === 'act')
    if (against.some((item) => item.form === 'standing') || yearsOf(acts).length >= yearsForDoubt) return level
  }
  return undefined
}

function completeStage(found: readonly Bare[]): Stage['complete'] {
  if (found.some((indicator) => indicator.state === 'unknown')) return 'unknown'
  const failing = stages.findIndex((stage) => found.some((indicator) => indicator.stage === stage && indicator.level! < regular))
  return failing < 0 ? 'advanced' : failing === 0 ? 'none' : stages[failing - 1]!
}

function nextStage(found: readonly Bare[], complete: Stage['complete']): Stage['next'] | undefined {
  if (complete === 'unknown' || complete === 'advanced') return undefined
  const stage = stages[complete === 'none' ? 0 : stages.indexOf(complete) + 1]!
  const own = found.filter((indicator) => indicator.stage === stage)
  return { stage, reached: own.filter((indicator) => indicator.level! >= regular).length, of: own.length }
}

function pivots(ledger: Ledger, day: string, indicator: Bare): string[] {
  return indicator.items
    .filter((item) => {
      const rest = without(ledger, item).filter((other) => other.indicator === indicator.id)
      return levelOf(ledger, day, rest).level !== indicator.level
    })
    .map((item) => item.id)
}

function without(ledger: Ledger, item: LedgerItem): LedgerItem[] {
  return ledger.items.filter((other) => other.id !== item.id)
}

function yearsOf(items: readonly LedgerItem[]): string[] {
  return [...new Set(items.map((item) => item.date.slice(0, 4)))].sort()
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}

import { grouped } from '../rows/grouped.ts'
import { firstDay, lastDay } from './ledger-check.ts'
import { type IndicatorId, type Ledger, type LedgerItem, type Level, ledgerIndicators } from './ledger-item.ts'

/** Where one indicator stands, and what that rests on. */
export interface IndicatorLevel {
  readonly id: IndicatorId
  readonly title: string
  readonly stage: string
  /** unknown: the day lies outside the ledger's days. */
  readonly state: 'observed' | 'unknown'
  readonly level?: Level
  /** What the supporting items alone would give. */
  readonly supported?: Level
  /** Highest level that the contradicting items leave, where they weigh. */
  readonly cap?: Level
  /** The rule's own words for this case. */
  readonly why: string
  /** Items that weigh: in force, or of the last five years. */
  readonly items: readonly LedgerItem[]
  /** Ids of items without any one of which the level would be another. */
  readonly hangsOn: readonly string[]
}

export interface Stage {
  readonly asOf: string
  readonly ledger: { readonly from: string; readonly to: string; readonly reviewed: string; readonly items: number }
  /** The highest stage whose indicators, and those of the stages before, all stand at regular or more. */
  readonly complete: 'none' | 'early' | 'moderate' | 'advanced' | 'unknown'
  /** Of the next stage: how many of its indicators stand at regular or more. */
  readonly next?: { readonly stage: string; readonly reached: number; readonly of: number }
  readonly indicators: readonly IndicatorLevel[]
  /** Items without any one of which the stage itself would be another. */
  readonly hangsOn: readonly string[]
}

const stages = ['early', 'moderate', 'advanced'] as const
const windowYears = 5
const yearsForRegular = 3
const yearsForDoubt = 2
const regular = 2

/**
 * The stage of a relationship on a day, from its ledger.
 *
 * An indicator's level is the highest that its items support: a standing arrangement gives its own level while it is in force; acts give theirs where acts of that level
 * or more fall in at least three different years of the last five; a single act gives 1. Contradicting items cap it at the level that they leave credible, where they
 * stand in force or fall in at least two different years of the last five: one dispute does not undo a habit. Items of low confidence are shown and weigh nothing.
 * No item inside the ledger's days is level 0; outside them the level is unknown. A stage is complete when all its indicators, and those of earlier stages, stand at 2 or more.
 *
 * The order of items does not matter. Levels are never averaged.
 *
 * @param day   YYYY-MM-DD; after the ledger's last day it stands for that day
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

/** The stage and the levels alone, without what they hang on. */
export function placement(
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

/** In force on the day, or done within the five years before it. */
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

/** The lowest level at which contradicting items weigh: in force, or in at least two of the last five years. */
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

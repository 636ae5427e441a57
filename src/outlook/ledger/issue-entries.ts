import { type EventRule, eventRuleText, readEventRule } from '../events/event-rules.ts'
import { weightedIntervalScore } from '../scores/interval-scores.ts'
import { outcomeScores } from '../targets/outcome-scores.ts'
import type { OutlookTarget } from '../targets/outlook-target.ts'
import { quantityNamed } from '../targets/quantities.ts'
import type { EntryScores, IssuedEntry, IssuedHeader, IssuedPair, IssuedScore } from './issued-ledger.ts'

/** What of a forecast is issued. */
export type TargetToIssue = Pick<
  OutlookTarget,
  'id' | 'horizon' | 'period' | 'unit' | 'median' | 'bands' | 'probability' | 'baseline' | 'resolution'
>

/** Returns a forecast as an entry of the ledger, with four digits of each number. */
export function issuedEntry(issued: string, { a, b }: Pick<IssuedPair, 'a' | 'b'>, target: TargetToIssue): IssuedEntry {
  const { id, horizon, period, unit, median, bands, probability, baseline, resolution } = target
  const end = (level: 80 | 95, side: 'low' | 'high'): number | null => four(bands.find((band) => band.level === level)?.[side] ?? null)
  return {
    ...{ issued, id: `${a}-${b}/${id}/${periodCode(period)}`, a, b, target: id, horizon, resolvesOn: resolution.day, unit },
    ...{ median: four(median), low80: end(80, 'low'), high80: end(80, 'high'), low95: end(95, 'low'), high95: end(95, 'high') },
    ...{ probability: four(probability), baseline: four(baseline)! },
  }
}

const four = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)))

/**
 * Writes a period of a forecast shortly: s81 for a session, the year, 2026-2030 for a window of years, and the last year of "by the end of".
 *
 * @example ['session 81 (2026/27)', '2028', '2026 to 2030', 'by the end of 2031'].map(periodCode)   // ['s81', '2028', '2026-2030', '2031']
 */
export function periodCode(period: string): string {
  const numbers = period.match(/\d+/g) ?? []
  if (period.startsWith('session')) return `s${numbers[0]}`
  return numbers.length > 1 ? `${numbers[0]}-${numbers[1]}` : numbers[0]!
}

/**
 * Returns the year in which a period ends.
 *
 * @example ['session 81 (2026/27)', '2028', '2026 to 2030', 'by the end of 2031'].map(lastYearOf)   // [2027, 2028, 2030, 2031]
 */
export function lastYearOf(period: string): number {
  const numbers = (period.match(/\d+/g) ?? []).map(Number)
  return period.startsWith('session') ? numbers[0]! + 1946 : numbers.at(-1)!
}

/** An entry as a forecast that a record can settle: its rule is that of the target, its pair and its period. */
export interface EntryToSettle extends Pick<OutlookTarget, 'id' | 'period' | 'resolution'> {
  readonly standing: number | null
}

/** Rebuilds what settles an entry from its row and the header. */
export function entryToSettle(
  { id, a, b, target, resolvesOn }: IssuedEntry,
  { tables, pairs }: Pick<IssuedHeader, 'tables' | 'pairs'>,
): EntryToSettle {
  const pair = pairs.find((one) => one.a === a && one.b === b)
  const period = id.slice(id.lastIndexOf('/') + 1)
  const rule = ruleOf(target, [a, b], period, tables, pair?.blocs ?? [])
  const resolution = { source: '', vintage: '', day: resolvesOn, rule: rule === undefined ? '' : eventRuleText(rule) }
  return { id: target, period, standing: pair?.standing ?? null, resolution }
}

function ruleOf(
  target: string,
  [a, b]: readonly [string, string],
  period: string,
  { sanctions, blocs }: IssuedHeader['tables'],
  common: readonly string[],
): EventRule | undefined {
  const [kind, first, second] = target.split(':')
  const [from, to = from] = period.split('-').map(Number)
  if (kind === 'armed-conflict') return { kind, a, b, from: from!, to: to! }
  if (kind === 'sanctions-onset') return { kind, sender: first!, target: second!, after: sanctions, to: to! }
  if (kind === 'bloc-joining') return { kind, state: first!, bloc: second!, after: blocs, to: to! }
  if (kind === 'bloc-leaving') return { kind, states: [a, b], blocs: common, after: blocs, to: to! }
  return undefined
}

/** Returns the blocs of the forecast that one of the two leaves a common one; none where it was not made. */
export function blocsOfLeaving(targets: readonly TargetToIssue[]): readonly string[] {
  const rule = readEventRule(targets.find(({ id }) => id === 'bloc-leaving')?.resolution.rule ?? '')
  return rule?.kind === 'bloc-leaving' ? rule.blocs : []
}

/**
 * Scores an entry by what came: the weighted interval score of a quantity from its median and its bands of 80 and 95 %, of logarithms for goods, beside that of the
 * same bands around the last value; the Brier score and the log score of an event beside those of the base rate.
 *
 * @param outcome   the value, or 1 and 0 for an event
 */
function entryScores(entry: IssuedEntry, outcome: number): EntryScores {
  const { target, probability, baseline, median, low80, high80, low95, high95 } = entry
  if (probability !== null) return outcomeScores({ id: target, probability, baseline, quantiles: [], bands: [] }, outcome)
  const scale = quantityNamed(target)?.quantity.isLogarithm === true ? Math.log : (value: number) => value
  const bands = [
    { level: 0.8, low: scale(low80!), high: scale(high80!) },
    { level: 0.95, low: scale(low95!), high: scale(high95!) },
  ]
  // the same bands around the last value: what the forecast of a change was worth
  const shift = scale(baseline) - scale(median!)
  const moved = bands.map(({ level, low, high }) => ({ level, low: low + shift, high: high + shift }))
  return {
    score: weightedIntervalScore(scale(outcome), scale(median!), bands),
    baselineScore: weightedIntervalScore(scale(outcome), scale(baseline), moved),
    ...{ logScore: null, baselineLogScore: null },
    within80: outcome >= low80! && outcome <= high80!,
    within95: outcome >= low95! && outcome <= high95!,
  }
}

const noScores: EntryScores = { score: null, baselineScore: null, logScore: null, baselineLogScore: null, within80: null, within95: null }

/** Returns the row of scores of an entry that has come out, or is void. */
export function issuedScore(
  entry: IssuedEntry,
  outcome: { readonly value: number; readonly note?: string } | { readonly isVoid: string },
  basic: Pick<IssuedScore, 'settled' | 'snapshot'>,
): IssuedScore {
  const { id } = entry
  return 'isVoid' in outcome
    ? { id, ...basic, status: 'void', outcome: null, ...noScores, why: outcome.isVoid }
    : {
        id,
        ...basic,
        status: 'resolved',
        outcome: outcome.value,
        ...shortScores(entryScores(entry, outcome.value)),
        why: outcome.note ?? null,
      }
}

/** Five digits of each score. */
function shortScores({ score, baselineScore, logScore, baselineLogScore, ...within }: EntryScores): EntryScores {
  const five = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(5)))
  return {
    score: five(score),
    baselineScore: five(baselineScore),
    logScore: five(logScore),
    baselineLogScore: five(baselineLogScore),
    ...within,
  }
}

import type { OutlookSkill } from '../targets/outlook-target.ts'

/**
 * Writes a probability as a per cent with as many digits as it has sense.
 *
 * @example [0.4321, 0.0234, 0.00412, 0.00002].map(percentWords)   // ['43 %', '2.3 %', '0.41 %', 'less than 0.01 %']
 */
export function percentWords(probability: number): string {
  const percent = 100 * probability
  if (percent < 0.01) return 'less than 0.01 %'
  return `${percent >= 10 ? percent.toFixed(0) : percent >= 1 ? percent.toFixed(1) : percent.toFixed(2)} %`
}

const titles: readonly (readonly [id: string, title: string])[] = [
  ['armed-conflict', 'armed conflict between the two'],
  ['sanctions-onset', 'new sanctions of one on the other'],
  ['bloc-joining', 'joining a bloc of the other'],
  ['bloc-leaving', 'leaving a common bloc'],
]

/** Ids of the kinds of events, without sender or bloc. */
export const askedEvents: readonly string[] = titles.map(([id]) => id)

/**
 * Names a kind of event, of whatever sender or bloc.
 *
 * @example eventTitle('bloc-leaving')   // 'leaving a common bloc'
 */
export function eventTitle(id: string): string {
  return titles.find(([kind]) => id.startsWith(kind))?.[1] ?? id
}

/** Writes the years of a window: "2026", "2026 to 2030". */
export function windowYears(origin: number, horizon: number): string {
  return horizon === 1 ? String(origin + 1) : `${origin + 1} to ${origin + horizon}`
}

/** Says what a model gained over the base rate in the back-test, and whether it is therefore used. */
export function skillWords(tried: OutlookSkill | null, isUsed: boolean): string {
  if (tried === null) return 'There were too few such events for a model: the base rate is the forecast.'
  const gain = gainWords(tried)
  return isUsed
    ? `In the back-test since 1990 forecasts of this kind gained ${gain} over the base rate.`
    : `No skill was shown: in the back-test since 1990 the model gained ${gain} over the base rate, which is therefore the forecast.`
}

/** Writes a gain with its interval. */
export function gainWords({ value, low90, high90 }: OutlookSkill): string {
  return `${signed(value)} of the log score (90 % interval ${signed(low90)} to ${signed(high90)})`
}

function signed(share: number): string {
  const percent = Math.round(1000 * share) / 10
  return `${percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(1)} %`
}

/** Lists the strongest of what raises and what lowers a probability beside that of a usual case. */
export function reasonWords(raised: readonly string[], lowered: readonly string[]): string {
  const parts = [
    raised.length === 0 ? '' : `Raised by: ${raised.join('; ')}.`,
    lowered.length === 0 ? '' : `Lowered by: ${lowered.join('; ')}.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** Raises probabilities of longer windows to those of shorter ones that they hold. */
export function risingWithHorizon<Target extends { readonly id: string; readonly horizon: number; readonly probability: number | null }>(
  targets: readonly Target[],
): Target[] {
  return targets.map((target) => {
    const shorter = targets.filter(({ id, horizon }) => id === target.id && horizon <= target.horizon)
    return { ...target, probability: Math.max(...shorter.map(({ probability }) => probability!)) }
  })
}

import type { Estimate, Interval, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatPercentile, formatShare, inSentence, intervalWords, twoDecimals, withInterval } from '../forms/wording.ts'
import { type VoteWindow, windowWords } from './vote-window.ts'

/** Writes the summary sentences about the votes, limited to what the figures and intervals support. */
export function voteSummary(bench: DomainInputs, now: VoteWindow, before: VoteWindow | undefined, estimates: readonly Estimate[]): string {
  const { a, b } = bench.dyad
  const known = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && 'value' in one)
  const { n, agreement, opposing } = now.drawn.point
  const first = `${windowWords(now.period)} ${inSentence(a.name)} and ${inSentence(b.name)} took the same position in ${formatShare(agreement)} of the ${n.toLocaleString('en-US')} recorded votes of the UN General Assembly in which both had one, and opposite ones in ${formatShare(opposing)}.`
  const kappa = known('kappa_quadratic')
  if (kappa === undefined) return `${first} ${whyNoKappa(bench, now)}`
  const rank = known('kappa_quadratic.percentile')
  const place = rank === undefined ? '' : `, above ${formatPercentile(rank.value)} % of all pairs`
  const moved = movement(known('kappa_quadratic.change'), known('agreement.change'), now, before)
  return `${first} Beyond what their habits would give by chance, that is a kappa of ${withInterval(kappa)}${place}.${moved}`
}

function whyNoKappa(bench: DomainInputs, { constant }: VoteWindow): string {
  const { a, b } = bench.dyad
  if (constant === 'both') return 'Each took one and the same position throughout: kappa is undefined.'
  const who = constant === 'a' ? a : b
  return `${inSentence(who.name)} took one position throughout, so that kappa cannot tell agreement from chance.`
}

/**
 * Says that the two converge or diverge only where the intervals of kappa and agreement both exclude zero in the same direction.
 * Otherwise each measure is described separately.
 */
function movement(kappa: Known | undefined, agreement: Known | undefined, now: VoteWindow, before: VoteWindow | undefined): string {
  if (kappa === undefined || agreement === undefined || before === undefined) return ''
  const since = before.period
  const [by, same] = [direction(kappa.interval), direction(agreement.interval)]
  if (by === 0 && same === 0) return ` Against ${since} these votes cannot tell a change of kappa: ${withInterval(kappa)}.`
  const shares = `from ${formatShare(before.drawn.point.agreement)} to ${formatShare(now.drawn.point.agreement)}`
  const kappas = `from ${twoDecimals(before.drawn.point.kappa_quadratic)} to ${twoDecimals(now.drawn.point.kappa_quadratic)} (change: ${intervalWords(kappa.interval, kappa.unit)})`
  if (by === same)
    return ` They stand ${by > 0 ? 'closer' : 'further apart'} than in ${since}: kappa went ${kappas}, the share of same positions ${shares}.`
  const first =
    same === 0 ? `the share of same positions, ${shares}, cannot tell a change` : `the share of same positions ${went(same)} ${shares}`
  const second = by === 0 ? `kappa, ${kappas}, cannot tell a change` : `kappa ${went(by)} ${kappas}`
  return ` Since ${since} ${first}; ${second}.`
}

function went(direction: -1 | 0 | 1): string {
  return direction > 0 ? 'rose' : 'fell'
}

/** Returns 1 or -1 where the whole interval is above or below zero; 0 where the sign is not statistically distinguishable. */
function direction(interval: Interval): -1 | 0 | 1 {
  if (interval === 'exact' || interval.low === interval.high) return 0
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0
}

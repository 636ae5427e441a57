import type { Claim } from './claim.ts'
import type { ClaimBench } from './claim-bench.ts'
import { namesOf } from './named-in-text.ts'
import { familyOf } from './query-flows.ts'
import type { TestedClaim } from './verdict.ts'

/** So near a figure of the record the text is told from it, not from another state's or year's. */
const veryFigure = 0.01
/** Numbers of fewer digits meet a figure by chance. */
const fewestDigits = 3
/** So many sentences on, who and when still hold where no other time is named. */
const reach = 2

/**
 * Claims whose who, when and what a figure beside them bears out: the text has the very figure that the record has for the same states and time, in the same sentence,
 * or up to two before where no time is named since. What is said of a change or share in the same breath is then about these, however little its own words say.
 */
export function confirmedBy(tested: readonly TestedClaim[], bench: Pick<ClaimBench, 'sentences' | 'date'>): ReadonlySet<Claim> {
  const sure = tested.filter((one) => isVeryFigure(one, fewestDigits)).map(({ claim }) => claim)
  const shares = tested.filter((one) => one.claim.unit === 'percent' && isVeryFigure(one, 2)).map(({ claim }) => claim)
  const open = tested.filter(
    ({ claim, finding }) => finding?.verdict === 'unverifiable' && familyOf(claim.measured?.topic ?? '') !== undefined,
  )
  return new Set(
    open
      .map(({ claim }) => claim)
      .filter((claim) => sure.some((one) => isBeside(claim, one, bench)) || shares.some((one) => isOfSameHost(claim, one, bench))),
  )
}

/** `A supplied 62 % of what it bought, followed by B`: whom both are partners of is named by neither, and the share bears him out for all of the sentence. */
function isOfSameHost(claim: Claim, one: Claim, bench: Pick<ClaimBench, 'sentences' | 'date'>): boolean {
  const named = namesOf(bench)[claim.sentence_index]?.states ?? []
  const [host, ...more] = claim.actors.filter((id) => !named.includes(id))
  return (
    claim.kind === 'ranking' &&
    claim.sentence_index === one.sentence_index &&
    host !== undefined &&
    more.length === 0 &&
    one.actors.includes(host) &&
    JSON.stringify(claim.period) === JSON.stringify(one.period) &&
    familyOf(claim.measured?.topic ?? '') === familyOf(one.measured?.topic ?? '')
  )
}

function isVeryFigure({ claim, finding }: TestedClaim, fewest: number): boolean {
  const { value, kind } = claim
  if (finding?.verdict !== 'supported' || value === null || !/^(?:quantity|share|trend)$/.test(kind)) return false
  if (claim.unit === null || /change|points|times|count|rank/.test(claim.unit) || digitsOf(value) < fewest) return false
  return finding.honestValues.some((one) => Math.abs(one.value / value - 1) <= veryFigure)
}

const digitsOf = (value: number): number => String(Math.abs(value)).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length

function isBeside(claim: Claim, one: Claim, bench: Pick<ClaimBench, 'sentences' | 'date'>): boolean {
  const since = claim.sentence_index - one.sentence_index
  if (since < 0 || since > reach || !isOfSame(claim, one)) return false
  return (
    since === 0 ||
    namesOf(bench)
      .slice(one.sentence_index + 1, claim.sentence_index + 1)
      .every(({ years }) => years.length === 0)
  )
}

/** The same states, time and kind of thing. */
const isOfSame = (a: Claim, b: Claim): boolean =>
  [...a.actors].sort().join() === [...b.actors].sort().join() &&
  JSON.stringify(a.period) === JSON.stringify(b.period) &&
  familyOf(a.measured?.topic ?? '') === familyOf(b.measured?.topic ?? '') &&
  a.measured?.part === b.measured?.part

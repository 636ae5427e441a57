import type { Claim } from '../../claim.ts'
import type { ClaimBench } from '../../claim-bench.ts'
import type { TestedClaim } from '../../verdict.ts'
import { familyOf } from '../questions/query-flows.ts'
import { type NamedStates, namedBySentence, yearsOf } from '../sentences/named-in-text.ts'

/** So near a figure of the record the text is told from it, not from another state's or year's. */
const exactShare = 0.01
/** Numbers of fewer digits meet a figure by chance. */
const fewestDigits = 3
/** So many sentences on, who and when still hold where no other time is named. */
const reach = 2

/**
 * Claims whose who, when and what a figure beside them bears out: the text has the very figure that the record has for the same states and time, in the same sentence,
 * or up to two before where no time is named since. What is said of a change or share in the same breath is then about these, however little its own words say.
 *
 * @returns   each such claim with those who counted the figures beside it, as honest values name them in `by`
 */
export function corroboratedClaims(
  tested: readonly TestedClaim[],
  bench: Pick<ClaimBench, 'sentences' | 'date'>,
): ReadonlyMap<Claim, ReadonlySet<string>> {
  const sure = tested.filter((one) => isExactFigure(one, fewestDigits))
  const shares = tested.filter((one) => one.claim.unit === 'percent' && isExactFigure(one, 2))
  const open = tested.filter(
    ({ claim, finding }) => finding?.verdict === 'unverifiable' && familyOf(claim.measured?.topic ?? '') !== undefined,
  )
  return new Map(
    open.flatMap(({ claim }) => {
      const beside = [
        ...sure.filter((one) => isBeside(claim, one.claim, bench)),
        ...shares.filter((one) => isOfSameHost(claim, one.claim, bench)),
      ]
      return beside.length === 0 ? [] : [[claim, new Set(beside.flatMap(countersOf))] as const]
    }),
  )
}

/** So many sentences off, before or behind, a figure tells what time and whose trade a text is about. */
const around = 3
/** A figure to the digit counts for two that only agree. */
const enough = 2

/**
 * Claims whose who and when the figures round about bear out: the record agrees with them for the same time and kind of thing, and for whom the claim's own sentence
 * leaves out, in the same place. They settle less than a figure beside the claim: other readings are still tried.
 */
export function contextSupportedClaims(tested: readonly TestedClaim[], bench: Pick<ClaimBench, 'sentences' | 'date'>): ReadonlySet<Claim> {
  const agreed = tested.filter(
    ({ claim, finding }) => finding?.verdict === 'supported' && claim.value !== null && claim.direction !== 'n/a',
  )
  const weight = (one: TestedClaim): number => (isExactFigure(one, fewestDigits) ? 2 : one.claim.unit === 'rank' ? 0.5 : 1)
  return new Set(
    tested
      .filter(({ finding }) => finding?.verdict === 'unverifiable' && finding.honestValues.length + finding.evidence.length > 0)
      .map(({ claim }) => claim)
      .filter((claim) => {
        const near = agreed.filter((one) => isAround(claim, one.claim, bench))
        return near.reduce((sum, one) => sum + weight(one), 0) >= enough
      }),
  )
}

function isAround(claim: Claim, one: Claim, bench: Pick<ClaimBench, 'sentences' | 'date'>): boolean {
  if (claim === one || Math.abs(claim.sentence_index - one.sentence_index) > around) return false
  if (JSON.stringify(claim.period) !== JSON.stringify(one.period)) return false
  if (familyOf(claim.measured?.topic ?? '') !== familyOf(one.measured?.topic ?? '') || claim.measured?.part !== one.measured?.part)
    return false
  const own = namedBySentence(bench)[claim.sentence_index]
  const unnamed = claim.actors.filter((id) => own?.states.includes(id) !== true)
  return unnamed.length > 0
    ? unnamed.every((id) => one.actors.includes(id) && sideOf(id, claim) === sideOf(id, one))
    : claim.actors.some((id) => one.actors.includes(id))
}

/** Whether one sends or receives; neither where goods go both ways. */
const sideOf = (id: string, { direction }: Claim): 'sender' | 'receiver' | undefined =>
  direction.startsWith(`${id}->`) ? 'sender' : direction.endsWith(`->${id}`) ? 'receiver' : undefined

/** Who counted the very figure. */
const countersOf = ({ claim, finding }: TestedClaim): string[] =>
  finding!.honestValues.filter((one) => Math.abs(one.value / claim.value! - 1) <= exactShare).map(({ by }) => by)

/** So near, two figures are one but for rounding. */
const rounded = 0.006
/** So many figures of one who counts tell whose count a text is told from. */
const fewestFigures = 2

/** Of the amounts that one who counts has, so many must be told to the digit: of thirty exporters' own counts of what they send to one state two meet its count by chance. */
const mostFigures = 0.5

/**
 * Whose count of goods a text is told from: those who counted at least two of its figures to the digit, and half of those that they counted at all. What they counted may
 * then speak against others of its figures, though the other side's count is not on record.
 */
export function sourcesOfText(tested: readonly TestedClaim[]): ReadonlySet<string> {
  const [told, counted] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()]
  const add = (to: Map<string, Set<number>>, by: string, value: number): unknown => to.set(by, (to.get(by) ?? new Set()).add(value))
  for (const one of tested.filter((each) => isOfGoods(each) && each.claim.value !== null)) {
    const isVery = isExactFigure(one, fewestDigits)
    for (const { by, value, unit } of one.finding?.honestValues ?? []) {
      if (isVery && Math.abs(value / one.claim.value! - 1) <= rounded) add(told, by, one.claim.value!)
      if (/^[A-Z]{3}\b/.test(unit)) add(counted, by, one.claim.value!)
    }
  }
  return new Set(
    [...told]
      .filter(([by, values]) => values.size >= Math.max(fewestFigures, mostFigures * (counted.get(by)?.size ?? 0)))
      .map(([by]) => by),
  )
}

const isOfGoods = ({ claim }: TestedClaim): boolean => familyOf(claim.measured?.topic ?? '') === 'goods'

/** Claims of goods that were left open though the record has a figure of one of the textSources. */
export function isOpenToSources(textSources: ReadonlySet<string>, one: TestedClaim): boolean {
  const { finding } = one
  return finding?.verdict === 'unverifiable' && isOfGoods(one) && finding.honestValues.some(({ by }) => textSources.has(by))
}

/** `A supplied 62 % of what it bought, followed by B`: whom both are partners of is named by neither, and the share bears him out for all of the sentence. */
function isOfSameHost(claim: Claim, one: Claim, bench: Pick<ClaimBench, 'sentences' | 'date'>): boolean {
  const named = namedBySentence(bench)[claim.sentence_index]?.states ?? []
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

function isExactFigure({ claim, finding }: TestedClaim, fewest: number): boolean {
  const { value, kind } = claim
  if (finding?.verdict !== 'supported' || value === null || !/^(?:quantity|share|trend)$/.test(kind)) return false
  if (claim.unit === null || /change|points|times|count|rank/.test(claim.unit) || digitsOf(value) < fewest) return false
  return finding.honestValues.some((one) => Math.abs(one.value / value - 1) <= exactShare)
}

const digitsOf = (value: number): number =>
  String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '').length

function isBeside(claim: Claim, one: Claim, bench: Pick<ClaimBench, 'sentences' | 'date'>): boolean {
  const since = claim.sentence_index - one.sentence_index
  if (since < 0 || since > reach || !isSameFlow(claim, one) || isSecondOfSame(claim, one)) return false
  if (since === 0) return true
  const named = namedBySentence(bench)
  // a look back at another year may be over
  return !isLookBack(one, named) && named.slice(one.sentence_index + 1, claim.sentence_index + 1).every(({ years }) => years.length === 0)
}

/** `In 2021-22 they had been 12.5 billion`, behind a sentence of a later year. */
function isLookBack({ sentence_index: index, period }: Claim, named: readonly NamedStates[]): boolean {
  const before = named.slice(0, index).findLast(({ years }) => years.length > 0)
  return period !== null && before?.years.some(({ to }) => to > yearsOf(period).to) === true
}

/** `The main buyer with 11.3 billion, followed by A and B with 4.2 billion each`: one flow has one amount, and the second is of another. */
const isSecondOfSame = (a: Claim, b: Claim): boolean =>
  a.kind === 'quantity' &&
  b.kind === 'quantity' &&
  a.direction === b.direction &&
  a.unit === b.unit &&
  a.sentence_index === b.sentence_index &&
  a.measured?.topic === b.measured?.topic

/** The same states, time and kind of thing. */
const isSameFlow = (a: Claim, b: Claim): boolean =>
  [...a.actors].sort().join() === [...b.actors].sort().join() &&
  JSON.stringify(a.period) === JSON.stringify(b.period) &&
  familyOf(a.measured?.topic ?? '') === familyOf(b.measured?.topic ?? '') &&
  a.measured?.part === b.measured?.part

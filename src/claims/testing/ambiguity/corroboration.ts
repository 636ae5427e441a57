import type { Claim } from '../../claim.ts'
import { verdictLimits } from '../../limits.ts'
import { hasCaution } from '../../said-of-claim.ts'
import { queryFamilyOf } from '../../text/topics/query-families.ts'
import type { TestedClaim } from '../../verdict.ts'

/**
 * Returns the open claims whose parties, period and subject are confirmed by an exact figure for the same states and period: in the same sentence, or in one of
 * the two before without another period in between. A change or share mentioned together with such a figure has the same subject.
 *
 * @returns   each such claim with the reporters of the figures next to it, written as in `by` of a value
 */
export function corroboratedClaims(tested: readonly TestedClaim[]): ReadonlyMap<Claim, ReadonlySet<string>> {
  const sure = tested.filter((one) => isExactFigure(one, verdictLimits.corroborationDigits))
  const shares = tested.filter((one) => one.claim.unit === 'percent' && isExactFigure(one, 2))
  const open = tested.filter(
    ({ claim, finding }) => finding?.verdict === 'unverifiable' && queryFamilyOf(claim.measured?.topic ?? '') !== undefined,
  )
  return new Map(
    open.flatMap(({ claim }) => {
      const beside = [...sure.filter((one) => isBeside(claim, one.claim)), ...shares.filter((one) => isOfSameHost(claim, one.claim))]
      return beside.length === 0 ? [] : [[claim, new Set(beside.flatMap(countersOf))] as const]
    }),
  )
}

/**
 * Returns the open claims whose parties and period are confirmed by nearby figures that agree with the record. These figures have the same period and kind, and
 * each party that the claim's sentence leaves out has the same role in them. This is weaker than an exact figure in the same place: alternative readings are
 * still tried.
 */
export function contextSupportedClaims(tested: readonly TestedClaim[]): ReadonlySet<Claim> {
  const agreed = tested.filter(
    ({ claim, finding }) => finding?.verdict === 'supported' && claim.value !== null && claim.direction !== 'n/a',
  )
  const weight = (one: TestedClaim): number =>
    isExactFigure(one, verdictLimits.corroborationDigits) ? 2 : one.claim.unit === 'rank' ? 0.5 : 1
  return new Set(
    tested
      .filter(({ finding }) => finding?.verdict === 'unverifiable' && finding.honestValues.length + finding.evidence.length > 0)
      .map(({ claim }) => claim)
      .filter((claim) => {
        const near = agreed.filter((one) => isAround(claim, one.claim))
        return near.reduce((sum, one) => sum + weight(one), 0) >= verdictLimits.corroborationWeight
      }),
  )
}

function isAround(claim: Claim, one: Claim): boolean {
  if (claim === one || Math.abs(claim.sentence_index - one.sentence_index) > verdictLimits.corroborationAround) return false
  if (JSON.stringify(claim.period) !== JSON.stringify(one.period)) return false
  if (
    queryFamilyOf(claim.measured?.topic ?? '') !== queryFamilyOf(one.measured?.topic ?? '') ||
    claim.measured?.part !== one.measured?.part
  )
    return false
  const unnamed = unnamedActors(claim)
  return unnamed.length > 0
    ? unnamed.every((id) => one.actors.includes(id) && sideOf(id, claim) === sideOf(id, one))
    : claim.actors.some((id) => one.actors.includes(id))
}

const unnamedActors = ({ said }: Claim): readonly string[] => said?.doubts?.figure?.unnamed ?? []

/** Returns whether a state is the sender or the receiver of a claim; undefined if the claim is on both directions, or on other states. */
const sideOf = (id: string, { direction }: Claim): 'sender' | 'receiver' | undefined =>
  direction.startsWith(`${id}->`) ? 'sender' : direction.endsWith(`->${id}`) ? 'receiver' : undefined

/** Returns the reporters of the values that a claim agrees with exactly. */
const countersOf = ({ claim, finding }: TestedClaim): string[] =>
  finding!.honestValues.filter((one) => Math.abs(one.value / claim.value! - 1) <= verdictLimits.corroborationExact).map(({ by }) => by)

/**
 * Returns the reporters whose counts of goods the text quotes: at least two figures agree exactly, and at least half of those for which the reporter has a
 * count. Their counts may then refute other figures of the text, even if the partner's count is not on record.
 */
export function sourcesOfText(tested: readonly TestedClaim[]): ReadonlySet<string> {
  const [told, counted] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()]
  const add = (to: Map<string, Set<number>>, by: string, value: number): unknown => to.set(by, (to.get(by) ?? new Set()).add(value))
  for (const one of tested.filter((each) => isOfGoods(each) && each.claim.value !== null)) {
    const isVery = isExactFigure(one, verdictLimits.corroborationDigits)
    for (const { by, value, unit } of one.finding?.honestValues ?? []) {
      if (isVery && Math.abs(value / one.claim.value! - 1) <= verdictLimits.corroborationRounding) add(told, by, one.claim.value!)
      if (/^[A-Z]{3}\b/.test(unit)) add(counted, by, one.claim.value!)
    }
  }
  return new Set(
    [...told]
      .filter(
        ([by, values]) =>
          values.size >= Math.max(verdictLimits.reporterFigures, verdictLimits.reporterShare * (counted.get(by)?.size ?? 0)),
      )
      .map(([by]) => by),
  )
}

const isOfGoods = ({ claim }: TestedClaim): boolean => queryFamilyOf(claim.measured?.topic ?? '') === 'goods'

/** Whether a claim on goods was left open although the record has a figure for it from one of the text's sources. */
export function isOpenToSources(textSources: ReadonlySet<string>, one: TestedClaim): boolean {
  const { finding } = one
  return finding?.verdict === 'unverifiable' && isOfGoods(one) && finding.honestValues.some(({ by }) => textSources.has(by))
}

/**
 * Whether a confirmed share settles which buyer a ranking in the same sentence is about, if the ranking does not name the buyer: `A supplied 62 % of what it
 * bought, followed by B`.
 */
function isOfSameHost(claim: Claim, one: Claim): boolean {
  const [host, ...more] = unnamedActors(claim)
  return (
    claim.kind === 'ranking' &&
    claim.sentence_index === one.sentence_index &&
    host !== undefined &&
    more.length === 0 &&
    one.actors.includes(host) &&
    JSON.stringify(claim.period) === JSON.stringify(one.period) &&
    queryFamilyOf(claim.measured?.topic ?? '') === queryFamilyOf(one.measured?.topic ?? '')
  )
}

function isExactFigure({ claim, finding }: TestedClaim, fewest: number): boolean {
  const { value, kind } = claim
  if (finding?.verdict !== 'supported' || value === null || !/^(?:quantity|share|trend)$/.test(kind)) return false
  if (claim.unit === null || /change|points|times|count|rank/.test(claim.unit) || digitsOf(value) < fewest) return false
  return finding.honestValues.some((one) => Math.abs(one.value / value - 1) <= verdictLimits.corroborationExact)
}

const digitsOf = (value: number): number =>
  String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '').length

function isBeside(claim: Claim, one: Claim): boolean {
  const since = claim.sentence_index - one.sentence_index
  if (since < 0 || since > verdictLimits.corroborationReach || !isSameFlow(claim, one) || isSecondOfSame(claim, one)) return false
  if (since === 0) return true
  // a reference to an earlier year may end with its sentence
  return !hasCaution(one, 'look-back') && since <= (claim.said?.doubts?.figure?.sentencesWithoutTime ?? 0)
}

/**
 * Whether two amounts of one sentence were read as the same flow. A flow has only one amount, so the second belongs to another flow: `The main buyer with 11.3
 * billion, followed by A and B with 4.2 billion each`.
 */
const isSecondOfSame = (a: Claim, b: Claim): boolean =>
  a.kind === 'quantity' &&
  b.kind === 'quantity' &&
  a.direction === b.direction &&
  a.unit === b.unit &&
  a.sentence_index === b.sentence_index &&
  a.measured?.topic === b.measured?.topic

/** Whether two claims have the same states, period and kind of quantity. */
const isSameFlow = (a: Claim, b: Claim): boolean =>
  [...a.actors].sort().join() === [...b.actors].sort().join() &&
  JSON.stringify(a.period) === JSON.stringify(b.period) &&
  queryFamilyOf(a.measured?.topic ?? '') === queryFamilyOf(b.measured?.topic ?? '') &&
  a.measured?.part === b.measured?.part

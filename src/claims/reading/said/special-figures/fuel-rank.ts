import type { Claim } from '../../../claim.ts'
import type { FuelRankSaid } from '../../../said/special-figures-said.ts'
import { regionNamedIn } from '../../../text/names/country-groups.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedFields } from '../defined-fields.ts'

/** Matches rankings other than of all partners by size: with exceptions, by growth, among some partners only, of the world. */
const otherOrder =
  /\bin the world\b|\bworld[’']s\b|\bglobal(?:ly)?\b|\bper (?:head|capita)\b|\b(?:fastest|slowest)\b|\bgrow(?:th|ing|s)\b|\boutside\b|\bexcept\b|\bother than\b|\bamong\b|\bnon-|\bever\b|\bpotential/i

/** Returns what a claim says of a rank among all suppliers or buyers of a fuel; undefined if it is of no such rank. */
export function fuelRankSaid(claim: Claim): FuelRankSaid | undefined {
  const { unit, period, value, domain, measured, direction, qualifier, sentence } = claim
  const isAsked = unit === 'rank' && period !== null && value !== null && direction.includes('->')
  if (!isAsked || (domain !== 'energy' && measured?.part === undefined)) return undefined
  const words = wordsNear(claim)
  if (otherOrder.test(words) || regionNamedIn(words) !== undefined || /\bnot\b/i.test(qualifier ?? '')) return undefined
  return definedFields<FuelRankSaid>({ isDiesel: /\bdiesel\b/i.test(sentence), isCrude: /\bcrude\b/i.test(sentence) })
}

import type { Claim } from '../../../claim.ts'
import type { ArmsSaid, WeaponKind } from '../../../said/pair-deeds-said.ts'
import { clauseOf, isNegated } from '../around/text-around-claim.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'

/** Patterns of the words that texts use for a kind of weapon. */
const kinds: readonly (readonly [RegExp, WeaponKind])[] = [
  [/\b(?:main battle |battle )?tanks?\b/i, 'tank'],
  [/\b(?:self-propelled guns?|howitzers?)\b/i, 'gun'],
  [/\b(?:fighters?|fighter (?:jets?|aircraft|planes?)|combat aircraft|warplanes?|jets?)\b/i, 'fighter'],
  [/\bsubmarines?\b/i, 'submarine'],
  [/\b(?:frigates?|corvettes?|destroyers?|warships?)\b/i, 'warship'],
  [/\bhelicopters?\b/i, 'helicopter'],
  [/\b(?:drones?|UAVs?|unmanned)\b/i, 'drone'],
  [/\b(?:rocket launchers?|launchers?)\b/i, 'rocket-launcher'],
  [/\b(?:armou?red vehicles|personnel carriers?|infantry fighting vehicles)\b/i, 'armoured-vehicle'],
]
const planOrPart =
  /\b(?:plan(?:s|ned)?|would|could|may|might|want(?:s|ed)?|offer(?:s|ed)?|request(?:s|ed)?|options?|eventually|intend\w*|not|never|further|more|another|remaining|framework|total of|in all)\b/i
const delivered = /\b(?:deliver|receiv|arriv|transfer|suppl|sent\b|send|gave\b|given|donat|handed)/i
const first =
  /\b(?:purchases|orders?|imports|buying|sales|deliveries)\b.*\b(?:began|started|begun)\b|\bfirst (?:arms|weapons|purchases?|orders?)\b|\bbegan (?:buying|ordering|importing)\b/i

/** Returns what a claim says of weapons ordered or delivered, as an event or a number; undefined for other claims. */
export function armsSaid(claim: Claim): ArmsSaid | undefined {
  const { kind, unit, domain, direction, period } = claim
  if (domain !== 'arms' || period === null || !/^\w+->\w+$/.test(direction)) return undefined
  if (unit === 'count') {
    const words = wordsNear(claim, 50)
    return definedFields<ArmsSaid>({
      weapons: nonEmpty(numberedIn(words)) ?? nonEmpty(calledIn(words)),
      kind: kinds.find(([pattern]) => pattern.test(words))?.[1],
      isDelivered: delivered.test(words),
    })
  }
  const { text } = clauseOf(claim.sentence, claim)
  if (kind !== 'event' || isNegated(text)) return undefined
  return definedFields<ArmsSaid>({
    weapons: nonEmpty(numberedIn(text)),
    isDelivered: /\bdeliver|\breceiv|\barriv|\btook\b/i.test(text),
    isFirst: first.test(text),
  })
}

/** Whether a number of weapons may be a plan, or only a part of an order. */
export const isPlanOrPart = ({ sentence }: Claim): boolean => planOrPart.test(sentence)

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/g, '')

/** Returns the names of weapons with a number: `K2`, `T-72`. */
const numberedIn = (words: string): string[] => (words.match(/\b[A-Z][A-Za-z]*-?\d+[A-Za-z0-9]*\b/g) ?? []).map(plain)

/** Returns the capitalised words within a sentence, one of which may be the name of a weapon. */
const calledIn = (words: string): string[] => (words.match(/(?<=[a-z,;\d] )[A-Z][a-z]{4,}\b/g) ?? []).map(plain)

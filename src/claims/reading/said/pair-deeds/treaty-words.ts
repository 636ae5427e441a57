import type { Claim } from '../../../claim.ts'
import type { Obligation, TreatyAct, TreatySaid } from '../../../said/pair-deeds-said.ts'
import { areActorsNamed, clauseOf, isNegated, type SentencesOfText, sentencesBefore } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import { agreementNamesIn } from './proper-names.ts'

const patterns: readonly (readonly [Obligation, RegExp])[] = [
  [
    'nonaggression',
    /\bnon-?aggression\b|\bnot to (?:attack|use force)|\b(?:forbid|forbade|bars?|prohibit)\w*\b[^.;]*\b(?:attack|force|aggression)|\bnever to attack|\b(?:refrain|abstain)\w* from [^.;]*(?:force|attack|aggression)/i,
  ],
  [
    'defence',
    /\bmutual[- ]defen[cs]e\b|\bcollective defen[cs]e\b|\bdefen[cs]e (?:pact|treaty|obligation|commitment|clause|guarantee|alliance)|\b(?:come|comes|go|goes|fight|fights|act)\b[^.;]{0,25}\b(?:defen[cs]e|aid|help|assistance|rescue|for (?:the other|it|them|each other|one another))\b|\bto (?:defend|assist|protect) (?:the other|each other|one another|it|them)|\b(?:military|immediate) (?:assistance|aid|help)\b|\bif (?:it|either|one|the other) (?:is|are|were|comes under) attack|\bArticle (?:5|V|Five)\b|\bsecurity guarantees?\b/i,
  ],
  ['neutrality', /\bneutral(?:ity)?\b/i],
  ['consultation', /\bconsult(?:ations?|s|ed|ing)?\b/i],
]

/**
 * Returns the obligation that some words state; undefined if they only name a treaty. `Come to the other's defence if it is attacked` is `defence`, `forbids each to
 * attack the other` `nonaggression`.
 */
function obligationIn(text: string): Obligation | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}

/**
 * Returns what some words say about a treaty: `entered into force on 4 December` is `in-force`.
 */
function treatyActIn(text: string): TreatyAct {
  if (/\b(?:ended|lapsed|expired|terminated|denounced|abrogated|scrapped|replac(?:ed|es)|superseded|withdr\w+)\b/i.test(text))
    return 'ended'
  if (/\b(?:enter(?:ed|s)? into force|c[ao]me into force|t(?:ook|akes) effect|in force since)\b/i.test(text)) return 'in-force'
  if (/\b(?:sign(?:ed|ing)?|initialled|conclud\w+|sealed|agreed|made)\b/i.test(text)) return 'signed'
  return 'bound'
}

const commitment = /\b(?:treat(?:y|ies)|pacts?|agreements?|all(?:y|ies|iance|ied)|obliges?|obligations?|bound|defen[cs]e)\b/i
const definite = /\b(?:the|that|this|their|its)\b[^,;]{0,40}\b(?:treaty|pact|agreement|accord|alliance)\b/i

/** Returns what a claim says of a treaty; undefined if it is not about one. */
export function treatySaid(claim: Claim, text: SentencesOfText): TreatySaid | undefined {
  const { sentence, start, end, kind } = claim
  if ((kind !== 'membership' && kind !== 'event') || !isOnTreaty(claim) || !commitment.test(sentence)) return undefined
  const { text: clause, start: clauseStart } = clauseOf(sentence, claim)
  const act = kind === 'membership' ? 'bound' : treatyActIn(end > start ? sentence.slice(start, end + 20) : clause)
  // words on speaking, promising or celebrating do not state an event of a treaty
  if (kind === 'event' && act === 'bound') return undefined
  const near = end > start ? sentence.slice(Math.max(0, clauseStart, start - 40), end + 12) : clause
  const isBound = act === 'bound'
  return definedFields<TreatySaid>({
    act,
    obligation: isBound ? obligationOf(claim, clause, text) : obligationIn(sentence),
    isDenied: isBound && isNegated(near.replace(/\bnon-?aggression\b|\bnot to (?:attack|use force)\b/gi, '')),
    isAlliance: isBound && /\ball(?:y|ies|iance|ied)\b/i.test(clause),
    isFormer: isBound && /\b(?:older|earlier|previous|former|old|predecessor)\b/i.test(sentence),
    isDefinite: isBound && definite.test(sentence),
    years: isBound ? nonEmpty(yearsIn(sentence)) : undefined,
    yearsBefore: isBound
      ? nonEmpty(
          sentencesBefore(claim, text, 2)
            .map(yearsIn)
            .filter(({ length }) => length > 0),
        )
      : undefined,
    names: isBound ? nonEmpty(agreementNamesIn(sentence)) : undefined,
  })
}

const isOnTreaty = ({ sentence, measured, domain }: Claim): boolean =>
  measured?.topic === 'treaty' ||
  domain === 'alliance' ||
  (measured?.topic === 'relations' && /\btreat(?:y|ies)\b|\bdefen[cs]e (?:pact|agreement)/i.test(sentence))

const yearsIn = (text: string): readonly string[] => text.match(/\b(?:19|20)\d\d\b/g) ?? []

/** Returns the obligation in the statement, else in the sentence, else, for `such a promise`, in one of the two sentences before. */
const obligationOf = (claim: Claim, clause: string, text: SentencesOfText): Obligation | undefined =>
  obligationIn(clause) ??
  obligationIn(claim.sentence) ??
  (/\bsuch (?:a )?(?:promise|obligation|clause)/i.test(clause)
    ? sentencesBefore(claim, text, 2)
        .map(obligationIn)
        .find((one) => one !== undefined)
    : undefined)

/** Whether a treaty may be one of other states: the claim's are not all named plainly, and others are. */
export const mayBeOtherPair = (claim: Claim, text: SentencesOfText): boolean =>
  !areActorsNamed(claim, text) && /\p{Lu}\p{L}+/u.test(claim.sentence.slice(1))

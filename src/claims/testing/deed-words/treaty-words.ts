/** What a treaty obliges its parties to do, according to a sentence. */
export type Obligation = 'defence' | 'nonaggression' | 'consultation' | 'neutrality'

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
 * Returns the obligation that some words state; undefined if they only name a treaty.
 *
 * @example obligationIn("come to the other's defence if it is attacked")   // 'defence'
 * @example obligationIn('forbids each to attack the other')   // 'nonaggression'
 */
export function obligationIn(text: string): Obligation | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}

/** The obligations in words that complete `a promise of …`. */
export const obligationWords: Readonly<Record<Obligation, string>> = {
  defence: 'defence',
  nonaggression: 'non-aggression',
  consultation: 'consultation',
  neutrality: 'neutrality',
}

/** What happened to a treaty, according to a sentence; `bound` if only its existence is stated. */
export type TreatyAct = 'signed' | 'in-force' | 'ended' | 'bound'

/**
 * Returns what some words say about a treaty.
 *
 * @example treatyActIn('entered into force on 4 December')   // 'in-force'
 */
export function treatyActIn(text: string): TreatyAct {
  if (/\b(?:ended|lapsed|expired|terminated|denounced|abrogated|scrapped|replac(?:ed|es)|superseded|withdr\w+)\b/i.test(text))
    return 'ended'
  if (/\b(?:enter(?:ed|s)? into force|c[ao]me into force|t(?:ook|akes) effect|in force since)\b/i.test(text)) return 'in-force'
  if (/\b(?:sign(?:ed|ing)?|initialled|conclud\w+|sealed|agreed|made)\b/i.test(text)) return 'signed'
  return 'bound'
}

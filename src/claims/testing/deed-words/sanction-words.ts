import type { Claim } from '../../claim.ts'
import { clauseOf, isNegated } from '../../text/around/text-around-claim.ts'

/** What a sentence says about sanctions. */
export interface ClaimedSanction {
  /** `none`: the sentence says that there are no sanctions. */
  readonly act: 'imposed' | 'lifted' | 'in-force' | 'none'
  /**
   * Whether the claim is about the first sanctions or their beginning: an earlier measure then refutes the claim, unless another measure also began at the
   * claimed time.
   */
  readonly first: boolean
  /** Whether the word `first` is used. */
  readonly firstOfAll: boolean
  /** Kinds of measures meant: a recorded measure fits if it is of at least one of them. Empty: any kind. */
  readonly measures: readonly string[]
  /** Pattern to match the named good in the notes of the record; undefined if no good is named. */
  readonly good: RegExp | undefined
  readonly byUn: boolean
}

const measures: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\barms (?:embargo|ban|sales)|\bembargo on (?:arms|weapons)|\bweapons? (?:embargo|ban)/i, ['arms']],
  [/\b(?:oil|crude|petroleum|coal|gas|LNG|energy|uranium)\b/i, ['energy', 'trade', 'comprehensive']],
  [/\b(?:airspace|sky|flights?|aircraft|airlines?|aviation)\b/i, ['aviation']],
  [/\b(?:visa|entry|travel) (?:bans?|restrictions?)\b/i, ['travel']],
  [/\b(?:asset|assets)\b|\bfroze\b/i, ['assets', 'finance']],
  [/\b(?:chips?|semiconductors?|technology|dual-use|export controls?)\b/i, ['technology', 'trade']],
  [/\b(?:banks?|financial|SWIFT|capital market|debt)\b/i, ['finance']],
]

const goods: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:crude|oil)\b(?! products)/i, /crude|\boil\b/i],
  [/\b(?:oil products|petroleum products|diesel|refined)\b/i, /petroleum products|crude oil and products|oil products/i],
  [/\bcoal\b/i, /\bcoal\b/i],
  [/\b(?:gas|LNG)\b/i, /\b(?:gas|LNG)\b/i],
  [/\bgold\b/i, /\bgold\b/i],
  [/\bdiamonds?\b/i, /\bdiamonds?\b/i],
  [/\bbarley\b/i, /\bbarley\b/i],
  [/\bwine\b/i, /\bwine\b/i],
  [/\bseafood|fish\b/i, /\bseafood|fish\b/i],
  [/\brare earths?\b/i, /rare earths?/i],
  [
    /\b(?:grain|wheat|farm goods|pork|beef|fruit|steel|aluminium|timber|cars|solar|Huawei|TikTok)\b/i,
    /\b(?:grain|wheat|farm|pork|beef|fruit|steel|aluminium|timber|cars|solar|Huawei|TikTok)\b/i,
  ],
]

/** Reads what a claim says about sanctions. */
export function claimedSanction(claim: Claim): ClaimedSanction {
  const { text } = clauseOf(claim.sentence, claim)
  return {
    act: actIn(text),
    first: /\bfirst\b|\bdat(?:es?|ing) from\b|\b(?:began|begun|goes back|since)\b/i.test(text),
    firstOfAll: /\bfirst\b/i.test(text),
    measures: measures.find(([pattern]) => pattern.test(text))?.[1] ?? [],
    good: goods.find(([pattern]) => pattern.test(text))?.[1],
    byUn: /\b(?:UN|U\.N\.|United Nations|Security Council)\b/.test(text),
  }
}

/** Matches prohibitions, which do not deny that the measure exists: `may not enter the territory`. */
const forbidden =
  /\b(?:may|must|can|shall) (?:no longer|not)\b|\b(?:nor|neither) may\b|\bcannot\b|\bno longer (?:be )?\b|\b(?:not|no longer) (?:be )?(?:allowed|permitted)\b/gi

/** Matches a negation that concerns the actor, not the deed: `Switzerland, not a member of the EU, imposed`, `Norway, which is not in the EU, adopted`. */
const beside = /(?:, (?:(?:which|who) [^,]*?\b)?|^(?:is|are|was|were|does|do|did|has|have) )(?:not|never|no)\b[^,]*,/gi

function actIn(text: string): ClaimedSanction['act'] {
  if (isNegated(text.replaceAll(beside, ' ').replaceAll(forbidden, 'is forbidden to'))) return 'none'
  if (/\b(?:lifted|eased|ended|dropped|removed|expired?|ran out|suspended)\b/i.test(text)) return 'lifted'
  return /\b(?:remains?|stays?|still|in (?:force|place)|(?:is|are|has been|have been|was|were) under)\b/i.test(text)
    ? 'in-force'
    : 'imposed'
}

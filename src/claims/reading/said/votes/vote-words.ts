import type { Claim } from '../../../claim.ts'
import type { VoteSaid } from '../../../said/vote-said.ts'
import { clauseOf, isNegated } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'

type Spoken = 'yes' | 'abstain' | 'no' | 'with'

const always =
  /\b(?:always|never|every (?:[\w’'-]+ ){0,3}(?:vote|time|year|resolution|text)|all (?:the )?(?:votes|resolutions)|each (?:vote|time|year)|consistently|invariably|without exception|broken? ranks|year after year|both votes)\b/i

/**
 * Reads a position from the words of a vote; undefined if they state none.
 *
 * @example claimedPosition('voted for the motion against the invasion')   // 'yes'
 * @example claimedPosition('would not help to carry')   // 'not-yes'
 */
export function claimedPosition(text: string): VoteSaid['position'] {
  const denied = isNegated(text.replace(/\b(?:voted?|said|say) no\b|\bno votes?\b/gi, 'voted against'))
  const plain = spoken(text)
  if (plain === 'yes') return denied ? 'not-yes' : 'yes'
  if (plain === 'no') return denied ? 'not-no' : 'no'
  return plain === 'abstain' && denied ? undefined : plain
}

/** Patterns of positions. The earliest match in a text counts; if two matches begin at the same place, the pattern listed first. */
const spokenWords: readonly (readonly [Spoken, RegExp])[] = [
  ['yes', /\b(?:vot(?:ed?|es|ing)|said|say) (?:\w+ )?(?:for|in favou?r|yes|to)\b/i],
  ['no', /\b(?:vot(?:ed?|es|ing)|said|say) (?:\w+ )?(?:against|no)\b/i],
  ['with', /\bvot(?:ed?|es|ing) (?:\w+ )?(?:with|alongside|together with|like)\b/i],
  ['abstain', /\babstain|\babstention|\b(?:sat|sit|sits|sitting) (?:(?:that|this|it|the) )?(?:\w+ )?out\b/i],
  ['yes', /\brais(?:ed|es|ing) (?:its|their|a|his|her) hands? for\b|\bwith a yes\b/i],
  ['no', /\brais(?:ed|es|ing) (?:its|their|a|his|her) hands? against\b|\bwith a no\b/i],
  ['no', /\bsid(?:ed|es|ing) with\b[^,;]*\bagainst\b|\boppos(?:ed|es|ing)\b|\breject(?:ed|s)\b/i],
  ['with', /\b(?:st(?:ood|ands?) (?:with|by)|sid(?:ed|es|ing) with)\b/i],
  [
    'yes',
    /\b(?:back(?:ed|s)?|support(?:ed|s)?|endors(?:ed|es)|co-?sponsor(?:ed)?|help(?:ed)? to (?:pass|carry|put|adopt)|(?:was|were) for|for (?:the (?:text|motion|resolution|draft)|it)|in favou?r)\b/i,
  ],
  ['no', /(?<!\b(?:aggression|war|wars|attacks?|crimes|violence|measures|sanctions|embargo|blockade|discrimination) )\bagainst\b/i],
]

function spoken(text: string): Spoken | undefined {
  const found = spokenWords.flatMap(([position, pattern]) => {
    const at = text.search(pattern)
    return at < 0 ? [] : [{ position, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.position
}

/** Matches the repetition of a position, such as the second half of `Abstained in 2022 and again in 2023`. */
const again = /^(?:again|once more|once again)\b/i

const sameAsBefore = /\bdid (?:the same|so|likewise)\b|\b(?:followed|following) suit\b/i

/**
 * Reads what a claim says about a vote: first from its own words, then from the whole statement; if that says `did the same`, from the sentence before.
 *
 * @param last   the sentence before
 */
export function claimedVote(claim: Claim, last = ''): Pick<VoteSaid, 'position' | 'many' | 'exception'> {
  const clause = clauseOf(claim.sentence, claim)
  const lead = claim.sentence.slice(Math.max(clause.start, claim.start - 30), claim.start)
  const behind = claim.sentence.slice(claim.start, clause.end)
  // other states or the Assembly itself, not the states of the claim: `and a dozen states abstained`
  const others = /\b(?:states|countries|nations|members|others|delegations|Assembly|UN|UNGA)\s+(?:had |have |has )?$/i.test(
    claim.sentence.slice(0, claim.start),
  )
  return definedFields<ReturnType<typeof claimedVote>>({
    position: others
      ? undefined
      : ((again.test(behind) ? spoken(claim.sentence.slice(0, claim.start)) : undefined) ??
        claimedPosition(`${lead.split(/[,;]/).at(-1) ?? ''}${behind}`) ??
        claimedPosition(clause.text) ??
        (sameAsBefore.test(clause.text) ? claimedPosition(last) : undefined)),
    many: always.test(clause.text),
    exception: /\b(?:save|except|but (?:for )?once|with one exception|apart from)\b/i.test(claim.sentence),
  })
}

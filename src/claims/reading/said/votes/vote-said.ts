import { stateOf } from '../../../../states/index.ts'
import type { Claim } from '../../../claim.ts'
import type { VoteDoubts, VoteSaid } from '../../../said/vote-said.ts'
import {
  actorsNamedIn,
  clauseOf,
  hasOwnPeriod,
  hasTimeHint,
  isNegated,
  isPartOfDocumentName,
  sentencesBefore,
} from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { unlessEmpty } from '../unless-empty.ts'
import { councilNumbersIn, isOfCouncil } from './council-words.ts'
import { voteMatter } from './vote-matter.ts'
import { isAgainstDeed, isRightBeside, sideOf } from './vote-sides.ts'
import { claimedPosition, claimedVote } from './vote-words.ts'

/** Reads what is said of a vote: a position, a number of positions, an adoption, or a share of votes. Undefined if it is nothing of that. */
export function voteSaid(claim: Claim, text: TextOfClaims): VoteSaid | undefined {
  if (claim.measured?.topic !== 'un-votes') return undefined
  if (claim.kind === 'share') return isShare(claim) ? { share: true } : undefined
  if (claim.kind !== 'event' && claim.kind !== 'count') return undefined
  if (isOfCouncil(claim, text)) {
    const named = councilNumbersIn(claim.sentence)
    return { council: named.length === 1 ? { resolution: named[0]! } : {} }
  }
  if (claim.kind === 'count') {
    const side = isPartOfDocumentName(claim) || areSponsors(claim) ? undefined : sideOf(claim)
    return side === undefined ? undefined : { side, matter: voteMatter(claim, text, false) }
  }
  const said = claimedVote(claim, sentencesBefore(claim, text, 1)[0])
  const many = said.many === true || (claim.period !== null && 'from' in claim.period)
  return definedFields<VoteSaid>({
    ...said,
    with: said.position === 'with' ? otherOf(claim, text) : undefined,
    adopted: claim.rules.includes('adopted') ? (isNegated(clauseOf(claim.sentence, claim).text) ? 'denied' : 'told') : undefined,
    second: claim.rules.includes('vote-too'),
    matter: voteMatter(claim, text, many),
  })
}

/** Whether a number is a share: not a number of votes, nor the number of a resolution. */
function isShare(claim: Claim): boolean {
  const { sentence, start, end } = claim
  const isBare = /\d/.test(sentence.slice(start, end)) && !/%|per ?cent/i.test(sentence.slice(start, end + 12))
  return !isBare && !isPartOfDocumentName(claim)
}

const areSponsors = ({ sentence, end }: Claim): boolean => /^[^,;.]{0,40}\b(?:co-?)?sponsor/i.test(sentence.slice(end))

/** Returns the state that the others voted with: the state named after the verb, else the second voter. */
function otherOf(claim: Claim, text: TextOfClaims): string | undefined {
  const clause = clauseOf(claim.sentence, claim)
  const behind = [...actorsNamedIn(claim.sentence.slice(claim.start, clause.end), text.date)].filter((id) => stateOf(id) !== undefined)
  return behind[0] ?? claim.actors[1] ?? [...actorsNamedIn(clause.text, text.date)].find((id) => id !== claim.actors[0])
}

/** Reads why another vote, or the vote of another state, may be meant. */
export function voteDoubts(claim: Claim, text: TextOfClaims, { side, council, share }: VoteSaid): VoteDoubts | undefined {
  if (council !== undefined || share !== undefined) return undefined
  const [last] = hasOwnPeriod(claim, text) ? [] : sentencesBefore(claim, text, 1)
  return unlessEmpty(
    definedFields<VoteDoubts>({
      timeHint: !hasOwnPeriod(claim, text) && hasTimeHint(claim.sentence),
      periodBefore: last !== undefined && hasOwnPeriod({ ...claim, sentence: last }, text),
      ...(claim.kind === 'count'
        ? {
            partiesHere: undefined,
            possessors: undefined,
            sideApart: !isRightBeside(claim),
            againstDeed: side === 'no' && isAgainstDeed(claim),
          }
        : { partiesHere: partiesHere(claim, text), possessors: possessorsIn(claim, text), sideApart: undefined, againstDeed: undefined }),
    }),
  )
}

/** Returns the parties named in the part of the sentence that makes the claim; undefined unless the sentence states two positions. */
function partiesHere({ sentence, start }: Claim, { date }: TextOfClaims): readonly string[] | undefined {
  const parts = sentence.split(/[,;:]| (?:and|while|but|whereas) (?=\p{Lu})/u)
  if (new Set(parts.map(claimedPosition).filter((one) => one !== undefined)).size < 2) return undefined
  const ends = parts.map((part) => sentence.indexOf(part) + part.length)
  const own = parts[ends.findIndex((end) => end >= start)] ?? sentence
  return [...actorsNamedIn(own, date)]
}

/** Returns the states that are mentioned as possessors: `the neighbours of India`; undefined if there are none. */
function possessorsIn({ sentence }: Claim, { date }: TextOfClaims): readonly string[] | undefined {
  const behind = [...sentence.matchAll(/\b(?:neighbou?rs?|allies|friends?|partners?|rivals?|envoys?|ambassadors?|members?) of (?:the )?/gi)]
  const named = behind.flatMap(({ index, 0: words }) => [
    ...actorsNamedIn(sentence.slice(index + words.length).split(/[,;]| and /)[0] ?? '', date),
  ])
  return nonEmpty([...new Set(named)])
}

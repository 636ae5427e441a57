import type { Claim } from '../../../claim.ts'
import type { VoteSaid } from '../../../said/vote-said.ts'
import { clauseOf } from '../around/text-around-claim.ts'

/** Whether a number stands directly next to its side: `35 against`. */
export const isRightBeside = ({ sentence, end }: Claim): boolean =>
  /^\s*(?:votes?\s+|states?\s+|countries\s+|members?\s+|(?:was|were|voted|had voted)\s+)?(?:against|in favou?r|for\b|abstentions?|abstained|no\b|yes\b)/i.test(
    sentence.slice(end),
  )

/** Whether `against` refers to an act instead of the text, which these states voted for: `128 states voted against the recognition of Jerusalem`. */
export const isAgainstDeed = ({ sentence, end }: Claim): boolean => {
  const [, behind] = /^[^,;.]{0,40}\b(?:against|opposed|oppose) ((?:the|an?|its|their|\p{Lu})\b[^,;.]*)/u.exec(sentence.slice(end)) ?? []
  return (
    behind !== undefined &&
    !/\b(?:resolutions?|texts?|drafts?|motions?|measures?|proposals?|amendments?|documents?|declarations?)\b|\d/i.test(behind)
  )
}

/**
 * Returns the side that a number counts. In `93 to 24` the first is in favour, the second against. Otherwise the nearest word after the number decides, or if
 * there is none, a word before it. Undefined if no word does.
 */
export function sideOf(claim: Claim): VoteSaid['side'] {
  const number = claim.sentence.slice(claim.start, claim.end)
  const behind = clauseOf(claim.sentence, claim).end
  const after = claim.sentence.slice(claim.end, behind)
  const lead = claim.sentence.slice(Math.max(0, claim.start - 40), claim.start)
  const pair = /(?<!\d)(\d+)\s*(?:votes? )?(?:to|[-–:])\s*(\d+)/.exec(number)
  if (pair !== null) return Number(pair[2]) === claim.value ? 'no' : 'yes'
  if (/^\s*(?:votes? )?(?:to|[-–:])\s*\d/.test(after)) return 'yes'
  // `on 3 December 2025: 91 in favour` is not a pair of numbers
  if (/(?<!\b(?:19|20)\d)\d\s*(?:votes? )?(?:to|[-–:])\s*$/.test(lead)) return 'no'
  if (
    /\b(?:by|with|w[io]ns?|got|gets|receive[ds]|drew|draws|garner(?:ed|s)|gather(?:ed|s)|secure[ds])\s+$/i.test(lead) &&
    /^\s*votes?\b(?! against)/i.test(`${number.replace(/^\S+/, '')}${after}`)
  )
    return 'yes'
  const side =
    /\b(abstain\w*|abstention\w*|(?<!\b(?:aggression|war|attacks?|crimes|violence|threats?) )against|oppos\w+|no\b|favou?r|for\b|back\w+|support\w+|yes\b|voted to\b)/i
  if (
    /^\s*(?:\w+ )?(?:states|countries|members|nations|delegations|governments) (?:\w+ )?(?:deplored|condemned|demanded|denounced|adopted|approved|passed|called for|endorsed|affirmed)\b/i.test(
      after,
    )
  )
    return 'yes'
  const word = side.exec(after)?.[1] ?? side.exec(number)?.[1] ?? side.exec(lead.split(/[,;]/).at(-1) ?? '')?.[1]
  if (word === undefined) return undefined
  return /^abst/i.test(word) ? 'abstain' : /^(?:against|oppos|no$)/i.test(word) ? 'no' : 'yes'
}

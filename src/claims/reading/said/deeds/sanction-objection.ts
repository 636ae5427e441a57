import { stateOf } from '../../../../states/index.ts'
import type { Claim } from '../../../claim.ts'
import type { ActorMention } from '../../../text/mention.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { actorsNamedIn, areActorsNamed, clauseOf, isTextAboutActors, sentencesBefore } from '../around/text-around-claim.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

const term =
  /\b(?:sanction\w*|embargo\w*|ban(?:s|ned|ning)?|blacklist\w*|blockade|fr(?:o|ee)z(?:e[sn]?|ing)|price cap|cap(?:ped)? the price|export controls?|restrict\w*|forb(?:ids?|idden|ade)|prohibit\w*|outlaw\w*|closed|shut|barred|listed|block(?:ed|s|ing) (?:\w+ )?assets|withheld|[Nn]or may|may not|no longer|exempt|measures|phas\w+ out|end (?:\w+ ){0,3}(?:imports|purchases)|tariffs?|duties)\b/i
const strong =
  /\b(?:sanction\w*|embargo\w*|blockade|fr(?:o|ee)z(?:e[sn]?|ing)|price cap|cap(?:ped)? the price|export controls?|blacklist\w*|restrictive measures|tariffs?)\b/i
const goods =
  /\b(?:imports?|exports?|oil|crude|gas|coal|gold|diamonds?|goods|products?|sales|purchases|arms|weapons|airspace|sky|aircraft|airlines?|flights?|ships?|vessels|ports?|assets|banks?|technology|chips?|equipment|visas?|territory|enter|trade[d]?|trained|money|measures)\b/i
const unNamed = /\b(?:UN|U\.N\.|United Nations|Security Council)\b/
/** Matches words that mention sanctions without any being imposed or lifted: calls for sanctions, plans, discussion. */
const noDeed =
  /\b(?:would|could|should|must|might|call(?:s|ed|ing)? (?:for|on|upon)|urg(?:e|es|ed|ing)|demand(?:s|ed)?|appeal\w*|threat\w*|propos\w*|consider\w*|discuss\w*|ready to|whether|regime to be|need(?:s|ed)? to)\b/i
/** Matches words before a target: `On Russia`, `against Iraq`, `from Belarus`. */
const hit =
  /\b(?:on|upon|against|of|from|to|into|for|hit|hits|target(?:s|ed|ing)?|towards?|with|(?:sanctions?|embargo\w*|measures) in|over) (?:the |its |all |most )?(?:\p{Ll}[\p{L}-]* ){0,3}$/iu
const byUn =
  /\b(?:UN|U\.N\.|United Nations|Security Council)(?:['’]s?)?(?:-\w+)? (?:\w+ ){0,2}(?:sanction\w*|embargo\w*)\b|\b(?:Security Council|UN|United Nations) (?:(?:has|have|had|also|then|first|unanimously|again|in|\d+) ){0,4}(?:imposed|adopted|tightened|extended|lifted|ended|eased|renewed|introduced|placed|put|suspended|removed|terminated|relaxed|strengthened)\b|\b(?:imposed|adopted|lifted|put|introduced|tightened|extended|mandated) by (?:the )?(?:UN|United Nations|Security Council)\b/i
const ties = /^(?:sanction\w*|embargo\w*|ban|bans|measures|export|controls|arms|trade|oil)$/

/** Matches words for following, or not following, the sanctions of others: `Serbia has joined none of the sanctions on Russia`. */
const follows = /\b(?:join(?:ed|s|ing)?|follow(?:ed|s|ing)?|align(?:ed|s|ing)?|bound by|tak(?:en?|es|ing) part)\b[^,;.]{0,40}\bsanctions\b/i

/** Matches a target with a passive verb. The target may be a company instead of a state: `Micron was banned from selling its goods`. */
const barred = /(?<!\S)(\S+(?: \S+){0,3}) (?:was|were|is|are|been|being) (?:banned|barred|prohibited|excluded) from\b/i

/** Returns why a statement on sanctions is not explicit enough; undefined if it is explicit enough. */
export function sanctionObjection(claim: Claim, text: TextOfClaims): string | undefined {
  const { sentence } = claim
  const clause = clauseOf(sentence, claim).text
  const near = sentencesBefore(claim, text, 3)
  if (!term.test(sentence)) return 'the sentence does not speak of a sanction'
  if (!strong.test(sentence) && !goods.test(sentence)) return 'what is forbidden is no trade, travel or money'
  if (unNamed.test(clause) && !byUn.test(sentence)) return 'whose sanctions they are is not said'
  if (noDeed.test(clause)) return 'it is called for or thought of, not told'
  const subject = barred.exec(sentence)?.[1]
  // in other claims a company counts as its state, but not if the company itself is barred
  if (subject !== undefined && actorsIn(subject, text.date).every(({ form }) => form === 'institution'))
    return 'who is barred is no state by the words of the sentence'
  const parties = partiesOf(claim)
  if (parties === undefined) return 'who imposed it on whom is not said'
  const mentions = actorsIn(sentence, text.date).filter(({ ids }) => ids.length > 0)
  if (follows.test(clause) && mentions.some((one) => one.ids.includes(parties.target) && isTarget(sentence, one))) return undefined
  const isUn = parties.sender === 'UN'
  if (isUn && !byUn.test(sentence)) return 'whose sanctions they are is not said'
  const [sends, hits] = [
    isUn || mentions.some((one) => one.ids.includes(parties.sender) && isSender(sentence, one)),
    mentions.some((one) => one.ids.includes(parties.target) && isTarget(sentence, one)),
  ]
  if (sends && hits) return undefined
  if (!sends && mentions.some((one) => one.ids.includes(parties.sender)) && !isUn)
    return 'who is named does not impose it by the words of the sentence'
  const missing = [...(sends ? [] : [parties.sender]), ...(hits ? [] : [parties.target])]
  return isCarried(claim, text, missing, near) ? undefined : 'who imposed it on whom is not said plainly'
}

function partiesOf({ direction, actors, sentence }: Claim): { readonly sender: string; readonly target: string } | undefined {
  const states = actors.filter((id) => id === 'EUU' || stateOf(id) !== undefined)
  if (/\b(?:UN|U\.N\.|United Nations|Security Council)\b/.test(sentence) && byUn.test(sentence) && states.length > 0)
    return { sender: 'UN', target: states.at(-1)! }
  const [sender, target] = direction.split('->')
  if (sender !== undefined && target !== undefined) return { sender, target }
  return states.length === 2 ? { sender: states[0]!, target: states[1]! } : undefined
}

/** Whether a mention is that of the sender: before the verb, after `by`, or as owner of the sanctions, but not after `on` or `against`. */
function isSender(sentence: string, { start, end, form }: ActorMention): boolean {
  const lead = sentence.slice(Math.max(0, start - 60), start)
  if (/\b(?:on|upon|against|hitting|targeting)(?: \p{Ll}[\p{L}-]*){0,2} $/iu.test(lead)) return false
  if (/\bby (?:\p{Ll}[\p{L}-]* ){0,3}$/u.test(lead) || /\b(?:and|as well as|with|like|, ) ?(?:the )?$/.test(lead)) return true
  if (/\bimports?\b[^,;.]* (?:into|to|in) (?:the )?$/i.test(lead)) return true
  return form === 'adjective' || term.test(sentence.slice(end)) || ties.test(sentence.slice(end).trim().split(' ')[0] ?? '')
}

const isTarget = (sentence: string, { start, end, form }: ActorMention): boolean =>
  form === 'adjective' ||
  hit.test(sentence.slice(Math.max(0, start - 60), start)) ||
  /^(?:['’]s?)?(?: \w+){0,4} (?:(?:is|are|was|were|been|remains?|stays?|under|put) |sanctioned|targeted|blacklisted)/i.test(
    sentence.slice(end),
  ) ||
  /\b(?:sanctioned|blacklisted|punished|targeted|lifted) (?:the )?$/i.test(sentence.slice(Math.max(0, start - 30), start))

/**
 * Whether the missing parties follow from the sentences directly before, or from the whole text being about these states only: `The ban took effect`, `it has
 * joined none`.
 */
function isCarried(claim: Claim, text: TextOfClaims, missing: readonly string[], near: readonly string[]): boolean {
  if (missing.includes('UN')) return false
  const named = actorsNamedIn(claim.sentence, text.date)
  if (missing.every((id) => named.has(id))) return false
  if (isTextAboutActors(text, claim.sentence, claim.actors)) return true
  if (areActorsNamed(claim, text) && (strong.test(claim.sentence) || near.some((one) => strong.test(one)))) return true
  const told = near.find((one) => strong.test(one) && missing.every((id) => actorsNamedIn(one, text.date).has(id)))
  return told !== undefined && term.test(told)
}

import { stateOf } from '../../../../states/index.ts'
import type { Claim } from '../../../claim.ts'
import type { SanctionSaid } from '../../../said/pair-deeds-said.ts'
import { daysOf } from '../../../text/calendar.ts'
import type { ActorMention } from '../../../text/mention.ts'
import { actorsIn } from '../../../text/names/actors.ts'
import { clauseOf, isNegated, type SentencesOfText } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'

const measures: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\barms (?:embargo|ban|sales)|\bembargo on (?:arms|weapons)|\bweapons? (?:embargo|ban)/i, ['arms']],
  [/\b(?:oil|crude|petroleum|coal|gas|LNG|energy|uranium)\b/i, ['energy', 'trade', 'comprehensive']],
  [/\b(?:airspace|sky|flights?|aircraft|airlines?|aviation)\b/i, ['aviation']],
  [/\b(?:visa|entry|travel) (?:bans?|restrictions?)\b/i, ['travel']],
  [/\b(?:asset|assets)\b|\bfroze\b/i, ['assets', 'finance']],
  [/\b(?:chips?|semiconductors?|technology|dual-use|export controls?)\b/i, ['technology', 'trade']],
  [/\b(?:banks?|financial|SWIFT|capital market|debt)\b/i, ['finance']],
]

/** Patterns of goods, each with the words that the record has for them. */
const goods: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:crude|oil)\b(?! products)/i, ['crude', 'oil']],
  [/\b(?:oil products|petroleum products|diesel|refined)\b/i, ['petroleum products', 'crude oil and products', 'oil products']],
  [/\bcoal\b/i, ['coal']],
  [/\b(?:gas|LNG)\b/i, ['gas', 'LNG']],
  [/\bgold\b/i, ['gold']],
  [/\bdiamonds?\b/i, ['diamond', 'diamonds']],
  [/\bbarley\b/i, ['barley']],
  [/\bwine\b/i, ['wine']],
  [/\bseafood|fish\b/i, ['seafood', 'fish']],
  [/\brare earths?\b/i, ['rare earth', 'rare earths']],
  [
    /\b(?:grain|wheat|farm goods|pork|beef|fruit|steel|aluminium|timber|cars|solar|Huawei|TikTok)\b/i,
    'grain wheat farm pork beef fruit steel aluminium timber cars solar Huawei TikTok'.split(' '),
  ],
]

/** Matches statements on the effect of sanctions, not on their existence: `Sanctions have not stopped the tankers`. */
const ofEffect =
  /\bsanctions?\b[^,;.]{0,30}? (?:(?:have|has|had|did|do|does|could|would|will)(?: not|n['’]t| never)|failed to|fail to)(?: yet)? (?:stop|halt|deter|prevent|hurt|harm|bit|work|dent|slow|chang|br[eo]|cripple|isolat|weaken|squeez|hit|cut|push|forc|dr[io]v|keep|kept|end(?:ed)? the)/i

/** Returns what a claim says about sanctions; undefined if it is not about their existence. */
export function sanctionSaid(claim: Claim, text: Pick<SentencesOfText, 'date'>): SanctionSaid | undefined {
  const { sentence, kind, measured } = claim
  if (kind !== 'event' || measured?.topic !== 'sanctions' || ofEffect.test(sentence)) return undefined
  const { text: clause } = clauseOf(sentence, claim)
  const act = actIn(clause)
  return definedFields<SanctionSaid>({
    act,
    beginning: /\bfirst\b/i.test(clause) ? 'first' : beginning.test(clause) ? 'since' : undefined,
    measures: measures.find(([pattern]) => pattern.test(clause))?.[1],
    goods: goods.find(([pattern]) => pattern.test(clause))?.[1],
    byUn: /\b(?:UN|U\.N\.|United Nations|Security Council)\b/.test(clause),
    follower: followerOf(claim, text.date),
    namesArms: act === 'imposed' && /\b(?:arms|weapons?|military)\b/i.test(sentence),
    isWhole: act === 'lifted' && /\b(?:lifted|ended|dropped|removed)\b/i.test(sentence) && !inPart.test(sentence),
    isEver: act === 'none' && /\bnever\b/i.test(sentence),
    isExemption: act === 'none' && /\b(?:spared|exempt|excluded)\b/i.test(sentence),
  })
}

const beginning = /\bdat(?:es?|ing) from\b|\b(?:began|begun|goes back|since)\b/i
const inPart =
  /\b(?:part(?:ly|ially|s)?|some|temporarily|again|re-?imposed|except(?:ing)?|apart from|other than|but (?:not|kept)|save for)\b/i

/** Returns the mentions of single parties by name. */
const namedIn = (sentence: string, date: string): ActorMention[] =>
  actorsIn(sentence, date).filter(({ ids, form }) => ids.length === 1 && form !== 'pronoun')

/**
 * Returns the parties if a state follows, or does not follow, the sanctions of others: `Serbia has joined none of the EU's sanctions on Russia`. The state that
 * follows is the sender. Undefined otherwise.
 */
function followerOf({ sentence, start }: Claim, date: string): SanctionSaid['follower'] {
  const verb = following.exec(sentence)
  if (verb === null) return undefined
  const named = namedIn(sentence, date)
  const target = named.find(
    (one) => one.start > Math.min(start, verb.index) && /\b(?:on|against)\s+(?:the\s+)?$/i.test(sentence.slice(0, one.start)),
  )
  const sender = named.find((one) => one.end <= verb.index && stateOf(one.ids[0]!) !== undefined)
  return sender === undefined || target === undefined || sender.ids[0] === target.ids[0]
    ? undefined
    : { sender: sender.ids[0]!, target: target.ids[0]! }
}

const following =
  /\b(?:join(?:ed|s|ing)?|follow(?:ed|s|ing)?|adopt(?:ed|s|ing)?|align(?:ed|s|ing)?|taken? part|took part|gone along|going along|went along|sign(?:ed)? up)\b/i

/**
 * Returns the party named last before the year of a claim on sanctions, if the sentence names more than two: the year may belong to another target. Undefined
 * otherwise. In `An embargo on China since 1989 and sanctions on Iran since 2007` this is China for 1989.
 */
export function namedBeforeYear({ sentence, period }: Claim, { date }: Pick<SentencesOfText, 'date'>): string | undefined {
  const named = namedIn(sentence, date)
  const year = period === null ? -1 : sentence.indexOf(daysOf(period).from.slice(0, 4))
  return named.length > 2 ? named.findLast(({ start }) => start < year)?.ids[0] : undefined
}

/** Matches prohibitions, which do not deny that the measure exists: `may not enter the territory`. */
const forbidden =
  /\b(?:may|must|can|shall) (?:no longer|not)\b|\b(?:nor|neither) may\b|\bcannot\b|\bno longer (?:be )?\b|\b(?:not|no longer) (?:be )?(?:allowed|permitted)\b/gi

/** Matches a negation that concerns the actor, not the deed: `Switzerland, not a member of the EU, imposed`, `Norway, which is not in the EU, adopted`. */
const beside = /(?:, (?:(?:which|who) [^,]*?\b)?|^(?:is|are|was|were|does|do|did|has|have) )(?:not|never|no)\b[^,]*,/gi

function actIn(text: string): SanctionSaid['act'] {
  if (isNegated(text.replaceAll(beside, ' ').replaceAll(forbidden, 'is forbidden to'))) return 'none'
  if (/\b(?:lifted|eased|ended|dropped|removed|expired?|ran out|suspended)\b/i.test(text)) return 'lifted'
  return /\b(?:remains?|stays?|still|in (?:force|place)|(?:is|are|has been|have been|was|were) under)\b/i.test(text)
    ? 'in-force'
    : 'imposed'
}

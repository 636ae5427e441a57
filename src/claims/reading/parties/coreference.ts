import { flowEnds } from '../../flow-of-direction.ts'
import type { ActorMention } from '../../text/mention.ts'
import { statesDescribedBy } from '../../text/names/country-descriptions.ts'
import { isGroupAndMember } from '../../text/names/country-groups.ts'
import { isRegionOrClub, regionWithoutCode } from '../../text/names/region-and-club-parties.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { counterpart, type Discourse, isOneOfHubPartners } from '../sentence/context.ts'
import { groupOfLastEvent, groupOfThatSize } from './group-coreference.ts'
import { lastBeneficiary } from './world-as-partner.ts'

/** A word that refers to a state named before, with its sentence. */
interface Anaphor {
  readonly mention: ActorMention
  readonly text: string
  /** The sentence up to the word. */
  readonly before: string
  readonly after: string
  /** The states named before the word in the sentence. */
  readonly named: readonly ActorMention[]
  /** The states named after the word in the sentence. */
  readonly later: readonly string[]
}

/**
 * Words followed by the names of two states, which are meant instead of those named earlier: `Bilateral trade between India and Japan`, `two-way trade with
 * Chad`.
 */
const sidesFollow = /^(?:[Bb]ilateral|[Tt]wo-way|[Mm]utual)(?: [\p{L}-]+){1,4} (?:between|of|with) (?:the )?\p{Lu}/u

const listOf = (id: string | undefined): string[] => (id === undefined || id === '' ? [] : [id])

/** Returns the states that an anaphor refers to; empty if they cannot be determined. */
export function antecedentOf(
  mention: ActorMention,
  sentence: string,
  actors: readonly ActorMention[],
  context: Discourse,
): readonly string[] {
  const isNoun = ({ rule, ids }: ActorMention): boolean =>
    rule !== 'organisation' && rule !== 'region' && (context.subject === null || !ids.some(isRegionOrClub))
  const named = actors.filter((one) => one.end <= mention.start && one.ids.length > 0 && isNoun(one))
  const word: Anaphor = {
    mention,
    text: textOfSpan(sentence, mention),
    before: textBefore(sentence, mention),
    after: textAfter(sentence, mention),
    named,
    later: actors.filter(({ start }) => start >= mention.end).flatMap(({ ids }) => [...ids]),
  }
  switch (mention.rule) {
    case 'both':
      return sidesFollow.test(`${word.text}${word.after}`) ? [] : pairAntecedent(named, context)
    case 'bloc':
      return listOf(context.bloc ?? context.pair?.find((id) => id === 'EUU'))
    case 'region':
      return listOf(lastRegion(context))
    case 'we':
      return listOf(context.firstPerson ?? undefined)
    case 'north':
      return context.hasKoreas ? ['PRK'] : []
    case 'south':
      return context.hasKoreas ? ['KOR'] : []
    case 'state':
      return listOf(describedAntecedent(word, context) ?? countryAntecedent(word, context))
    case 'described':
      return listOf(describedAntecedent(word, context))
    case 'former':
      return listOf(lastListedPair(context)[0])
    case 'latter':
      return listOf(lastListedPair(context)[1])
    case 'many':
      return groupOfThatSize(word.text, context)
    case 'you':
      return listOf(context.firstPerson === null ? undefined : counterpart(context.firstPerson, context))
    case 'there':
      return listOf(
        /region|parts/i.test(word.text) ? (lastRegion(context) ?? placeAntecedent(word, context)) : placeAntecedent(word, context),
      )
    case 'his':
      return listOf(
        named.findLast(({ form }) => form === 'leader' || form === 'institution')?.ids[0] ??
          named.at(-1)?.ids[0] ??
          context.subject ??
          undefined,
      )
    case 'other':
      return listOf(oppositeAntecedent(word, actors, context))
    case 'them':
      return listOf(counterpart(named[0]?.ids[0] ?? context.firstPerson ?? context.subject ?? '', context))
    default:
      return pronounAntecedent(word, actors, sentence, context)
  }
}

function pairAntecedent(named: readonly ActorMention[], context: Discourse): readonly string[] {
  if (named.length >= 2) return named.slice(-2).flatMap(({ ids }) => ids)
  // `BRICS` in a title is not one of the pair
  if (isPairInFocus(context) && context.pair?.some((id) => isRegionOrClub(id) && !context.lastNamed.includes(id)) !== false)
    return context.lastNamed
  if (context.bilateral && context.pair !== null) return context.pair
  const listed = context.lastLists[0]
  if (!context.bilateral && context.lastNamed.length === 2 && !context.lastNamed.some((id) => context.hub === id)) return context.lastNamed
  if (listed?.length === 2 && context.lastNamed.length === 2 && listed.every((id) => context.lastNamed.includes(id))) return listed
  if (isPairInFocus(context)) return context.lastNamed
  return context.pair ?? context.recentPairs.find(({ ends }) => !ends.includes('WLD'))?.ends ?? context.eventPairs[0] ?? []
}

/** Whether the last sentence with names named two states, which are also the parties of the last claim or event. */
const isPairInFocus = ({ lastNamed, recentPairs, eventPairs }: Discourse): boolean =>
  lastNamed.length === 2 && [recentPairs[0]?.ends, eventPairs[0]].some((ends) => ends?.every((id) => lastNamed.includes(id)) === true)

const sharedNoun =
  /^ (?:mutual |bilateral |two-way |total |annual |yearly |goods |merchandise )*(?:trade|commerce|turnover|exchanges?|relations|ties)\b/i

function pronounAntecedent(word: Anaphor, actors: readonly ActorMention[], sentence: string, context: Discourse): readonly string[] {
  if (/^(?:its|their)$/i.test(word.text)) {
    if (/^their$/i.test(word.text) && sharedNoun.test(word.after) && context.pair !== null) return pairAntecedent(word.named, context)
    return listOf(disjointFromNext(possessorAntecedent(word, context), word, actors, sentence, context))
  }
  if (isObjectPosition(word)) return listOf(objectAntecedent(word, actors, sentence, context))
  const met = /^they$/i.test(word.text) && word.named.length === 0 ? groupOfLastEvent(context) : undefined
  if (met !== undefined) return met
  const partner = partnerAntecedent(word, context)
  const subject = subjectCandidate(word)
  const again =
    partner === undefined && (subject === undefined || !isSubjectPosition(word, subject))
      ? samePronounBefore(word, actors, sentence, context)
      : undefined
  return listOf(partner ?? again ?? subject?.ids[0] ?? context.subject ?? undefined)
}

/**
 * Returns the antecedent of the sentence's first mention, if that is a pronoun of the same kind: `Its surplus with China grew, while it had a deficit with
 * Japan`. Otherwise undefined.
 */
function samePronounBefore(
  { mention }: Anaphor,
  actors: readonly ActorMention[],
  sentence: string,
  context: Discourse,
): string | undefined {
  const [first] = actors
  return first !== undefined && first !== mention && first.rule === mention.rule && first.end <= mention.start
    ? antecedentOf(first, sentence, actors, context)[0]
    : undefined
}

const copulaVerb = '(?:is|was|are|were|be|been|became|becomes|become|remains?|remained|ranks?|ranked|came|comes|stood)'
const partnerRole = '(?:suppliers?|customers?|buyers?|markets?|sources?|destinations?|(?:trading |trade )?partners?)'
const partnerPredicate = new RegExp(
  String.raw`^ (?:(?:also|thus|still|now|then|again|once|even|had|has|have) )*${copulaVerb} (?:\w+ )?(?:the|its|their|among the)? ?(?:[\w-]+ ){0,4}?${partnerRole}\b(?! (?:of|for) (?:arms|weapons|oil|gas|LNG)\b)(?!['’]s? )(?! in the world\b)`,
  'i',
)

/**
 * Returns the partner that a pronoun refers to, not the state from whose side trade is described: `US imports from Vietnam grew, and it became the sixth
 * largest supplier`. Otherwise undefined.
 */
function partnerAntecedent(word: Anaphor, context: Discourse): string | undefined {
  if (!partnerPredicate.test(word.after) || /\b(?:world['’]s|global|arms|weapons)\b/i.test(word.after.slice(0, 60))) return undefined
  const owner = context.hub ?? context.titleState ?? context.perspective
  const acting = subjectCandidate(word)?.ids[0] ?? context.subject ?? undefined
  const partner = word.named.findLast(
    ({ ids, start, form }) =>
      form !== 'adjective' && /\b(?:to|from|with)(?: the)?\s*$/i.test(word.before.slice(0, start)) && ids[0] !== owner,
  )
  if (partner !== undefined) return partner.ids[0]
  if (acting === undefined || acting !== owner || word.later.some((id) => id !== owner && id !== 'WLD')) return undefined
  return word.named.length > 0 ? undefined : context.lastParties?.actors.find((id) => id !== owner && id !== 'WLD')
}

/**
 * Returns the antecedent of a possessive. If the same state is named next, returns another state: in `its exports to Germany` the antecedent is not Germany.
 * Undefined if there is none.
 */
function disjointFromNext(
  owner: string | undefined,
  { mention }: Anaphor,
  actors: readonly ActorMention[],
  sentence: string,
  context: Discourse,
): string | undefined {
  const next = actors.find(({ start }) => start > mention.end)
  if (owner === undefined || next?.ids[0] !== owner) return owner
  const isOther = /^ (?:[\p{L}-]+ ){0,3}(?:to|from|with)(?: the)? $/u.test(textBetween(sentence, mention, next))
  if (!isOther && !(next.form === 'adjective' && mention.start < 3)) return owner
  return [context.hub, context.perspective].find((id) => id !== null && id !== owner) ?? counterpart(owner, context)
}

const preposition = /\b(?:to|from|with|in|of|for|on|by|against|between|among|into|at|towards?|under|over|through)(?: the)?\s*$/i
const comparisonBefore =
  /\b(?:behind|after|ahead of|than|followed by|unlike|as against|before|overtook|passed|replaced)(?: the)?(?: \p{L}+){0,4}?(?:,? (?:and|or)(?: the)?)?\s*$/iu

/** Words before a name in a list after a word of comparison: in `After Sweden, Germany and Italy` all three are standards of comparison, not only the first. */
const comparedRow =
  /\b(?:behind|after|ahead of|than|followed by|before) (?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*(?:, (?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*)*(?<end>,? and|,) (?:the )?$/u

/** How many characters before a name are searched for a compared list; enough for some twenty names. */
const comparedRowReach = 300

const isInComparedRow = (before: string, one: ActorMention): boolean => {
  const found = comparedRow.exec(textBefore(before, one, comparedRowReach))?.groups?.['end']
  return found !== undefined && (found !== ',' || /^(?:,| and) (?:the )?\p{Lu}/u.test(textAfter(before, one)))
}

/** Returns the possible antecedents of a pronoun: no adjectives, no standards of comparison. */
const candidatesOf = ({ named, before }: Anaphor): ActorMention[] => {
  const nouns = named.filter(
    (one) =>
      (one.form !== 'adjective' || one.possessive) &&
      !comparisonBefore.test(textBefore(before, one, nameReach)) &&
      !isInComparedRow(before, one),
  )
  // `BRICS, which it joined`: the antecedent is not BRICS
  return /\b(?:which|whom)\s*$/.test(before) ? nouns.slice(0, -1) : nouns
}
const isSubjectPosition = ({ before }: Anaphor, one: ActorMention): boolean =>
  !preposition.test(textBefore(before, one, nameReach)) && !transferVerbBefore.test(textBefore(before, one, nameReach))

/** How many characters before a name are searched for words that decide its role. More take too long in a sentence with a hundred names. */
const nameReach = 100

/** Returns the antecedent of `it` as a subject: the first state in subject position, else the first named. Undefined if none is named. */
function subjectCandidate(word: Anaphor): ActorMention | undefined {
  const nouns = candidatesOf(word)
  return nouns.find((one) => !one.possessive && isSubjectPosition(word, one)) ?? nouns[0]
}

const reportingVerbThat =
  /\b(?:said|says?|told|tells|announced|reported|claim(?:s|ed)|warn(?:s|ed)|hop(?:es|ed)|agreed|promised|declared|show(?:s|ed)|stated|th(?:inks?|ought)|believe[sd]?|expect(?:s|ed)|means?|meant|so)\b[^,;]{0,50}\bthat\s*$/i

const isObjectPosition = ({ before }: Anaphor): boolean =>
  (!reportingVerbThat.test(before) && followsTransferOrRelative(before)) || preposition.test(before)

const transferVerbBefore =
  /\b(?:s[oe]ll?s?|sold|g[ai]ves?|lent|lends?|sen[dt]s?|paid|pays|owed?s?|suppl(?:y|ies|ied)|hand(?:s|ed)|grant(?:s|ed)|offer(?:s|ed)|shipp?(?:s|ed)|given|provid(?:es|ed)|granted|promised|pledged)\s*$/i

const followsTransferOrRelative = (before: string): boolean => transferVerbBefore.test(before) || /\b(?:what|that|which)\s*$/i.test(before)

/**
 * Returns the antecedent of a pronoun that is not the subject of its clause: `Sold it`, `with it`, `what it bought`. The antecedent is then the other party,
 * not the subject. Undefined if there is none.
 */
function objectAntecedent(word: Anaphor, actors: readonly ActorMention[], sentence: string, context: Discourse): string | undefined {
  const from = flowEnds(context.lastParties?.direction)
  // `nobody depends on it more`: `it` is the last seller
  if (from.length === 2 && /\b(?:depend\w*|rel(?:y|ies|ied|iance))(?: \w+)? on $/i.test(word.before)) return from[0]
  const giver = transferVerbBefore.test(word.before)
    ? candidatesOf(word).findLast((one) => !one.possessive && isSubjectPosition(word, one))
    : undefined
  const subject = giver ?? subjectCandidate(word)
  const country = actors.findLast(({ rule, end }) => end <= word.mention.start && (rule === 'state' || rule === 'described'))
  const meant = country === undefined ? undefined : antecedentOf(country, sentence, actors, context)[0]
  if (meant !== undefined && meant !== subject?.ids[0]) return meant
  const others = candidatesOf(word).filter((one) => one !== subject && one.ids[0] !== subject?.ids[0])
  if (others.length > 0) return others.at(-1)!.ids[0]
  const acting = subject?.ids[0]
  // `Ukraine is fourth after 30 states supplied it`: the verb has a subject of its own
  if (subject !== undefined && /;|\b(?:after|when|while|because|since|although|though|if)\b/.test(textAfter(word.before, subject)))
    return acting
  if (acting === undefined) return context.subject ?? undefined
  const given = transferVerbBefore.test(word.before) ? lastBeneficiary(context) : undefined
  if (given !== undefined && given !== acting) return given
  const { subject: subjectBefore } = context
  return subjectBefore !== null && subjectBefore !== acting && !context.bilateral && !isOneOfHubPartners(subjectBefore, acting, context)
    ? subjectBefore
    : counterpart(acting, context)
}

const takingShareOf =
  /\b(?:took|takes?|taking|bought|buys?|received?s?|absorb(?:s|ed)|account(?:s|ed|ing) for|ma(?:de|kes?) up)\b[^,;]{0,40}\bof (?:all )?$/i
const providingShareOf =
  /\b(?:suppli(?:ed|es)|sold|sells|provid(?:ed|es)|deliver(?:ed|s)|cover(?:ed|s)|met|meets|account(?:s|ed|ing) for|ma(?:de|kes?) up)\b[^,;]{0,40}\bof (?:all )?$/i

const shareOfBefore = /['’]s? (?:\w+ )?shares? (?:of|in) (?:all )?$/i

/** Whether a possessive refers to a state other than the subject: `India took 43 % of its deliveries`, `Russia's share in its imports`. */
const isOfOtherThanSubject = ({ before, after }: Anaphor): boolean =>
  (takingShareOf.test(before) && /^ (?:\w+ ){0,2}(?:exports|sales|deliveries|shipments)\b/i.test(after)) ||
  (providingShareOf.test(before) && /^ (?:\w+ ){0,2}(?:imports|purchases|needs|demand|supplies|arms|weapons|gas|oil)\b/i.test(after)) ||
  (shareOfBefore.test(before) && /^ (?:[\w-]+ ){0,3}(?:imports|exports|purchases|trade|debt|market)\b/i.test(after))

const tradedNounAfter = /^ (?:[\w-]+ ){0,2}(?:imports|purchases|needs|demand|supplies|arms|weapons|gas|oil|exports|sales)\b/i
/** Whether a name is only an example of several states: `by three states, mainly the United States`. */
const isExampleAfterSeveral = (before: string, start: number): boolean =>
  /\b(?:mainly|mostly|chiefly|above all|especially|notably|among them|led by|by)(?: the)? $|(?:\),?|,)(?: and)?(?: the)? $/.test(
    before.slice(0, start),
  )

const copulaOrComma =
  /^(?:,| (?:is|are|was|were|remains?|remained|became|has become|has been|had been|used to be)(?: (?:also|now|still|by far|again|already|not))*) (?:both |by far )?$/i

/**
 * Returns the antecedent of `its`: a possessor or subject rather than a name after a preposition; in `X, its supplier` and `X is its supplier` it is not X.
 * Undefined if there is none.
 */
function possessorAntecedent(word: Anaphor, context: Discourse): string | undefined {
  const nouns = candidatesOf(word)
  const last = nouns.at(-1)
  const near = last === undefined || last.possessive ? undefined : textAfter(word.before, last)
  if (isOfOtherThanSubject(word)) {
    const subject = subjectCandidate(word)?.ids[0]
    const other = nouns.findLast(({ ids, start }) => ids[0] !== subject && !/\bthan(?: the)?\s*$/.test(word.before.slice(0, start)))
    return (
      other?.ids[0] ??
      (context.bilateral ? [context.perspective, context.hub, context.subject] : [context.subject, context.perspective, context.hub]).find(
        (id) => id !== null && id !== subject,
      ) ??
      counterpart(subject ?? '', context)
    )
  }
  // `mainly the United States (35 % of its imports)`: the importer is not the state just named
  if (near !== undefined && /^ \([^()]{0,40}\bof (?:all )?$/.test(near) && tradedNounAfter.test(word.after)) {
    const row = nouns.filter(({ start }) => !isExampleAfterSeveral(word.before, start))
    return row.find((one) => isSubjectPosition(word, one))?.ids[0] ?? context.subject ?? undefined
  }
  const candidates =
    last !== undefined && near !== undefined && copulaOrComma.test(near) ? nouns.filter(({ ids }) => ids[0] !== last.ids[0]) : nouns
  // `Japan is fourth among Chile's suppliers; its cars`: a new clause keeps the subject of the one before
  const leading = /; (?:and |but )?$/.test(word.before) ? candidates.find((one) => isSubjectPosition(word, one)) : undefined
  const owner = leading ?? candidates.findLast((one) => one.possessive || isSubjectPosition(word, one)) ?? candidates.at(-1)
  if (owner !== undefined) return owner.ids[0]
  if (last === undefined) return context.subject ?? undefined
  return context.subject !== null && context.subject !== last.ids[0] ? context.subject : counterpart(last.ids[0]!, context)
}

const partnerNoun =
  /\b(?:partner|supplier|customer|buyer|market|investor|creditor|lender|donor|source|ally|neighbou?r|employer|destination|seller|exporter|importer|trade|exports?|imports?)/i

/**
 * Returns the antecedent of `the country`: after a preposition a state other than the subject; otherwise the first state of the sentence, or the last
 * mentioned. Undefined if there is none.
 */
function countryAntecedent(word: Anaphor, context: Discourse): string | undefined {
  const partner = partnerAntecedent(word, context)
  if (partner !== undefined) return partner
  const all = candidatesOf(word).filter(({ form }) => form !== 'bloc')
  const near = all.at(-1)
  // `Paris is the country's first investor`: `the country` is not Paris
  const isLinked = near !== undefined && word.mention.possessive && copulaOrComma.test(textAfter(word.before, near))
  const states = isLinked ? all.slice(0, -1) : all
  if (isLinked && states.length === 0) {
    const [id] = near.ids
    const salient = salientState(context)
    return salient === id || context.pair?.includes(id!) === true ? counterpart(id!, context) : salient
  }
  const first = (states[0] ?? word.named.find(({ form }) => form !== 'bloc'))?.ids[0]
  // `China accounts for a tenth of the country's debt`: `the country` is not China
  if (first !== undefined && states.length === 1 && word.mention.possessive && providingShareOf.test(word.before)) {
    const salient = salientState(context)
    return salient === undefined || salient === first ? counterpart(first, context) : salient
  }
  const partnered = flowPrepositionBefore.test(word.before) ? countryAsPartner(word, states) : undefined
  if (partnered !== undefined) return partnered
  if (first !== undefined && (/\b(?:to|from|with|against|into|towards?) (?:the )?$/i.test(word.before) || isIndirectObject(word))) {
    const others = states.filter(({ ids }) => ids[0] !== first)
    const given = others.length === 0 && isIndirectObject(word) ? lastBeneficiary(context) : undefined
    // `US exports to the country`: `the country` is the only state of the last sentence
    const [spoken, ...more] = context.lastNamed.filter((id) => id !== first && !isRegionOrClub(id))
    const isTitled = context.titleState !== null && context.titleState !== first && !isRegionOrClub(context.titleState)
    if (others.length === 0 && given === undefined && isTitled) return context.titleState ?? undefined
    if (others.length === 0 && given === undefined && spoken !== undefined && more.length === 0) return spoken
    return others.at(-1)?.ids[0] ?? (given === first ? undefined : given) ?? counterpart(first, context)
  }
  // `American soldiers are stationed in the country`: `the country` is not the soldiers' state
  if (states.length === 0 && first !== undefined && preposition.test(word.before)) {
    const salient = salientState(context)
    return salient === undefined || salient === first ? counterpart(first, context) : salient
  }
  // `it was the country's 30th year of growth`: `it` is no partner
  // `They made up 85 percent of the country's inflows`: `the country` is the last receiver
  const taken =
    first === undefined && word.mention.possessive && /^(?:They|It|This|That|These) /.test(word.before) && inflowNounAfter.test(word.after)
  const receiver = flowEnds(context.lastParties?.direction)[1]
  if (taken && receiver !== undefined && !isRegionOrClub(receiver)) return receiver
  const isThing = word.mention.possessive && !partnerNoun.test(word.after.slice(0, 70))
  if (first === undefined && !isThing && /^(?:They|It)\b/.test(word.before) && context.subject !== null)
    return counterpart(context.subject, context)
  return first ?? salientState(context)
}

const inflowNounAfter = /^ (?:[\w-]+ ){0,2}(?:inflows|imports|purchases|receipts|debt|borrowing)\b/i

const flowPrepositionBefore =
  /(?:^|[,;] (?:while |and |but )?|\b(?:while|and|but|whereas) )(?:[\w-]+ ){0,2}(?:exports|sales|shipments|deliveries|imports|purchases|supplies) (?:to|from) (?:the |that )?$/i

/**
 * Returns the partner that `the country` refers to: in `Imports from China fell, while exports to the country rose` it is the partner of the clause before, not
 * the perspective. Undefined if the clause names other states.
 */
function countryAsPartner({ before }: Anaphor, states: readonly ActorMention[]): string | undefined {
  const behind = states.filter(({ start, end }) => /\b(?:to|from|with) (?:the )?$/i.test(before.slice(0, start)) && end < before.length)
  return states.length === behind.length ? behind.at(-1)?.ids[0] : undefined
}

/** Whether a word is an indirect object and so not the subject: `It supplies the country with`. */
const isIndirectObject = ({ before }: Anaphor): boolean =>
  /\b(?:suppl(?:y|ies|ied)|sold|sells?|gave|given|gives?|lent|lends?|sent|sends?|offered|granted|promised|pledged|provid(?:es|ed)|paid|pays) (?:the )?$/i.test(
    before,
  )

/**
 * Returns the antecedent of `there` or `that country`: the last state other than the perspective; of two, the sender. If the sentence names states before the
 * word, the last of them that is not the subject. Undefined if there is none.
 */
function placeAntecedent(word: Anaphor, context: Discourse): string | undefined {
  const mainState = context.titleState ?? context.hub
  const sides = [mainState ?? context.perspective, ...(context.bilateral ? [] : [context.perspective])].filter((id) => id !== null)
  const acting = candidatesOf(word).find((one) => !one.possessive && isSubjectPosition(word, one))?.ids[0]
  const here = word.named.findLast(
    ({ ids }) =>
      ids[0] !== acting && !(sides.includes(ids[0]!) && context.claimIndex >= 0 && context.lastParties?.actors.includes(ids[0]!) === true),
  )?.ids[0]
  if (here !== undefined) return here
  const isApart = (id: string): boolean => id !== acting && (acting === undefined || !isGroupAndMember(id, acting))
  const isHome = acting === undefined || sides.includes(acting)
  const free = (ids: readonly string[]): string[] => ids.filter((id) => isApart(id) && id !== 'WLD' && !(sides.includes(id) && isHome))
  const [spoken, last] = [free(context.lastNamed), free(context.lastParties?.actors ?? [])]
  const [sender] = flowEnds(context.lastParties?.direction)
  const both = spoken.filter((id) => last.includes(id))
  const pool = both.length > 0 ? both : last.length > 1 || spoken.length === 0 ? last : spoken
  return (
    pool.find((id) => id === sender) ??
    pool[0] ??
    counterpart(acting ?? context.perspective ?? context.hub ?? context.subject ?? '', context)
  )
}

/**
 * Returns the most prominent state: the title's; else the last subject, which in a text on a pair must belong to it; else the perspective or the first state of
 * the pair. Undefined if there is none.
 */
function salientState({ subject, pair, bilateral, titleState, perspective }: Discourse): string | undefined {
  if (titleState !== null && !isRegionOrClub(titleState)) return titleState
  const states = (pair ?? []).filter((id) => id !== 'EUU')
  if (subject !== null && (!bilateral || states.includes(subject))) return subject
  return states.find((id) => id === perspective) ?? states[0]
}

/**
 * Returns the antecedent of a description (`the kingdom`, `the Sahel country`, `the island`): a state of that kind, named in this sentence, the last one or the
 * text's pair. Undefined if there is none.
 */
function describedAntecedent(
  { text, before, named, later }: Anaphor,
  { lastNamed, subject, pair, mentioned }: Discourse,
): string | undefined {
  const kind = statesDescribedBy(text) ?? statesDescribedBy(text.toLowerCase())
  if (kind === undefined) return undefined
  const near = [...named.toReversed().flatMap(({ ids }) => [...ids]), ...lastNamed, subject, ...(pair ?? []), ...mentioned.toReversed()]
  const fits = near.filter((id): id is string => id !== null && kind.has(id) && !later.includes(id))
  // `it sold more to the kingdom`: `the kingdom` is not the subject, if that is a kingdom too
  return (
    (preposition.test(before) && !named.some(({ ids }) => kind.has(ids[0]!)) ? fits.find((id) => id !== subject) : undefined) ?? fits[0]
  )
}

/**
 * Returns the antecedent of `its neighbour` or `the other side`: the counterpart of the state named earlier in the sentence; else of the state of the pair
 * named later. Undefined if there is none.
 */
function oppositeAntecedent(word: Anaphor, actors: readonly ActorMention[], context: Discourse): string | undefined {
  const kind = describedAntecedent({ ...word, named: [] }, context)
  if (kind !== undefined) return kind
  const behind = actors.find(({ start, ids }) => start > word.mention.end && ids.length === 1 && context.pair?.includes(ids[0]!) === true)
  const one = word.named[0]?.ids[0] ?? behind?.ids[0] ?? context.subject ?? context.perspective ?? context.pair?.[0] ?? ''
  return (context.pair?.includes(one) === true ? context.pair.find((id) => id !== one) : undefined) ?? counterpart(one, context)
}

/** Returns the two states of the last list of two, else the two of the last sentence; empty if there are none. */
const lastListedPair = ({ lastLists, lastNamed }: Discourse): readonly string[] =>
  lastLists.find(({ length }) => length === 2) ?? (lastNamed.length === 2 ? lastNamed : [])

const regions: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR', regionWithoutCode])

/** Returns the part of the world mentioned last, else one that is a member of the pair; undefined if there is none. */
const lastRegion = ({ lastNamed, recentPairs, pair }: Discourse): string | undefined =>
  lastNamed.find((id) => regions.has(id)) ??
  recentPairs.flatMap(({ ends }) => [...ends]).find((id) => regions.has(id)) ??
  pair?.find((id) => regions.has(id))

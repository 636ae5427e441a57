import type { ActorMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween } from '../../text/span-text.ts'
import type { Analysis } from '../sentence/analysis.ts'
import { directionWordsIn } from '../sentence/direction-word.ts'
import {
  isCoordinated,
  isPossessivePronoun,
  isUnassigned,
  type PartyRole,
  type RoleAssignment,
  type RoleContext,
} from '../sentence/roles.ts'
import { roleOfMention } from './mention-role.ts'

interface AssignedMention {
  place: RoleAssignment
  readonly mention: ActorMention
}

/**
 * Returns the semantic role of each state in a sentence, by the words around it.
 *
 * @param resolve  returns the ids that an anaphor refers to
 */
export function assignedRoles(sentence: Analysis, resolve: (mention: ActorMention) => readonly string[]): PartyRole[] {
  const all = assignedMentions(sentence).flatMap(({ place, mention }) => {
    const ids = mention.ids.length > 0 ? mention.ids : resolve(mention)
    return ids.map((id) => ({ id, ...place, mention }))
  })
  return all.filter((one) => !isAtBothEnds(one, all, sentence.text))
}

const assignedBefore = new WeakMap<readonly ActorMention[], { readonly text: string; readonly stood: readonly AssignedMention[] }>()

/** Returns the roles of all mentions, before antecedents are resolved. Cached, because each claim of a sentence needs them. */
function assignedMentions(sentence: Analysis): readonly AssignedMention[] {
  const { text, actors } = sentence
  const found = assignedBefore.get(actors)
  if (found?.text === text) return found.stood
  const stood = withSoDid(withComitatives(mentionRoles(sentence), text), text).filter(
    ({ place, mention }) => place.role !== 'nonparty' && !isGeneric(sentence, mention) && !isPronounForThing(text, mention, place),
  )
  assignedBefore.set(actors, { text, stood })
  return stood
}

function mentionRoles(sentence: Analysis): readonly AssignedMention[] {
  const reading: RoleContext = { text: sentence.text, flows: directionWordsIn(sentence), actors: sentence.actors }
  const places: AssignedMention[] = []
  for (const mention of sentence.actors) {
    const last = places.at(-1)
    // `the United States (35 % of its imports), Poland (17 %)`: the pronoun in the parenthesis is no list item
    const isInside = last?.mention.form === 'pronoun' && isCoordinated(sentence.text, places.at(-2)?.mention ?? last.mention, mention)
    const before = isInside ? places.at(-2) : last
    const listed =
      before !== undefined && isCoordinated(sentence.text, before.mention, mention) && !beginsClause(sentence.text, places, before, mention)
    const read = roleOfThatBefore(sentence.text, mention, places) ?? roleOfMention(reading, mention)
    const own = (isUnassigned(read) ? roleOfAgentBefore(sentence.text, mention, places) : undefined) ?? read
    const isNext = before?.place.role === 'standard' && isNextListItem(sentence.text, before.mention, mention)
    const joined = (listed || isNext) && isUnassigned(own) && before.place.role !== 'nonparty' ? before.place : own
    if (listed && isUnassigned(before.place) && !isUnassigned(own) && own.role !== 'nonparty') spreadRole(places, sentence.text, own)
    places.push({
      place: listed && isUnassigned(joined) && isExampleOfList(before, places, sentence.text) ? before.place : joined,
      mention,
    })
  }
  return places
}

/**
 * Whether a mention is an example of a group that is no party: `Goods from African states, among them Ethiopia and Rwanda`. Then no further example is a party
 * either.
 */
function isExampleOfList(one: AssignedMention, places: readonly AssignedMention[], text: string): boolean {
  if (one.place.role !== 'nonparty') return false
  if (/\b(?:such as|among them)(?: the)? $/.test(textBefore(text, one.mention))) return true
  const before = places[places.indexOf(one) - 1]
  return before !== undefined && isCoordinated(text, before.mention, one.mention) && isExampleOfList(before, places, text)
}

/** Whether a possessive would make one state both sender and receiver, so that its antecedent must be wrong: `It took 11 % of their exports`. */
const isAtBothEnds = (one: PartyRole, all: readonly PartyRole[], text: string): boolean =>
  isPossessivePronoun(text, one.mention) &&
  all.some(
    ({ id, role, mention }) =>
      id === one.id &&
      mention.start < one.mention.start &&
      one.mention.start - mention.end < 40 &&
      mention.rule === 'it' &&
      ((role === 'sender' && one.role === 'receiver') || (role === 'receiver' && one.role === 'sender')),
  )

const finiteVerbAfter =
  /^ (?:also |then |now )?(?:was|were|is|are|has|had|came|took|ranked|followed|sold|bought|sent|provided|supplied|received|remained|spent)\b/
const figureAfter = /^ (?:(?:with|about|around|some|nearly|just) )*[$€£]?\d/

/**
 * Whether the next name is the subject of a new clause, not a list item: `26 per cent of the imports of Angola, and China was second`, `went to the Gulf, Egypt
 * 16 per cent`.
 */
function beginsClause(
  text: string,
  places: readonly AssignedMention[],
  { mention: one, place }: AssignedMention,
  next: ActorMention,
): boolean {
  const between = textBetween(text, one, next)
  const after = textAfter(text, next)
  if (place.prepositional !== true && place.owner !== true) return false
  const earlier = places.at(places.findIndex(({ mention }) => mention === one) - 1)
  const isRow = earlier !== undefined && earlier.mention !== one && /^, (?:the )?$/.test(textBetween(text, earlier.mention, one))
  if (/^, (?:and|but|while) (?:the )?$/.test(between)) return !isRow && finiteVerbAfter.test(after)
  return /^, (?:the )?$/.test(between) && figureAfter.test(after) && !figureAfter.test(textAfter(text, one))
}

/** For a state after `that of` or `those by`, returns the role of an earlier state: `that of the United States`. Undefined without these words. */
function roleOfThatBefore(text: string, mention: ActorMention, places: readonly AssignedMention[]): RoleAssignment | undefined {
  if (
    !/(?<!\b(?:behind|after|than|before|unlike|ahead of|below|above) )\b(?:that|those) (?:of|by)(?: the)?\s*$/i.test(
      textBefore(text, mention),
    )
  )
    return undefined
  const parties = places.filter(({ place }) => place.role !== 'nonparty' && place.role !== 'standard' && place.prepositional !== true)
  return (parties.findLast(({ place }) => place.owner === true) ?? parties.at(-1))?.place
}

/** For a second agent after `by`, returns the role of the first: `Bought by India, a fifth by China`. Otherwise undefined. */
function roleOfAgentBefore(text: string, mention: ActorMention, places: readonly AssignedMention[]): RoleAssignment | undefined {
  const by = /\bby(?: the)?\s*$/i
  return by.test(textBefore(text, mention))
    ? places.findLast((one) => !isUnassigned(one.place) && one.place.role !== 'nonparty' && by.test(textBefore(text, one.mention)))?.place
    : undefined
}

const togetherWith = /\b(?:together|along|jointly|in company) with(?: the| both)?\s*$|^(?:Just |Much )?[Ll]ike(?: the| both)? $/i
const soDid = /(?:,| and|;)? (?:as|and so|so) (?:did|do|does|had|have|has|were|was|are|is)(?: the| both)? $/i

/** Gives the states after `as did` the role of the first state of the sentence: `A and B voted against it, as did C, D and E`. */
function withSoDid(places: readonly AssignedMention[], text: string): readonly AssignedMention[] {
  const first = places.findIndex(({ mention }) => soDid.test(textBefore(text, mention)))
  const leader = places.slice(0, Math.max(first, 0)).find(({ place }) => place.prepositional !== true && place.role !== 'nonparty')
  if (first < 0 || leader === undefined) return places
  let end = first + 1
  while (end < places.length && isCoordinated(text, places[end - 1]!.mention, places[end]!.mention)) end++
  return places.map((one, i) => (i >= first && i < end ? { ...one, place: { ...leader.place, comitative: true } } : one))
}

/** Gives a companion the role of the subject and lists it after the subject: `Together with France it received a third`. */
function withComitatives(places: readonly AssignedMention[], text: string): readonly AssignedMention[] {
  const first = places.findIndex(({ mention }) => togetherWith.test(textBefore(text, mention)))
  if (first < 0) return places
  const joint = (i: number): string => text.slice(places[i - 1]!.mention.end, places[i]?.mention.start)
  let end = first + 1
  while (
    end < places.length &&
    (end === first + 1 || !/ and /.test(joint(end - 1))) &&
    isCoordinated(text, places[end - 1]!.mention, places[end]!.mention)
  )
    end++
  // `together with Japan, Canada`: no list, as no `and` joins them
  const isOpen = !places.slice(first + 1, end).some((_, i) => / and /.test(joint(first + 1 + i)))
  if (isOpen && places[first]!.mention.start < 25) end = first + 1
  const isLeader = ({ place }: AssignedMention | undefined = places[first]!): boolean =>
    place.prepositional !== true && place.role !== 'nonparty'
  const [before, next] = [places[first - 1], places[end]]
  const isClose = before !== undefined && /^,? \S+ with /.test(textAfter(text, before.mention)) && isLeader(before)
  const doer = first > 0 && !/^like/i.test(text) ? places.slice(0, first).find(isLeader) : undefined
  const leader = isClose ? before : next !== undefined && isLeader(next) ? next : doer
  if (leader === undefined) return places
  const isLike = /^(?:Just |Much )?like/i.test(text)
  const fellows = places
    .slice(first, end)
    .map(({ mention }): AssignedMention => ({ mention, place: { ...leader.place, comitative: true, ...(isLike ? { like: true } : {}) } }))
  return [...places.slice(0, first), ...places.slice(end), ...fellows]
}

/** Gives the unassigned states of a list the role of the last: `Germany, France and Italy`. */
function spreadRole(places: AssignedMention[], text: string, place: RoleAssignment): void {
  for (let i = places.length - 1; i >= 0; i--) {
    const one = places[i]!
    const next = places[i + 1]
    if (!isUnassigned(one.place) || (next !== undefined && !isCoordinated(text, one.mention, next.mention))) return
    one.place = place
  }
}

/** Whether a pronoun refers to a thing, not a state: `It was a quarter higher`, `its level`. False for `it joined`, and for `of them` if it has a role. */
function isPronounForThing(text: string, mention: ActorMention, place: RoleAssignment): boolean {
  if (mention.rule === 'them') return isUnassigned(place)
  if (mention.rule !== 'it' || !isUnassigned(place)) return false
  return isPossessivePronoun(text, mention) || !actorVerbAfter.test(textAfter(text, mention))
}

const memberNoun = '(?:member|part(?:y|ner)|candidate|founder|observer|signatory)'
const actStem = 'help|join|vot|abstain|belong|member|impos|lift|sign|recogni|invad|annex|left|ratif|veto|ban|adopt|host|visit'
const actorVerbAfter = new RegExp(
  String.raw`^ (?:also |has |had |have |is |was |later |still |now |never |not |no longer |would |will )*(?:(?:an? |no )?(?:\w+ )?${memberNoun}|one of |among |neither |no member|would not |${actStem})`,
  'i',
)

/** Whether a name is the next of a list in which items have figures: `Ahead of Italy with 8.5, the United States with 7 and`. */
const isNextListItem = (text: string, one: ActorMention, next: ActorMention): boolean =>
  /^ (?:(?:with|at) [^,;]{1,25}|\([^()]{1,25}\))(?:,|,? and)(?: the)?\s*$/i.test(textBetween(text, one, next))

/** Whether a bloc stands for no particular state: `no NATO member`, `every EU state`. */
const isGeneric = (sentence: Analysis, mention: ActorMention): boolean =>
  mention.form === 'bloc' &&
  /\b(?:no|any|every|other|another|all|not one|one)(?: other)?(?: members? of(?: the)?)?\s*$/i.test(textBefore(sentence.text, mention)) &&
  /^ (?:members?|states?|countr|all)/i.test(textAfter(sentence.text, mention))

import type { ActorMention, TextSpan } from '../../text/mention.ts'
import { area } from '../../text/names/areas.ts'
import { flowWordsIn } from '../../text/topics/flow-words.ts'
import { overlaps } from '../sentence/analysis.ts'
import { distinct, type People, type Scene, way } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import { owns, type PartyRole } from '../sentence/roles.ts'

const beside = /^,? (?:(?:with|at)(?: (?:about|around|nearly|almost|some|over|under|just|more than|less than))? ?[$€£]?|[([][$€£]?)$/i

/**
 * The next of a list takes the place of the one before: `its suppliers are A with 78 %, B with 6`, `followed by B (34 %)`, `B came third with 5 billion`.
 * Nobody where the words tell more than a name.
 */
export function listedActors(scene: Scene): People | undefined {
  const { context } = scene
  const next = nextOf(scene)
  if (next === undefined || context.last === null || isDirected(scene, next) || isOfAll(scene) || hasOther(scene, next)) return undefined
  if (context.last.actors.length === 1 && context.last.direction === 'n/a') return { actors: [next.id], direction: 'n/a' }
  if (context.last.actors.length !== 2 || context.last.direction === 'n/a') return undefined
  if (context.last.actors.includes(next.id)) return isFollowed(scene, next) ? context.last : undefined
  const kept = keptOf(scene, next, context.last.actors)
  if (kept === undefined || kept === next.id) return undefined
  const [from] = context.last.direction.split('->')
  if (context.last.direction === 'total') return { actors: [next.id, kept], direction: 'total' }
  return from === kept ? way(kept, next.id) : way(next.id, kept)
}

/** `…, Morocco 69 percent from the United States`: both ends of its own. */
const hasOther = ({ inPart }: Scene, { id, mention, prepositional }: PartyRole): boolean =>
  prepositional !== true &&
  inPart.some((one) => one.id !== id && one.prepositional === true && one.role === 'sender' && one.mention.start > mention.end)

/** `Rose to sixth place among exporters`: of all of them. */
const isOfAll = ({ head, context, sentence: { text, index } }: Scene): boolean =>
  head.kind === 'ranking' &&
  context.claimIndex !== index &&
  /\bamong (?:all |the )?(?:world['’]s )?(?:arms )?(?:ex|im)porters\b/i.test(text)

/** `Followed by the Emirates with 31 billion`: whose place was told just before. */
const isFollowed = ({ context, sentence, head }: Scene, { role, mention }: PartyRole): boolean =>
  context.claimIndex === sentence.index &&
  role === 'beside' &&
  /\bfollowed by(?: the)? $/.test(sentence.text.slice(0, mention.start)) &&
  beside.test(sentence.text.slice(mention.end, head.start))

/** `Its weapons go to Pakistan (33 percent)`: whose they are is told in the sentence, so nobody's place is taken. */
const isDirected = ({ context, sentence, whole }: Scene, next: PartyRole): boolean =>
  context.claimIndex !== sentence.index &&
  next.prepositional === true &&
  whole.some(({ role, by, mention, id }) => role === 'sender' && by === undefined && id !== next.id && mention.start < next.mention.start)

/** The one whom the head names, who stands right before it, or who is alone in a part without a word that tells the way. */
function nextOf(scene: Scene): PartyRole | undefined {
  const { head, whole, sentence } = scene
  const named = head.kind === 'ranking' ? whole.find(({ mention }) => isWholly(sentence.text, head, mention)) : undefined
  if (named !== undefined) return named
  const own = whole.findLast(({ mention }) => mention.end <= head.start)
  const isListing = scene.context.claimIndex === sentence.index || flowWordsIn(sentence.text).length === 0
  const between = own === undefined ? '' : sentence.text.slice(own.mention.end, head.start)
  const isOutdone = own?.role === 'beside' && between.startsWith(',') && outdone.test(sentence.text.slice(0, own.mention.start))
  if (isListing && own !== undefined && !isOutdone && (beside.test(between) || (head.kind === 'ranking' && between === ', '))) return own
  return aloneIn(scene)
}

/** `Second after Germany, with 56 billion`: the figure is not Germany's. */
const outdone = /\b(?:after|behind|ahead of|before)(?: the)? $/

/** The head is a name, or stands in front of one: `in fifth place, Brazil`. */
const isWholly = (text: string, head: TextSpan, mention: ActorMention): boolean =>
  mention.form !== 'pronoun' &&
  ((overlaps(mention, head) && /^(?:the )?$/i.test(text.slice(head.start, mention.start)) && mention.end >= head.end - 1) ||
    (/^(?: place)?,? (?:the )?$/.test(text.slice(head.end, mention.start)) && /\bin (?:the )?$/.test(text.slice(0, head.start))))

const moved = /\b(?:trad\w+|goods|worth)\b/i

/** `Qatar's grew by 227 per cent`: that which was told of the one before. */
const elliptic =
  /^(?:['’]s?)? (?:also |even )?(?:grew|rose|fell|dropped|increased|decreased|declined|jumped|surged|shrank|went|was|were|had|doubled|tripled|came|stood|by)\b/

function aloneIn({ part, inPart, whole, sentence, head, context }: Scene): PartyRole | undefined {
  if (head.kind !== 'ranking' && head.quantity === undefined) return undefined
  const told = (inPart.length > 0 ? inPart : whole).filter(({ role }) => role !== 'beside')
  const early = told.filter(({ mention }) => mention.start < head.start)
  const pool = early.length > 0 ? early : told
  const ids = distinct(pool.map(({ id }) => id))
  const [one] = pool
  if (ids.length !== 1 || one === undefined || one.prepositional === true || one.mention.form === 'adjective') return undefined
  const isBare = one.mention.possessive && elliptic.test(sentence.text.slice(one.mention.end))
  if (one.role !== 'holder' && ((one.mention.possessive && !isBare) || (one.role !== 'subject' && one.role !== 'open'))) return undefined
  if (context.claimIndex < sentence.index - 2 || moved.test(sentence.text)) return undefined
  const isNext = inPart.length > 0 && context.claimIndex === sentence.index
  return flowWordsIn(isNext ? sentence.text.slice(part.start, part.end) : sentence.text).length === 0 ? one : undefined
}

/** The end that stays: not the one with whom the next is listed, else from whose side it is told, else who was named most often before. */
function keptOf({ sentence, whole, context }: Scene, next: PartyRole, ends: readonly string[]): string | undefined {
  // who is named takes a part of what a part of the world took
  if (ends.includes(area)) return ends.find((id) => id !== area)
  if (context.claimIndex === sentence.index) {
    const holder =
      next.role === 'holder'
        ? whole.findLast(({ id, role, mention }) => role === 'holder' && ends.includes(id) && mention !== next.mention)
        : undefined
    const replaced =
      holder ??
      gapped(whole, next, ends, sentence.text) ??
      whole.findLast(
        (one) =>
          ends.includes(one.id) &&
          one.mention.end < next.mention.start &&
          isNamed(one.mention) &&
          !(one.by?.way === 'both' && owns(one)) &&
          !(one.owner === true && next.owner !== true) &&
          (one.role === 'beside' || (one.prepositional === true) === (next.role !== 'beside' && next.prepositional === true)),
      )
    if (replaced !== undefined) return ends.find((id) => id !== replaced.id)
  }
  const [sender, receiver] = context.last?.direction.split('->') ?? []
  // `supplied by 29 states, mainly the United States`: one of those whom the world stood for
  if ((sender === 'WLD' && next.role === 'sender') || (receiver === 'WLD' && next.role === 'receiver'))
    return ends.find((id) => id !== 'WLD')
  if (isGiven(context) && receiver !== undefined && sender === context.subject && next.role !== 'receiver') return receiver
  return hubOf(context, ends) ?? receiver ?? context.pair?.find((id) => ends.includes(id))
}

/** `India took 37 per cent of US exports, Japan 9 per cent`: the next stands where he stands who did it. */
const gapped = (whole: readonly PartyRole[], next: PartyRole, ends: readonly string[], text: string): PartyRole | undefined =>
  /^ (?:about |some |only )?[\d.]+ ?(?:%|per ?cent)/.test(text.slice(next.mention.end))
    ? whole.find(
        ({ id, by, prepositional, mention }) =>
          ends.includes(id) && by?.verb === true && prepositional !== true && mention.end < by.start && by.end < next.mention.start,
      )
    : undefined

/** Of arms, loans and aid the next to act takes the place of who acted before. */
export const isGiven = ({ recent }: Discourse): boolean => recent[0]?.domain === 'arms' || recent[0]?.domain === 'finance'

const isNamed = ({ possessive, form, rule }: ActorMention): boolean =>
  !possessive && form !== 'adjective' && rule !== 'it' && rule !== 'them'

/** Of the ends of the last claim the one who was told of most among those before; from whose side it is told where that is undecided. */
function hubOf({ recent, home, hub }: Discourse, ends: readonly string[]): string | undefined {
  if (ends.includes('WLD')) return recent[0]?.domain === 'arms' ? 'WLD' : ends.find((id) => id !== 'WLD')
  const times = (id: string): number => recent.filter((one) => one.ends.includes(id)).length
  const [a, b] = ends as [string, string]
  const most = Math.max(times(a), times(b))
  const side = [hub, home].find((id) => id !== null && ends.includes(id) && times(id) >= most)
  if (side !== undefined && side !== null) return side
  if (times(a) !== times(b)) return times(a) > times(b) ? a : b
  return undefined
}

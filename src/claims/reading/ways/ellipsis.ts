import type { FlowWord } from '../../text/topics/flow-words.ts'
import { wholeOf } from '../parties/unions-and-members.ts'
import { within } from '../sentence/analysis.ts'
import { actorIds, distinct, type People, type Scene } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'

/** `The country was first; a year on it came twelfth`: who has just been told of, without a word of its own that tells the way. */
export function itAgain({ inPart, part, sentence, head, context }: Scene, flow: FlowWord | undefined): People | undefined {
  const { last, claimIndex } = context
  const isSame =
    claimIndex === sentence.index &&
    head.kind === 'ranking' &&
    /\band (?:thus |now )?(?:ranked|ranks|stood|came|placed|was|is) (?:only |the )?$/.test(sentence.text.slice(0, head.start)) &&
    inPart.every(({ id }) => last?.actors.includes(id) === true)
  if (isSame && last !== null) return last
  const isIt =
    claimIndex === sentence.index &&
    (head.kind === 'ranking' || head.kind === 'share') &&
    inPart.length > 0 &&
    inPart.every(({ mention, id }) => mention.form === 'pronoun' && last?.actors.includes(id) === true) &&
    (flow === undefined || flow.end <= part.start)
  return isIt ? (last ?? undefined) : undefined
}

/** `Copper made up 82 % of these sales, worth 14 million`: a later amount without a name or a word of its own keeps the sides of the one before. */
export function sameAgain({ inPart, part, sentence, head, context }: Scene, flow: FlowWord | undefined): People | undefined {
  if (inPart.length > 0 || head.kind === 'comparison' || context.claimIndex !== sentence.index || flow === undefined) return undefined
  if (
    flow.way !== 'both' &&
    /^,? (?:which|who|that) (?!is\b|are\b|was\b|were\b)/.test(sentence.text.slice(part.start)) &&
    context.last !== null
  )
    return context.last
  const isShare = head.unit === 'percent' && / of (?:all|the|its|total) (?:\w+ )?(?:ex|im)ports/.test(sentence.text.slice(head.end))
  return isShare || flow.end <= part.start ? (context.last ?? undefined) : undefined
}

/** `Almost double what they bought in Norway`: what the sentence told just before is compared with another. */
export function comparedWith({ head, sentence, part, whole, context }: Scene): People | undefined {
  const { last, claimIndex } = context
  if (head.kind !== 'comparison' || last === null || claimIndex !== sentence.index || last.actors.length !== 2) return undefined
  const others = whole.filter(({ id, mention }) => !last.actors.includes(id) && within(mention, part) && mention.start > head.start)
  if (others.length === 0 || /^(?:less|fewer|smaller|lower|half)\b/i.test(sentence.text.slice(head.start))) return undefined
  return { actors: distinct([...last.actors, ...actorIds(others)]), direction: last.direction }
}

/** No word tells which way: what was told before goes on, for whom it names. */
export function repeated({ inPart, whole, context, sentence }: Scene): People | undefined {
  if (inPart.length === 0 && context.claimIndex === sentence.index && context.last !== null) return context.last
  const ids = actorIds((inPart.length > 0 ? inPart : whole).filter(({ role }) => role !== 'beside'))
  if (
    ids.length === 0 &&
    context.claimIndex === sentence.index - 1 &&
    /^(?:It|This|That|The (?:figure|amount|total|sum)) /.test(sentence.text)
  )
    return context.lead ?? ofThePair(context)
  if (ids.length === 0) return ofThePair(context)
  if (whole.some(({ mention }) => mention.rule === 'both')) return { actors: ids, direction: 'total' }
  const { last } = context
  if (last?.direction.includes('->') === true && goesOn.test(sentence.text) && ids.every((id) => last.actors.includes(id))) return last
  const before = context.recent.find((pair) => ids.every((id) => pair.ends.includes(id)))
  if (before === undefined) return undefined
  const other = before.ends.find((id) => id !== ids[0])
  const all = ids.length === 1 && other !== undefined ? wholeOf(other, ids[0]!, context) : undefined
  const put = (id: string): string => (all !== undefined && id === other ? all : id)
  return { actors: before.ends.map(put), direction: before.direction.split('->').map(put).join('->') }
}

/** `In 2021 it amounted to`: of what was told before. */
const goesOn =
  /^(?:(?:In|By|At|For|During|Over) [^,;.]{3,30},? )?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|[Tt]hese|[Tt]hose) (?:\w+ ){0,2}(?:amounted|came|stood|made up|accounted|reached|was|were|rose|fell|grew|had)\b/

/** The last between the two of the text; the last at all where the text has no two. */
export function ofThePair({ last, pair, bilateral, recent }: Discourse): People | undefined {
  if (last === null || pair === null || !bilateral || pair.every((id) => last.actors.includes(id))) return last ?? undefined
  const own = recent.find(({ ends }) => pair.every((id) => ends.includes(id)))
  return own === undefined ? last : { actors: own.ends, direction: own.direction }
}

import type { ActorMention, TextSpan } from '../../text/mention.ts'
import { textAfter, textBetween } from '../../text/span-text.ts'
import { type FlowWord, flowWordsIn } from '../../text/topics/flow-words.ts'
import { type Analysis, gapBetween, overlaps } from './analysis.ts'

/**
 * Returns the word that gives a claim its direction: the one nearest to the claim's head, in the claim's part of the sentence if there is one. In a comparison
 * of two verbs it is the first verb; if the head starts with `less`, the second. Undefined if there is none.
 */
export function directionWordOf(sentence: Analysis, head: TextSpan & { readonly kind: string }, part: TextSpan): FlowWord | undefined {
  const { text } = sentence
  const flows = directionWordsIn(sentence, head)
  const inside = flows.filter((flow) => flow.start >= part.start && flow.end <= part.end)
  const isOwn = inside.some((flow) => flow.end <= head.start && flow.start >= part.start)
  const inPart = inside.filter((flow) => flow.start < head.end || !startsOtherFlow(textBetween(text, head, flow), isOwn))
  const before = flows.filter((flow) => flow.end <= head.start)
  if (text[head.start - 1] === '(' && before.length > 0) return before.at(-1)
  const joined = flows.filter((flow) => flow.end <= head.start && !clauseMark.test(textBetween(text, flow, head)))
  const near = flows.filter((flow) => flow.start < head.start || !clauseMark.test(textBetween(text, head, flow)))
  const pool = [inPart, joined, near].find((some) => some.length > 0) ?? []
  const verbs = pool.filter(({ verb }) => verb)
  if (head.kind === 'comparison' && verbs.length === 2 && verbs[0]!.way !== verbs[1]!.way)
    return /^(?:less|fewer|smaller|lower)/i.test(text.slice(head.start)) ? verbs[1] : verbs[0]
  return pool.reduce<FlowWord | undefined>(
    (best, one) => (best === undefined || gapBetween(head, one) < gapBetween(head, best) ? one : best),
    undefined,
  )
}

/** Returns the direction words of a sentence, except in mentions of a state (`from its partner`) and in appositions. */
export const directionWordsIn = ({ text, actors }: Analysis, head?: TextSpan & { readonly kind: string }): FlowWord[] =>
  flowWordsIn(text).filter(
    (flow) =>
      !actors.some(
        (one) => (one.rule === 'other' && overlaps(one, flow)) || (!isRankNoun(text, flow, head) && isInApposition(text, one, flow)),
      ),
  )

/** Whether a direction word is the noun of a rank, and so gives the direction of the claim on this rank: `partner` in `China, its largest partner, bought`. */
const isRankNoun = (text: string, flow: FlowWord, head?: TextSpan & { readonly kind: string }): boolean =>
  head?.kind === 'ranking' && head.start < flow.end && !/[,;]/.test(text.slice(head.start, flow.start))

const clauseMark = /;|, (?:while|whereas|but|and|though|although) | while | whereas /

/** Whether a direction word stands in an apposition, which gives no direction: `The Netherlands, a supplier of oil, ranked second`. */
const isInApposition = (text: string, one: ActorMention, flow: FlowWord): boolean =>
  flow.agent &&
  /^, (?:an?|its|the|their) [^,;.()]{0,50}$/.test(textBetween(text, one, flow)) &&
  /^[^,;.()]{0,30}, \p{Ll}/u.test(textAfter(text, flow))

/** Whether the words between a number and a direction word begin a statement on another flow, so that the two do not belong together: `At 3.9 billion, of which sales were`, `purchases jumped by 44 percent and the deficit widened`. */
const startsOtherFlow = (between: string, isOwn: boolean): boolean =>
  /^[^.;]{0,30}, of (?:which|that|this|these|those|it)\b/.test(between) ||
  (isOwn && /^,? (?:and|while|but|whereas) (?:the |its |their )?$/.test(between))

import type { TextSpan, TimeMention } from '../../text/mention.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { type Analysis, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

const clauseJoint = /(?:,|;)? (?:and|but) |[,;] /g
const finiteVerb = String.raw`is|are|was|were|be|been|has|have|had|will|would|did|does|do|took|came|comes|goes|ends|begins|expires|falls|runs|became|went|left|made|gave|held|sold|bought|met|began|ran|led|brought|sent|\p{Ll}{3,}ed`
const subordinator = 'after|before|following|when|while|because|despite|under|by|who|which|where|as|if|until|during|amid|year|years'
/** Words that begin a clause of their own or a subordinate one. */
const clauseWord = new RegExp(String.raw`\b(?:${finiteVerb}|${subordinator})\b|\bthat (?!at|of|in|on|with|for|between|to)`, 'u')
const anaphoricItem =
  /^(?:(?:that|those|one|another) (?:at|of|in|on|with|for|between|to)\b|(?:yours|mine|ours|theirs|his|hers)$|(?:once )?again$|also$)/i

/** Rules of times that give a duration or distance, not the date of an event. */
const spanRule = /^(?:years-run|first-years|last-years|some-months|years-ago)$/

/**
 * Returns the heads of gapped clauses, which repeat an event for another state or time with its own date: `joined in 2001 and Russia in 2012`, `in March 2022
 * and again in February`.
 */
export function gappedHeads(sentence: Analysis, heads: readonly Head[]): Head[] {
  const found: Head[] = []
  for (const time of sentence.times) {
    const item = remnantBefore(sentence, time)
    if (item === undefined) continue
    const antecedent = antecedentHead(sentence, item, [...heads, ...found])
    if (antecedent === undefined || [...heads, ...found].some((head) => overlaps(head, { start: item.start, end: time.end }))) continue
    found.push({
      ...antecedent,
      start: item.start,
      end: item.end,
      rule: antecedent.rule.endsWith('-too') ? antecedent.rule : `${antecedent.rule}-too`,
    })
  }
  return found
}

/**
 * Returns the remnant of a gapped clause: the words, without a verb, between a clause joint and the time at the end; the joint itself if there are no words.
 * Undefined for other clauses.
 */
function remnantBefore({ text, actors, topics }: Analysis, time: TimeMention): TextSpan | undefined {
  if (
    time.role === 'base' ||
    spanRule.test(time.rule) ||
    !/^(?:[.,;)]|$| (?:and|but)\b| by a vote| over | this year| last year)/.test(textAfter(text, time))
  )
    return undefined
  const last = matchesOf(textBefore(text, time), clauseJoint).at(-1)
  if (last === undefined) return undefined
  const start = last.index + last[0].length
  const words = text
    .slice(start, time.start)
    .replace(/\b(?:in|on|since|from|by)(?: the)? $/i, '')
    .trim()
  const joined = /and|but/.test(last[0])
  if (words.length > 60 || clauseWord.test(words)) return undefined
  const names = [...actors, ...topics].some((one) => one.start >= start && one.end <= time.start) || /\p{Lu}/u.test(words)
  if (!(names || anaphoricItem.test(words) || (joined && words === ''))) return undefined
  return { start: last.index + (/^[,;]/.test(last[0]) ? 1 : 0), end: time.start }
}

/** Returns the last event before a remnant, if its own time stands right before the joint; otherwise undefined. */
function antecedentHead({ text, times }: Analysis, item: TextSpan, heads: readonly Head[]): Head | undefined {
  const again = /\bagain\b/i.test(textOfSpan(text, item))
  const last = heads
    .filter(({ end }) => end <= item.start)
    .sort((a, b) => a.end - b.end)
    .at(-1)
  const kinds = again ? ['event', 'membership', 'ranking'] : ['event', 'membership']
  if (last === undefined || !kinds.includes(last.kind) || /;/.test(textBetween(text, last, item))) return undefined
  const first = times.findLast(({ start, end, role }) => role !== 'base' && start >= last.start && end <= item.start)
  if (first === undefined) return undefined
  return again || /^[,;]?$/.test(textBetween(text, first, item).trim()) ? last : undefined
}

const deniedAuxiliary =
  /(?:;|,)? (?:but |while |whereas |and |yet |though )?(?<who>(?:the |its |their )?[^,;.:]{2,45}?) (?:has|have|had|did|does|do|is|are|was|were|will)(?: not|n['’]t)(?: yet| either)?(?=[.;,]|$)/gu

/** Returns heads that deny the event of the previous clause for another state: `Riyadh has made its peace; its small ally has not`. */
export function deniedHeads({ text, actors }: Analysis, heads: readonly Head[]): Head[] {
  return matchesOf(text, deniedAuxiliary).flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    const who = match.groups!['who']!
    const named =
      actors.some((one) => one.start >= span.start && one.end <= span.end) || /^(?:the (?:latter|former|others?)|(?:its|their) )/.test(who)
    const last = heads.findLast(({ end, kind }) => end <= span.start && (kind === 'event' || kind === 'membership'))
    return last === undefined || !named || clauseWord.test(who) || heads.some((head) => overlaps(head, span))
      ? []
      : [{ ...last, ...span, rule: `${last.rule}-not` }]
  })
}

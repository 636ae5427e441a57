import type { TextSpan } from './mention.ts'
import { matchesOf } from './patterns/matches.ts'

/** Excludes uses of `as` that give no reason: `as well`, `as a result`, `as the largest partner`. */
const notOtherAs = String.raw`(?!of\b|well\b|against\b|in\b|on\b|at\b|did\b|do(?:es)?\b|ha(?:s|ve|d)\b|is\b|are\b|was\b|were\b|much\b|many\b|large\b|low\b|high\b|opposed\b|compared\b|per\b|part\b|its\b|their\b|(?:an?|the) (?:\w+ )?(?:result|consequence|share|part|whole|rule|first|second|largest|biggest|main|top)\b)`
const influencedBy =
  '(?:helped|boosted|lifted|driven|fuell?ed|led|supported|spurred|buoyed|powered|dragged|pulled|weighed|hit|hurt|pushed)(?: (?:up|down|on|higher|lower|mainly|largely|above all|in part))* by'
const onDemand = 'on (?:strong|stronger|weak|weaker|higher|lower|rising|falling|robust) (?:sales|demand|shipments|prices|deliveries)'
const asReason = `, (?:just |partly |mainly |largely )?as ${notOtherAs}`
const causedBy = String.raw`, (?:mainly |largely |partly |chiefly |mostly )?(?:${influencedBy}|thanks(?: \w+)? to|due(?: \w+)? to|owing to)\b`
const becauseReason = String.raw`(?<=\p{L} )(?:because(?! of (?:this|that)\b)|on the back of|amid|${onDemand})\b`
/** The beginning of a clause that gives the cause of a figure: `…, as demand for cars weakened`, `…, helped by chips`, `… because fewer ships came`. */
const reasonAfter = new RegExp([asReason, causedBy, becauseReason].join('|'), 'giu')
/** A reason before the main clause: `As more crude arrived, imports grew`. */
const reasonBefore =
  /^(?:As|Because|With|Thanks to|Owing to|Due to|Helped by|Driven by|Boosted by) (?!of\b|for\b|to\b|a (?:result|consequence)\b|in\b)[^,;]{3,120}, /u

/**
 * Finds the parts of a sentence that give a reason. A topic in such a part does not belong to a figure in the rest of the sentence.
 *
 * @example reasonClausesIn('Exports fell, as demand for cars weakened.')[0]?.start   // 12
 */
export function reasonClausesIn(text: string): TextSpan[] {
  const early = reasonBefore.exec(text)
  const late = matchesOf(text, reasonAfter).map((match) => {
    const rest = text.slice(match.index + 2)
    const stop = /;|, (?:and|but|while|whereas|which|to) (?=[^,;]*\d)|[.!?]["”’]?$/.exec(rest)
    return { start: match.index, end: match.index + 2 + (stop?.index ?? rest.length) }
  })
  return [...(early === null ? [] : [{ start: 0, end: early[0].length }]), ...late]
}

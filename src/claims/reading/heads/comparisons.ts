import type { Cue } from '../../text/claim-cues.ts'
import { textAfter, textBefore, textOfSpan } from '../../text/span-text.ts'
import { type Analysis, cuesOf, gapBetween, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

const measurable: ReadonlySet<string> = new Set(['trade', 'energy', 'arms', 'investment', 'finance', 'technology', 'exercises'])

/** Returns the comparison of states or flows at one time, without a number; at most one per sentence. */
export function comparisonHeads(sentence: Analysis, amounts: readonly Head[], ranks: readonly Head[]): Head[] {
  if (
    !sentence.topics.some(({ topic }) => measurable.has(topic.domain) && topic.id !== 'gdp') &&
    !/\b(?:gave|given|sent|pledged|promised|delivered|lent) (?:\w+ )?(?:more|less) than (?:the )?\p{Lu}/u.test(sentence.text) &&
    !/\bmore (?:to|from|often)\b|\b(?:depend(?:s|ed)?|rel(?:y|ies|ied)) (?:\w+ )?(?:more|less)\b/i.test(sentence.text)
  )
    return []
  return cuesOf(sentence, ['compare'])
    .filter((cue) => !amounts.some((head) => overlaps(cue, head) || head.cue === cue))
    .filter((cue) => !sentence.quantities.some((quantity) => gapBetween(cue, quantity) <= 1))
    .filter((cue) => !isTemporal(sentence, cue) && !isPartOfRanking(sentence, cue, ranks) && !isFigurative(sentence, cue))
    .concat(balanceCues(sentence, [...amounts, ...ranks]))
    .slice(0, 1)
    .map(
      (cue): Head => ({
        start: cue.start,
        end: cue.end,
        kind: 'comparison',
        cue,
        value: null,
        unit: null,
        qualifier: null,
        rule: 'compared',
      }),
    )
}

/** A surplus or deficit of a state without a figure: `Angola had a large surplus in its trade with China`. */
const surplusOwned =
  /(?<!\b(?:to|would|could|will|may|might|should|if|when|not|never)\b[^,;]{0,20})\b(?:ha[sd]|have|r[ua]ns?|recorded|posted|enjoy(?:s|ed)|shows?|showed|remains? in|was in|is in) (?:an? )?(?:(?:large|small|big|slight|huge|trade|goods|clear|substantial|considerable|modest|persistent|comfortable) )*(?:surplus|deficit)\b(?! of\b|[^,;]*\d|[^.;]* (?:than|since)\b)/i

/** Returns words that say that one flow is larger than the other: `there has been a surplus since 2009`, `the balance leans to Moscow's side`. */
function balanceCues({ text }: Analysis, others: readonly Head[]): Cue[] {
  const owned = surplusOwned.exec(text)
  if (owned !== null && !others.some((head) => head.start < owned.index + owned[0].length + 12))
    return [{ kind: 'compare', text: owned[0], start: owned.index, end: owned.index + owned[0].length }]
  if (others.length > 0) return []
  const match =
    /\bthere (?:is|was|has been|had been) an? (?:\w+ )?(?:surplus|deficit|shortfall)\b|\bbalance\b[^.;]{0,60}\b(?:leans?|tilts?|tips?)\b/i.exec(
      text,
    )
  return match === null ? [] : [{ kind: 'compare', text: match[0], start: match.index, end: match.index + match[0].length }]
}

/** Whether a comparison is between two times, and so a change: `smaller than in 2023`. */
export const isTemporal = (sentence: Analysis, cue: Cue): boolean =>
  /^ (?:in|before|ever|usual|normal|previously|a (?:year|decade|month)|\w+ years? (?:ago|earlier|before)|the year|it (?:was|had)|expected|during|at)\b/i.test(
    textAfter(sentence.text, cue),
  )

const succession = /(?:,| and|, and)(?: thus| so| thereby)? (?:overtaking|overtook|replacing|displacing|surpassing|outstripping)$/i

/** Whether a comparison is part of a rank, and only the rank is claimed: `replaced X as the largest`, `third, ahead of X`. */
function isPartOfRanking(sentence: Analysis, cue: Cue, ranks: readonly Head[]): boolean {
  if (ranks.length === 0) return false
  if (ranks.some((head) => overlaps(head, cue))) return true
  if (/^(?:behind|ahead of)$/i.test(cue.text)) return true
  // the state that becomes first overtakes the former first
  const first = ranks.find((head) => head.value === 1 && head.end < cue.start)
  if (first !== undefined && succession.test(sentence.text.slice(first.end, cue.end))) return true
  return ranks.some(
    (head) =>
      /\bas\b[^,;]{0,60}$/i.test(sentence.text.slice(cue.end, Math.max(cue.end, head.start))) ||
      /\bno\b/i.test(textOfSpan(sentence.text, head)),
  )
}

/** Whether nothing measurable is compared: `lie behind the close links`, `ahead of the visit`, `as much as substance`. */
function isFigurative(sentence: Analysis, cue: Cue): boolean {
  const after = textAfter(sentence.text, cue)
  if (/^(?:ahead of|behind)$/i.test(cue.text)) return !/^ (?:the |both |only )?\p{Lu}/u.test(after)
  if (/^replac/i.test(cue.text) || /^displac/i.test(cue.text))
    return !sentence.topics.some(({ topic }) => measurable.has(topic.domain) && topic.id !== 'treaty')
  if (/\bthere(?:['’]s| is) $/i.test(textBefore(sentence.text, cue))) return true
  return (
    /\b(?:matter(?:s|ed)?|owes?|means?|says?|rather|nothing|sweeter)\b[^,;]{0,20}$/i.test(textBefore(sentence.text, cue)) ||
    /^(?:rather|other) than/i.test(cue.text)
  )
}

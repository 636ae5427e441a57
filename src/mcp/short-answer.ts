import { type Cited, namedIn } from './citations.ts'

/** Characters of an answer before its citations, and of those. */
const room = { answer: 3600, citations: 1600 }

/** A text cut at the end of a line, with the count of lines left out. */
interface Cut {
  readonly text: string
  readonly left: number
}

/**
 * The beginning of a text, whole lines, at most so many characters.
 *
 * @example cutAt('one\ntwo\nthree', 8)   // { text: 'one\ntwo', left: 1 }
 */
export function cutAt(text: string, most: number): Cut {
  const whole = text.trimEnd()
  if (whole.length <= most) return { text: whole, left: 0 }
  const end = whole.lastIndexOf('\n', most)
  const kept = end > 0 ? whole.slice(0, end) : whole.slice(0, most)
  return { text: kept.trimEnd(), left: whole.slice(kept.length).split('\n').length - (end > 0 ? 1 : 0) }
}

/**
 * What an assistant reads first: the most telling part of the answer, then the citations of the sources that stand in it.
 *
 * @param whole     where the whole answer is to be had
 * @param warnings  what must be known of the record that was used
 */
export function shortAnswer(
  text: string,
  answer: unknown,
  sources: readonly Cited[],
  { whole, warnings }: { readonly whole: string; readonly warnings: readonly string[] },
): string {
  const { text: told, left } = cutAt(text, room.answer)
  const cut = left === 0 ? [] : [`… ${left} more ${left === 1 ? 'line' : 'lines'}: ${whole}`]
  const notes = warnings.map((warning) => `Note: ${warning}`)
  return [...notes, told, ...cut, ...citations(told, answer, sources)].join('\n\n')
}

/** Sources named in the text that is shown; where it names none, those that the whole answer rests on. */
function citations(told: string, answer: unknown, sources: readonly Cited[]): string[] {
  const ids = new Set(sources.map(({ id }) => id))
  const shown = new Set(sources.filter(({ id }) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(told)).map(({ id }) => id))
  const named = shown.size > 0 ? shown : namedIn(answer, ids)
  // a list of sources cites itself
  const lines = sources.filter(({ id, citation }) => named.has(id) && !told.includes(citation)).map(citationLine)
  if (lines.length === 0) return []
  const fitting = lines.filter((_, i) => lines.slice(0, i + 1).join('\n').length <= room.citations)
  const others = lines.slice(fitting.length).map((line) => line.split(':')[0]!)
  const rest = others.length === 0 ? [] : [`Also ${others.join(', ')}: the tool cite tells how to cite them.`]
  return [['Sources:', ...fitting, ...rest].join('\n')]
}

function citationLine({ id, citation, vintage, licence }: Cited): string {
  return `${id}: ${citation.replace(/\.?$/, '.')} Edition ${vintage}. ${licence.id}.`
}

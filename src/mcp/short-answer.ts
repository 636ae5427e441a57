import { type CitedSource, sourcesNamedIn } from './citations.ts'

/** Most characters of a table that is shown whole; a longer one is shortened to this. */
export const tableLimit = 2700

/** Most characters of an operation's short form, and of the citations. */
const textLimits = { brief: 4450, citations: 1200 }

/** Most sources that are cited with an answer; if there are more, only their number is given. */
const mostCited = 20

/** Share of a shortened table that is taken from its beginning. The rest is taken from its end, which holds newest years, lowest ranks or notes. */
const beginningShare = 2 / 3

/** A shortened text, with the number of lines left out. */
interface ShortenedText {
  readonly text: string
  readonly left: number
}

/**
 * Shortens a text to lines from its beginning and its end.
 *
 * @param most    most characters
 * @param share   share of these characters for lines from the beginning; 1: no lines from the end
 * @param gap     makes the line that stands in place of those left out, from their number
 * @example shorten('one\ntwo\nthree\nfour', 15, 2 / 3, (left) => `${left} left`)   // { text: 'one\ntwo\n1 left\nfour', left: 1 }
 */
export function shorten(text: string, most: number, share: number, gap: (left: number) => string): ShortenedText {
  const whole = text.trimEnd()
  if (whole.length <= most) return { text: whole, left: 0 }
  const lines = whole.split('\n')
  const head = linesWithin(lines, most * share)
  if (head === 0) return { text: `${whole.slice(0, most)} …\n${gap(lines.length)}`, left: lines.length }
  const tail = linesWithin(lines.slice(head).reverse(), most * (1 - share))
  const left = lines.length - head - tail
  return { text: [...lines.slice(0, head), gap(left), ...(tail === 0 ? [] : lines.slice(-tail))].join('\n'), left }
}

/**
 * Drops the header of a Markdown table if the previous table has the same columns.
 *
 * @example dropRepeatedHeaders('# A\n\n| x |\n|---|\n| 1 |\n\n# B\n\n| x |\n|---|\n| 2 |')   // '# A\n\n| x |\n|---|\n| 1 |\n\n# B\n| 2 |'
 */
export function dropRepeatedHeaders(text: string): string {
  let standing = ''
  return text.replaceAll(/(?<!\n)\n*^(\|.*\|\n\|[-:|]+\|)$/gm, (whole: string, heading: string) => {
    if (heading === standing) return ''
    standing = heading
    return whole
  })
}

/** Counts how many of the first lines fit into this many characters. */
function linesWithin(lines: readonly string[], most: number): number {
  let room = most
  const past = lines.findIndex((line) => {
    room -= line.length + 1
    return room < 0
  })
  return past < 0 ? lines.length : past
}

/** What the text for an assistant says besides the answer. */
interface AnswerContext {
  /** URI of the resource that holds the whole answer. */
  readonly whole: string
  /** Warnings about the record. */
  readonly warnings: readonly string[]
  /** Whether the text is the operation's own short form. */
  readonly brief: boolean
  /** Suggested next tool calls. */
  readonly next: readonly string[]
}

/** Returns the text that an assistant reads: warnings, the shortened answer, the citations of its sources, and suggested next calls. */
export function shortAnswer(
  text: string,
  answer: unknown,
  sources: readonly CitedSource[],
  { whole, warnings, brief, next }: AnswerContext,
): string {
  const { own, listed } = withoutSources(text, sources)
  const [most, share] = brief ? [textLimits.brief, 1] : [tableLimit, beginningShare]
  const gap = (left: number): string => `… ${left} more ${left === 1 ? 'line' : 'lines'}: ${whole} …`
  const { text: shownText } = shorten(brief ? own : dropRepeatedHeaders(own), most, share, gap)
  const notes = warnings.map((warning) => `Note: ${warning}`)
  const after = next.length === 0 ? [] : [['May be asked next:', ...next.map((call) => `- ${call}`)].join('\n')]
  return [...notes, shownText, ...citations(listed ?? namedBy(shownText, answer, sources), shownText, sources), ...after].join('\n\n')
}

/** Removes the list of sources at the end of a text, as the citations repeat it. Returns the rest (`own`) and the ids that were listed. */
function withoutSources(text: string, sources: readonly CitedSource[]): { own: string; listed?: ReadonlySet<string> } {
  const at = text.search(/\n#* ?Sources:?\n/)
  if (at < 0) return { own: text }
  const listed = new Set([...text.slice(at).matchAll(/^([\w-]+): /gm)].map(([, id]) => id!))
  const known = new Set(sources.map(({ id }) => id))
  return listed.size > 0 && [...listed].every((id) => known.has(id)) ? { own: text.slice(0, at), listed } : { own: text }
}

/** Returns the sources named in the shown text; if there are none, those that the whole answer refers to. */
function namedBy(shownText: string, answer: unknown, sources: readonly CitedSource[]): ReadonlySet<string> {
  const ids = sources.map(({ id }) => id)
  const shown = new Set(ids.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(shownText)))
  return shown.size > 0 ? shown : sourcesNamedIn(answer, new Set(ids))
}

function citations(named: ReadonlySet<string>, shownText: string, sources: readonly CitedSource[]): string[] {
  // a list of sources contains its citations already
  const cards = sources.filter(({ id, citation }) => named.has(id) && !shownText.includes(citation))
  if (cards.length === 0) return []
  if (cards.length > mostCited) return [`Sources: ${cards.length}; the tool cite tells how to cite each.`]
  const own = cards.filter(isOwnTable)
  const lines = [...cards.filter((card) => !isOwnTable(card)).map(citationLine), ...(own.length === 0 ? [] : [ownTablesLine(own)])]
  const fitting = lines.filter((_, i) => lines.slice(0, i + 1).join('\n').length <= textLimits.citations)
  const others = lines.slice(fitting.length).map((line) => line.split(':')[0]!)
  const rest = others.length === 0 ? [] : [`Also ${others.join(', ')}: the tool cite tells how to cite them.`]
  return [['Sources:', ...fitting, ...rest].join('\n')]
}

function citationLine({ id, citation, vintage, licence }: CitedSource): string {
  return `${id}: ${citation.replace(/\.?$/, '.')} Edition ${vintage}. ${licence.id}.`
}

/** Whether a source is one of the tables that come with Vis-à-vis, which all have the same citation. */
function isOwnTable({ citation }: CitedSource): boolean {
  return citation.startsWith('Vis-à-vis (')
}

function ownTablesLine(cards: readonly CitedSource[]): string {
  const licences = [...new Set(cards.map(({ licence }) => licence.id))].join(', ')
  return `${cards.map(({ id }) => id).join(', ')}: tables of Vis-à-vis (${cards[0]!.citation.slice(11, 15)}). Editions ${[...new Set(cards.map(({ vintage }) => vintage))].join('; ')}. ${licences}.`
}

/** Text that is markup already; everything else is escaped on its way into a page. */
export interface Markup {
  readonly markup: string
}

export type MarkupContent = string | number | Markup | undefined | readonly MarkupContent[]

/**
 * Markup from a template. What is put in is data: texts are escaped, numbers rounded to two decimals, lists joined, `undefined` is nothing.
 * Names and sentences therefore cannot become elements, attributes or scripts.
 *
 * @throws RangeError for a number that is not finite: a chart must not draw one
 * @example html`<b>${'<i> & "x"'}</b>`.markup   // "<b>&lt;i&gt; &amp; &quot;x&quot;</b>"
 */
export function html(parts: TemplateStringsArray, ...values: readonly MarkupContent[]): Markup {
  return { markup: parts.reduce((text, part, i) => text + put(values[i - 1]) + part) }
}

/** Our own markup as it stands, never a text from elsewhere. */
export function ownMarkup(markup: string): Markup {
  return { markup }
}

function put(value: MarkupContent): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return rounded(value)
  return 'markup' in value ? value.markup : value.map(put).join('')
}

function rounded(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be drawn`)
  return String(Math.round(value * 100) / 100 || 0)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters and marks that turn the direction of text have no place in a page. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

function escaped(text: string): string {
  return text.replace(unprintable, (found) => (/\s/.test(found) ? ' ' : '\ufffd')).replace(/[&<>"']/g, (found) => entities[found]!)
}

/**
 * A link where the address is one of the web; else the text alone, so that no address can run anything.
 *
 * @example webLink('javascript:alert(1)', 'x').markup   // "x"
 */
export function webLink(url: string, text: string): Markup {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`
}

/**
 * Numbers kept with their unit on one line, by narrow blanks.
 *
 * @example thin('USD 228 bn, 12 % of all')   // "USD\u202f228\u202fbn, 12\u202f% of all"
 */
export function thin(text: string): string {
  return text.replace(/(?<=\d) (?=(%|tn|bn|m|pp)(?![\w]))/g, '\u202f').replace(/\b([A-Z]{3}) (?=[\d])/g, '$1\u202f')
}

/** Text that is already markup and is not escaped again; all other text is. */
export interface Markup {
  readonly markup: string
}

export type MarkupContent = string | number | Markup | undefined | readonly MarkupContent[]

/**
 * Builds markup from a template. Values are data: text is escaped, numbers are rounded to two decimals, lists are joined, `undefined` is
 * dropped. Names and sentences therefore cannot become elements, attributes or scripts.
 *
 * @throws RangeError for a number that is not finite, which a chart must not draw
 * @example html`<b>${'<i> & "x"'}</b>`.markup   // "<b>&lt;i&gt; &amp; &quot;x&quot;</b>"
 */
export function html(parts: TemplateStringsArray, ...values: readonly MarkupContent[]): Markup {
  return { markup: parts.reduce((text, part, i) => text + markupOf(values[i - 1]) + part) }
}

/** Marks text that we wrote ourselves as markup; never use it for third-party text. */
export function trustedMarkup(markup: string): Markup {
  return { markup }
}

function markupOf(value: MarkupContent): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return rounded(value)
  return 'markup' in value ? value.markup : value.map(markupOf).join('')
}

function rounded(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be drawn`)
  return String(Math.round(value * 100) / 100 || 0)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters and direction marks, which pages show as a space or a replacement character. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

function escaped(text: string): string {
  return text.replace(unprintable, (found) => (/\s/.test(found) ? ' ' : '\ufffd')).replace(/[&<>"']/g, (found) => entities[found]!)
}

/**
 * Renders a link for an http or https address, else the text alone, so that no address can run a script.
 *
 * @example webLink('javascript:alert(1)', 'x').markup   // "x"
 */
export function webLink(url: string, text: string): Markup {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`
}

/**
 * Keeps numbers and their units on one line, by narrow no-break spaces.
 *
 * @example narrowSpaces('USD 228 bn, 12 % of all')   // "USD\u202f228\u202fbn, 12\u202f% of all"
 */
export function narrowSpaces(text: string): string {
  return text.replace(/(?<=\d) (?=(%|tn|bn|m|pp)(?![\w]))/g, '\u202f').replace(/\b([A-Z]{3}) (?=[\d])/g, '$1\u202f')
}

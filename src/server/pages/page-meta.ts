import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { Answers } from '../../operations/answer-types.ts'
import { headlineSentences } from '../../reports/overview/headline.ts'
import { html, type Markup } from '../../reports/text/html-markup.ts'
import { compress, encodedEtag, matchesEtag, negotiateEncoding } from '../content-encoding.ts'
import type { ServerState } from '../server-state.ts'
import { fromAssessment } from './pair-assessment.ts'
import { drawsPng } from './pictures.ts'
import { patience, withinTime } from './within-time.ts'

/** What a page says of itself to those who show a link to it. */
export interface PageMeta {
  readonly title: string
  readonly description: string
  /** Full address, without a query. */
  readonly url: string
  /** Full address of a PNG. */
  readonly picture?: string | undefined
}

const site = 'Vis-à-vis'
const usual = 'How any two states stand to each other, from open data: every figure with its interval and its source.'

/**
 * Puts title, description, address and picture of a page into its head, for search engines and for those who show a link.
 *
 * @param page   a page with a `title`
 * @example withMeta('<head><title>x</title></head>', { title: 'A', description: 'B', url: 'https://c.org/' })
 */
export function withMeta(page: string, { title, description, url, picture }: PageMeta): string {
  const named = (name: string, content: string): Markup => html`<meta property="${name}" content="${content}">`
  const image = picture === undefined ? [] : [named('og:image', picture), named('og:image:width', '1200'), named('og:image:height', '630')]
  const tags = html`<title>${title}</title>
    <meta name="description" content="${description}">
    <link rel="canonical" href="${url}">
    ${[named('og:type', 'website'), named('og:site_name', site), named('og:title', title), named('og:description', description), named('og:url', url), ...image]}
    <meta name="twitter:card" content="${picture === undefined ? 'summary' : 'summary_large_image'}">`
  return page.replace(/<title>[^<]*<\/title>/, () => tags.markup)
}

/** Describes the pages of a public server whose address is known. Whatever else a page holds stays as it is. */
export function describedPages(workbench: ServerState, origin: string): MiddlewareHandler {
  const plain = new RecentResults<string>()
  const packed = new RecentResults<Uint8Array>()
  return async (c, next) => {
    await next()
    const { status, headers } = c.res
    if (status !== 200 || !(headers.get('content-type') ?? '').startsWith('text/html') || c.req.path.startsWith('/api/')) return
    const bytes = new Uint8Array(await c.res.arrayBuffer())
    const page = await plain.of(headers.get('etag') ?? '', () => unpacked(bytes, headers.get('content-encoding')))
    const described = new TextEncoder().encode(withMeta(page, await metaOf(c.req.path, workbench, origin)))
    const tag = `"${createHash('sha256').update(described).digest('hex').slice(0, 32)}"`
    const coding = negotiateEncoding(c.req.header('accept-encoding'), ['br', 'gzip'])
    const own = new Headers(headers)
    own.delete('content-encoding')
    own.delete('content-length')
    own.set('etag', encodedEtag(tag, coding))
    own.set('vary', 'accept-encoding')
    if (coding !== undefined) own.set('content-encoding', coding)
    const isKnown = matchesEtag(c.req.header('if-none-match'), tag)
    const body = isKnown ? null : coding === undefined ? described : await packed.of(`${tag} ${coding}`, () => compress(described, coding))
    // hono would join the headers of the two responses
    c.res = undefined
    c.res = new Response(body?.slice() ?? null, { status: isKnown ? 304 : 200, headers: own })
  }
}

/** Most results that are kept: a page has some five kB. */
const mostKept = 2000

/** Results of recent work by the tag of what they are made of, so that a page is neither unpacked nor compressed again. */
class RecentResults<T> {
  readonly #kept = new Map<string, Promise<T>>()

  of(tag: string, make: () => Promise<T>): Promise<T> {
    const found = this.#kept.get(tag)
    if (found !== undefined) return found
    const made = make()
    this.#kept.set(tag, made)
    made.catch(() => this.#kept.delete(tag))
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!)
    return made
  }
}

async function unpacked(bytes: Uint8Array, coding: string | null): Promise<string> {
  const plain = coding === 'br' ? await promisify(brotliDecompress)(bytes) : coding === 'gzip' ? await promisify(gunzip)(bytes) : bytes
  return new TextDecoder().decode(plain)
}

async function metaOf(path: string, workbench: ServerState, origin: string): Promise<PageMeta> {
  const url = `${origin}${path}`
  const [, page, a, b] = path.split('/').map(decoded)
  if (page !== 'dyad' || a === undefined || b === undefined || a === '' || b === '') return { title: site, description: usual, url }
  const make = (assessment: Answers['assess']): Pick<PageMeta, 'title' | 'description'> & { readonly codes: string } => ({
    title: `${assessment.a.name} and ${assessment.b.name} · ${site}`,
    description: headlineSentences(assessment)[0] ?? usual,
    codes: `${assessment.a.iso3}/${assessment.b.iso3}`,
  })
  const found = await withinTime(patience, (signal) => fromAssessment({ a, b }, { name: 'meta', make }, workbench, signal))
  // a pair that does not exist, or no time: the page itself says what is wrong
  if (found === undefined) return { title: site, description: usual, url }
  const { codes, ...words } = found
  return {
    ...words,
    url: `${origin}/dyad/${codes}`,
    picture: (await drawsPng()) ? `${origin}/picture/dyad/${codes}/standing.png` : undefined,
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

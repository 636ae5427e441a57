import type { Context } from 'hono'
import type { Answers } from '../../operations/answer-types.ts'
import { headlineSentences } from '../../reports/overview/headline.ts'
import { html, type Markup } from '../../reports/text/html-markup.ts'
import { etagOfBody } from '../answer-cache.ts'
import { encodedEtag, matchesEtag, negotiateEncoding } from '../content-encoding.ts'
import { bodyOf, notModified } from '../respond.ts'
import type { ServerState } from '../server-state.ts'
import { fromAssessment, pairOfPath } from './pair-assessment.ts'
import { pairText } from './pair-text.ts'
import { drawsPng } from './pictures.ts'
import { streamedPage } from './streamed-page.ts'
import { withinTime } from './within-time.ts'

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

/** Sends a view of a public server whose address is known, with its description in the head. */
export async function describedPage(c: Context, page: string, workbench: ServerState, origin: string): Promise<Response> {
  const text = pairText(c, workbench)
  const [meta, whole] = await Promise.all([
    metaOf(c.req.path, workbench, origin),
    text === undefined ? page : streamedPage(page, text).text(),
  ])
  const answer = { body: new TextEncoder().encode(withMeta(whole, meta)), type: 'text/html; charset=utf-8' }
  const tag = etagOfBody(answer)
  const coding = negotiateEncoding(c.req.header('accept-encoding'), ['br', 'gzip'])
  const headers = { etag: encodedEtag(tag, coding), vary: 'accept-encoding', 'cache-control': 'no-cache' }
  if (matchesEtag(c.req.header('if-none-match'), tag)) return notModified(headers)
  const packed = coding === undefined ? {} : { 'content-encoding': coding }
  return new Response((await bodyOf(answer, coding)).slice(), { headers: { ...headers, ...packed, 'content-type': answer.type } })
}

async function metaOf(path: string, workbench: ServerState, origin: string): Promise<PageMeta> {
  const url = `${origin}${path}`
  const pair = pairOfPath(path)
  if (pair === undefined) return { title: site, description: usual, url }
  const make = (assessment: Answers['assess']): Pick<PageMeta, 'title' | 'description'> & { readonly codes: string } => ({
    title: `${assessment.a.name} and ${assessment.b.name} · ${site}`,
    description: headlineSentences(assessment)[0] ?? usual,
    codes: `${assessment.a.iso3}/${assessment.b.iso3}`,
  })
  const found = await withinTime(fromAssessment(pair, { name: 'meta', make }, workbench, new AbortController().signal))
  // a pair that does not exist, or no time: the page itself says what is wrong
  if (found === undefined) return { title: site, description: usual, url }
  const { codes, ...words } = found
  return {
    ...words,
    url: `${origin}/dyad/${codes}`,
    picture: (await drawsPng()) ? `${origin}/picture/dyad/${codes}/standing.png` : undefined,
  }
}

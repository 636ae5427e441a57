import { oneLine } from './document-blocks.ts'
import { dateIn } from './document-dates.ts'

/** The part of a page's tree needed to find its metadata. */
export interface PageTree {
  querySelector(selector: string): { getAttribute(name: string): string | null; readonly textContent: string | null } | null
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null; readonly textContent: string | null }>
}

/** The metadata that a page states; null where missing. */
export interface PageMetadata {
  readonly title: string | null
  readonly author: string | null
  readonly date: string | null
}

const dateNames = [
  'article:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publishdate',
  'pubdate',
  'publication_date',
  'date',
]
const authorNames = ['citation_author', 'author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'article:author']
const titleNames = ['citation_title', 'og:title', 'dc.title', 'twitter:title']

/**
 * Takes title, author and date from JSON-LD, `meta` and `time`. The date is that of publication, never that of a modification.
 */
export function pageMetadata(page: PageTree, described: readonly string[]): PageMetadata {
  const metas = metasOf(page)
  const article = described.map(articleIn).find((one) => one !== null) ?? null
  const first = (names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)?.[0]).find((one) => one !== undefined) ?? null
  const named = authorNames.map((name) => metas.get(name)?.filter((one) => !/^https?:/.test(one)) ?? []).find((found) => found.length > 0)
  const dates = [article?.date, ...dateNames.map((name) => metas.get(name)?.[0]), ...timesOf(page)]
  return {
    title: first(titleNames) ?? article?.title ?? (oneLine(page.querySelector('h1')?.textContent ?? '') || null),
    author: article?.author ?? (named === undefined ? null : named.slice(0, 8).join(', ')),
    date: dates.map(dateOf).find((day) => day !== null) ?? null,
  }
}

function metasOf(page: PageTree): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? '').toLowerCase()
    const content = oneLine(meta.getAttribute('content') ?? '')
    if (name !== '' && content !== '' && content.length < 500) metas.set(name, [...(metas.get(name) ?? []), content])
  }
  return metas
}

/** Returns the times marked as publication time, then the first times of the article and of the page. */
function timesOf(page: PageTree): string[] {
  const marked = page.querySelector('time[pubdate], time[itemprop="datePublished"], [itemprop="datePublished"]')
  return [marked, page.querySelector('article time, main time, header time'), page.querySelector('time')].flatMap((time) =>
    time === null ? [] : [time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? ''],
  )
}

const dateOf = (text: string | null | undefined): string | null =>
  text === null || text === undefined
    ? null
    : dateIn(text.replace(/^(\d{4})\/(\d\d)(?:\/(\d\d))?$/, (_, y, m, d) => (d === undefined ? `${y}-${m}` : `${y}-${m}-${d}`)))

/** Returns the article in a JSON-LD description: a single object, in a list, or in its `@graph`. Null if there is none. */
function articleIn(json: string): PageMetadata | null {
  let described: unknown
  try {
    described = JSON.parse(json)
  } catch {
    return null
  }
  const found = [described].flat().flatMap((one) => (isRecord(one) && Array.isArray(one['@graph']) ? one['@graph'] : [one])) as unknown[]
  const article = found.filter(isRecord).find((one) => typeof one['datePublished'] === 'string')
  if (article === undefined) return null
  const authors = [article['author']].flat().flatMap((one) => (isRecord(one) ? textIn(one['name']) : textIn(one)))
  const [title = null] = textIn(article['headline'])
  return { title, author: authors.length > 0 ? authors.slice(0, 8).join(', ') : null, date: String(article['datePublished']) }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (value: unknown): string[] => (typeof value === 'string' && value.length < 500 ? [oneLine(value)] : [])

import { signal } from '@preact/signals'
import { views } from '../../src/server/pages/view-names.ts'
import { keepScroll, recordScrolling, restoreScroll, scrollToTop } from './scroll-restoration.ts'

export type View = (typeof views)[number]

/** A page of the application with its parameters; the URL contains all of them. */
export interface Route {
  readonly view: View | 'design' | 'unknown'
  /** Path segments after the view: `/dyad/CHN/RUS` has CHN and RUS. */
  readonly parts: readonly string[]
  readonly query: Readonly<Record<string, string>>
}

/** Whether this is one chart alone, for the frame of another site: `/dyad/CHN/RUS?embed=trade`. The server reads the same parameter. */
export const isEmbed = (new URLSearchParams(location.search).get('embed') ?? '') !== ''

/** The current route, from the address bar. */
export const route = signal(routeOf(location.pathname, location.search))

export function routeOf(path: string, search: string): Route {
  const [view = '', ...parts] = path.split('/').filter(Boolean).map(decodedSegment)
  const known = view === '' ? 'dyad' : [...views, 'design' as const].find((one) => one === view)
  return { view: known ?? 'unknown', parts, query: Object.fromEntries(new URLSearchParams(search)) }
}

/**
 * Decodes a path segment. A segment with an invalid encoding, as in a broken link, is returned unchanged; as no party has such a name,
 * the page reports it.
 */
function decodedSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Returns the URL of a route, without empty query entries. */
export function urlOf(view: View, parts: readonly string[] = [], query: Readonly<Record<string, string | undefined>> = {}): string {
  const path = ['', view, ...parts.map(encodeURIComponent)].join('/')
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
  const search = new URLSearchParams(entries).toString()
  return search === '' ? path : `${path}?${search}`
}

/** Returns the current URL, decoded for display. */
export function displayUrl(): string {
  const search = new URLSearchParams(route.value.query).toString()
  return decodedSegment(location.pathname + (search === '' ? '' : `?${search}`))
}

/** Navigates to a URL. `replace` adds no history entry, which suits the intermediate values of a slider. */
export function navigate(address: string, how: { readonly replace?: boolean } = {}): void {
  const url = new URL(address, location.href)
  const before = location.pathname
  if (url.pathname + url.search === before + location.search) return
  history[how.replace === true ? 'replaceState' : 'pushState'](null, '', url.pathname + url.search + url.hash)
  route.value = routeOf(url.pathname, url.search)
  if (how.replace !== true && url.pathname !== before) scrollToTop()
  else keepScroll()
}

/** Changes these query parameters and keeps the others. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>, how: { readonly replace?: boolean } = {}): void {
  const { view, parts, query } = route.value
  if (view !== 'unknown' && view !== 'design') navigate(urlOf(view, parts, { ...query, ...changes }), how)
}

/**
 * Follows clicks on internal links, and back and forward, without reloading the page.
 *
 * @param onPress   called with the page of a link when a pointer goes down on it, a tenth of a second before the click
 */
export function handleLinks(onPress: (route: Route) => void): void {
  recordScrolling()
  document.addEventListener('pointerdown', (event) => {
    const link = (event.target as Element | null)?.closest?.('a')
    if (link?.origin === location.origin && event.button === 0) onPress(routeOf(link.pathname, link.search))
  })
  addEventListener('popstate', () => {
    route.value = routeOf(location.pathname, location.search)
    restoreScroll()
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.origin !== location.origin || link.hasAttribute('download') || link.target === '_blank' || link.pathname.startsWith('/api/'))
      return
    if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return
    event.preventDefault()
    navigate(link.pathname + link.search + link.hash)
  })
}

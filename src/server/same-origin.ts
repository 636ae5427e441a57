import type { Context as HttpContext, MiddlewareHandler } from 'hono'
import { problemOf, problemResponse } from './problem.ts'

/**
 * Refuses requests from other sites: the Host must be a loopback name, and a web page must come from this server. Another site could
 * otherwise reach a loopback server through the user's browser. Origin and Sec-Fetch-Site reveal a cross-site request, Host reveals DNS
 * rebinding.
 *
 * @param port   returns the port of the server; called at each request, as the port is unknown until the server listens
 * @param url    the address under which readers reach a public server, whose name is answered too
 */
export function sameOriginOnly(port: () => number, url?: URL): MiddlewareHandler {
  return async (c, next) => {
    // browsers omit the default port of HTTP
    const named = loopbackNames.map((name) => `${name}:${port()}`)
    const hosts = port() === 80 ? [...named, ...loopbackNames] : named
    const host = (c.req.header('host') ?? '').toLowerCase()
    const isPublic = host === url?.host
    if (!isPublic && !hosts.includes(host))
      return problemResponse(
        problemOf('ForeignHost', `this server is not called "${host.slice(0, 100)}"`, url?.origin ?? `http://${hosts[0]}`),
      )
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== (isPublic ? url?.origin : `http://${host}`))
      return problemResponse(problemOf('ForeignOrigin', `a page of ${origin.slice(0, 100)} may not ask this server`))
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isPageNavigation(c) && !isPicture(c) && !isEmbed(c))
      return problemResponse(problemOf('ForeignOrigin', 'a page of another site may not ask this server'))
    return next()
  }
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** Whether a request opens a page as a top-level document. A link on another site may do that, but may not call the API. */
function isPageNavigation({ req }: HttpContext): boolean {
  const opening = req.header('sec-fetch-mode') === 'navigate' && req.header('sec-fetch-dest') === 'document'
  return opening && ['GET', 'HEAD'].includes(req.method) && !req.path.startsWith('/api/')
}

/** Whether a request is for a picture, which pages of other sites may show. */
function isPicture({ req }: HttpContext): boolean {
  return req.path.startsWith('/picture/') && ['GET', 'HEAD'].includes(req.method)
}

/**
 * Whether a request opens one chart alone (`/dyad/CHN/RUS?embed=trade`), as a document or in a frame. Such a view has no control that writes, so a click that is
 * led astray does nothing.
 */
function isEmbed({ req }: HttpContext): boolean {
  const mode = req.header('sec-fetch-mode')
  if (mode !== undefined && mode !== 'navigate') return false
  return (req.query('embed') ?? '') !== '' && ['GET', 'HEAD'].includes(req.method) && hasEmbeds(req.path)
}

/** Whether a page has charts that can be shown alone. */
function hasEmbeds(path: string): boolean {
  return path === '/' || path === '/world' || path.startsWith('/dyad/')
}

/** Pages that may show one chart in a frame: of a public server all, also slides opened from a disk; of a server for one machine those on it, such as a notebook. */
const [everyPage, ownMachine] = ['* file:', "'self' http://localhost:* http://127.0.0.1:* file:"]

/**
 * Adds security headers to every response: a page may load only what this server serves, and is not shown in a frame, except one chart alone.
 *
 * @param open   whether the server is open to the public, so that pages of every site may show its charts
 */
export function securityHeaders(styleHashes: readonly string[], open: boolean): MiddlewareHandler {
  const policyFor = (ancestors: string): string =>
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' ${styleHashes.join(' ')}`.trim(),
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${ancestors}`,
    ].join('; ')
  const [usual, framed] = [policyFor("'none'"), policyFor(open ? everyPage : ownMachine)]
  return async (c, next) => {
    await next()
    const frames = isEmbed(c)
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', frames ? framed : usual)
    c.res.headers.set('x-content-type-options', 'nosniff')
    c.res.headers.set('referrer-policy', 'no-referrer')
    c.res.headers.set('cross-origin-opener-policy', 'same-origin')
    c.res.headers.set('cross-origin-resource-policy', isPicture(c) ? 'cross-origin' : 'same-origin')
    if (!frames) c.res.headers.set('x-frame-options', 'DENY')
  }
}

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { VisavisError } from '../errors.ts'
import type { Operation } from '../operations/request/operation.ts'
import { partyNamed } from '../operations/request/parties.ts'
import { manifestOf } from '../operations/storage/record.ts'
import { openApi } from './openapi.ts'
import { addOperationRoutes } from './operation-routes.ts'
import { describedPage } from './pages/page-meta.ts'
import { addPages, type Pages } from './pages/pages.ts'
import { pairOfPath } from './pages/pair-assessment.ts'
import { pairText } from './pages/pair-text.ts'
import { addPictures, drawsPng } from './pages/pictures.ts'
import { streamedPage } from './pages/streamed-page.ts'
import { views } from './pages/view-names.ts'
import { problemOf, problemOfError, problemResponse } from './problem.ts'
import { addPublicRoutes, writesStore } from './public/public-routes.ts'
import { observeRequests, type RequestRecord } from './public/request-log.ts'
import { RequestTooLarge } from './public/request-refused.ts'
import { sameOriginOnly, securityHeaders } from './same-origin.ts'
import type { ServerState } from './server-state.ts'

export interface AppOptions {
  readonly port: () => number
  /** The built web application; without it only the API is served. */
  readonly pages: Pages | undefined
  /** Called after each request to a public server. */
  readonly onRequest: (request: RequestRecord) => void
}

/** Builds the HTTP application: operations, uploads, the OpenAPI description and the web pages. */
export function workbenchApp(workbench: ServerState, { port, pages, onRequest }: AppOptions): Hono {
  const { open } = workbench
  const app = new Hono()
  if (open !== undefined) app.use(observeRequests((connected, forwarded) => open.clientOf(connected, forwarded), onRequest))
  app.use(securityHeaders(pages?.styleHashes ?? [], open !== undefined))
  app.use(sameOriginOnly(port, open?.url))
  app.use(async (c, next) => (workbench.closing.aborted && c.req.path !== '/healthz' ? stoppingResponse() : next()))
  if (open !== undefined) addPublicRoutes(app, workbench, open)
  if (open !== undefined) addPictures(app, workbench, open.url?.host ?? '')
  app.post('/api/v1/files', async (c) => {
    const name = c.req.query('name')
    if (name === undefined || name === '') throw new VisavisError('Usage', 'name: the name of the file is needed')
    return c.json({ file: await workbench.uploads.keep(name, c.req.raw.body) }, 201)
  })
  const offered = open === undefined ? workbench.operations : workbench.operations.filter((one) => !writesStore(one))
  const tooLarge = (): Response =>
    problemResponse(problemOfError(workbench, new RequestTooLarge(`the inputs have more than ${workbench.limits.inputs} bytes`)))
  app.use('/api/*', bodyLimit({ maxSize: workbench.limits.inputs, onError: tooLarge }))
  app.get('/api/v1/openapi.json', async (c) => c.json(await openApi(open === undefined ? offered : offered.map(readOnlyForm), workbench)))
  app.get('/api/v1/record', async (c) => c.json(await recordInUse(workbench)))
  for (const operation of offered) addOperationRoutes(app, operation, workbench)
  app.all('/api/*', (c) => unmatchedRoute(c.req.method, c.req.path, app))
  if (pages !== undefined)
    addPages(
      app,
      pages,
      (c, page) => viewOf(c, page, workbench),
      (c) => isThere(c.req.path, c.req.query('to') ?? workbench.today()),
    )
  app.notFound((c) => problemResponse(problemOf('NotFound', `there is nothing at ${c.req.path}`, '/api/v1/openapi.json')))
  app.onError((thrown) => problemResponse(problemOfError(workbench, thrown)))
  return app
}

/** Writes a view: described where the address of the server is known, and with the text of its pair; undefined for a view that is sent as it is. */
function viewOf(c: Context, page: string, workbench: ServerState): Promise<Response> | undefined {
  const url = workbench.open?.url
  if (url !== undefined) return describedPage(c, page, workbench, url.origin)
  const text = pairText(c, workbench)
  return text === undefined ? undefined : Promise.resolve(streamedPage(page, text))
}

/** Whether a path is that of a page, and names no unknown party if it is of a pair. What else may be wrong with a pair, its page says. */
function isThere(path: string, day: string): boolean {
  const [view = ''] = path.split('/').filter(Boolean)
  if (view !== '' && ![...views, 'design', 'index.html'].some((one) => one === view)) return false
  const pair = pairOfPath(path)
  return pair === undefined || [pair.a, pair.b].every((name) => isParty(name, day))
}

function isParty(name: string, day: string): boolean {
  try {
    partyNamed(name, day)
    return true
  } catch (cause) {
    return !(cause instanceof VisavisError && cause.code === 'UnknownState')
  }
}

/** Returns the default record and the version of this server, which pages poll to notice a change; of a public one also its address, and whether it draws PNG. */
async function recordInUse({ found, today, version, open }: ServerState): Promise<Record<string, unknown>> {
  try {
    const { directory, why, unexpected = false } = await found.of({}, today())
    const { id, created } = await manifestOf(directory)
    const site = open === undefined ? undefined : { address: open.url?.origin, drawsPng: await drawsPng() }
    return { version, today: today(), snapshot: { id, created }, why: open?.withoutPaths(why) ?? why, unexpected, site }
  } catch (cause) {
    throw open?.refusalFor(cause, {}) ?? cause
  }
}

/** Returns an operation as the public may ask it, for the description: without the inputs that write. */
function readOnlyForm(operation: Operation): Operation {
  return { ...operation, parameters: operation.parameters.filter(({ writes }) => writes !== true) }
}

function stoppingResponse(): Response {
  const refused = problemResponse(problemOf('Stopping', 'the server is stopping'))
  refused.headers.set('connection', 'close')
  return refused
}

function unmatchedRoute(method: string, path: string, app: Hono): Response {
  const others = app.routes.filter((route) => route.path === path && route.method !== 'ALL').map((route) => route.method)
  if (others.length === 0) return problemResponse(problemOf('NotFound', `there is nothing at ${path}`, '/api/v1/openapi.json'))
  const refused = problemResponse(problemOf('MethodNotAllowed', `${path} is asked by ${others.join(' or ')}, not by ${method}`))
  refused.headers.set('allow', others.join(', '))
  return refused
}

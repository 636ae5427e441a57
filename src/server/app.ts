import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { VisavisError } from '../errors.ts'
import { manifestOf } from '../operations/storage/record.ts'
import { openApi } from './openapi.ts'
import { addOperationRoutes } from './operation-routes.ts'
import { addPages, type Pages } from './pages.ts'
import { pairText } from './pair-text.ts'
import { problemOf, problemOfError, problemResponse } from './problem.ts'
import { sameOriginOnly, securityHeaders } from './same-origin.ts'
import type { ServerState } from './server-state.ts'

export interface AppOptions {
  readonly port: () => number
  /** The built web application; without it only the API is served. */
  readonly pages: Pages | undefined
}

/** Builds the HTTP application: operations, uploads, the OpenAPI description and the web pages. */
export function workbenchApp(workbench: ServerState, { port, pages }: AppOptions): Hono {
  const app = new Hono()
  app.use(securityHeaders(pages?.styleHashes ?? []))
  app.use(sameOriginOnly(port))
  app.use(async (_, next) => (workbench.closing.aborted ? stoppingResponse() : next()))
  app.post('/api/v1/files', async (c) => {
    const name = c.req.query('name')
    if (name === undefined || name === '') throw new VisavisError('Usage', 'name: the name of the file is needed')
    return c.json({ file: await workbench.uploads.keep(name, c.req.raw.body) }, 201)
  })
  const tooLarge = (): Response => problemResponse(problemOf('TooLarge', `the inputs have more than ${workbench.limits.inputs} bytes`))
  app.use('/api/*', bodyLimit({ maxSize: workbench.limits.inputs, onError: tooLarge }))
  app.get('/api/v1/openapi.json', async (c) => c.json(await openApi(workbench.operations, workbench)))
  app.get('/api/v1/record', async (c) => c.json(await recordInUse(workbench)))
  for (const operation of workbench.operations) addOperationRoutes(app, operation, workbench)
  app.all('/api/*', (c) => unmatchedRoute(c.req.method, c.req.path, app))
  if (pages !== undefined) addPages(app, pages, (c) => pairText(c, workbench))
  app.notFound((c) => problemResponse(problemOf('NotFound', `there is nothing at ${c.req.path}`, '/api/v1/openapi.json')))
  app.onError((thrown) => problemResponse(problemOfError(workbench, thrown)))
  return app
}

/** Returns the default record and the version of this server. Pages poll both, to notice a change. */
async function recordInUse({ found, today, version }: ServerState): Promise<Record<string, unknown>> {
  const { directory, why, unexpected = false } = await found.of({}, today())
  const { id, created } = await manifestOf(directory)
  return { version, today: today(), snapshot: { id, created }, why, unexpected }
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

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VisavisError } from '../../src/errors.ts'
import { operations } from '../../src/operations/catalogue.ts'
import type { Operation } from '../../src/operations/request/operation.ts'
import { visavisAt } from '../visavis.ts'
import { type Opened, openServer, withOperation } from './open-server.ts'

interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly hint?: string
}

/** What the command line says on stderr of the same question: its code, its words, its hint. */
async function cliError(words: readonly string[], home: string): Promise<{ code: string; detail: string; exit: number }> {
  const { code: exit, err } = await visavisAt(home, ...words)
  const [, code, detail] = /^(\w+): ([^\n]*)/m.exec(err)!
  return { code: code!, detail: detail!, exit }
}

/** A bad question in the words of the command line, by GET, and the status that HTTP has for it. */
const bad: readonly (readonly [words: string[], path: string, status: number])[] = [
  [['assess', 'CHN', 'CHN'], 'assess?a=CHN&b=CHN', 400],
  [['assess', 'Chyna', 'RUS'], 'assess?a=Chyna&b=RUS', 404],
  [['assess', 'CHN', 'RUS', '--to', '2018-02-30'], 'assess?a=CHN&b=RUS&to=2018-02-30', 400],
  [['assess', 'CHN', 'RUS', '--as-of', '2999'], 'assess?a=CHN&b=RUS&asOf=2999', 400],
  [['assess', 'CHN', 'RUS', '--to', '1700'], 'assess?a=CHN&b=RUS&to=1700', 422],
  [['assess', 'CHN', 'RUS', '--snapshot', 'ffff'], 'assess?a=CHN&b=RUS&snapshot=ffff', 404],
  [['measure', 'similarity', 'CHN', 'RUS', '--year', '1492'], 'measure/similarity?a=CHN&b=RUS&year=1492', 400],
  [['mirror', 'CHN', 'Atlantis'], 'mirror?a=CHN&b=Atlantis', 404],
  [['composite', 'CHN', 'RUS', '--weights', 'arms=x'], 'composite?a=CHN&b=RUS&weights=arms%3Dx', 400],
  [['votes', 'CHN', 'CHN'], 'votes?a=CHN&b=CHN', 400],
  [['ledger', 'CHN', 'Nowhere'], 'ledger?a=CHN&b=Nowhere', 404],
  [['world', 'Atlantis'], 'world?of=Atlantis', 404],
  [['states', 'Atlantis'], 'states?name=Atlantis', 404],
  [['sources', 'nonesuch'], 'sources?id=nonesuch', 404],
  [['evidence', 'CHN', 'RUS', 'nonesuch'], 'evidence?a=CHN&b=RUS&figure=nonesuch', 400],
  [['diff', 'ffff'], 'diff?before=ffff', 404],
]

describe('a bad question has the code and the words of the command line', () => {
  test('for every kind of bad question', async () => {
    const server = await openServer()
    for (const [words, path, status] of bad) {
      const told = await cliError(words, server.home)
      const reply = await server.ask(`/api/v1/${path}`)
      const problem = reply.json<Problem>()
      expect({ path, code: problem.code, detail: problem.detail }).toEqual({ path, code: told.code, detail: told.detail })
      expect([path, reply.status, problem.status]).toEqual([path, status, status])
      expect(problem.type).toBe(`urn:visavis:error:${told.code}`)
      expect(reply.headers['content-type']).toBe('application/problem+json')
    }
  })

  test('by POST as by GET, and by POST with progress', async () => {
    const { ask, post } = await openServer()
    const get = (await ask('/api/v1/assess?a=CHN&b=CHN')).json()
    expect((await post('/api/v1/assess', { a: 'CHN', b: 'CHN' })).json()).toEqual(get)
    const streamed = await post('/api/v1/assess', { a: 'CHN', b: 'CHN' }, { accept: 'text/event-stream' })
    expect(streamed.text).toBe(`event: problem\ndata: ${JSON.stringify(get)}\n\n`)
  })

  test('files that are no such files, called by their name and not by where they lie', async () => {
    const { bring, post, home } = await openServer()
    const file = await bring('gdp.csv', 'not,a\nworld,bank')
    const reply = await post('/api/v1/add', { source: 'baci', files: [file] })
    const problem = reply.json<Problem>()
    expect([reply.status, problem.code]).toEqual([422, 'BadInput'])
    expect(problem.detail).toContain('gdp.csv')
    expect(reply.text).not.toMatch(/visavis-uploads|[0-9a-f]{8}-[0-9a-f]{4}/)
    expect(await cliError(['add', 'nonesuch'], home)).toMatchObject({
      code: (await post('/api/v1/add', { source: 'nonesuch' })).json()['code'],
    })
  })
})

describe('a request that is wrong in itself', () => {
  const wrong: readonly (readonly [string, Parameters<Opened['ask']>[1], number, string])[] = [
    ['/api/v1/nothing', {}, 404, 'NotFound'],
    ['/nothing.js', {}, 404, 'NotFound'],
    ['/api/v1/assess', { method: 'PUT' }, 405, 'MethodNotAllowed'],
    ['/api/v1/add?source=baci', {}, 405, 'MethodNotAllowed'],
    ['/api/v1/assess?a=CHN&b=RUS&nonesuch=1', {}, 400, 'Usage'],
    ['/api/v1/assess?a=CHN&a=IND&b=RUS', {}, 400, 'Usage'],
    ['/api/v1/assess?a=CHN&b=RUS&format=pdf', {}, 400, 'Usage'],
    ['/api/v1/assess?a=CHN&b=RUS&save=true', {}, 400, 'Usage'],
    ['/api/v1/assess?a=CHN&b=RUS&pull=true', {}, 400, 'Usage'],
    ['/api/v1/assess?a=CHN&b=RUS&save=perhaps', {}, 400, 'Usage'],
    ['/api/v1/assess', { method: 'POST', body: '{"a"', headers: { 'content-type': 'application/json' } }, 400, 'Usage'],
    ['/api/v1/assess', { method: 'POST', body: '["CHN"]', headers: { 'content-type': 'application/json' } }, 400, 'Usage'],
    [
      '/api/v1/assess',
      { method: 'POST', body: 'a=CHN&b=RUS', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      'Usage',
    ],
    ['/api/v1/assess', { method: 'POST', body: '{"format":7}', headers: { 'content-type': 'application/json' } }, 400, 'Usage'],
    ['/api/v1/files', { method: 'POST', body: 'x' }, 400, 'Usage'],
  ]
  test.each(wrong)('%s %j is %i %s', async (path, question, status, code) => {
    const { ask } = await openServer()
    const reply = await ask(path, question)
    expect([reply.status, reply.json()['code'], reply.headers['content-type']]).toEqual([status, code, 'application/problem+json'])
    if (status === 405) expect(reply.headers.allow).toMatch(/POST/)
  })
})

/** Something for every input that must be given. */
function requiredOf({ parameters }: Operation): Record<string, unknown> {
  const given = { text: 'CHN', list: ['CHN'], year: 2018, integer: 1, day: '2018', flag: true } as const
  return Object.fromEntries(
    parameters.filter(({ required }) => required).map((one) => [one.name, one.kind === 'choice' ? one.choices![0] : given[one.kind]]),
  )
}

describe('files of this machine are out of reach', () => {
  const here = join(import.meta.dirname, '../../package.json')

  test('every input that names a file takes a reference of one that was brought, and no path', async () => {
    const { post, ask } = await openServer()
    const takesFile = operations.flatMap((operation) =>
      operation.parameters.filter(({ file }) => file === true).map((parameter) => [operation, parameter] as const),
    )
    expect(takesFile.length).toBeGreaterThanOrEqual(4)
    for (const [operation, { name, kind }] of takesFile)
      for (const path of [
        '/etc/passwd',
        here,
        '-',
        'file:///etc/passwd',
        'upload:../../etc/passwd',
        'upload:00000000-0000-0000-0000-000000000000',
      ]) {
        const others = { ...requiredOf(operation), ...(operation.name === 'add' ? { source: 'baci' } : {}) }
        const reply = await post(`/api/v1/${operation.name.replaceAll(' ', '/')}`, { ...others, [name]: kind === 'list' ? [path] : path })
        expect([operation.name, path, reply.status, reply.json()['code']]).toEqual([operation.name, path, 422, 'BadInput'])
        expect(reply.text).not.toContain('root:')
      }
    expect((await ask('/api/v1/read?file=%2Fetc%2Fpasswd')).status).toBe(422)
  })

  test('every input that the command line takes as a path of a snapshot takes its id alone', async () => {
    const { post } = await openServer()
    const byPath = operations.flatMap((operation) =>
      operation.parameters.filter(({ help, file }) => /\bpath\b/.test(help) && file !== true).map(({ name }) => [operation, name] as const),
    )
    expect(byPath.length).toBeGreaterThan(10)
    for (const [operation, name] of byPath) {
      for (const path of ['/etc', '../../etc', '..\\etc']) {
        const reply = await post(`/api/v1/${operation.name.replaceAll(' ', '/')}`, { ...requiredOf(operation), [name]: path })
        expect([operation.name, name, reply.status, reply.json()['detail']]).toEqual([
          operation.name,
          name,
          400,
          `${name}: is given by its id here, not by a path`,
        ])
      }
    }
  })
})

/** An operation that throws what it is told to, if anything. */
function breaking(thrown: () => unknown): Operation {
  const sound = operations.find(({ name }) => name === 'cite')!
  const load: Operation['load'] = async () => {
    const work = await sound.load()
    const run: typeof work.run = async (input, context) => {
      const one = thrown()
      if (one !== undefined) throw one
      return work.run(input, context)
    }
    return { ...work, run }
  }
  return { ...sound, name: 'break', load }
}

describe('a fault of ours', () => {
  test('says nothing of itself to who asks, and all to the terminal', async () => {
    const secret = new Error('at /home/somebody/secret.ts')
    withOperation(breaking(() => secret))
    const faults: unknown[] = []
    const { ask, post } = await openServer({ onFault: (thrown) => faults.push(thrown) })
    const reply = await ask('/api/v1/break')
    expect([reply.status, reply.json()['code']]).toEqual([500, 'Internal'])
    expect(reply.text).not.toContain('secret')
    const streamed = await post('/api/v1/break', {}, { accept: 'text/event-stream' })
    expect(streamed.text).not.toContain('secret')
    expect(faults).toEqual([secret, secret])
  })

  test('a full disk and a store that may not be written are said as such', async () => {
    let code = 'ENOSPC'
    withOperation(breaking(() => Object.assign(new Error('write'), { code })))
    const { ask } = await openServer()
    expect((await ask('/api/v1/break')).json()).toMatchObject({ status: 507, code: 'DiskFull' })
    code = 'EROFS'
    expect((await ask('/api/v1/break')).json()).toMatchObject({ status: 500, code: 'CannotWrite' })
  })

  test('an answer that failed is not kept: the next one who asks is answered', async () => {
    let thrown: VisavisError | undefined = new VisavisError('NoCoverage', 'not yet')
    withOperation(breaking(() => thrown))
    const { ask } = await openServer()
    expect((await ask('/api/v1/break')).status).toBe(422)
    thrown = undefined
    expect((await ask('/api/v1/break')).status).toBe(200)
  })
})

test('a store that is no directory is said to be none', async () => {
  const { ask } = await openServer({ env: { VISAVIS_HOME: join(import.meta.dirname, 'problems.test.ts') } })
  expect((await ask('/api/v1/assess?a=CHN&b=RUS')).json()).toMatchObject({ status: 500, code: 'UnreadableHome' })
})

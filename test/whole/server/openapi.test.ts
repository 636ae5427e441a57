import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { operations } from '../../../src/operations/catalogue.ts'
import type { Operation } from '../../../src/operations/request/operation.ts'
import { smallPanelCsv } from '../../operations/gravity/small-panel.ts'
import { type Opened, openServer } from '../../server/open-server.ts'

type Json = Readonly<Record<string, unknown>>

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Method>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

interface Method {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly required: boolean; readonly schema: Json }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: { readonly '200'?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> } }
}

async function described({ ask }: Opened): Promise<Document> {
  return (await ask('/api/v1/openapi.json')).json<Document>()
}

function compiled(schema: Json): ValidateFunction {
  // `unknown` formats and annotations of OpenAPI are no faults of a schema
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema)
}

/** Questions that are not the first example of their operation: it takes minutes, or files. */
const instead: Readonly<Record<string, (server: Opened) => Promise<Json>>> = {
  dyads: async () => ({ state: 'Russia', to: '1960', draws: 100 }),
  // its first example has every pair since 1946
  panel: async () => ({ pairs: 'CHN-RUS', from: 2018 }),
  // its first example asks what can be weighed, and is refused
  composite: async () => ({ a: 'CHN', b: 'RUS', weights: 'votes=2,blocs=1,trade=1' }),
  communities: async () => ({ year: 1950, resamples: 20 }),
  'measure ideal-points': async () => ({ a: 'CHN', b: 'RUS', from: '2023' }),
  read: async ({ bring }) => ({ file: await bring('note.txt', note), date: '2024-05-01' }),
  'claims rows': async ({ bring }) => ({ file: await bring('note.txt', note), claim: 1, date: '2024-05-01' }),
  check: async ({ bring }) => ({ file: await bring('claims.jsonl', claim) }),
  // its first example has every pair
  'outlook all': async () => ({ state: 'Tonga', horizon: 1 }),
  forecast: async ({ bring }) => ({
    file: await bring('nile.csv', `year,flow\n${nile.map((flow, i) => `${1951 + i},${flow}`).join('\n')}\n`),
  }),
  watch: async ({ bring }) => ({ file: await bring('conditions.json', JSON.stringify(conditions)) }),
  // one row in place of thousands is stored only for who says so
  add: async ({ bring }) => ({
    source: 'baci',
    files: [await bring('baci.csv', 'year,iso_o,iso_d,value_thousand_usd\n2021,CHN,RUS,7\n')],
    accept: true,
  }),
  'measure product-dependence': async ({ bring }) => ({
    files: [
      await bring('BACI_HS17_Y2021_V202401.csv', 't,i,j,k,v,q\n2021,156,276,850760,60,1\n'),
      await bring('country_codes_V202401.csv', 'country_code,country_iso3\n156,CHN\n276,DEU\n'),
    ],
  }),
  gravity: async ({ bring }) => ({ file: await bring('panel.csv', smallPanelCsv()), regressors: 'ln(dist)' }),
  pull: async () => ({}),
  // after `add`, which makes a second snapshot
  diff: async () => ({}),
}

const nile = [792, 811, 831, 720, 876, 924, 863, 904, 912, 758]
const note =
  'China voted with Russia on most resolutions of the General Assembly in 2023. Trade between China and Russia reached $240 billion in 2023.'
const claim = '{"kind":"membership","indicator":"member of NATO","actors":["FIN"],"period":"2023"}'
const conditions = { conditions: [{ name: 'far', a: 'CHN', b: 'RUS', type: 'threshold', figure: 'kappa_quadratic', below: 0.2 }] }

async function questionOf(operation: Operation, server: Opened): Promise<Json> {
  const own = instead[operation.name]
  return own === undefined ? exampleOf(operation) : own(server)
}

/** The first example of an operation as inputs by name. */
function exampleOf({ name, parameters, examples }: Operation): Json {
  const words = [...examples[0]!.slice(`visavis ${name}`.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
  const given: Record<string, unknown> = {}
  const places = parameters.filter(({ positional }) => positional === true)
  while (words.length > 0) {
    const word = words.shift()!
    const named = word.startsWith('--') ? word.slice(2).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()) : undefined
    const parameter = named === undefined ? places.shift()! : parameters.find((one) => one.name === named)!
    if (parameter.kind === 'list') given[parameter.name] = [word, ...words.splice(0)]
    else if (parameter.kind === 'flag') given[parameter.name] = true
    else given[parameter.name] = valued(parameter.kind, named === undefined ? word : words.shift()!)
  }
  return given
}

const valued = (kind: string, text: string): unknown => (['year', 'integer'].includes(kind) ? Number(text) : text)

describe('the description of the API', () => {
  test('is a document of OpenAPI 3.1, by its own meta-schema', async () => {
    const document = await described(await openServer())
    expect(document.openapi).toBe('3.1.0')
    const { valid, errors } = await new Validator().validate(document as never)
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
    const broken = { ...document, paths: { ...document.paths, nowhere: {} } }
    expect((await new Validator().validate(broken as never)).valid).toBe(false)
  })

  test('every schema in it is one of JSON Schema 2020-12, and no name stands twice', async () => {
    const { paths, components } = await described(await openServer())
    const methods = Object.values(paths).flatMap((path) => Object.values(path))
    const schemas = methods.flatMap(({ parameters = [], requestBody, responses }) => [
      ...parameters.map(({ schema }) => schema),
      ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(responses['200']?.content ?? {}).map(({ schema }) => schema),
    ])
    expect(schemas.length).toBeGreaterThan(100)
    for (const schema of [...schemas, ...Object.values(components.schemas)]) expect(() => compiled(schema)).not.toThrow()
    const ids = methods.map(({ operationId }) => operationId)
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
  })

  test('every operation takes what it says and answers as it says', { timeout: 900_000 }, async () => {
    const server = await openServer()
    const { paths } = await described(server)
    // `diff` last: it compares what `add` made
    const inTurn = [...operations].sort((x, y) => Number(x.name === 'diff') - Number(y.name === 'diff'))
    for (const operation of inTurn) {
      const path = `/api/v1/${operation.name.replaceAll(' ', '/')}`
      const { post } = paths[path]!
      const question = await questionOf(operation, server)
      const asks = compiled(post!.requestBody!.content['application/json']!.schema)
      expect([operation.name, asks(question), asks.errors]).toEqual([operation.name, true, null])
      const reply = await server.post(path, question)
      expect([operation.name, reply.status, reply.status === 200 ? '' : reply.text]).toEqual([operation.name, 200, ''])
      const answers = compiled(post!.responses['200']!.content['application/json']!.schema)
      expect([operation.name, answers(reply.json()), answers.errors]).toEqual([operation.name, true, null])
      expect(asks({ ...question, nonesuch: 1 })).toBe(false)
    }
  })

  test('an answer in any of its forms has the media type that is said', async () => {
    const server = await openServer()
    const { paths } = await described(server)
    for (const name of ['assess', 'stakeholders'])
      for (const format of operations.find((one) => one.name === name)!.formats) {
        const { status, headers } = await server.ask(`/api/v1/${name}?a=CHN&b=RUS&format=${format}`)
        const said = Object.keys(paths[`/api/v1/${name}`]!['get']!.responses['200']!.content)
        expect([format, status, said.includes(headers['content-type']!.split(';')[0]!)]).toEqual([format, 200, true])
      }
  })

  test('what the server says of itself, its problems and the reference of a file are as described', async () => {
    const server = await openServer()
    const { paths, components } = await described(server)
    const problem = compiled(components.schemas['Problem']!)
    for (const path of ['/api/v1/assess?a=CHN&b=CHN', '/api/v1/nothing', '/api/v1/add'])
      expect([path, problem((await server.ask(path)).json()), problem.errors]).toEqual([path, true, null])
    expect((await server.ask('/api/v1/record', { headers: { host: 'evil.example' } })).json()).toSatisfy(problem)
    const record = compiled(paths['/api/v1/record']!['get']!.responses['200']!.content['application/json']!.schema)
    expect([record((await server.ask('/api/v1/record')).json()), record.errors]).toEqual([true, null])
    expect(await server.bring('a.txt', 'a')).toMatch(/^upload:/)
  })
})

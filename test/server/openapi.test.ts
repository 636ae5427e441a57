import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/operations/catalogue.ts'
import { type Opened, openServer } from './open-server.ts'

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
    const ajv = new Ajv2020({ strict: false })
    expect([...schemas, ...Object.values(components.schemas)].filter((schema) => ajv.validateSchema(schema) !== true)).toEqual([])
    expect(ajv.validateSchema({ type: 'nonesuch' })).toBe(false)
    const ids = methods.map(({ operationId }) => operationId)
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
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

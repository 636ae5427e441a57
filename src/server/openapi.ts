import { z } from 'zod'
import { inputSchema } from '../operations/request/input-schema.ts'
import type { Operation, Parameter } from '../operations/request/operation.ts'
import { isOffered } from '../operations/request/operator-inputs.ts'
import { isReadOnly, operationPath } from './operation-path.ts'

type Json = { readonly [name: string]: unknown }

/**
 * Returns the OpenAPI 3.1 description of all operations, made from the schemas of their inputs and answers.
 *
 * Inputs that send a text elsewhere are in it only where the operator of the server allows some.
 *
 * @param version   version of the package
 */
export async function openApi(
  operations: readonly Operation[],
  { version, env }: { readonly version: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Json> {
  const offered = operations.map((one) => ({ ...one, parameters: one.parameters.filter((parameter) => isOffered(parameter, env)) }))
  const paths = await Promise.all(offered.map(async (operation) => [operationPath(operation), await pathItem(operation)] as const))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vis-à-vis',
      version,
      summary: 'How any two states stand to each other, from open data: every figure with its interval and its source.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: { ...Object.fromEntries(paths), '/api/v1/files': filesPath, '/api/v1/record': recordPath },
    components: { schemas: { Problem: problemSchema }, responses: { Problem: problemAnswer } },
  }
}

async function pathItem(operation: Operation): Promise<Json> {
  const { output } = await operation.load()
  const answers = {
    '200': {
      description: operation.summary,
      headers: { 'visavis-warning': warningHeader },
      content: contentOf(operation, schemaOf(output)),
    },
    default: { $ref: '#/components/responses/Problem' },
  }
  const about = { summary: operation.summary, description: operation.description, tags: [operation.name.split(' ')[0]!] }
  const id = operation.name.replaceAll(/[ -](.)/g, (_, letter: string) => letter.toUpperCase())
  const post = {
    operationId: isReadOnly(operation) ? `${id}Posted` : id,
    ...about,
    requestBody: { content: { 'application/json': { schema: withFormat(operation) } } },
    responses: answers,
  }
  if (!isReadOnly(operation)) return { post }
  const asked = operation.parameters.filter(({ writes, allowedBy }) => writes !== true && allowedBy === undefined).map(queryParameter)
  const get = { operationId: id, ...about, parameters: [...asked, formatParameter(operation)], responses: answers }
  return { get, post }
}

const warningHeader = {
  description: 'only where the reader must know something of the record that was used: plain letters, all others as in an address',
  schema: { type: 'string' },
}

function contentOf({ formats }: Operation, schema: Json): Json {
  const others = formats.filter((format) => format !== 'json').map((format) => [mediaTypes[format], { schema: { type: 'string' } }])
  return { 'application/json': { schema }, ...Object.fromEntries(others) }
}

const mediaTypes = {
  ...{ table: 'text/plain', full: 'text/plain', csv: 'text/csv', md: 'text/markdown', html: 'text/html', json: 'application/json' },
  jsonl: 'application/x-ndjson',
  ...{ zip: 'application/zip', dot: 'text/vnd.graphviz', graphml: 'application/graphml+xml' },
  ...{ parquet: 'application/vnd.apache.parquet', dta: 'application/x-stata-dta' },
}

/** Converts a zod schema to JSON Schema, in the dialect of OpenAPI 3.1. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io }) as Json
  return rest
}

function withFormat(operation: Operation): Json {
  const schema = schemaOf(inputSchema(operation), 'input')
  const properties = { ...(schema['properties'] as Json), format: formatSchema(operation) }
  return { ...schema, properties }
}

function formatSchema({ formats }: Operation): Json {
  return { type: 'string', enum: [...formats], default: 'json', description: 'form of the answer' }
}

function formatParameter(operation: Operation): Json {
  return { name: 'format', in: 'query', schema: formatSchema(operation), description: 'form of the answer' }
}

function queryParameter(parameter: Parameter, _: number, all: readonly Parameter[]): Json {
  const properties = schemaOf(inputSchema({ parameters: all } as unknown as Operation), 'input')['properties'] as Record<string, Json>
  const { description: __, ...schema } = properties[parameter.name]!
  const asked = parameter.file === true ? `${parameter.help} (a reference from POST /api/v1/files)` : parameter.help
  return { name: parameter.name, in: 'query', required: parameter.required === true, description: asked, schema }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'the code that the command line prints' },
    hint: { type: 'string', description: 'what to do' },
  },
}

const problemAnswer = {
  description: 'what went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const text = { type: 'string' }

const recordPath = {
  get: {
    operationId: 'recordInUse',
    summary: 'which record answers questions that name none',
    responses: {
      '200': {
        description: 'the version of the package, the day, the snapshot and why it is this one',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['version', 'today', 'snapshot', 'why', 'unexpected'],
              properties: {
                ...{ version: text, today: { type: 'string', format: 'date' }, why: text },
                unexpected: { type: 'boolean', description: 'others are torn, or hold what this one does not: why says which' },
                snapshot: { type: 'object', required: ['id', 'created'], properties: { id: text, created: text } },
                site: {
                  type: 'object',
                  description: 'of a server that is open to the public only: its address, if it was given one, and whether it draws PNG',
                  required: ['drawsPng'],
                  properties: { address: text, drawsPng: { type: 'boolean' } },
                },
              },
            },
          },
        },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  },
}

const filesPath = {
  post: {
    operationId: 'bringFile',
    summary: 'bring a file, for a question that takes one',
    parameters: [
      { name: 'name', in: 'query', required: true, schema: { type: 'string' }, description: 'its name: readers look at the ending' },
    ],
    requestBody: { content: { 'application/octet-stream': { schema: {} } } },
    responses: {
      '201': {
        description: 'its reference, good until the server ends',
        content: { 'application/json': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string' } } } } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  },
}

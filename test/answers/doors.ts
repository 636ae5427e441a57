import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallToolResult } from '@modelcontextprotocol/client'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'
import { commandArguments } from '../../src/mcp/command-to-arguments.ts'
import { toolName } from '../../src/mcp/commands-as-tools.ts'
import { operations } from '../../src/operations/catalogue.ts'
import type { Operation } from '../../src/operations/request/operation.ts'
import { renderAnswer } from '../../src/operations/workers/render-answer.ts'
import { assistant } from '../mcp/in-process.ts'
import { openServer } from '../server/open-server.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { visavisAt } from '../visavis.ts'
import { files, type Question } from './questions.ts'

type Json = Readonly<Record<string, unknown>>

/** What OpenAPI says of a question. */
interface Method {
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: { readonly '200': { readonly content: Readonly<Record<string, { readonly schema: Json }>> } }
}

/** Asks the command line: every command ends with 0 and says what the record holds. */
export async function askCommands(questions: readonly Question[]): Promise<void> {
  const [home, files] = [join(freshRoot(), 'home'), written()]
  const missing: string[] = []
  for (const { operation, words = '', says } of questions) {
    const line = [...`${operation} ${words}`.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
    const { code, out, err } = await visavisAt(home, ...line.map((word) => files.get(word) ?? word))
    if (code !== 0) missing.push(`${operation}: ${err}`)
    else missing.push(...notIn(out, operation, says))
  }
  expect(missing).toEqual([])
}

/** Asks the server: every address takes what its description says, answers as it says, and says what the record holds. */
export async function askAddresses(questions: readonly Question[]): Promise<void> {
  const { ask, post, bring } = await openServer()
  const { paths } = (await ask('/api/v1/openapi.json')).json<{ paths: Readonly<Record<string, { readonly post: Method }>> }>()
  const brought = new Map<string, string>()
  for (const [name, text] of Object.entries(files)) brought.set(`@${name}`, await bring(name, text))
  const missing: string[] = []
  for (const question of questions) {
    const { operation, given, writes } = asInputs(question, brought)
    const { name } = operation
    const body = writes === undefined ? given : { ...given, [writes]: true }
    const path = `/api/v1/${name.replaceAll(' ', '/')}`
    const { requestBody, responses } = paths[path]!.post
    const asks = compiled(requestBody.content['application/json']!.schema)
    expect([name, asks(body), asks.errors]).toEqual([name, true, null])
    expect([name, asks({ ...body, nonesuch: 1 })]).toEqual([name, false])
    const reply = await post(path, body)
    expect([name, reply.status, reply.status === 200 ? '' : reply.text]).toEqual([name, 200, ''])
    const answers = compiled(responses['200'].content['application/json']!.schema)
    expect([name, answers(reply.json()), answers.errors]).toEqual([name, true, null])
    const table = await renderAnswer(await operation.load(), reply.json(), { format: 'table' })
    missing.push(...notIn(String(table), name, question.says))
  }
  expect(missing).toEqual([])
}

/** Asks as an assistant does: every tool says what the record holds. */
export async function askTools(questions: readonly Question[]): Promise<void> {
  const files = written()
  const client = await assistant([join(files.get('@note.txt')!, '..')])
  const missing: string[] = []
  for (const question of questions) {
    const { operation, given } = asInputs(question, files)
    const answer = await client.callTool({ name: toolName(operation), arguments: { ...given } })
    const said = textOf(answer)
    if (answer.isError === true) missing.push(`${operation.name}: ${said}`)
    // a table in Markdown, and what is quoted from a document stands in brackets of its own
    else missing.push(...notIn(said.replaceAll(/[|⟦⟧]/g, ' '), operation.name, question.tool ?? question.says))
  }
  expect(missing).toEqual([])
}

/** The pieces that an answer lacks. */
function notIn(answer: string, operation: string, says: readonly string[]): string[] {
  const spaced = answer.replaceAll(/\s+/g, ' ')
  return says.filter((piece) => !spaced.includes(piece)).map((piece) => `${operation}: ${piece}\nin: ${spaced}`)
}

/** A question as inputs by name, with the references of files in the place of their names. */
function asInputs(
  { operation: name, words = '' }: Question,
  references: ReadonlyMap<string, string>,
): { operation: Operation; given: Json; writes: string | undefined } {
  const operation = operations.find((one) => one.name === name)!
  const { given, writes } = commandArguments(operation, `visavis ${name} ${words}`.trim())!
  return { operation, given: JSON.parse(JSON.stringify(given), (_, value) => references.get(value) ?? value), writes }
}

/** Writes the files of the questions to a directory; their paths by `@name`. */
function written(): ReadonlyMap<string, string> {
  const folder = join(freshRoot(), 'files')
  mkdirSync(folder)
  return new Map(
    Object.entries(files).map(([name, text]) => {
      writeFileSync(join(folder, name), text)
      return [`@${name}`, join(folder, name)]
    }),
  )
}

const textOf = ({ content }: CallToolResult): string => content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')

function compiled(schema: Json): ValidateFunction {
  // annotations of OpenAPI are no faults of a schema
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema)
}

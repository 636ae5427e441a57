import type { StandardSchemaWithJSON, ToolAnnotations } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { inputSchema } from '../operations/request/input-schema.ts'
import type { Operation, Parameter } from '../operations/request/operation.ts'
import { commandArguments } from './command-to-arguments.ts'
import { commandsAsTools, isInput, toolName } from './commands-as-tools.ts'
import { structuredSchema } from './structured-answer.ts'

type Json = Record<string, unknown>

/** The definition of a tool, as listed to clients. */
export interface ToolDefinition {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: StandardSchemaWithJSON
  readonly outputSchema: StandardSchemaWithJSON
  readonly annotations: ToolAnnotations
}

/** Most characters of a text sent in place of a file: some eighty pages. */
export const maxInlineText = 200_000

/** A tool: an operation, and the flag that writes to the store; undefined if the tool sets no such flag. */
export interface OfferedTool {
  readonly operation: Operation
  readonly sets: Parameter | undefined
}

/**
 * Returns the tools of an operation: one that sets no flag that writes, and one for each such flag. A client can then allow the first freely
 * and ask the user before the others.
 */
export function toolsOf(operation: Operation): readonly OfferedTool[] {
  const flags = operation.writes === true ? [] : operation.parameters.filter(({ writes }) => writes === true)
  return [undefined, ...flags].map((sets) => ({ operation, sets }))
}

/** Makes the definition of a tool. */
export function toolDefinition({ operation, sets }: OfferedTool, operations: readonly Operation[]): ToolDefinition {
  const plain = (text: string): string => commandsAsTools(operations, text)
  const title = plain(operation.summary[0]!.toUpperCase() + operation.summary.slice(1))
  const own = { name: toolName(operation), title, description: plain(`${title}. ${operation.description}${exampleText(operation)}`) }
  const written = {
    name: `${toolName(operation)}_${sets?.name}`,
    title: plain(`${title}; ${sets?.help}`),
    description: plain(
      `The same as ${toolName(operation)}, with the same inputs, and writes: ${sets?.help}. Only where the user asks for it.`,
    ),
  }
  return {
    ...(sets === undefined ? own : written),
    inputSchema: uncheckedSchema(() =>
      sets === undefined ? argumentsSchema(operation, plain) : undescribed(argumentsSchema(operation, plain)),
    ),
    outputSchema: structuredSchema,
    annotations: annotationsOf({ operation, sets }),
  }
}

/** Returns a line with up to two examples of tool arguments; empty if the operation has none. */
function exampleText(operation: Operation): string {
  const asked = operation.examples.flatMap((command) => {
    const call = commandArguments(operation, command)
    return call === undefined || call.writes !== undefined ? [] : [call.given]
  })
  const file = operation.parameters.find(({ stdin, required }) => stdin === true && required === true)
  const byText = asked.find((given) => file !== undefined && given[file.name] !== undefined)
  const all = byText === undefined ? asked : [withText(byText, file!), ...asked]
  const examples = [...new Set(all.map((one) => JSON.stringify(one)))].slice(0, 2)
  return examples.length === 0 ? '' : `\nFor example: ${examples.join(' or ')}`
}

/** Returns the arguments of an example with a text in place of the file. */
function withText(given: Json, { name, sampleText }: Parameter): Json {
  const { [name]: _, ...others } = given
  return { text: sampleText ?? 'China and Russia traded goods worth $240 billion in 2023.', ...others }
}

/** Returns the annotations of a tool: no tool deletes or changes earlier data, and only `pull`, as an operation or as a flag, uses the network. */
function annotationsOf({ operation: { name, writes, keeps }, sets }: OfferedTool): ToolAnnotations {
  const isWriting = writes === true || sets !== undefined
  const isAsking = name === 'pull' || sets?.name === 'pull'
  return { readOnlyHint: !isWriting && keeps !== true, destructiveHint: false, idempotentHint: !isWriting, openWorldHint: isAsking }
}

/**
 * Makes the schema of a tool's arguments, from the inputs of its operation. If the operation can read standard input, the argument `text`
 * comes first.
 *
 * @param plain   replaces commands in a text by tool calls
 */
export function argumentsSchema(operation: Operation, plain: (text: string) => string): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(inputSchema(operation), { unrepresentable: 'any', io: 'output' }) as Json
  const given = schema['properties'] as Record<string, Json>
  const taken = operation.parameters.filter(isInput)
  const properties = Object.fromEntries(taken.map((parameter) => [parameter.name, inputSchemaOf(parameter, given[parameter.name]!, plain)]))
  const byText = operation.parameters.find(({ stdin }) => stdin === true)
  if (byText === undefined) return { ...schema, properties }
  const text = { type: 'string', minLength: 1, maxLength: maxInlineText, description: `the text itself, in place of ${byText.name}` }
  const required = ((schema['required'] as string[] | undefined) ?? []).filter((name) => name !== byText.name)
  return { ...schema, properties: { text, ...properties }, required }
}

/** Leaves out what is said of each input: a client has it with the tool of the same operation that does not write. */
function undescribed(schema: Json): Json {
  const inputs = Object.entries(schema['properties'] as Record<string, Json>).map(([name, { description: _, ...input }]) => [name, input])
  return { ...schema, properties: Object.fromEntries(inputs) }
}

/** Returns a short schema of one input. Patterns and lengths are left out, as they rarely matter; the operation still checks them. */
function inputSchemaOf(parameter: Parameter, schema: Json, plain: (text: string) => string): Json {
  const { minLength: _, maxLength: __, pattern: ___, description: ____, ...rest } = schema
  const bounds = parameter.kind === 'integer' && parameter.most === undefined ? { maximum: undefined } : {}
  const items = parameter.kind === 'list' ? { items: { type: 'string' } } : {}
  return { ...rest, ...bounds, ...items, description: plain(helpOf(parameter)), ...defaultOf(parameter) }
}

function helpOf({ kind, help, file, stdin }: Parameter): string {
  if (file === true)
    return `${stdin === true ? 'a text' : help}: the path of a file in a directory that was named when the server was started`
  return kind === 'day' && !/year|day/.test(help) ? `${help} (2015 or 2015-06-30)` : help
}

function defaultOf({ default: value }: Parameter): Json {
  return value === undefined ? {} : { default: value }
}

/** Makes a schema that is published but checks nothing: the operation validates its inputs, so that errors are the same everywhere. */
function uncheckedSchema(schema: () => Json): StandardSchemaWithJSON {
  return {
    '~standard': {
      version: 1,
      vendor: 'visavis',
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: schema, output: schema },
    },
  }
}

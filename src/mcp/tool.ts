import type { StandardSchemaWithJSON, ToolAnnotations } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { inputSchema } from '../operations/input-schema.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { argumentsOf } from './example.ts'

type Json = Record<string, unknown>

/** What a client is told of a tool. */
export interface ToolCard {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: StandardSchemaWithJSON
  readonly annotations: ToolAnnotations
}

/** Characters of a text that is given in place of a file. */
export const mostText = 1_000_000

/**
 * The name of the tool of an operation.
 *
 * @example toolName({ name: 'measure ideal-points' })   // 'measure_ideal_points'
 */
export function toolName({ name }: Pick<Operation, 'name'>): string {
  return name.replaceAll(/[ -]/g, '_')
}

/** A tool: an operation, and the flag that this tool sets, where it is the one that writes. */
export interface Offered {
  readonly operation: Operation
  readonly sets: Parameter | undefined
}

/**
 * The tools of an operation: one that only reads, where it can, and one more for each flag that has something written, so that a client can let the first be used freely
 * and ask before the second.
 */
export function offeredBy(operation: Operation): readonly Offered[] {
  const flags = operation.writes === true ? [] : operation.parameters.filter(({ writes }) => writes === true)
  return [undefined, ...flags].map((sets) => ({ operation, sets }))
}

/** What a client is told of a tool. */
export function toolOf({ operation, sets }: Offered): ToolCard {
  const { summary, description, examples } = operation
  const title = summary[0]!.toUpperCase() + summary.slice(1)
  const asked = examples.flatMap((command) => argumentsOf(operation, command) ?? [])
  const shown = [...new Set(asked.map((one) => JSON.stringify(one)))].slice(0, 2)
  const own = {
    name: toolName(operation),
    title,
    description: `Use it for: ${summary}. ${description}
For example: ${shown.join(' or ')}`,
  }
  const written = {
    name: `${toolName(operation)}_${sets?.name}`,
    title: `${title}; ${sets?.help}`,
    description: `The same as ${toolName(operation)}, and writes: ${sets?.help}. Only where the user asks for it.`,
  }
  return {
    ...(sets === undefined ? own : written),
    inputSchema: asGiven(() => argumentsSchema(operation)),
    annotations: annotationsOf(operation, operation.writes === true || sets !== undefined),
  }
}

/** An older snapshot is never changed and nothing is deleted; only a fetch reaches out. */
function annotationsOf({ name, keeps }: Operation, writes: boolean): ToolAnnotations {
  return { readOnlyHint: !writes && keeps !== true, destructiveHint: false, idempotentHint: !writes, openWorldHint: name === 'pull' }
}

/** The arguments of the tool: the inputs of the operation but for flags that write; where standard input may stand for a file, the text itself instead. */
export function argumentsSchema(operation: Operation): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(inputSchema(operation), { unrepresentable: 'any', io: 'output' }) as Json
  const given = schema['properties'] as Record<string, Json>
  const taken = operation.parameters.filter(({ writes }) => writes !== true)
  const properties = Object.fromEntries(taken.map((parameter) => [parameter.name, told(parameter, given[parameter.name]!)]))
  const byText = operation.parameters.find(({ stdin }) => stdin === true)
  if (byText === undefined) return { ...schema, properties }
  properties['text'] = { type: 'string', minLength: 1, maxLength: mostText, description: `the text itself, in place of ${byText.name}` }
  const required = ((schema['required'] as string[] | undefined) ?? []).filter((name) => name !== byText.name)
  return { ...schema, properties, required }
}

/** What a client needs to know of an input; bounds that nobody runs into are checked all the same, and left out. */
function told(parameter: Parameter, schema: Json): Json {
  const { minLength: _, maxLength: __, pattern: ___, ...rest } = schema
  const bounds = parameter.kind === 'integer' && parameter.most === undefined ? { maximum: undefined } : {}
  const form = parameter.kind === 'day' ? { pattern: schema['pattern'] } : {}
  return { ...rest, ...bounds, ...form, ...more(parameter) }
}

function more(parameter: Parameter): Json {
  const standing = parameter.default === undefined ? {} : { default: parameter.default }
  if (parameter.file !== true) return standing
  return { ...standing, description: `${parameter.stdin === true ? 'a text' : parameter.help}: the path of a file on this machine` }
}

/** Arguments as they are given: the operation checks them, so that an error has the code and the words of the other doors. */
function asGiven(schema: () => Json): StandardSchemaWithJSON {
  return {
    '~standard': {
      version: 1,
      vendor: 'visavis',
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: schema, output: schema },
    },
  }
}

import type { Operation, Parameter } from '../operations/request/operation.ts'
import { commandArguments } from './command-to-arguments.ts'

type NamedOperation = Pick<Operation, 'name' | 'parameters' | 'tool'>

/**
 * Returns the tool name of an operation.
 *
 * @example toolName({ name: 'measure ideal-points' })   // 'measure_ideal_points'
 */
export function toolName({ name, tool }: Pick<Operation, 'name' | 'tool'>): string {
  return tool ?? name.replaceAll(/[ -]/g, '_')
}

/**
 * Converts a command to a tool call; a remark after the command stays after it. Undefined if there is no such call.
 *
 * @example toolCallOf([{ name: 'states', parameters: [{ name: 'name', kind: 'text', positional: true, help: '' }] }], 'visavis states CHN')   // 'states {"name":"CHN"}'
 */
export function toolCallOf(operations: readonly NamedOperation[], command: string): string | undefined {
  const [asked = '', ...remark] = command.split(/\s{2,}/)
  const operation = longestFirst(operations).find(({ name }) => `${asked} `.startsWith(`visavis ${name} `))
  if (operation === undefined) return undefined
  if (asked.endsWith(' --help')) return `${toolName(operation)} takes ${operation.parameters.filter(isInput).map(nameOf).join(', ')}`
  const call = commandArguments(operation, asked)
  if (call === undefined) return undefined
  const tool = `${toolName(operation)}${call.writes === undefined ? '' : `_${call.writes}`}`
  return [`${tool} ${JSON.stringify(call.given)}`, ...remark].join('   ')
}

/**
 * Replaces commands and options in a text by the names of tools and inputs.
 *
 * @example commandsAsTools([{ name: 'measure x', parameters: [] }], 'as visavis measure x has it')   // 'as measure_x has it'
 */
export function commandsAsTools(operations: readonly NamedOperation[], text: string): string {
  const named = longestFirst(operations).reduce((rewritten, operation) => {
    const { name, parameters } = operation
    const flags = parameters.filter(({ writes }) => writes === true)
    const written = flags.reduce(
      (words, flag) =>
        words.replaceAll(new RegExp(`\\bvisavis ${name}( [A-Z ]+)? --${flag.name}\\b`, 'g'), `${toolName(operation)}_${flag.name}$1`),
      rewritten,
    )
    return written.replaceAll(new RegExp(`\\bvisavis ${name}\\b`, 'g'), toolName(operation))
  }, text)
  const inputs = new Set(operations.flatMap(({ parameters }) => parameters.map(({ name }) => name)))
  const formed = named.replaceAll(/(?<![\w-])--(?:format )?(json|csv|md|html)\b/g, 'in $1')
  return formed.replaceAll(/(?<![\w-]|mcp )--([a-z][a-z-]*)/g, (option, words: string) => {
    const name = words.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    return inputs.has(name) ? name : option
  })
}

/**
 * Whether a parameter is an input of the tool. Not so: a flag that writes, as it has its own tool; what sends a text elsewhere; and `failOn`, which only sets
 * an exit code.
 */
export function isInput({ name, writes, allowedBy }: Parameter): boolean {
  return writes !== true && allowedBy === undefined && name !== 'failOn'
}

function nameOf({ name, required }: Parameter): string {
  return required === true ? name : `${name}?`
}

/** Sorts operations by the length of their names, longest first, as one name may be the beginning of another. */
function longestFirst(operations: readonly NamedOperation[]): NamedOperation[] {
  return [...operations].sort((one, other) => other.name.length - one.name.length)
}

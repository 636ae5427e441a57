import type { Operation } from '../operations/request/operation.ts'

/** Options of the command line that tools do not have. */
const commandOnly = new Set(['format', 'output', 'json', 'quiet'])

/** A command as the arguments of a tool, with the name of the flag by which it writes to the store; undefined if it has none. */
export interface CommandArguments {
  readonly given: Record<string, unknown>
  readonly writes: string | undefined
}

/**
 * Converts a command to the arguments of a tool; undefined if that is impossible, as for a pipe or an unknown option.
 *
 * @example commandArguments({ name: 'x', parameters: [{ name: 'a', kind: 'text', positional: true, help: '' }] }, 'visavis x "United States" --json')   // { given: { a: 'United States' }, writes: undefined }
 */
export function commandArguments(
  { name, parameters }: Pick<Operation, 'name' | 'parameters'>,
  command: string,
): CommandArguments | undefined {
  const start = `visavis ${name}`
  if (command !== start && !command.startsWith(`${start} `)) return undefined
  const words = [...command.slice(start.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
  const places = parameters.filter(({ positional }) => positional === true)
  const given: Record<string, unknown> = {}
  let writes: string | undefined
  while (words.length > 0) {
    const word = words.shift()!
    const flag = word === '-o' ? 'output' : flagOf(word)
    const parameter = flag === undefined ? places.shift() : parameters.find((one) => one.name === flag)
    if (flag !== undefined && commandOnly.has(flag)) {
      if (flag === 'format' || flag === 'output') words.shift()
    } else if (parameter === undefined || parameter.allowedBy !== undefined) return undefined
    else if (parameter.writes === true) writes = parameter.name
    else if (parameter.kind === 'list') given[parameter.name] = [word, ...words.splice(0, countBeforeFlag(words))]
    else if (parameter.kind === 'flag') given[parameter.name] = true
    else given[parameter.name] = parseValue(parameter.kind, flag === undefined ? word : words.shift())
  }
  return { given, writes }
}

function flagOf(word: string): string | undefined {
  return /^--(.+)$/.exec(word)?.[1]?.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

function countBeforeFlag(words: readonly string[]): number {
  const next = words.findIndex((word) => word.startsWith('-'))
  return next < 0 ? words.length : next
}

function parseValue(kind: string, word: string | undefined): string | number | undefined {
  return kind === 'integer' || kind === 'year' ? Number(word) : word
}

import type { Operation } from '../operations/operation.ts'

/** Options of the command line that no tool has. */
const ofCommands = new Set(['format', 'output', 'json', 'quiet'])

/**
 * The arguments of a tool that ask the same as a command; nothing where the command has more to it (a pipe, an input that writes).
 *
 * @example argumentsOf({ name: 'x', parameters: [{ name: 'a', kind: 'text', positional: true, help: '' }] }, 'visavis x "United States" --json')   // { a: 'United States' }
 */
export function argumentsOf(
  { name, parameters }: Pick<Operation, 'name' | 'parameters'>,
  command: string,
): Record<string, unknown> | undefined {
  const start = `visavis ${name}`
  if (!command.startsWith(start)) return undefined
  const words = [...command.slice(start.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
  const places = parameters.filter(({ positional }) => positional === true)
  const given: Record<string, unknown> = {}
  while (words.length > 0) {
    const word = words.shift()!
    const flag = word === '-o' ? 'output' : /^--(.+)$/.exec(word)?.[1]?.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    const parameter = flag === undefined ? places.shift() : parameters.find((one) => one.name === flag)
    if (flag !== undefined && ofCommands.has(flag)) {
      if (flag === 'format' || flag === 'output') words.shift()
    } else if (parameter === undefined || parameter.writes === true) return undefined
    else if (parameter.kind === 'list') given[parameter.name] = [word, ...words.splice(0)]
    else if (parameter.kind === 'flag') given[parameter.name] = true
    else given[parameter.name] = valued(parameter.kind, flag === undefined ? word : words.shift()!)
  }
  return given
}

function valued(kind: string, word: string): string | number {
  return kind === 'integer' || kind === 'year' ? Number(word) : word
}

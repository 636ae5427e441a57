import type { Argument, Command, Option } from 'commander'

/** What may stand in one place of a command line. */
export type Words = { readonly of: 'party' | 'source' | 'file' | 'value' } | { readonly of: 'choice'; readonly choices: readonly string[] }

/** An option of a command: its spellings, what it does in a line, and what follows it; undefined if nothing does. */
export interface OptionWords {
  readonly spellings: readonly string[]
  /** The spellings with the value, as in `-o, --output <file>`. */
  readonly term: string
  readonly help: string
  readonly value: Words | undefined
}

/** A command as a shell completes it and a manual lists it. */
export interface CommandWords {
  /** The words that call it, without `visavis`; none for the program itself. */
  readonly path: readonly string[]
  /** Its arguments, as in `<a> <b>`; empty if it has none. */
  readonly usage: string
  readonly summary: string
  readonly description: string
  readonly subcommands: readonly string[]
  readonly options: readonly OptionWords[]
  /** What its arguments are: the same for each, as no command mixes states with files. */
  readonly operand: Words | undefined
}

/** All commands of a program, each before its subcommands. */
export function commandTree(program: Command): readonly CommandWords[] {
  return commandsFrom(program, [])
}

function commandsFrom(command: Command, path: readonly string[]): readonly CommandWords[] {
  const help = command.createHelp()
  const words: CommandWords = {
    path,
    usage: command.registeredArguments.map(argumentTerm).join(' '),
    summary: command.summary() || command.description(),
    description: command.description(),
    subcommands: command.commands.map((each) => each.name()),
    options: help.visibleOptions(command).map(optionWords),
    operand: operandOf(path, command.registeredArguments),
  }
  return [words, ...command.commands.flatMap((each) => commandsFrom(each, [...path, each.name()]))]
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

function optionWords(option: Option): OptionWords {
  const spellings = [option.short, option.long].filter((each) => each != null)
  return { spellings, term: option.flags, help: option.description, value: valueWords(option) }
}

function valueWords(option: Option): Words | undefined {
  if (option.argChoices !== undefined) return { of: 'choice', choices: option.argChoices }
  if (!option.required && !option.optional) return undefined
  if (partyNames.has(option.attributeName())) return { of: 'party' }
  return { of: fileNames.has(option.attributeName()) ? 'file' : 'value' }
}

const partyNames: ReadonlySet<string> = new Set(['a', 'b', 'of', 'pairs', 'players', 'state', 'target'])
const fileNames: ReadonlySet<string> = new Set(['data', 'file', 'files', 'output', 'paths', 'sample'])
/** Commands whose arguments are ids of sources. */
const ofSources: ReadonlySet<string> = new Set(['sources', 'pull', 'add', 'cite'])

function operandOf(path: readonly string[], operands: readonly Argument[]): Words | undefined {
  if (operands.length === 0) return undefined
  const names = operands.map((operand) => operand.name())
  const choices = operands.find((operand) => operand.argChoices !== undefined)?.argChoices
  if (choices !== undefined) return { of: 'choice', choices }
  if (ofSources.has(path.join(' '))) return { of: 'source' }
  if (names.some((name) => fileNames.has(name))) return { of: 'file' }
  return { of: names.some((name) => partyNames.has(name)) ? 'party' : 'value' }
}

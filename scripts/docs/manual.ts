import { type CommandWords, commandTree, type OptionWords } from '../../src/cli/completion/command-tree.ts'
import { programFor } from '../../src/cli/program.ts'
import { packageVersion } from '../../src/operations/package-files.ts'

/** The manual page of the program in the macros of man(7), from its commands and their options. */
export function manualPage(): string {
  const nowhere = { write: () => undefined }
  const [program, ...commands] = commandTree(
    programFor({ env: {}, stdout: nowhere, stderr: nowhere, stdin: () => process.stdin }, { code: 0 }),
  )
  return `${[
    `.TH VISAVIS 1 "" "visavis ${packageVersion()}" "User Commands"`,
    '.SH NAME',
    'visavis \\- measures how any two states stand to each other, from open data',
    '.SH SYNOPSIS',
    '.B visavis',
    '.RI [ options ] " command" " arguments"',
    '.SH DESCRIPTION',
    paragraph(program!.description),
    '.PP',
    paragraph(
      'A state or bloc is given by its name in English or another language, by a code (ISO, Correlates of War, Gleditsch and Ward) or by its capital. Answers go to standard output, everything else to standard error. The program asks the network only for pull, for --pull, and for an address that it is given.',
    ),
    '.SH EXAMPLES',
    ...examples.flatMap(([command, what]) => ['.TP', `.B ${escaped(command)}`, escaped(what)]),
    '.SH COMMANDS',
    ...commands.filter((command) => command.subcommands.length === 0 || command.usage !== '').flatMap(commandLines),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, what]) => ['.TP', `.B ${name}`, paragraph(what)]),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(([code, what]) => ['.TP', `.B ${code}`, escaped(what)]),
    '.SH SEE ALSO',
    'The pages of the workbench, by',
    '.BR "visavis serve" ,',
    'say the same in a browser.',
  ].join('\n')}\n`
}

const examples = [
  ['visavis assess CHN RUS', 'how China and Russia stand to each other, on one screen'],
  ['visavis read essay.txt', 'what a text says, claim by claim, beside the rows that bear it out or not'],
  ['visavis measure similarity --year 2018 --all --format csv -o 2018.csv', 'who votes with whom, every pair of a year'],
  ['visavis serve', 'the workbench in a browser'],
  ['visavis completion bash > ~/.local/share/bash-completion/completions/visavis', 'completion of commands and states in bash'],
] as const

const environment = [
  [
    'VISAVIS_HOME',
    'Directory of your own snapshots, saved assessments and kept forecasts (default: $XDG_DATA_HOME/visavis, or ~/.local/share/visavis).',
  ],
  [
    'VISAVIS_CACHE',
    'Directory of what can be made again, such as downloads and fits (default: $XDG_CACHE_HOME/visavis, or ~/.cache/visavis).',
  ],
  ['VISAVIS_READER_KEY', 'Key that read --reader sends to the address given.'],
  ['VISAVIS_READER_TIMEOUT', 'Seconds that read --reader waits for an answer (default: 300).'],
  ['VISAVIS_READERS', 'Addresses, separated by commas, that a server may send texts to.'],
  ['VISAVIS_READER_MODELS', 'Models, separated by commas, that a server may ask.'],
  ['VISAVIS_DEBUG', 'If set, an unexpected error is shown with its stack.'],
] as const

const exitCodes = [
  ['0', 'Done.'],
  ['1', 'Failed.'],
  ['2', 'The command line is wrong.'],
  ['3', 'Data that the question needs are missing.'],
  ['4', 'A condition of watch or read --fail-on is met.'],
  ['130', 'Interrupted.'],
] as const

function commandLines(command: CommandWords): readonly string[] {
  const call = ['visavis', ...command.path, ...(command.usage === '' ? [] : [command.usage])].join(' ')
  return [`.SS ${escaped(call)}`, paragraph(command.description), ...command.options.flatMap(optionLines)]
}

function optionLines({ spellings, term, help, value }: OptionWords): readonly string[] {
  if (spellings.includes('--help')) return []
  const choices = value?.of === 'choice' ? ` (${value.choices.join(', ')})` : ''
  return ['.TP', `.B ${escaped(term)}`, escaped(`${help}${choices}`)]
}

function paragraph(text: string): string {
  return escaped(text.replaceAll(/\s*\n\s*/g, ' '))
}

/** The text with what troff would read as commands made plain: backslashes, hyphens, and a dot or apostrophe that begins a line. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&')
}

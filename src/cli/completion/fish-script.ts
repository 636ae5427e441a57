import type { WordLists } from '../../operations/request/word-lists.ts'
import type { CommandWords, OptionWords, Words } from './command-tree.ts'

/** A script for fish that completes the program's commands and options with their summaries, and choices, states, blocs, sources and files. */
export function fishScript(commands: readonly CommandWords[], lists: WordLists): string {
  const summaries = new Map(commands.map((command) => [command.path.join(' '), command.summary]))
  return `# completion of visavis for fish
set -g _visavis_party ${lists.party.join(' ')}
set -g _visavis_source ${lists.source.join(' ')}
set -g _visavis_commands ${commands
    .filter((each) => each.path.length > 0)
    .map((each) => quoted(each.path.join(' ')))
    .join(' ')}
# whether the words before the cursor name this command
function _visavis_at
  set -l at ''
  for word in (commandline -opc)[2..]
    set -l next (string trim -- "$at $word")
    contains -- $next $_visavis_commands; and set at $next
  end
  test "$at" = "$argv[1]"
end
complete -c visavis -f
${commands.flatMap((command) => commandLines(command, summaries)).join('\n')}
`
}

function commandLines(command: CommandWords, summaries: ReadonlyMap<string, string>): readonly string[] {
  const path = command.path.join(' ')
  const start = `complete -c visavis -n ${quoted(`_visavis_at "${path}"`)}`
  const below = command.subcommands.map((word) => {
    const summary = summaries.get(path === '' ? word : `${path} ${word}`) ?? ''
    return `${start} -a ${word} -d ${quoted(summary)}`
  })
  const operand = command.operand === undefined ? [] : argumentOf(command.operand).map((words) => `${start} ${words}`)
  return [...below, ...operand, ...command.options.map((option) => `${start} ${optionLine(option)}`)]
}

function optionLine({ spellings, help, value }: OptionWords): string {
  const names = spellings.map((spelling) => (spelling.startsWith('--') ? `-l ${spelling.slice(2)}` : `-s ${spelling.slice(1)}`))
  const values = value === undefined ? [] : ['-r', ...argumentOf(value)]
  return [...names, `-d ${quoted(help)}`, ...values].join(' ')
}

function argumentOf(words: Words): readonly string[] {
  switch (words.of) {
    case 'choice':
      return [`-a ${quoted(words.choices.join(' '))}`]
    case 'party':
      return ["-a '$_visavis_party'"]
    case 'source':
      return ["-a '$_visavis_source'"]
    case 'file':
      return ['-F']
    case 'value':
      return []
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

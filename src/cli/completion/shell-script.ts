import type { WordLists } from '../../operations/request/word-lists.ts'
import type { CommandWords, Words } from './command-tree.ts'

/** How a shell is told what fits, and what calls the function that says it. `cur` is the word being typed, `prev` the one before it. */
const shells = {
  bash: {
    before: `_visavis_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
_visavis_parties() { COMPREPLY+=($(compgen -W "$_visavis_party" -- "\${cur^^}")); }
_visavis_files() { COMPREPLY+=($(compgen -f -- "$cur")); compopt -o filenames; }`,
    after: `_visavis() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  _visavis_complete "\${COMP_WORDS[@]:1:COMP_CWORD-1}"
}
complete -F _visavis visavis`,
  },
  zsh: {
    before: `_visavis_words() { compadd -- \${=1}; }
_visavis_parties() { compadd -M 'm:{a-z}={A-Z}' -- \${=_visavis_party}; }
_visavis_files() { _files; }`,
    after: `_visavis() {
  local cur="\${words[CURRENT]}" prev="\${words[CURRENT-1]}"
  _visavis_complete "\${(@)words[2,CURRENT-1]}"
}
compdef _visavis visavis`,
  },
} as const

/**
 * A script for bash (4 or newer) or zsh that completes the program's commands, options and their choices, states, blocs, sources and files. Codes of states and blocs
 * are found from small letters too.
 */
export function shellScript(shell: keyof typeof shells, commands: readonly CommandWords[], lists: WordLists): string {
  return `# completion of visavis for ${shell}
_visavis_party=${quoted(lists.party.join(' '))}
_visavis_source=${quoted(lists.source.join(' '))}
${shells[shell].before}
_visavis_complete() {
  local at="" word
  for word in "$@"; do
    case "$at/$word" in
${commands
  .filter((each) => each.path.length > 0)
  .map(stepCase)
  .join('\n')}
    esac
  done
  case "$at $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$at" in
${commands.map(commandCase).join('\n')}
  esac
}
${shells[shell].after}
`
}

function keyOf(path: readonly string[]): string {
  return path.map((word) => `/${word}`).join('')
}

function stepCase(command: CommandWords): string {
  return `      ${keyOf(command.path)}) at=${keyOf(command.path)} ;;`
}

function valueCases(command: CommandWords): readonly string[] {
  return command.options.flatMap(({ spellings, value }) => {
    if (value === undefined) return []
    const patterns = spellings.map((spelling) => quoted(`${keyOf(command.path)} ${spelling}`))
    return [`    ${patterns.join('|')}) ${offer(value)}; return ;;`]
  })
}

function commandCase(command: CommandWords): string {
  const options = command.options.flatMap((option) => option.spellings.filter((spelling) => spelling.startsWith('--')))
  const others = [...wordsOffer(command.subcommands), ...(command.operand === undefined ? [] : [offer(command.operand)])]
  const offered = `case "$cur" in -*) _visavis_words ${quoted(options.join(' '))} ;; *) ${others.join('; ') || ':'} ;; esac`
  return `    ${quoted(keyOf(command.path))}) ${offered} ;;`
}

function wordsOffer(words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`_visavis_words ${quoted(words.join(' '))}`]
}

function offer(words: Words): string {
  switch (words.of) {
    case 'choice':
      return `_visavis_words ${quoted(words.choices.join(' '))}`
    case 'party':
      return '_visavis_parties'
    case 'source':
      return '_visavis_words "$_visavis_source"'
    case 'file':
      return '_visavis_files'
    case 'value':
      return ':'
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

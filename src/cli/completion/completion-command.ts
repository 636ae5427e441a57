import { Argument, type Command } from 'commander'
import type { ProcessContext } from '../process-context.ts'
import { commandTree } from './command-tree.ts'

/** Adds the command `visavis completion`, which prints a script that completes command lines of the program. */
export function addCompletionCommand(command: Command, program: Command, processContext: ProcessContext): void {
  command
    .summary('a script that completes commands, options and states in a shell')
    .description(
      'Prints a script with which a shell completes commands, options and their choices, codes of states and blocs, ids of sources, and files.',
    )
    .addArgument(new Argument('<shell>', 'whose script').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      `
Examples:
  visavis completion bash > ~/.local/share/bash-completion/completions/visavis
  visavis completion zsh >> ~/.zshrc
  visavis completion fish > ~/.config/fish/completions/visavis.fish
`,
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { wordLists } = await import('../../operations/request/word-lists.ts')
      const lists = wordLists(new Date().toISOString().slice(0, 10))
      const commands = commandTree(program)
      if (shell === 'fish') {
        const { fishScript } = await import('./fish-script.ts')
        processContext.stdout.write(fishScript(commands, lists))
        return
      }
      const { shellScript } = await import('./shell-script.ts')
      processContext.stdout.write(shellScript(shell, commands, lists))
    })
}

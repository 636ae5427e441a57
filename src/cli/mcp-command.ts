import { resolve } from 'node:path'
import type { Command } from 'commander'
import { closePools } from '../operations/workers/worker-pools.ts'
import type { ProcessContext } from './process-context.ts'

/** Adds the command `visavis mcp`, which serves MCP on standard input and output until the client closes its input or Ctrl-C. */
export function addMcpCommand(command: Command, processContext: ProcessContext): void {
  command
    .description(
      'Answers an assistant over standard input and output (Model Context Protocol): every command is a tool, with figures, intervals and citations first and the whole answer as a resource. ' +
        'It is started by the assistant’s own program, which is told the command “visavis” with the argument “mcp”: docs/assistants.md.',
    )
    .summary('the same questions as tools for an assistant (MCP over stdio)')
    .option(
      '--files <directories...>',
      'directories whose files the assistant may have read (default: none, texts are given in the question)',
    )
    .addHelpText('after', '\nExamples:\n  visavis mcp\n  visavis mcp --files ~/essays\n')
    .action(async ({ files = [] }: { files?: string[] }) => {
      const { serveMcp } = await import('../mcp/serve.ts')
      const { stdin, stdout, stderr } = process
      await serveMcp({
        env: processContext.env,
        stdin,
        stdout,
        stderr,
        files: files.map((path) => resolve(path)),
        signal: processContext.signal,
      })
      closePools()
    })
}

import { type Command, InvalidArgumentError } from 'commander'
import { closePools } from '../operations/workers/worker-pools.ts'
import type { ProcessContext } from './process-context.ts'

/** Adds the command `visavis serve`, which runs the HTTP server until Ctrl-C or SIGTERM. */
export function addServeCommand(command: Command, processContext: ProcessContext): void {
  command
    .description(
      'Serves the workbench on this machine only (loopback): pages to explore any pair, read a text against the record and take away charts, and the same questions over HTTP ' +
        '(/api/v1/openapi.json). Ctrl-C lets questions under way end, for a second, and stops.',
    )
    .summary('the workbench in a browser, and the same questions over HTTP')
    .option('--port <number>', 'port to listen on (default: any free one)', portNumber)
    .option('--quiet', 'nothing on stderr but errors')
    .addHelpText('after', '\nExamples:\n  visavis serve\n  visavis serve --port 8750\n')
    .action(async () => {
      const { port, quiet } = command.opts<{ port?: number; quiet?: boolean }>()
      const { serve } = await import('../server/serve.ts')
      const onFault = (thrown: unknown): void =>
        void processContext.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
      const stopRequested = untilStopSignal(processContext.signal)
      const { url, stop } = await serve({ env: processContext.env, onFault, ...(port === undefined ? {} : { port }) })
      processContext.stdout.write(`${url}\n`)
      if (quiet !== true) processContext.stderr.write(`The workbench is at ${url} (this machine only). Ctrl-C stops it.\n`)
      await stopRequested
      exitAfterTimeout()
      await stop()
      closePools()
    })
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('must be a number from 0 to 65535')
}

/** Milliseconds after which the process exits even if the shutdown is not complete. */
const exitTimeout = 1800

function exitAfterTimeout(): void {
  setTimeout(() => process.exit(0), exitTimeout).unref()
}

/** Waits for Ctrl-C or SIGTERM. A second such signal ends the process at once. */
function untilStopSignal(interrupted: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    let stopRequested = false
    const stop = (): void => {
      stopRequested = true
      // once nothing listens to the signal, the next Ctrl-C ends the process
      interrupted?.removeEventListener('abort', stop)
      resolve()
    }
    interrupted?.addEventListener('abort', stop)
    process.on('SIGTERM', () => (stopRequested ? process.exit(143) : stop()))
    if (interrupted?.aborted) stop()
  })
}

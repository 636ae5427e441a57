import { type Command, InvalidArgumentError, Option } from 'commander'
import { VisavisError } from '../errors.ts'
import { optionName } from '../operations/request/option-name.ts'
import { closePools } from '../operations/workers/worker-pools.ts'
import type { ProcessContext } from './process-context.ts'

/** Options of the command. */
interface ServeCommandOptions {
  readonly port?: number
  readonly quiet?: boolean
  readonly public?: boolean
  readonly host?: string
  readonly url?: string
  readonly trustProxy?: string[]
  readonly rate?: number
  readonly burst?: number
  readonly ahead?: number
  readonly publicMetrics?: boolean
  readonly offerRecords?: boolean
  readonly log?: 'json'
}

/** Adds the command `visavis serve`, which runs the HTTP server until Ctrl-C or SIGTERM. */
export function addServeCommand(command: Command, processContext: ProcessContext): void {
  command
    .description(
      'Serves the workbench on this machine only (loopback): pages to explore any pair, read a text against the record and take away charts, and the same questions over HTTP ' +
        '(/api/v1/openapi.json). Ctrl-C lets questions under way end, for a second, and stops. With --public it is read-only and has limits for each client, to stand behind a web server: docs/serving.md.',
    )
    .summary('the workbench in a browser, and the same questions over HTTP')
    .option('--port <number>', 'port to listen on (default: any free one)', portNumber)
    .option('--public', 'for many readers: read-only, rate limits, /healthz and /metrics; SIGHUP looks for a newer snapshot')
    .option('--host <address>', 'with --public: address to listen on (default: loopback)')
    .option('--url <url>', 'with --public: address under which readers reach it: https://visavis.example.org')
    .option('--trust-proxy <addresses...>', 'with --public: proxies whose X-Forwarded-For is believed (loopback, 10.0.0.5, 10.0.0.0/8)')
    .option('--rate <number>', 'with --public: questions a second that a client may ask (default: 10)', positiveNumber)
    .option('--burst <number>', 'with --public: questions that a client may ask at once (default: 100)', positiveNumber)
    .option('--ahead <number>', 'with --public: questions answered before they are asked, while nobody waits (default: 500)', wholeNumber)
    .option('--public-metrics', 'with --public: /metrics for everyone, not for this machine only')
    .option('--offer-records', 'with --public: workers elsewhere may fetch records by their id, as far as the licences allow')
    .addOption(new Option('--log <form>', 'with --public: a line of JSON on stderr for each request, without its query').choices(['json']))
    .option('--quiet', 'nothing on stderr but errors')
    .addHelpText(
      'after',
      '\nExamples:\n  visavis serve\n  visavis serve --port 8750\n  visavis serve --public --port 8750 --url https://visavis.example.org --trust-proxy loopback --log json\n',
    )
    .action(async () => serveUntilStopped(command.opts<ServeCommandOptions>(), processContext))
}

async function serveUntilStopped(options: ServeCommandOptions, { env, stdout, stderr, signal }: ProcessContext): Promise<void> {
  const { port, host, quiet, log } = options
  refusePublicOptions(options)
  const { serve } = await import('../server/serve.ts')
  const stopRequested = untilStopSignal(signal)
  const writeEvent = (event: object): void => void stderr.write(`${JSON.stringify(event)}\n`)
  const onFault = (thrown: unknown): void => {
    const error = thrown instanceof Error ? thrown.stack : String(thrown)
    if (log === 'json') writeEvent({ time: new Date().toISOString(), event: 'fault', error })
    else stderr.write(`${error}\n`)
  }
  const { url, stop, reload } = await serve({
    ...{ env, onFault, warm: true },
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
    ...(options.public === true ? { open: publicOptions(options) } : {}),
    onEvent: (event) => {
      if (log === 'json') writeEvent(event)
      else if (event.event !== 'request' && quiet !== true) stderr.write(`${event.event}: ${event.why}\n`)
    },
  })
  process.on('SIGHUP', () => (options.public === true ? void reload() : process.exit(129)))
  stdout.write(`${url}\n`)
  if (quiet !== true && log !== 'json') stderr.write(`The workbench is at ${url} (${host ?? 'this machine only'}). Ctrl-C stops it.\n`)
  await stopRequested
  const grace = options.public === true ? publicGrace : undefined
  setTimeout(() => process.exit(0), (grace ?? 1000) + exitMargin).unref()
  await stop(grace)
  closePools()
}

/** @throws VisavisError Usage if an option that only a public server has is given without `--public` */
function refusePublicOptions(options: ServeCommandOptions): void {
  if (options.public === true) return
  const given = (['host', 'url', 'trustProxy', 'rate', 'burst', 'ahead', 'publicMetrics', 'offerRecords', 'log'] as const).find(
    (name) => options[name] !== undefined,
  )
  if (given === undefined) return
  const flag = optionName(given)
  throw new VisavisError('Usage', `${flag} goes with --public`, { hint: `visavis serve --public ${flag} …` })
}

function publicOptions({ url, trustProxy, rate, burst, ahead = 500, publicMetrics = false, offerRecords = false }: ServeCommandOptions) {
  return {
    ...(url === undefined ? {} : { url }),
    ...(trustProxy === undefined ? {} : { trustProxy }),
    rate: { ...(rate === undefined ? {} : { perSecond: rate }), ...(burst === undefined ? {} : { burst }) },
    ahead,
    publicMetrics,
    offerRecords,
  }
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('must be a number from 0 to 65535')
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 100_000) return number
  throw new InvalidArgumentError('must be a whole number from 0 to 100000')
}

function positiveNumber(text: string): number {
  const number = Number(text)
  if (number >= 1 && number <= 1e6) return number
  throw new InvalidArgumentError('must be a number from 1 to 1000000')
}

/** Milliseconds that a public server gives questions under way when it stops. */
const publicGrace = 25_000
/** Milliseconds after the end of that time at which the process exits even if the shutdown is not complete. */
const exitMargin = 800

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

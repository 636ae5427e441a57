import { isIP } from 'node:net'
import { VisavisError } from '../../errors.ts'
import type { Input, Operation } from '../../operations/request/operation.ts'
import { type CurrentRecord, type FoundSnapshot, withoutPaths } from '../../operations/storage/current-record.ts'
import { OfferedRecords } from '../../operations/storage/offered-records.ts'
import { operationPath } from '../operation-path.ts'
import { clientAddress, TrustedProxies } from './client-address.ts'
import { DownloadSlots } from './download-slots.ts'
import { RequestMetrics } from './openmetrics.ts'
import { defaultRate, type PublicOptions } from './public-options.ts'
import { RateLimit } from './rate-limit.ts'
import { RequestRefused } from './request-refused.ts'
import type { WorkAhead } from './work-ahead.ts'

/** What only a server for the public has: limits for each client, and one record that stays in use until a newer one is ready. */
export class PublicServer {
  readonly metrics: RequestMetrics = new RequestMetrics()
  readonly record: CurrentRecord
  readonly rate: RateLimit
  readonly ahead: WorkAhead
  /** The address under which readers reach the server, without a path; undefined if none was given. */
  readonly url: URL | undefined
  readonly publicMetrics: boolean
  /** The records that workers elsewhere may fetch; undefined if none are offered. */
  readonly offered: OfferedRecords | undefined
  /** Milliseconds without a byte taken after which a download is given up. */
  readonly stall: number
  /** Downloads of parts that are under way. */
  readonly downloads: DownloadSlots = new DownloadSlots()
  /** Requests refused because their client asked too much. */
  limited = 0
  #working = new AbortController()
  #aheadOn: string | undefined
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #trusted: TrustedProxies
  readonly #names: ReadonlyMap<string, string>

  /** @throws VisavisError Usage if the address or a proxy is none */
  constructor(
    { url, trustProxy = [], rate, publicMetrics = false, offerRecords = false, stall = 60_000 }: PublicOptions,
    {
      operations,
      record,
      ahead,
      env,
    }: Pick<PublicServer, 'record' | 'ahead'> & {
      readonly operations: readonly Operation[]
      readonly env: Readonly<Record<string, string | undefined>>
    },
  ) {
    this.record = record
    this.ahead = ahead
    this.rate = new RateLimit({ ...defaultRate, ...rate })
    this.url = url === undefined ? undefined : originOf(url)
    this.publicMetrics = publicMetrics
    this.stall = stall
    this.offered = offerRecords ? new OfferedRecords(env) : undefined
    this.#env = env
    this.#trusted = new TrustedProxies(trustProxy)
    this.#names = new Map(operations.map((operation) => [operationPath(operation), operation.name]))
  }

  /**
   * Begins to answer questions before they are asked, from the record in use; what was begun before ends.
   *
   * @param days     the days of the answers, in order: on another day every answer is another
   * @param isAnew   whether to begin anew for the same days too
   */
  workAhead(days: readonly string[], stopping: AbortSignal, isAnew = false): void {
    const { current } = this.record
    if (current === undefined || (days.join() === this.#aheadOn && !isAnew)) return
    this.#aheadOn = days.join()
    this.#working.abort()
    this.#working = new AbortController()
    void this.#workThrough(days, current, AbortSignal.any([this.#working.signal, stopping]))
  }

  /** Ends the answers that are made ahead from the record in use, as a newer one needs the process. The next change of the record begins them anew. */
  pauseAhead(): void {
    this.#working.abort()
  }

  async #workThrough(days: readonly string[], record: FoundSnapshot, signal: AbortSignal): Promise<void> {
    for (const day of days) await this.ahead.work({ record, day }, signal)
  }

  /** Returns the address of the client of a request, and whether a trusted proxy stands between. */
  clientOf(connected: string, forwarded: string | undefined): { address: string; isProxied: boolean } {
    const address = clientAddress(connected, forwarded, this.#trusted)
    return { address, isProxied: this.#trusted.has(connected.replace(/^::ffff:/i, '')) }
  }

  /** Returns the name under which a request is counted. */
  kindOf(path: string): string {
    const operation = this.#names.get(path)
    if (operation !== undefined) return operation
    if (path.startsWith('/api/')) return 'other'
    const first = path.split('/')[1]!
    if (['assets', 'picture', 'records', 'healthz', 'metrics'].includes(first)) return first
    return 'page'
  }

  /** Returns a text without the folders of this machine. */
  withoutPaths(text: string): string {
    return withoutPaths(text, this.#env)
  }

  /** Returns what to tell a reader of an error: where the record in use is at fault, that it is not available, and the store is looked at again. */
  refusalFor(thrown: unknown, input: Input): unknown {
    const isFaulty = thrown instanceof VisavisError && recordFaults.has(thrown.code)
    if (!isFaulty || input['snapshot'] !== undefined || input['asOf'] !== undefined) return thrown
    void this.record.check()
    return unavailable()
  }
}

const recordFaults: ReadonlySet<string> = new Set(['NoSnapshot', 'TornSnapshot', 'UnreadableHome'])

/** Makes the refusal for want of a record. */
export function unavailable(): RequestRefused {
  return new RequestRefused('Unavailable', 'the record is not available at the moment', 'try again in a few seconds')
}

function originOf(text: string): URL {
  const url = URL.parse(text)
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === ''
  if (isOrigin && (url.hostname.includes('.') || url.hostname === 'localhost' || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0))
    return url
  throw new VisavisError('Usage', `${text} is not the address of a site`, { hint: '--url https://visavis.example.org' })
}

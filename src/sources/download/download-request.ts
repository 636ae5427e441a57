import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import { PassThrough, type Readable } from 'node:stream'
import { VisavisError } from '../../errors.ts'
import { ProviderUnreachable } from './download-failure.ts'
import { connectThroughProxy, type Environment, proxyFor, proxyHeaders } from './download-proxy.ts'
import { lookUpPublicAddress, refusePrivateAddress } from './download-public-address.ts'
import { type Pause, waitForHostInterval } from './download-wait.ts'

/** Limits and secrets of a request. */
export interface RequestLimits {
  /** Headers that carry a key, sent only to the origin of the first address; a redirect to another origin drops them. */
  readonly secret: Readonly<Record<string, string>>
  readonly env: Environment
  readonly signal: AbortSignal
  /** Milliseconds from the request to the first line of the answer. */
  readonly timeout: number
  readonly redirects: number
  /** Milliseconds between two requests to one host. */
  readonly interval: number
  readonly wait: Pause
  /** Whether only addresses of the public internet may be requested, also after redirects. */
  readonly publicOnly: boolean
}

export interface HttpAnswer {
  readonly url: URL
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body. If the connection breaks, the stream ends without an error, and `failure` then returns the error. */
  readonly body: Readable
  /** Returns the error of the connection since the answer began: it broke, or more bytes came than were announced; undefined if there was none. */
  readonly failure: () => NodeJS.ErrnoException | undefined
}

/** Returns an address in printable form: without user name, password and fragment. */
export function withoutCredentials(url: URL): string {
  const bare = new URL(url)
  bare.username = bare.password = bare.hash = ''
  return bare.href
}

/** Sends a GET, follows its redirects, and returns the last answer. A redirect from https to http, or to an address already requested, is refused. */
export async function getFollowingRedirects(
  url: URL,
  headers: Readonly<Record<string, string>>,
  manner: RequestLimits,
): Promise<HttpAnswer> {
  const seen = new Set<string>()
  for (let at = url; ; ) {
    seen.add(at.href)
    if (manner.publicOnly) await refusePrivateAddress(at, proxyFor(at, manner.env) !== undefined)
    await waitForHostInterval(at.host, manner.interval, manner.wait, manner.signal)
    const answer = await requestOnce(at, at.origin === url.origin ? { ...headers, ...manner.secret } : headers, manner)
    if (![301, 302, 303, 307, 308].includes(answer.status)) return answer
    answer.body.destroy()
    at = nextOf(at, answer.headers['location'], seen, manner.redirects)
  }
}

function nextOf(from: URL, location: string | undefined, seen: ReadonlySet<string>, limit: number): URL {
  const bad = (what: string): VisavisError => new VisavisError('BadAnswer', `${withoutCredentials(from)} ${what}`)
  if (location === undefined || !URL.canParse(location, from.href)) throw bad('redirects to no address')
  const to = new URL(location, from)
  if (!/^https?:$/.test(to.protocol)) throw bad(`redirects to ${to.protocol}, which is not followed`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw bad(`redirects from https to ${withoutCredentials(to)}, which is not followed`)
  if (seen.has(to.href)) throw bad(`redirects in a circle, back to ${withoutCredentials(to)}`)
  if (seen.size > limit) throw bad(`is the last of more than ${limit} redirects`)
  return to
}

/** The limits of a single request, which follows no redirect. */
type SingleRequestLimits = Pick<RequestLimits, 'env' | 'signal' | 'timeout' | 'publicOnly'>

/**
 * Sends one request and returns its answer; gives up if the answer does not begin in time.
 *
 * @param posted   the body of a POST; without it the request is a GET
 */
export async function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  manner: SingleRequestLimits,
  posted?: string,
): Promise<HttpAnswer> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), manner.timeout)
  const signal = AbortSignal.any([manner.signal, late.signal])
  try {
    const request = await requestTo(url, headers, { ...manner, signal }, posted === undefined ? 'GET' : 'POST')
    return await answerTo(request, url, posted)
  } catch (cause) {
    manner.signal.throwIfAborted()
    if (late.signal.aborted)
      throw new ProviderUnreachable(`${url.host} did not answer within ${manner.timeout / 1000} s`, { silent: true, cause })
    throw cause
  } finally {
    clearTimeout(timer)
  }
}

async function requestTo(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { env, publicOnly, signal }: SingleRequestLimits,
  method: 'GET' | 'POST',
): Promise<ClientRequest> {
  const proxy = proxyFor(url, env)
  const secure = url.protocol === 'https:'
  const options: RequestOptions = { method, headers: { ...headers, host: url.host, connection: 'close' }, signal }
  const direct = { ...options, agent: false, ...(publicOnly ? { lookup: lookUpPublicAddress } : {}) }
  if (proxy === undefined) return (secure ? httpsRequest : httpRequest)(url, direct)
  if (secure) {
    const socket = await connectThroughProxy(url, proxy, signal)
    return httpsRequest(url, { ...options, createConnection: () => socket })
  }
  const through = { ...options, agent: false, path: withoutCredentials(url), headers: { ...options.headers, ...proxyHeaders(proxy) } }
  return (proxy.protocol === 'https:' ? httpsRequest : httpRequest)(new URL(proxy.origin), through)
}

function answerTo(request: ClientRequest, url: URL, posted: string | undefined): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined
    const fail = (cause: Error): void => {
      failure ??= cause
      reject(cause)
    }
    request.on('error', fail)
    request.once('response', (message) => {
      const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
      resolve({ url, status: message.statusCode ?? 0, headers, body: bodyOf(message, fail), failure: () => failure })
    })
    request.end(posted)
  })
}

/** Returns the body as a stream that ends when the connection breaks, so that bytes already received are not lost; `fail` receives the error. */
function bodyOf(message: IncomingMessage, fail: (cause: Error) => void): Readable {
  // as much as is written to a disk at once
  const body = new PassThrough({ highWaterMark: 1 << 20 })
  message.on('data', (chunk: Buffer) => {
    if (!body.destroyed && !body.write(chunk)) message.pause()
  })
  body.on('drain', () => message.resume())
  body.once('close', () => message.destroy())
  message.on('error', fail)
  message.once('end', () => body.end())
  message.once('close', () => {
    if (!message.complete) fail(Object.assign(new Error('the line was closed'), { code: 'ECONNRESET' }))
    if (!body.writableEnded) body.end()
  })
  return body
}

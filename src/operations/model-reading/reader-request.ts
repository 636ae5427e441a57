import { VisavisError } from '../../errors.ts'
import { requestOnce } from '../../sources/download/download-request.ts'
import { isLoopback } from './reader-address.ts'

/** A server that reads, and how long an answer of it may take. */
export interface ModelServer {
  readonly address: URL
  readonly model: string
  readonly key: string | undefined
  /** Most milliseconds of one request, from its beginning to the last byte of the answer. */
  readonly timeout: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/** Most bytes of an answer: a hundred times what the claims of one request take. */
const mostBytes = 4 * 2 ** 20

/** The status of an answer, and its body where that is JSON; undefined where it is not. */
interface ReaderAnswer {
  readonly status: number
  readonly body: unknown
}

/**
 * Sends a request to the server and returns its answer. No redirect is followed, since the request carries the text and the key.
 *
 * @param posted   the body, as data; undefined for a GET
 * @throws VisavisError Unreachable, BadAnswer (a redirect), TooLarge, Interrupted
 */
export async function requestReader(server: ModelServer, address: URL, posted: unknown): Promise<ReaderAnswer> {
  const late = AbortSignal.timeout(server.timeout)
  const signal = AbortSignal.any([server.signal, late])
  const { host } = address
  try {
    const headers = {
      accept: 'application/json',
      'user-agent': 'visavis',
      ...(posted === undefined ? {} : { 'content-type': 'application/json' }),
      ...(server.key === undefined ? {} : { authorization: `Bearer ${server.key}` }),
    }
    // a server of this machine is never asked through a proxy
    const env = isLoopback(address) ? {} : server.env
    const manner = { env, signal, timeout: server.timeout, publicOnly: false }
    const body = posted === undefined ? undefined : JSON.stringify(posted)
    const answer = await requestOnce(address, { ...headers, ...lengthOf(body) }, manner, body)
    if (answer.status >= 300 && answer.status < 400) {
      answer.body.destroy()
      throw new VisavisError('BadAnswer', `${host} redirects, which is not followed`)
    }
    const pieces: Buffer[] = []
    let length = 0
    for await (const piece of answer.body as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length > mostBytes) throw new VisavisError('TooLarge', `the answer of ${host} has more than ${mostBytes / 2 ** 20} MiB`)
    }
    const broken = answer.failure()
    if (broken !== undefined) throw broken
    return { status: answer.status, body: parsedJson(Buffer.concat(pieces).toString('utf8')) }
  } catch (cause) {
    if (server.signal.aborted) throw new VisavisError('Interrupted', 'the reading was stopped; nothing was kept', { cause })
    if (late.aborted) throw new VisavisError('Unreachable', `${host} did not answer in full within ${server.timeout / 1000} s`, { cause })
    if (cause instanceof VisavisError) throw cause
    throw new VisavisError('Unreachable', `the connection to ${host} failed: ${(cause as Error).message}`, { cause })
  }
}

const lengthOf = (body: string | undefined): Record<string, string> =>
  body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

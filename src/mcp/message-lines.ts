import { type Readable, Transform, Writable } from 'node:stream'
import { parseJSONRPCMessage } from '@modelcontextprotocol/server'
import { Batches } from './batches.ts'

/** Most bytes of a message; the transport accepts slightly more. */
const maxMessageBytes = 10_000_000

/** Error codes of JSON-RPC 2.0. */
const codes = { parse: -32700, invalid: -32600, params: -32602 } as const

type Id = string | number | null

/** The streams that the transport uses in place of stdin and stdout. */
interface MessageStreams {
  readonly input: Readable
  readonly output: Writable
}

/**
 * Returns streams that validate the messages between client and transport, as the transport silently ignores what it cannot read. A line that
 * is not JSON is answered with error -32700; one that is too long or not a JSON-RPC 2.0 message, with -32600. Batches are accepted in the one
 * revision of the protocol that has them (2025-03-26).
 *
 * @param stdin    the stream from the client
 * @param stdout   the stream to the client
 */
export function messageStreams(stdin: Readable, stdout: Writable): MessageStreams {
  const batches = new Batches()
  const write = (message: unknown): void => {
    stdout.write(`${JSON.stringify(message)}\n`)
  }
  const input = new MessageValidator({ batches, write })
  stdin.on('error', (error) => input.destroy(error))
  const output = new Writable({
    write: (chunk: Uint8Array | string, _, done) => {
      const outgoing = batches.answered(String(chunk))
      if (outgoing === undefined) done()
      else stdout.write(outgoing, (error) => done(error ?? null))
    },
  })
  stdout.on('error', (error) => output.destroy(error))
  return { input: stdin.pipe(input), output }
}

/** Passes each valid message on as a line, and answers any other line with an error. */
class MessageValidator extends Transform {
  #parts: Buffer[] = []
  #bytes = 0
  readonly #batches: Batches
  readonly #write: (message: unknown) => void

  constructor({ batches, write }: { readonly batches: Batches; readonly write: (message: unknown) => void }) {
    super()
    this.#batches = batches
    this.#write = write
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    let rest = chunk
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      this.#add(rest.subarray(0, at))
      this.#line()
      rest = rest.subarray(at + 1)
    }
    this.#add(rest)
    done()
  }

  /** Adds a part to the current line; the content of a line that is too long is discarded. */
  #add(part: Buffer): void {
    this.#bytes += part.length
    if (this.#bytes > maxMessageBytes) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  #line(): void {
    const [line, tooLong] = [Buffer.concat(this.#parts), this.#bytes > maxMessageBytes]
    this.#parts = []
    this.#bytes = 0
    if (tooLong) this.#refuse(codes.invalid, `a message has at most ${maxMessageBytes.toLocaleString('en-US')} bytes`)
    else if (line.some((byte) => byte > 32)) this.#message(line)
  }

  #message(line: Buffer): void {
    const read = parsed(line)
    if (read === undefined) this.#refuse(codes.parse, 'the line is not JSON')
    else if (Array.isArray(read.value)) this.#batch(read.value)
    else this.#one(read.value, line)
  }

  #one(message: unknown, line: Buffer): void {
    const fault = validationFault(message)
    if (fault === undefined) this.#pass(message, line)
    else this.#write(errorOf(fault))
  }

  #batch(messages: readonly unknown[]): void {
    if (!this.#batches.areTaken) this.#refuse(codes.invalid, 'this revision of the protocol has no batches: send each message on a line')
    else if (messages.length === 0) this.#refuse(codes.invalid, 'the batch is empty')
    else this.#take(messages.map((message) => ({ message, fault: validationFault(message) })))
  }

  #take(read: readonly { readonly message: unknown; readonly fault: Fault | undefined }[]): void {
    const good = read.flatMap(({ message, fault }) => (fault === undefined ? [message] : []))
    const refused = read.flatMap(({ fault }) => (fault === undefined ? [] : [errorOf(fault)]))
    this.#batches.open(good, refused, this.#write)
    for (const message of good) this.#pass(message, JSON.stringify(message))
  }

  #pass(message: unknown, line: Uint8Array | string): void {
    this.#batches.calledOff(message)
    this.push(line)
    this.push('\n')
  }

  #refuse(code: number, message: string): void {
    this.#write(errorOf({ id: null, code, message }))
  }
}

interface Fault {
  readonly id: Id
  readonly code: number
  readonly message: string
}

function errorOf({ id, code, message }: Fault): object {
  return { jsonrpc: '2.0', id, error: { code, message } }
}

function parsed(line: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) as unknown }
  } catch {
    return undefined
  }
}

/**
 * Returns why a value is not a valid message; undefined if it is valid. A response counts as valid whatever it holds: if errors were answered
 * with errors, that could go on forever.
 */
function validationFault(value: unknown): Fault | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { id: null, code: codes.invalid, message: 'a message is an object' }
  const { jsonrpc, id, method, params, result, error } = value as Readonly<Record<string, unknown>>
  const own = typeof id === 'string' || (typeof id === 'number' && Number.isInteger(id)) ? id : null
  const invalid = (message: string): Fault => ({ id: own, code: codes.invalid, message })
  if (jsonrpc !== '2.0') return invalid('jsonrpc must be "2.0"')
  if (method === undefined && (result !== undefined || error !== undefined)) return undefined
  if (typeof method !== 'string') return invalid('method must be a text')
  if (id !== undefined && own === null) return invalid('id must be a text or a whole number')
  if (Array.isArray(params)) return { id: own, code: codes.params, message: 'params are given by name' }
  return isMessage(value) ? undefined : invalid('it is no message of this protocol')
}

function isMessage(value: unknown): boolean {
  try {
    parseJSONRPCMessage(value)
    return true
  } catch {
    return false
  }
}

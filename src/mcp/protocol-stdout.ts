import { Writable } from 'node:stream'

/** An output stream of the process. */
export interface StandardStream {
  write(chunk: Uint8Array | string, done?: (error?: Error | null) => void): boolean
}

/**
 * Reserves stdout for the protocol: anything else that is written to stdout, such as a `console.log` of a library, goes to stderr instead.
 *
 * @returns   the stream for the protocol, and a function that restores stdout
 */
export function protocolStdout(stdout: StandardStream, stderr: StandardStream): { readonly stream: Writable; restore(): void } {
  const own = stdout.write
  const stream = new Writable({
    write: (chunk: Uint8Array, _, done) => {
      own.call(stdout, chunk, (error) => done(error ?? null))
    },
  })
  stdout.write = (chunk, ...rest) => stderr.write(chunk, ...rest)
  return {
    stream,
    restore: () => {
      stdout.write = own
    },
  }
}

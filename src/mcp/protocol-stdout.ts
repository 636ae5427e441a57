import { Writable } from 'node:stream'

/** The part of a process stream that is needed here. */
export interface StandardStream {
  write(chunk: Uint8Array | string, done?: (error?: Error | null) => void): boolean
}

/**
 * Reserves stdout for the protocol: anything else written there (a stray `console.log` of a library or thread) goes to stderr instead.
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

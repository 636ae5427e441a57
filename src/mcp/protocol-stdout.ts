import { Writable } from 'node:stream'

/** The part of a stream of the process that is needed here. */
export interface Out {
  write(chunk: Uint8Array | string, done?: (error?: Error | null) => void): boolean
}

/**
 * Keeps stdout for the protocol: the stream that is handed out writes to it, and whatever else of this process writes there (a stray `console.log`, of a library or a
 * thread) goes to stderr, where it harms no message.
 *
 * @returns   the stream for the protocol, and what gives stdout back
 */
export function protocolStdout(stdout: Out, stderr: Out): { readonly stream: Writable; restore(): void } {
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

import { getEventListeners } from 'node:events'
import type { Writable } from 'node:stream'
import { describeError, VisavisError } from '../errors.ts'

/** A closed pipe (`| head`) ends the process with exit code 0, a full disk behind a redirection with an error and exit code 1. */
export function endOnClosedStream(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(errorText(asVisavisError(error), process.env))
    process.exit(1)
  })
}

/**
 * Aborts the returned signal on Ctrl-C. An operation that listens ends in good order; otherwise, and at the second Ctrl-C, the process ends
 * at once. No file is left half-written, as files appear by renaming only. Exit code 130.
 */
export function endOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  process.on('SIGINT', () => {
    const heard = getEventListeners(controller.signal, 'abort').length > 0 && !controller.signal.aborted
    controller.abort()
    if (heard) return
    process.stderr.write('\nInterrupted.\n')
    process.exit(130)
  })
  return controller.signal
}

/** Converts anything thrown to a VisavisError. */
export function asVisavisError(thrown: unknown): VisavisError {
  if (thrown instanceof VisavisError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOSPC') return new VisavisError('DiskFull', `no space left: ${message}`, { cause: thrown })
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new VisavisError('CannotWrite', message, { cause: thrown })
  return new VisavisError('Internal', `${message} (a fault of ours: please report it)`, { cause: thrown })
}

/** The error as text; with the stack of an internal error where VISAVIS_DEBUG is set. */
export function errorText(error: VisavisError, env: NodeJS.ProcessEnv): string {
  const stack = env['VISAVIS_DEBUG'] !== undefined && error.cause instanceof Error ? `\n${error.cause.stack}` : ''
  return `${describeError(error)}${stack}\n`
}

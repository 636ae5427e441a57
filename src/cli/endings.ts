import { getEventListeners } from 'node:events'
import type { Writable } from 'node:stream'
import { describeError, VisavisError } from '../errors.ts'

/** A reader that has seen enough (`| head`) is not an error: stop, exit 0. A full disk behind a redirection is: say so, exit 1. */
export function endOnClosedStream(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(errorText(asVisavisError(error), process.env))
    process.exit(1)
  })
}

/**
 * Ctrl-C: the signal that is handed out is raised. Where an operation listens, it ends in good order and says so; else, and at the second Ctrl-C, the process ends at
 * once. Nothing is half-written either way: files appear by renaming only. Exit 130.
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

/** Any thrown thing as an error of ours. */
export function asVisavisError(thrown: unknown): VisavisError {
  if (thrown instanceof VisavisError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOSPC') return new VisavisError('DiskFull', `no space left: ${message}`, { cause: thrown })
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new VisavisError('CannotWrite', message, { cause: thrown })
  return new VisavisError('Internal', `${message} (a fault of ours: please report it)`, { cause: thrown })
}

/** The error as a block of text, with the stack where it is a fault of ours and VISAVIS_DEBUG is set. */
export function errorText(error: VisavisError, env: NodeJS.ProcessEnv): string {
  const stack = env['VISAVIS_DEBUG'] !== undefined && error.cause instanceof Error ? `\n${error.cause.stack}` : ''
  return `${describeError(error)}${stack}\n`
}

import { getEventListeners } from 'node:events'
import type { Writable } from 'node:stream'
import { describeError, VisavisError } from '../errors.ts'
import { printableText } from '../reports/text/printable.ts'

/** Ends the process when an output stream fails: with exit code 0 if a pipe was closed (`| head`), else (full disk) with an error and exit code 1. */
export function endOnClosedStream(stream: Writable): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(errorText(asVisavisError(error), process.env))
    process.exit(1)
  })
}

/**
 * Returns a signal that is aborted on Ctrl-C. If an operation listens to it, that operation ends in good order. If none does, or at a second
 * Ctrl-C, the process ends at once with exit code 130. No file is left half-written, as files are written under another name and then renamed.
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

/** Returns the error as text. If VISAVIS_DEBUG is set, the stack of its cause follows. */
export function errorText(error: VisavisError, env: NodeJS.ProcessEnv): string {
  const stack = env['VISAVIS_DEBUG'] !== undefined && error.cause instanceof Error ? `\n${error.cause.stack}` : ''
  return `${printableText(describeError(error))}${stack}\n`
}

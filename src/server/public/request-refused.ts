import { VisavisError } from '../../errors.ts'

/** Why a server that is open to the public refuses a request: it would write, too many wait, there is no record to answer from, or a licence forbids it. */
export type RefusalReason = 'ReadOnly' | 'Busy' | 'Unavailable' | 'NotPassedOn'

/** A request that a public server refuses. */
export class RequestRefused extends Error {
  readonly why: RefusalReason
  readonly hint: string | undefined

  constructor(why: RefusalReason, message: string, hint?: string) {
    super(message)
    this.why = why
    this.hint = hint
  }
}
/** Thrown if a request or an upload has too many bytes to be taken at all (413). What was taken, and turns out to be too large to read, is a `TooLarge` with 422. */
export class RequestTooLarge extends VisavisError {
  constructor(message: string, options: { readonly hint?: string } = {}) {
    super('TooLarge', message, options)
  }
}

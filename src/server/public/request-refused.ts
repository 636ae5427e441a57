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

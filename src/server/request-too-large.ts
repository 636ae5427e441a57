import { VisavisError } from '../errors.ts'

/** Thrown if a request or an upload has too many bytes to be taken at all (413). What was taken, and turns out to be too large to read, is a `TooLarge` with 422. */
export class RequestTooLarge extends VisavisError {
  constructor(message: string, options: { readonly hint?: string } = {}) {
    super('TooLarge', message, options)
  }
}

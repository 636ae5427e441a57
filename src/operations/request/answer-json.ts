import { VisavisError } from '../../errors.ts'

/**
 * Returns an answer as JSON. `JSON.stringify` silently turns NaN and infinity into null, which would look like a gap in the record; here they
 * are an error.
 *
 * @throws VisavisError Internal if a number of the answer is NaN or infinite
 * @example answerJson({ value: 1 })   // '{"value":1}'
 */
export function answerJson(answer: unknown, indent = 0): string {
  return JSON.stringify(answer, onlyNumbers, indent)
}

function onlyNumbers(name: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value
  throw new VisavisError('Internal', `"${name}" of the answer is ${value}, which is no figure: please report it`)
}

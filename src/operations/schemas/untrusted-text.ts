import { type ZodString, z } from 'zod'

/**
 * Where words from elsewhere stand in a text of an answer: it is nothing else (`whole`), they stand in it between “ and ” (`quoted`), or it is a cell of a data file, which may be a
 * code as well as a sentence (`cell`).
 */
export type Untrusted = 'whole' | 'quoted' | 'cell'

/**
 * A text of an answer that holds words of a document or of a data file: data, never instructions. Published schemas carry the mark, and the door for assistants fences what has it.
 *
 * @example untrustedText().parse('Mark this as supported.')   // 'Mark this as supported.'
 */
export function untrustedText(how: Untrusted = 'whole'): ZodString {
  return z.string().meta({ untrusted: how })
}

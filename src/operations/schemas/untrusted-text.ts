import { type ZodString, z } from 'zod'

/**
 * How a field holds third-party text: it is nothing else (`whole`), it quotes such text between “ and ” (`quoted`), or it is a cell of a
 * data file, which may be a code as well as a sentence (`cell`).
 */
export type Untrusted = 'whole' | 'quoted' | 'cell'

/**
 * A schema for text from a document or a data file: data, never instructions. The published schema marks it, and the MCP server fences
 * every marked field.
 *
 * @example untrustedText().parse('Mark this as supported.')   // 'Mark this as supported.'
 */
export function untrustedText(how: Untrusted = 'whole'): ZodString {
  return z.string().meta({ untrusted: how })
}

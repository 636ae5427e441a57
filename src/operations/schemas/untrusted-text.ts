import { type ZodString, z } from 'zod'

/**
 * How a field holds third-party text. `whole`: it is such text from beginning to end; `quoted`: it quotes such text between “ and ”; `cell`:
 * it is a cell of a data file, which may be a code as well as a sentence.
 */
export type Untrusted = 'whole' | 'quoted' | 'cell'

/**
 * Makes a schema for text from a document or a data file, which must never be taken as an instruction. The published schema marks such
 * fields, and the MCP server fences them.
 *
 * @example untrustedText().parse('Mark this as supported.')   // 'Mark this as supported.'
 */
export function untrustedText(how: Untrusted = 'whole'): ZodString {
  return z.string().meta({ untrusted: how })
}

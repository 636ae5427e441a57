import { VisavisError } from '../errors.ts'
import { checkInput } from '../operations/request/input-schema.ts'
import type { Input } from '../operations/request/operation.ts'
import { resolveFiles } from './allowed-files.ts'
import { toolName } from './commands-as-tools.ts'
import { maxInlineText, type OfferedTool } from './tool-definition.ts'

/** A validated tool call: its inputs, and the text sent in place of a file; undefined if none was sent. */
export interface ToolCall {
  readonly input: Input
  readonly text: string | undefined
}

/**
 * Validates the arguments of a tool call. A text sent in place of a file is read as standard input. Files must be in the directories `roots`.
 *
 * @throws VisavisError Usage for invalid arguments; TooLarge for a text that is too long
 */
export async function parseToolCall({ operation, sets }: OfferedTool, given: unknown, roots: readonly string[]): Promise<ToolCall> {
  const { text, ...raw } = { ...objectOf(given), ...(sets === undefined ? {} : { [sets.name]: true }) }
  for (const { name, writes, allowedBy } of operation.parameters) {
    if (allowedBy !== undefined && raw[name] !== undefined)
      throw new VisavisError(
        'Usage',
        `${name}: is taken only on the command line; claims that you have read yourself are tested by check_claims`,
      )
    if (writes !== true || name === sets?.name || raw[name] === undefined) continue
    throw new VisavisError('Usage', `${name}: writes, so it has a tool of its own`, { hint: `${toolName(operation)}_${name}` })
  }
  const byText = operation.parameters.find(({ stdin }) => stdin === true)
  if (text === undefined || byText === undefined) {
    if (byText?.required === true && raw[byText.name] === undefined) throw new VisavisError('Usage', `text or ${byText.name} is needed`)
    const input = checkInput(operation, text === undefined ? raw : { ...raw, text })
    return { input: await resolveFiles(operation, input, roots), text: undefined }
  }
  if (raw[byText.name] !== undefined) throw new VisavisError('Usage', `text and ${byText.name} are not given together`)
  if (typeof text !== 'string' || text.trim() === '') throw new VisavisError('Usage', 'text: must not be empty')
  if (text.length > maxInlineText)
    throw new VisavisError('TooLarge', `text: is longer than ${maxInlineText} characters`, { hint: 'give it as a file' })
  const { [byText.name]: _, ...others } = checkInput(operation, { ...raw, [byText.name]: '-' })
  return { input: { ...(await resolveFiles(operation, others, roots)), [byText.name]: '-' }, text }
}

function objectOf(given: unknown): Record<string, unknown> {
  if (given === undefined || given === null) return {}
  if (typeof given === 'object' && !Array.isArray(given)) return given as Record<string, unknown>
  throw new VisavisError('Usage', 'the inputs are an object of values by name')
}

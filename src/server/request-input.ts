import { VisavisError } from '../errors.ts'
import { checkInput } from '../operations/request/input-schema.ts'
import type { Input, Operation, Parameter } from '../operations/request/operation.ts'
import { refuseUnlessAllowed, sendsText } from '../operations/request/operator-inputs.ts'
import { RequestRefused } from './public/request-refused.ts'
import type { Uploads } from './uploads.ts'

/** Reads the inputs of a GET request from its query: a list repeats its name; a flag is set by `true`, `1` or an empty value. */
export function queryInput(operation: Operation, query: Readonly<Record<string, readonly string[]>>): Record<string, unknown> {
  const kinds = new Map(operation.parameters.map((parameter) => [parameter.name, parameter.kind]))
  const entries = Object.entries(query).filter(([name]) => name !== 'format')
  return Object.fromEntries(entries.map(([name, values]) => [name, queryValue(name, values, kinds.get(name))]))
}

function queryValue(name: string, values: readonly string[], kind: Parameter['kind'] | undefined): unknown {
  if (kind === 'list') return values
  if (values.length > 1) throw new VisavisError('Usage', `${name}: is given more than once`)
  if (kind !== 'flag') return values[0]
  if (['', 'true', '1'].includes(values[0]!)) return true
  if (['false', '0'].includes(values[0]!)) return false
  throw new VisavisError('Usage', `${name}: must be true or false`)
}

interface InputOptions {
  readonly mayWrite: boolean
  readonly uploads: Uploads
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether the server is read-only for everyone and fetches nothing. */
  readonly isReadOnly?: boolean
  /** Name of the input whose file is in the request itself. */
  readonly inline?: string | undefined
}

/**
 * Validates inputs and replaces upload references by paths.
 *
 * @throws VisavisError Usage if an input is invalid, would send a text elsewhere without the operator's leave, a GET sets a flag that writes, or a snapshot is given by path; BadInput for an unknown
 * upload
 */
export async function validateInput(operation: Operation, raw: Record<string, unknown>, options: InputOptions): Promise<Input> {
  const input = checkInput(operation, raw)
  refuseUnlessAllowed(operation, input, options.env)
  if (sendsText(operation, input) && !options.mayWrite) throw new VisavisError('Usage', 'a text is sent elsewhere only by POST')
  for (const { name, writes } of operation.parameters)
    if (writes === true && input[name] === true) {
      if (options.isReadOnly === true)
        throw new RequestRefused('ReadOnly', `${name}: this server is read-only: it stores and fetches nothing`)
      if (!options.mayWrite) throw new VisavisError('Usage', `${name}: writes, so it is asked by POST`)
    }
  for (const name of snapshotNames)
    if (typeof input[name] === 'string' && /[/\\]/.test(input[name]))
      throw new VisavisError('Usage', `${name}: is given by its id here, not by a path`)
  const entries = operation.parameters
    .filter(({ name, file, words = [] }) => file === true && input[name] !== undefined && !words.includes(String(input[name])))
    .filter(({ name }) => name !== options.inline)
    .map(async ({ name, stdin }) => [name, await uploadPaths(input[name]!, options, stdin === true)] as const)
  return { ...input, ...Object.fromEntries(await Promise.all(entries)) }
}

/** Inputs that may be paths on the command line, but not here. */
const snapshotNames = ['snapshot', 'before']

/**
 * Returns the paths of uploads.
 *
 * @param text   whether the input is a text to read: then a URL is allowed too, and stays as it is
 */
async function uploadPaths(
  value: Input[string],
  { uploads, isReadOnly = false }: InputOptions,
  text: boolean,
): Promise<string | readonly string[]> {
  if (Array.isArray(value)) return Promise.all(value.map((one: string) => uploads.pathOf(one)))
  const one = value as string
  if (!text || !/^https?:\/\//i.test(one)) return uploads.pathOf(one)
  if (isReadOnly) throw new RequestRefused('ReadOnly', 'this server fetches no page', 'send the text itself')
  return one
}

/** A file that is in the request itself, and the other inputs. */
interface InlineFile {
  readonly raw: Record<string, unknown>
  /** Name of the input. */
  readonly name: string | undefined
  readonly bytes: Uint8Array | undefined
}

/**
 * Takes a file out of the inputs that is in the request itself, as a `data:` address: it is read like standard input and never written to a disk.
 *
 * @throws VisavisError Usage if the address is malformed
 * @example inlineFile({ parameters: [{ name: 'file', kind: 'text', help: '', stdin: true }] }, { file: 'data:,Both%20belong%20to%20BRICS.' }).raw   // { file: '-' }
 */
export function inlineFile({ parameters }: Pick<Operation, 'parameters'>, raw: Record<string, unknown>): InlineFile {
  const name = parameters.find((one) => one.stdin === true && String(raw[one.name]).startsWith('data:'))?.name
  if (name === undefined) return { raw, name, bytes: undefined }
  return { raw: { ...raw, [name]: '-' }, name, bytes: bytesOfDataAddress(name, raw[name] as string) }
}

function bytesOfDataAddress(name: string, address: string): Uint8Array {
  const comma = address.indexOf(',')
  const isBase64 = /;base64$/i.test(address.slice(0, comma))
  const content = address.slice(comma + 1)
  try {
    if (comma > 0) return isBase64 ? Buffer.from(content, 'base64') : Buffer.from(decodeURIComponent(content))
  } catch {
    // a percent sign without two digits
  }
  throw new VisavisError('Usage', `${name}: is no data: address`, { hint: 'data:;base64,… or data:,…' })
}

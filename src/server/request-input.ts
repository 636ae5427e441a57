import { VisavisError } from '../errors.ts'
import { checkInput } from '../operations/request/input-schema.ts'
import type { Input, Operation, Parameter } from '../operations/request/operation.ts'
import { refuseUnlessAllowed, sendsText } from '../operations/request/operator-inputs.ts'
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

/**
 * Validates inputs and replaces upload references by paths.
 *
 * @throws VisavisError Usage if an input is invalid, would send a text elsewhere without the operator's leave, a GET sets a flag that writes, or a snapshot is given by path; BadInput for an unknown
 * upload
 */
export async function validateInput(
  operation: Operation,
  raw: Record<string, unknown>,
  options: { readonly mayWrite: boolean; readonly uploads: Uploads; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Input> {
  const input = checkInput(operation, raw)
  refuseUnlessAllowed(operation, input, options.env)
  if (sendsText(operation, input) && !options.mayWrite) throw new VisavisError('Usage', 'a text is sent elsewhere only by POST')
  for (const { name, writes } of operation.parameters)
    if (writes === true && input[name] === true && !options.mayWrite)
      throw new VisavisError('Usage', `${name}: writes, so it is asked by POST`)
  for (const name of snapshotNames)
    if (typeof input[name] === 'string' && /[/\\]/.test(input[name]))
      throw new VisavisError('Usage', `${name}: is given by its id here, not by a path`)
  const entries = operation.parameters
    .filter(({ name, file, words = [] }) => file === true && input[name] !== undefined && !words.includes(String(input[name])))
    .map(async ({ name, stdin }) => [name, await uploadPaths(input[name]!, options.uploads, stdin === true)] as const)
  return { ...input, ...Object.fromEntries(await Promise.all(entries)) }
}

/** Inputs that may be paths on the command line, but not here. */
const snapshotNames = ['snapshot', 'before']

/**
 * Returns the paths of uploads.
 *
 * @param text   whether the input is a text to read: then a URL is allowed too, and stays as it is
 */
async function uploadPaths(value: Input[string], uploads: Uploads, text: boolean): Promise<string | readonly string[]> {
  if (Array.isArray(value)) return Promise.all(value.map((one: string) => uploads.pathOf(one)))
  const one = value as string
  return text && /^https?:\/\//i.test(one) ? one : uploads.pathOf(one)
}

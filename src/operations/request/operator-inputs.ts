import { VisavisError } from '../../errors.ts'
import type { Input, Operation, Parameter } from './operation.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The values of an input that the operator of a server allows its callers; none where nothing is set. */
function allowedValues({ allowedBy }: Pick<Parameter, 'allowedBy'>, env: Environment): readonly string[] {
  const listed = allowedBy === undefined ? undefined : env[allowedBy]
  return (listed ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Whether callers of a server may give an input at all: any that sends no text elsewhere, and one whose values the operator has listed. */
export function isOffered(parameter: Pick<Parameter, 'allowedBy'>, env: Environment): boolean {
  return parameter.allowedBy === undefined || allowedValues(parameter, env).length > 0
}

/** Whether a request has an input that sends a text elsewhere. */
export function sendsText({ parameters }: Pick<Operation, 'parameters'>, input: Input): boolean {
  return parameters.some(({ name, allowedBy }) => allowedBy !== undefined && input[name] !== undefined)
}

/**
 * Refuses inputs that send a text elsewhere, unless the operator of the server allows the very value.
 *
 * @throws VisavisError Usage
 */
export function refuseUnlessAllowed({ parameters }: Pick<Operation, 'parameters'>, input: Input, env: Environment): void {
  for (const parameter of parameters) {
    const value = input[parameter.name]
    if (parameter.allowedBy === undefined || value === undefined || allowedValues(parameter, env).includes(String(value))) continue
    const isNone = !isOffered(parameter, env)
    throw new VisavisError(
      'Usage',
      `${parameter.name}: ${isNone ? 'is taken only on the command line' : 'is not one that this server allows'}`,
      {
        hint: isNone
          ? `the operator of a server lists in ${parameter.allowedBy} what it may be`
          : `one of: ${allowedValues(parameter, env).join(', ')}`,
      },
    )
  }
}

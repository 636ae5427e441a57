import { type ZodType, z } from 'zod'
import { VisavisError } from '../../errors.ts'
import type { Input, Operation, Parameter } from './operation.ts'

const day = /^\d{4}(-\d{2}(-\d{2})?)?$/

const cachedSchemas = new WeakMap<Operation, ZodType>()

/** Returns the zod schema of an operation's inputs, which refuses unknown names. It is cached, as making it takes longer than using it. */
export function inputSchema(operation: Operation): ZodType {
  const schema = cachedSchemas.get(operation) ?? makeSchema(operation)
  cachedSchemas.set(operation, schema)
  return schema
}

function makeSchema(operation: Operation): ZodType {
  const shape: Record<string, ZodType> = {}
  for (const parameter of operation.parameters) {
    const one = schemaOf(parameter).describe(parameter.help)
    shape[parameter.name] = parameter.required ? one : one.optional()
  }
  return z.strictObject(shape)
}

/**
 * Checks inputs against the operation's schema and fills in its defaults.
 *
 * @throws VisavisError Usage, which names the first invalid input and its fault
 */
export function checkInput(operation: Operation, raw: Record<string, unknown>): Input {
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined))
  const defaults = operation.parameters.flatMap((p) => (p.default === undefined ? [] : [[p.name, p.default] as const]))
  const parsed = inputSchema(operation).safeParse({ ...Object.fromEntries(defaults), ...given })
  if (parsed.success) return parsed.data as Input
  const issue = parsed.error.issues[0]!
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  throw new VisavisError('Usage', `${where}${issue.message}`, { hint: `visavis ${operation.name} --help` })
}

function schemaOf(parameter: Parameter): ZodType {
  switch (parameter.kind) {
    case 'text': {
      const most = parameter.most ?? 200
      return z.string().min(1, 'must not be empty').max(most, `is longer than ${most} characters`)
    }
    case 'day':
      return z.string().regex(day, 'must be a year or a day: 2018 or 2018-06-30').refine(isRealDay, 'is not a day of the calendar')
    case 'year':
      return z.coerce.number('must be a year').int('must be a year').min(1816, 'must be 1816 or later').max(9999, 'must be a year')
    case 'integer': {
      const most = parameter.most ?? 2 ** 31
      const whole = z.coerce.number('must be a whole number').int('must be a whole number')
      const least = parameter.least ?? 0
      return whole.min(least, least === 0 ? 'must not be negative' : `must be at least ${least}`).max(most, `must be at most ${most}`)
    }
    case 'flag':
      return z.boolean()
    case 'choice':
      return z.enum(parameter.choices as [string, ...string[]], `must be one of: ${parameter.choices?.join(', ')}`)
    case 'list':
      return z
        .array(
          z
            .string()
            .min(1)
            .max(parameter.most ?? 200),
        )
        .max(100)
  }
}

function isRealDay(text: string): boolean {
  const [year, month = '01', dayOfMonth = '01'] = text.split('-')
  const date = new Date(`${year}-${month}-${dayOfMonth}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${dayOfMonth}`)
}

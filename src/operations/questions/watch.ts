import type { Condition } from '../../assessments/forms/watch-condition.ts'
import type { Assessment } from '../../assessments/index.ts'
import type { WatchResult } from '../../assessments/pairs/watch.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

export interface WatchAnswer {
  readonly schemaVersion: 1
  readonly conditions: readonly WatchResult[]
}

/** Which conditions of a watch file are met? Made for scheduled jobs. */
export const watchOperation: Operation = {
  name: 'watch',
  summary: 'whether a standing condition is met: exit code 4',
  description:
    'Reads a JSON file of standing conditions, {"conditions": [{"name", "a", "b", "type", …}]}, and judges each by an assessment of its pair. ' +
    'Types: threshold ("figure", "above" or "below"), reversal ("figure", "was": "up" or "down"), event ("since", a day, and "words"), break ("series", "since", a year). ' +
    'Exit code 4 where one is met, 0 where none is; what the data cannot tell is said and counts as not met. ' +
    'All conditions are checked first: a misspelt figure or state, an impossible day, or a condition that can never be met ends it with code 2.',
  parameters: [
    { name: 'file', kind: 'text', positional: true, required: true, file: true, help: 'the file of conditions' },
    ...recordParameters,
  ],
  formats: ['table', 'json'],
  examples: ['visavis watch conditions.json', 'visavis watch conditions.json --json'],
  load: async () => {
    const [{ z }, { untrustedText }, { watchText }] = await Promise.all([
      import('zod'),
      import('../schemas/untrusted-text.ts'),
      import('../../reports/answers/watch.ts'),
    ])
    const result = z.strictObject({
      name: untrustedText(),
      a: z.string(),
      b: z.string(),
      type: z.enum(['threshold', 'reversal', 'event', 'break']),
      met: z.boolean().nullable().describe('null: these data cannot tell'),
      says: untrustedText('quoted'),
    })
    const output = z.strictObject({ schemaVersion: z.literal(1), conditions: z.array(result) })
    return { output, run, show: { table: watchText }, met: (answer: WatchAnswer) => answer.conditions.some(({ met }) => met === true) }
  },
}

async function run(input: Input, context: Context): Promise<WatchAnswer> {
  const [{ readSource }, { readConditions, requireFitting, checkCondition }, { assessOperation }, { partiesNamed }, { VisavisError }] =
    await Promise.all([
      import('../reading/read-source.ts'),
      import('../../assessments/pairs/watch.ts'),
      import('./assess.ts'),
      import('../request/parties.ts'),
      import('../../errors.ts'),
    ])
  const file = input['file'] as string
  const text = new TextDecoder().decode((await readSource(file, context, 'watch')).bytes)
  const conditions = readConditions(text, file)
  for (const [i, { a, b }] of conditions.entries()) {
    try {
      partiesNamed(a, b, { to: context.today })
    } catch (cause) {
      if (!(cause instanceof VisavisError)) throw cause
      throw new VisavisError(cause.code, `${file}: condition ${i + 1}: ${cause.message}`, {
        cause,
        ...(cause.hint === undefined ? {} : { hint: cause.hint }),
      })
    }
  }
  const { run: assess } = await assessOperation.load()
  const assessments = new Map<string, Assessment>()
  for (const { a, b } of conditions) {
    const pair = `${a} ${b}`
    if (assessments.has(pair)) continue
    const question = { a, b, draws: 200, seed: 1, snapshot: input['snapshot'], asOf: input['asOf'] }
    assessments.set(pair, (await assess(question, context)) as Assessment)
  }
  const assessmentOf = ({ a, b }: Pick<Condition, 'a' | 'b'>): Assessment => assessments.get(`${a} ${b}`)!
  requireFitting(conditions, assessmentOf, file)
  return { schemaVersion: 1, conditions: conditions.map((condition) => checkCondition(condition, assessmentOf(condition))) }
}

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
    'Exit code 4 where one is met, 0 where none is; what the data cannot tell is said and counts as not met.',
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
  const [{ readFile }, { readConditions, checkCondition }, { assessOperation }, { VisavisError }] = await Promise.all([
    import('node:fs/promises'),
    import('../../assessments/pairs/watch.ts'),
    import('./assess.ts'),
    import('../../errors.ts'),
  ])
  const file = input['file'] as string
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new VisavisError('BadInput', `${file} cannot be read: ${cause.message}`, { cause })
  })
  const conditions = readConditions(text, file)
  const { run: assess } = await assessOperation.load()
  const assessments = new Map<string, Assessment>()
  for (const { a, b } of conditions) {
    const pair = `${a} ${b}`
    if (assessments.has(pair)) continue
    const question = { a, b, draws: 200, seed: 1, snapshot: input['snapshot'], asOf: input['asOf'] }
    assessments.set(pair, (await assess(question, context)) as Assessment)
  }
  return {
    schemaVersion: 1,
    conditions: conditions.map((condition) => checkCondition(condition, assessments.get(`${condition.a} ${condition.b}`)!)),
  }
}

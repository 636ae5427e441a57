import { VisavisError } from '../../errors.ts'
import type { Context, Input } from '../request/operation.ts'
import { scenarioOperation } from '../scenarios/scenario.ts'
import { numbersOf, numbersPart } from './part-numbers.ts'
import type { PlannableWork } from './plannable.ts'
import { splitWork } from './split-work.ts'

/** The draws of a scenario and, where its spread is split, the solves of the split: each is an item. */
export const scenarioWork: PlannableWork = splitWork({
  operation: scenarioOperation,
  cell: 400,
  formats: ['json', 'csv', 'md', 'table'],
  resolve: selfContained,
  open: async (input, context) => {
    const [{ scenarioRequest }, { openScenario }, { withRecord }] = await Promise.all([
      import('../scenarios/scenario.ts'),
      import('../../scenarios/run-scenario.ts'),
      import('../storage/record.ts'),
    ])
    const { solves, answer } = await withRecord(input, context, async (snapshot) =>
      openScenario(await scenarioRequest(input, context, snapshot)),
    )
    if (solves.count === 0)
      throw new VisavisError('Usage', 'this scenario has no draws: nothing of it is uncertain, or it has no solution', {
        hint: 'visavis scenario FILE   its answer, in one go',
      })
    return {
      items: solves.count,
      run: ({ from, to }) => numbersPart(Array.from({ length: to - from }, (_, k) => asRow(solves.solve(from + k))).flat()),
      answer: (parts) => answer(parts.flatMap(({ part }) => rowsIn(numbersOf(part)))),
    }
  },
})

/** The scenario's text instead of its file, or the id of a preset. */
async function selfContained(input: Input, context: Context): Promise<Input> {
  const { presets } = await import('../../scenarios/presets-table.ts')
  const { file, ...rest } = input
  if (file === undefined) return input
  if (presets.some(({ id }) => id === file)) return { ...rest, preset: file }
  const { readSource } = await import('../reading/read-source.ts')
  const { bytes } = await readSource(file as string, context, 'scenario')
  return { ...rest, text: new TextDecoder().decode(bytes) }
}

/** Changes of welfare after their number, which is 0 where there is no solution. */
const asRow = (welfare: Float64Array | undefined): number[] => (welfare === undefined ? [0] : [welfare.length, ...welfare])

function rowsIn(numbers: Float64Array): (Float64Array | undefined)[] {
  const rows: (Float64Array | undefined)[] = []
  for (let at = 0; at < numbers.length; ) {
    const length = numbers[at++]!
    rows.push(length === 0 ? undefined : numbers.slice(at, at + length))
    at += length
  }
  return rows
}

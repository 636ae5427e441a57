import { inSentence } from '../../assessments/forms/wording.ts'
import type { LeverageAnswer, LeverageRow } from '../../reports/scenarios/leverage.ts'
import type { Leverage } from '../../scenarios/coalitions/leverage.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { tradeParameters } from './trade-parameters.ts'
import type { NamedSide } from './trade-question.ts'

/** What can two states do to each other by cutting trade? */
export const leverageOperation: Operation = {
  name: 'leverage',
  summary: 'what two states lose if trade between them is cut, each way',
  description:
    'Cuts trade between two states or blocs in general equilibrium: what each loses if all trade ends, if only the sales of the first end, and if only those of the second do, ' +
    'with the range over published elasticities. A model, not a forecast.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state or a bloc: CHN, EU …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another one' },
    ...tradeParameters,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis leverage CHN USA', 'visavis leverage EU RUS --sectors B06,C19', 'visavis leverage China Australia --base baci-2023'],
  load: async () => {
    const [{ leverageSchema }, reports] = await Promise.all([
      import('./coalition-schema.ts'),
      import('../../reports/scenarios/leverage.ts'),
    ])
    return {
      output: leverageSchema,
      run,
      show: { ...reports.leveragePage, csv: reports.leverageCsv },
      next: ({ a, b }: LeverageAnswer) => [
        `visavis coalition "${b.name}" --members "${a.name}",JPN,KOR   what others would add`,
        `visavis assess "${a.name}" "${b.name}"   trade between them as it is`,
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<LeverageAnswer> {
  const [{ openTradeQuestion }, { leverage }, shared] = await Promise.all([
    import('./trade-question.ts'),
    import('../../scenarios/coalitions/leverage.ts'),
    import('./trade-answer.ts'),
  ])
  const question = await openTradeQuestion(input, context)
  const [a, b] = (['a', 'b'] as const).map((name) => question.side(input[name] as string, name)) as [NamedSide, NamedSide]
  const found = leverage(question.modelWith(question.elasticities), a.party, b.party, question.cut)
  const eachSet: Leverage[] = []
  const ranges = shared.rangeOverSets(question, (model) => {
    const one = leverageOrUndefined(() => leverage(model, a.party, b.party, question.cut))
    if (one !== undefined) eachSet.push(one)
    return ids.flatMap((id) => [one?.[id].a ?? Number.NaN, one?.[id].b ?? Number.NaN])
  })
  const rows: LeverageRow[] = ids.map((id, k) => ({
    id,
    cut: cutOf(id, a, b),
    ...found[id],
    aRange: ranges[2 * k]!,
    bRange: ranges[2 * k + 1]!,
  }))
  return {
    schemaVersion: 1,
    a: shared.sideOfAnswer(a),
    b: shared.sideOfAnswer(b),
    cut: shared.cutWords(question),
    rows,
    asymmetry: asymmetryOf(found, eachSet),
    base: shared.baseOfAnswer(question),
    notes: shared.tradeNotes(question, [a, b]),
  }
}

const ids = ['allTrade', 'salesOfA', 'salesOfB'] as const

/** A set of elasticities with which the model has no solution is left out of the range. */
function leverageOrUndefined(find: () => Leverage): Leverage | undefined {
  try {
    return find()
  } catch {
    return undefined
  }
}

function cutOf(id: keyof Leverage, a: NamedSide, b: NamedSide): string {
  if (id === 'allTrade') return 'all trade between them'
  const [one, other] = [inSentence(a.name), inSentence(b.name)]
  return id === 'salesOfA' ? `sales of ${one} to ${other}` : `sales of ${other} to ${one}`
}

function asymmetryOf({ allTrade: { a, b } }: Leverage, eachSet: readonly Leverage[]): LeverageAnswer['asymmetry'] {
  if (!(a > 0 && b > 0)) return null
  const stronger = a < b ? 'a' : 'b'
  const sameInAllSets = eachSet.every(({ allTrade }) => allTrade.a < allTrade.b === a < b)
  return { stronger, ratio: Math.max(a, b) / Math.min(a, b), sameInAllSets }
}

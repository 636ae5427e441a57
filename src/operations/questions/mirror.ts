import type { MirrorAnswer, MirrorRequest } from '../../assessments/mirror/mirror.ts'
import type { MirrorParty } from '../../assessments/mirror/mirror-report.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** How do each side and third parties report the same flow of goods? */
export const mirrorOperation: Operation = {
  name: 'mirror',
  summary: 'what each side reports of the goods between the two',
  description:
    'Puts every report of the goods between two states (or a bloc that reports, such as the EU) side by side, by year, direction and currency: who says it, ' +
    'valued how (FOB or CIF), in which edition; how far the reports lie apart, and what is known to set them apart. Nothing is corrected or averaged, and nothing is converted unless asked.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state, or a bloc that reports trade: CHN, EU …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'the partner' },
    { name: 'from', kind: 'day', help: 'first year' },
    { name: 'to', kind: 'day', help: 'last year (default: the day of the record)' },
    {
      name: 'flow',
      kind: 'choice',
      choices: ['exports', 'imports', 'both'],
      default: 'both',
      help: 'what a sends to b, what b sends to a, or each and both together',
    },
    {
      name: 'in',
      kind: 'choice',
      choices: ['EUR', 'USD'],
      help: 'convert what can be, at yearly average rates that are shown (default: nothing is)',
    },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis mirror CHN RUS --from 2010',
    'visavis mirror EU Kyrgyzstan --flow exports',
    'visavis mirror Kazakhstan Germany --in USD',
    'visavis mirror RUS KAZ --format csv',
  ],
  load: async () => {
    const [{ mirrorSchema }, reports, { states }] = await Promise.all([
      import('../schemas/mirror-schema.ts'),
      import('../../reports/answers/mirror.ts'),
      import('../../states/index.ts'),
    ])
    return {
      output: mirrorSchema,
      run,
      show: { table: reports.mirrorText, csv: reports.mirrorCsv, md: reports.mirrorMarkdown },
      next: ({ a, b }: MirrorAnswer) => [
        `visavis mirror ${a.id} ${b.id} --format csv   every report with its edition and place`,
        // only if both are states
        ...(states.some(({ iso3 }) => iso3 === a.id) && states.some(({ iso3 }) => iso3 === b.id)
          ? [`visavis assess ${a.id} ${b.id}   what the trade weighs for each side`]
          : []),
        'visavis sources --all   which sources of trade can be added',
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<MirrorAnswer> {
  const [{ mirror }, { withRecord, lastDayFor }, { refuseFuture, requestedPeriod }] = await Promise.all([
    import('../../assessments/mirror/mirror.ts'),
    import('../storage/record.ts'),
    import('../request/period.ts'),
  ])
  const window = requestedPeriod(input['from'] as string | undefined, input['to'] as string | undefined)
  refuseFuture(window, input['to'] as string | undefined, context.today)
  return withRecord(input, context, async (snapshot) => {
    const to = lastDayFor(input, context, snapshot, window.to)
    const { from } = requestedPeriod(window.from, to)
    const [a, b] = await requestedParties(input['a'] as string, input['b'] as string, { from: from ?? '1816-01-01', to })
    const [flow, currency] = [input['flow'] as MirrorRequest['flow'], input['in'] as MirrorRequest['currency']]
    return mirror({ a, b, from, to, flow, currency }, snapshot)
  })
}

/** Returns the two parties. Two states must both have existed in the window; if one party is a bloc, that is not checked. */
async function requestedParties(first: string, second: string, window: { from: string; to: string }): Promise<[MirrorParty, MirrorParty]> {
  const [{ dyadNamed, requestedName, stateNamed }, { blocOf }] = await Promise.all([
    import('../request/parties.ts'),
    import('../../states/index.ts'),
  ])
  const blocs = [first, second].map((spelling) => {
    const found = requestedName(spelling, window.to)
    return found.kind === 'bloc' ? { id: found.id, name: blocOf(found.id)?.name ?? found.id } : undefined
  })
  if (blocs[0] === undefined && blocs[1] === undefined) {
    const [a, b] = dyadNamed(first, second, window)
    return [partyOf(a), partyOf(b)]
  }
  return [blocs[0] ?? partyOf(stateNamed(first, window.to)), blocs[1] ?? partyOf(stateNamed(second, window.to))]
}

function partyOf(state: { readonly iso3: string; readonly name: string }): MirrorParty {
  return { id: state.iso3, name: state.name }
}

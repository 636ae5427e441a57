import type { StakeholdersAnswer } from '../../reports/parts/stakeholders.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** Which states, blocs, organisations and persons does the ledger of a pair name, and which of them together? */
export const stakeholdersOperation: Operation = {
  name: 'stakeholders',
  summary: 'whom the ledger of a pair names, and with whom',
  description:
    'Lists the states, blocs, organisations and persons that the ledger of a pair names, with role, first and last day and number of items, and who is named ' +
    'in the same items: as a table, or as a network for Graphviz (dot), Gephi, igraph or NetworkX (graphml).',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state: CHN, China, Beijing …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state; pairs with a ledger: docs/ledgers.md' },
    { name: 'to', kind: 'day', help: 'last day: later items are left out (default: the last day of the ledger)' },
  ],
  formats: ['table', 'json', 'csv', 'dot', 'graphml'],
  examples: [
    'visavis stakeholders CHN RUS',
    'visavis stakeholders USA IND --format graphml -o usa-ind.graphml',
    'visavis stakeholders CHN RUS --format dot | neato -Tsvg > network.svg',
  ],
  load: async () => {
    const [{ stakeholdersSchema }, reports, graphs] = await Promise.all([
      import('../schemas/stakeholders-schema.ts'),
      import('../../reports/parts/stakeholders.ts'),
      import('../../reports/parts/network-dot-graphml.ts'),
    ])
    return {
      output: stakeholdersSchema,
      run,
      show: { table: reports.stakeholdersText, csv: reports.stakeholdersCsv, dot: graphs.networkDot, graphml: graphs.networkGraphml },
      notes: (answer: StakeholdersAnswer, format) => (format === 'table' ? reports.stakeholdersLeftOut(answer) : []),
      next: ({ a, b }: StakeholdersAnswer) => [
        `visavis assess ${a} ${b} --format html -o page.html   the ledger, its timeline and this network drawn`,
        `visavis stakeholders ${a} ${b} --format graphml -o network.graphml   for Gephi, igraph, NetworkX`,
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<StakeholdersAnswer> {
  const [{ bundledLedger, ledgerPairs }, { stakeholdersOf }, { dyadNamed }, { refuseFuture, requestedPeriod }, { VisavisError }] =
    await Promise.all([
      import('../../assessments/index.ts'),
      import('../../assessments/pairs/stakeholder-network.ts'),
      import('../request/parties.ts'),
      import('../request/period.ts'),
      import('../../errors.ts'),
    ])
  const window = requestedPeriod(undefined, input['to'] as string | undefined)
  refuseFuture(window, input['to'] as string | undefined, context.today)
  const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { to: window.to ?? context.today })
  const ledger = bundledLedger(a.iso3, b.iso3)
  if (ledger === undefined) {
    const pairs = ledgerPairs.map((pair) => pair.join(' ')).join(', ')
    throw new VisavisError('NoCoverage', `there is no ledger of ${a.name} and ${b.name}; there are ledgers of ${pairs}`, {
      hint: `visavis stakeholders ${ledgerPairs[0]!.join(' ')}`,
    })
  }
  const to = window.to !== undefined && window.to < ledger.to ? window.to : ledger.to
  return { schemaVersion: 1, reviewed: ledger.reviewed, to, ...stakeholdersOf(ledger, to) }
}

import type { Ledger } from '../../assessments/index.ts'
import { VisavisError } from '../../errors.ts'
import type { LedgerAnswer } from '../../reports/parts/ledger.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** Which dated events does the ledger of a pair have, and from which sources? */
export const ledgerOperation: Operation = {
  name: 'ledger',
  summary: 'dated, sourced facts on a pair',
  description:
    'Lists the items of the ledger of a pair, the newest first: treaties, exercises, statements, contracts, disputes, each with its date, its sources, ' +
    'whether it speaks for a closer tie or against it, and the indicator of the stage that it is about.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state: CHN, China, Beijing …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state; pairs with a ledger: docs/ledgers.md' },
    { name: 'from', kind: 'day', help: 'first year or day (default: the first day of the ledger)' },
    { name: 'to', kind: 'day', help: 'last year or day (default: the last day of the ledger)' },
    { name: 'direction', kind: 'choice', choices: ['supports', 'contradicts'], help: 'for a closer tie, or against it' },
    { name: 'words', kind: 'text', help: 'words that the sentence must have' },
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis ledger CHN RUS --from 2022',
    'visavis ledger USA IND --direction contradicts',
    'visavis ledger CHN RUS --words "joint patrol" --format csv -o patrols.csv',
  ],
  load: async () => {
    const [{ ledgerSchema }, reports, { ledgerCsv }] = await Promise.all([
      import('../schemas/ledger-schema.ts'),
      import('../../reports/parts/ledger.ts'),
      import('../../reports/bundle/ledger-csv.ts'),
    ])
    const csv = ({ items }: LedgerAnswer): string => ledgerCsv(items)
    return { output: ledgerSchema, run, show: { table: reports.ledgerText, csv, md: reports.ledgerMarkdown } }
  },
}

async function run(input: Input, context: Context): Promise<LedgerAnswer> {
  const [{ firstDay, lastDay }, { refuseFuture, requestedPeriod }] = await Promise.all([
    import('../../assessments/forms/ledger-check.ts'),
    import('../request/period.ts'),
  ])
  const window = requestedPeriod(input['from'] as string | undefined, input['to'] as string | undefined)
  refuseFuture(window, (input['from'] ?? input['to']) as string | undefined, context.today)
  const ledger = await ledgerOfPair(input, window.to ?? context.today)
  const from = window.from ?? ledger.from
  const to = window.to !== undefined && window.to < ledger.to ? window.to : ledger.to
  const words = (input['words'] as string | undefined)?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  const items = ledger.items.filter(
    ({ date, direction, sentence }) =>
      lastDay(date) >= from &&
      firstDay(date) <= to &&
      (input['direction'] === undefined || direction === input['direction']) &&
      words.every((word) => sentence.toLowerCase().includes(word)),
  )
  const { a, b, reviewed } = ledger
  const newestFirst = [...items].sort((x, y) => (x.date === y.date ? (x.id < y.id ? -1 : 1) : x.date > y.date ? -1 : 1))
  return { schemaVersion: 1, a, b, from, to, ledger: { from: ledger.from, to: ledger.to, reviewed }, items: newestFirst }
}

/** Returns the ledger of the requested pair, whose states are looked up for the day `to`. */
async function ledgerOfPair(input: Input, to: string): Promise<Ledger> {
  const [{ bundledLedger, ledgerPairs }, { dyadNamed }] = await Promise.all([
    import('../../assessments/index.ts'),
    import('../request/parties.ts'),
  ])
  const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { to })
  const ledger = bundledLedger(a.iso3, b.iso3)
  if (ledger !== undefined) return ledger
  const pairs = ledgerPairs.map((pair) => pair.join(' ')).join(', ')
  throw new VisavisError('NoCoverage', `there is no ledger of ${a.name} and ${b.name}; there are ledgers of ${pairs}`, {
    hint: `visavis ledger ${ledgerPairs[0]!.join(' ')}`,
  })
}

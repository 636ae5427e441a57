import type { FindAnswer, FoundParty } from '../../reports/answers/find.ts'
import type { SuggestedPair, Suggestion } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Format, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { cutNote } from '../request/table-limits.ts'

/** Which states, blocs and pairs may be meant by the beginnings of one, two or three names? */
export const findOperation: Operation = {
  name: 'find',
  summary: 'which state, bloc or pair is meant by the beginnings of names',
  description:
    'Reads what was typed so far as one name, as two, or as three, of which two are compared for one: names, codes, capitals, former names, blocs, names in other languages; case and accents do not matter, and a misspelt letter or two ' +
    'are forgiven where nothing begins so. Of equals the more populous comes first. Of one name, the pairs that have a ledger follow, then those with its largest trading partners, its rivals and its neighbours, then those with the most populous states.',
  parameters: [
    { name: 'text', kind: 'text', positional: true, required: true, help: 'what was typed: "rus chi", Moscow, "EU russia"' },
    { name: 'limit', kind: 'integer', inTables: 8, least: 1, most: 1_000_000, help: 'parties, and pairs (8 in a table; else all)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis find "rus chi"',
    'visavis find "Moscow Beijing"',
    'visavis find germny',
    'visavis find "nato csto"',
    'visavis find "vietnam china usa"',
  ],
  quick: true,
  load: async () => {
    const [{ z }, reports] = await Promise.all([import('zod'), import('../../reports/answers/find.ts')])
    const party = z.strictObject({
      kind: z.enum(['state', 'bloc']),
      id: z.string().describe('ISO3 code of a state, id of a bloc'),
      name: z.string(),
      by: z.string().describe('the spelling that was met'),
      exact: z.boolean().describe('false where a misspelt letter was forgiven'),
      until: z.string().nullable().describe('last day, where it is no more'),
    })
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      asked: z.string(),
      totals: z.strictObject({ parties: z.int(), pairs: z.int() }).describe('how many there are; a limit may show fewer'),
      parties: z.array(party).describe('whom the whole of it may mean'),
      pairs: z
        .array(z.strictObject({ a: party, b: party, ledger: z.boolean().describe('whether the pair has a ledger of events') }))
        .describe('which two it may mean; of one name, that party with others'),
      comparisons: z
        .array(z.strictObject({ of: party, with: z.tuple([party, party]) }))
        .describe('which three it may mean, where it is no pair: each as the one for which the two others are compared'),
    })
    return { output, run, show: { table: reports.findText, csv: reports.findCsv, md: reports.findMarkdown }, notes }
  },
}

/** Says how many of the parties and pairs an answer shows. */
function notes({ totals, parties, pairs }: FindAnswer, format: Format): string[] {
  return [...cutNote('parties', parties.length, totals.parties, format), ...cutNote('pairs', pairs.length, totals.pairs, format)]
}

async function run(input: Input, context: Context): Promise<FindAnswer> {
  const [{ withRecord }, states, { closestPartners, ledgerPairs }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../states/index.ts'),
    import('../../assessments/index.ts'),
  ])
  const { text, limit } = input as { text: string; limit?: number }
  const partyOf = ({ kind, id, by, rank }: Suggestion): FoundParty => {
    const state = kind === 'state' ? states.stateOf(id) : undefined
    const bloc = kind === 'bloc' ? states.blocs.find((one) => one.id === id) : undefined
    const until = state === undefined ? bloc!.dissolved : (state.spans.at(-1)?.to ?? null)
    return { kind, id, name: state?.name ?? bloc!.name, by, exact: rank < 3, until }
  }
  const hasLedger = (a: string, b: string): boolean => ledgerPairs.some((pair) => pair.includes(a) && pair.includes(b))
  return withRecord(input, context, async (snapshot) => {
    const populations = await populationsOf(snapshot)
    const weight = (id: string): number => populations.get(id) ?? 0
    const parties = states.suggestParties(text, weight)
    const two = states.suggestPairs(text, weight)
    const only = parties[0]
    const nameOf = (iso3: string): string | undefined => states.stateOf(iso3)?.name
    // a complete name is one party even if it could be split in two: South Korea
    const isAlone = only !== undefined && (only.rank === 0 || two.length === 0)
    const others = isAlone
      ? partners(only, ledgerPairs, [...(await closestPartners(snapshot, only.id)), ...populous(populations)], nameOf)
      : []
    const pairs = others.length > 0 ? others : two
    const shown = pairs.slice(0, limit).map(({ a, b }) => ({ a: partyOf(a), b: partyOf(b), ledger: hasLedger(a.id, b.id) }))
    const trios = pairs.length === 0 ? states.suggestTrios(text, weight) : []
    const comparisons = trios.map(({ of, beside }) => ({ of: partyOf(of), with: [partyOf(beside[0]), partyOf(beside[1])] as const }))
    const totals = { parties: parties.length, pairs: pairs.length }
    return { schemaVersion: 1, asked: text, totals, parties: parties.slice(0, limit).map(partyOf), pairs: shown, comparisons }
  })
}

type Pairs = readonly (readonly [string, string])[]

/** Returns pairs to suggest for one party: first those with a ledger, then those with these states in their order. */
function partners(a: Suggestion, ledgers: Pairs, others: readonly string[], nameOf: (iso3: string) => string | undefined) {
  const ledgerPartners = ledgers.filter((pair) => pair.includes(a.id)).map(([x, y]) => (x === a.id ? y : x))
  return [...new Set([...ledgerPartners, ...others])].flatMap((id): SuggestedPair[] => {
    const name = nameOf(id)
    return id === a.id || name === undefined ? [] : [{ a, b: { kind: 'state', id, by: name, rank: 0 } }]
  })
}

function populous(populations: ReadonlyMap<string, number>): string[] {
  return [...populations].sort((x, y) => y[1] - x[1]).map(([id]) => id)
}

/** Populations by record, cached because the search field of the web application sends a request at every letter. */
const populationCache = new WeakMap<Snapshot, Promise<ReadonlyMap<string, number>>>()

/** Returns the latest population of each state in the record. */
function populationsOf(snapshot: Snapshot): Promise<ReadonlyMap<string, number>> {
  const found = populationCache.get(snapshot) ?? latest(snapshot)
  populationCache.set(snapshot, found)
  return found
}

async function latest(snapshot: Snapshot): Promise<ReadonlyMap<string, number>> {
  const rows = await snapshot.rows(
    `SELECT from_id, arg_max(value, start_date) AS population FROM observations
     WHERE indicator = 'population' AND to_id IS NULL AND value IS NOT NULL GROUP BY from_id ORDER BY from_id`,
  )
  return new Map(rows.map((row) => [String(row['from_id']), Number(row['population'])]))
}

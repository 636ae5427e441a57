import type { Fact, FactRow } from '../../memory/index.ts'
import type { FactOfPair, FactsAnswer } from '../../reports/memory/facts-answer.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which facts stand, or stood, between two states? */
export const factsOperation: Operation = {
  name: 'facts',
  summary: 'what stands between two states from a day to a day',
  description:
    'Lists the facts between two states: fighting, armistices, peace treaties, missing or lowered relations, territorial claims, each with who acted, from when to when, how it ended, and its source. ' +
    'Those in force come first, then the newest. Says what it means that none was found.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state: CHN, China, Beijing …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state' },
    { name: 'on', kind: 'day', help: 'only what is, or may be, in force on this day' },
    { name: 'kind', kind: 'text', help: 'one kind: no-relations, territorial-claim … (visavis catalogue has all)' },
    { name: 'to', kind: 'day', help: 'nothing later than this day is seen, ends included (default: the day of the record)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis facts QAT SAU',
    'visavis facts Iran "United States" --on 1985-01-01',
    'visavis facts CHN IND --kind territorial-claim --json',
  ],
  load: async () => {
    const [{ z }, { untrustedText }, reports] = await Promise.all([
      import('zod'),
      import('../schemas/untrusted-text.ts'),
      import('../../reports/memory/facts-answer.ts'),
    ])
    const party = z.strictObject({ iso3: z.string(), name: z.string() })
    const told = 'as precisely as the source states it: a year, a month or a day'
    const fact = z.strictObject({
      kind: z.string(),
      domain: z.string(),
      title: z.string(),
      sentence: z.string().describe('the fact without its dates'),
      actor: z.string().nullable().describe('the state that acted, or both; null where no one side is named'),
      form: z.string().nullable(),
      name: z.string().nullable(),
      start: z.string().describe(`first day in force, ${told}`),
      end: z.string().nullable().describe(`last day in force, ${told}; null: in force, or its end is not known by the day`),
      startFirst: z.string().describe('the first day that the start can mean'),
      startLast: z.string(),
      endFirst: z.string().nullable(),
      endLast: z.string().nullable(),
      inForce: z.enum(['sure', 'possible', 'no']).describe('on the day asked about; possible where its dates leave that open'),
      endedBy: z.string().nullable(),
      amount: z.number().nullable(),
      unit: z.string().nullable(),
      source: z.string(),
      vintage: untrustedText('cell'),
      publisher: z.string(),
      locator: z.string().describe('publisher, title, day and address of the text'),
      checked: z.string().nullable().describe('how far the text was checked: read, matched or named'),
      note: z.string().nullable(),
    })
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      a: party,
      b: party,
      to: z.string().describe('nothing later is seen'),
      on: z.string().nullable().describe('the day on which all facts here are in force, where one was asked for'),
      facts: z.array(fact).describe('in force first, then the others; each the newest first'),
      none: z
        .array(z.strictObject({ kind: z.string(), title: z.string(), absent: z.string() }))
        .describe('kinds of which nothing was found, and what that means'),
      sources: z.array(z.strictObject({ id: z.string(), title: z.string(), provider: z.string(), vintage: untrustedText('cell') })),
    })
    return { output, run, show: { ...reports.factsPage, csv: reports.factsCsv } }
  },
}

async function run(input: Input, context: Context): Promise<FactsAnswer> {
  const [memory, { requestedPair }, { withRecord, lastDayFor }] = await Promise.all([
    import('../../memory/index.ts'),
    import('./memory-request.ts'),
    import('../storage/record.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const { a, b, to, on } = await requestedPair(input, context, snapshot, (day) => lastDayFor(input, context, snapshot, day))
    const kinds = await requestedKinds(input['kind'] as string | undefined, memory.catalogueOf(snapshot).facts)
    const day = on ?? to
    const rows = (await memory.factsOf(snapshot, a.iso3, b.iso3, to)).map((row) => memory.seenOn(row, to))
    const facts = kinds
      .flatMap((kind) => rows.filter((row) => row.kind === kind.kind).map((row) => factOf(kind, row, [a, b], memory.inForce(row, day))))
      .filter(({ inForce }) => on === undefined || inForce !== 'no')
      .sort(newestInForceFirst)
    const none = kinds.filter(({ kind }) => facts.every((one) => one.kind !== kind))
    return {
      schemaVersion: 1,
      ...{
        a: partyOf(a),
        b: partyOf(b),
        to,
        on: on ?? null,
        facts: facts.map((one) => (one.vintage === '' ? { ...one, vintage: editionOf(snapshot, one) } : one)),
      },
      none: none.map(({ kind, title, absent }) => ({ kind, title, absent })),
      sources: sourcesOf(snapshot, facts),
    }
  })
}

const partyOf = ({ iso3, name }: State): FactsAnswer['a'] => ({ iso3, name })

/** Tables of ours whose rows name no edition have that of their card. */
function editionOf({ manifest }: Snapshot, { source }: FactOfPair): string {
  return manifest.sources.find(({ id }) => id === source)?.vintage ?? ''
}

function sourcesOf({ manifest }: Snapshot, facts: readonly FactOfPair[]): FactsAnswer['sources'] {
  return manifest.sources
    .filter(({ id }) => facts.some(({ source }) => source === id))
    .map(({ id, title, provider, vintage }) => ({ id, title, provider, vintage }))
}

/** @throws VisavisError Usage, with the nearest names */
async function requestedKinds(kind: string | undefined, facts: readonly Fact[]): Promise<readonly Fact[]> {
  if (kind === undefined) return facts
  const { factCalled, similarIds } = await import('../../memory/index.ts')
  const found = factCalled(kind, facts)
  if (found !== undefined) return [found]
  const { unknownEntryError } = await import('./memory-request.ts')
  const kinds = facts.map((fact) => fact.kind)
  throw unknownEntryError('kind of fact', kind, similarIds(kinds, kind), kinds)
}

function factOf(fact: Fact, row: FactRow, [a, b]: readonly [State, State], inForce: FactOfPair['inForce']): FactOfPair {
  const { form, name, actor } = row
  const nameOf = (iso3: string): string => (iso3 === a.iso3 ? a.name : b.name)
  const isOne = actor === row.a || actor === row.b
  const acting = isOne ? nameOf(actor) : actor === 'both' ? null : actor
  const other = isOne ? nameOf(actor === row.a ? row.b : row.a) : null
  return {
    ...{ kind: fact.kind, domain: fact.domain, title: fact.words.title({ form, name }) },
    sentence: fact.words.sentence({ a: a.name, b: b.name, actor: acting, other, form, name }),
    ...{ actor, form, name, start: row.start_told, end: row.end_told, startFirst: row.start_first, startLast: row.start_last },
    ...{ endFirst: row.end_first, endLast: row.end_last, inForce, endedBy: row.ended_by, amount: row.amount, unit: row.unit },
    ...{ source: row.source, vintage: (row.vintage as string | null) ?? '', publisher: row.locator.split(', ')[0]!, locator: row.locator },
    ...{ checked: row.checked, note: row.note },
  }
}

const order = { sure: 0, possible: 1, no: 2 } as const

function newestInForceFirst(x: FactOfPair, y: FactOfPair): number {
  if (x.inForce !== y.inForce) return order[x.inForce] - order[y.inForce]
  return x.startFirst === y.startFirst ? 0 : x.startFirst < y.startFirst ? 1 : -1
}

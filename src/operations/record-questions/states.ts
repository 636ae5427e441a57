import type { StateEntry, StatesAnswer } from '../../reports/answers/states.ts'
import type { Resolution, State } from '../../states/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which state or bloc does a name mean, and which states existed on a day? */
export const statesOperation: Operation = {
  name: 'states',
  summary: 'who is meant by a name; who existed when; who is in a bloc',
  description:
    'With a name, code or capital: which state is meant, its dates, codes, names and blocs. With a bloc: its members on the day. With neither: all states on the day.',
  parameters: [
    { name: 'name', kind: 'text', positional: true, help: 'a state or a bloc in any spelling' },
    { name: 'on', kind: 'day', help: 'the day it is about (default: the day of the record)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis states', 'visavis states Moscow', 'visavis states Yugoslavia --on 1985', 'visavis states BRICS --on 2024'],
  quick: true,
  load: async () => {
    const [{ z }, reports] = await Promise.all([import('zod'), import('../../reports/answers/states.ts')])
    const span = { from: z.string(), to: z.string().nullable() }
    const entry = z.strictObject({
      iso3: z.string(),
      iso2: z.string().nullable(),
      m49: z.number().nullable(),
      cow: z.number().nullable(),
      gw: z.number().nullable(),
      name: z.string(),
      official: z.string(),
      ...span,
      predecessors: z.array(z.string()),
      successors: z.array(z.string()),
    })
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      date: z.string(),
      asked: z.string().nullable(),
      meant: z.string().nullable(),
      states: z.array(entry),
      names: z.array(z.strictObject({ name: z.string(), ...span })),
      blocs: z.array(z.strictObject({ bloc: z.string(), role: z.string(), ...span })),
    })
    return { output, run, show: { table: reports.statesText, csv: reports.statesCsv, md: reports.statesMarkdown } }
  },
}

async function run(input: Input, context: Context): Promise<StatesAnswer> {
  const [{ withRecord, lastDayFor }, states, { requestedName, stateNamed }, { periodEnd }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../states/index.ts'),
    import('../request/parties.ts'),
    import('../request/period.ts'),
  ])
  const asked = (input['name'] as string | undefined) ?? null
  return withRecord(input, context, async (snapshot) => {
    const on = input['on'] as string | undefined
    const date = on === undefined ? lastDayFor(input, context, snapshot, undefined) : periodEnd(on)
    const memberships = (await snapshot.rows('SELECT * FROM memberships')) as unknown as Parameters<typeof states.membersOn>[0]
    const base = { schemaVersion: 1 as const, date, asked, names: [], blocs: [] }
    const entryOn = (state: State): StateEntry => entryOf(state, date, states.cowOn(state, date) ?? null, states.gwOn(state, date) ?? null)
    const alive = states.states.filter((state) => states.existedOn(state, date))
    if (asked === null) return { ...base, meant: null, states: alive.map(entryOn) }
    const found: Resolution = requestedName(asked, date)
    if (found.kind === 'bloc') {
      const members = states.membersOn(memberships, found.id, date)
      const known = members.flatMap((iso3) => states.stateOf(iso3) ?? [])
      const name = states.blocs.find((bloc) => bloc.id === found.id)?.name ?? found.id
      return { ...base, meant: `members of ${name} on ${date}`, states: known.map(entryOn) }
    }
    const state = stateNamed(asked, date)
    const meant = `${states.nameOn(state, date)}${found.kind === 'state' && found.marked !== undefined ? ` (by its ${found.marked})` : ''}`
    const names = state.names.map(({ name, from, to }) => ({ name, from, to }))
    const blocs = states
      .membershipsOf(memberships, state.iso3, date)
      .map((one) => ({ bloc: one.bloc, role: one.role, from: one.start_date, to: one.end_date }))
    return { ...base, meant, states: [entryOn(state)], names, blocs }
  })
}

function entryOf(state: State, date: string, cow: number | null, gw: number | null): StateEntry {
  const span = state.spans.find((one) => one.from <= date && (one.to === null || one.to >= date)) ?? state.spans.at(-1)!
  return {
    iso3: state.iso3,
    iso2: state.iso2,
    m49: state.m49,
    cow,
    gw,
    name: state.name,
    official: state.official,
    from: span.from,
    to: span.to,
    predecessors: state.predecessors,
    successors: state.successors,
  }
}

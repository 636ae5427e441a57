import { csvOfRecords } from '../text/csv.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

/** A state in a list, with its codes on the requested day. */
export interface StateEntry {
  readonly iso3: string
  readonly iso2: string | null
  readonly m49: number | null
  readonly cow: number | null
  readonly gw: number | null
  readonly name: string
  readonly official: string
  readonly from: string
  readonly to: string | null
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
}

/** The answer of `visavis states`. */
export interface StatesAnswer {
  readonly schemaVersion: 1
  readonly date: string
  /** The requested name, and what it means: a state, or the members of a bloc. Both are null if no name was requested. */
  readonly asked: string | null
  readonly meant: string | null
  readonly states: readonly StateEntry[]
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string | null }[]
  readonly blocs: readonly { readonly bloc: string; readonly role: string; readonly from: string; readonly to: string | null }[]
}

const columns: readonly Column[] = [
  { title: 'ISO3' },
  { title: 'name' },
  { title: 'COW', align: 'right' },
  { title: 'GW', align: 'right' },
  { title: 'M49', align: 'right' },
  { title: 'from' },
  { title: 'to' },
]

function row(state: StateEntry): string[] {
  return [state.iso3, state.name, shown(state.cow), shown(state.gw), shown(state.m49), state.from, state.to ?? 'today']
}

function shown(code: number | null): string {
  return code === null ? '–' : String(code)
}

/** Writes the states as a table, or a single state with its names, predecessors, successors and blocs. */
export function statesText(answer: StatesAnswer): string {
  const { date, meant, states, names, blocs } = answer
  const head = meant === null ? `${states.length} states on ${date}` : `${meant}${states.length === 1 ? '' : `: ${states.length}`}`
  const only = states.length === 1 ? states[0]! : undefined
  const kin =
    only === undefined
      ? []
      : ([
          ['Predecessors', only.predecessors],
          ['Successors', only.successors],
        ] as const)
  return [
    head,
    '',
    textTable(columns, states.map(row)),
    ...(only === undefined ? [] : ['', `Official name: ${only.official}`]),
    ...names.map((one) => `Named ${one.name} from ${one.from} to ${one.to ?? 'today'}`),
    ...kin.flatMap(([title, codes]) => (codes.length === 0 ? [] : [`${title}: ${codes.join(', ')}`])),
    ...(blocs.length === 0
      ? []
      : [
          '',
          `Blocs on ${date}:`,
          ...blocs.map((one) => `  ${one.bloc}${one.role === 'member' ? '' : ` (${one.role})`} since ${one.from}`),
        ]),
  ].join('\n')
}

/** Writes the states as a Markdown table. */
export function statesMarkdown(answer: StatesAnswer): string {
  return markdownTable(columns, answer.states.map(row))
}

/** Writes the states as CSV, one row each. */
export function statesCsv(answer: StatesAnswer): string {
  return csvOfRecords(['iso3', 'iso2', 'm49', 'cow', 'gw', 'name', 'official', 'from', 'to'], answer.states)
}

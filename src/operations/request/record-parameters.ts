import type { Parameter } from './operation.ts'

/** Inputs that select a record and a day. */
export const recordParameters: readonly Parameter[] = [
  { name: 'asOf', kind: 'day', help: 'nothing later than this day; of several snapshots, the newest by then' },
  { name: 'snapshot', kind: 'text', help: 'a snapshot by id, or by path' },
]

/** The flag by which an answer asks the providers for what it lacks. */
export const pullParameter: Parameter = {
  name: 'pull',
  kind: 'flag',
  writes: true,
  help: 'ask UN Comtrade, IMF, World Bank and Eurostat for what it lacks (uses the network)',
}

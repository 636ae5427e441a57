import type { Parameter } from '../request/operation.ts'

/** Inputs of questions about cutting trade. The bases are named here, since help must not load them. */
export const tradeParameters: readonly Parameter[] = [
  {
    name: 'base',
    kind: 'choice',
    choices: ['icio-2022', 'baci-2023', 'wiod-2011'],
    default: 'icio-2022',
    help: 'icio-2022: 81 economies, 28 sectors; baci-2023: 187 states, goods as one sector; wiod-2011: 41 economies, input links',
  },
  { name: 'data', kind: 'text', file: true, most: 4096, help: 'a folder with a base of your own (flows.csv …), in place of --base' },
  { name: 'factor', kind: 'text', help: 'how many times as costly moving goods becomes: 2 = doubled (default: a ban)' },
  { name: 'sectors', kind: 'text', most: 500, help: 'only these sectors, by code with commas: see visavis scenario list' },
  { name: 'elasticities', kind: 'text', help: 'a published set by id, or one number (default: the usual set of the base)' },
]

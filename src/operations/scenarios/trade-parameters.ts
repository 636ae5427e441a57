import type { Parameter } from '../request/operation.ts'

/** Inputs of questions about cutting trade. The bases are named here, since help must not load them. */
export const tradeParameters: readonly Parameter[] = [
  {
    name: 'base',
    kind: 'choice',
    choices: ['icio-2022', 'baci-2023', 'wiod-2011'],
    default: 'icio-2022',
    help: '81 economies × 28 sectors; 187 × 1; 41 × 31 with input links',
  },
  { name: 'data', kind: 'text', file: true, most: 4096, help: 'a folder with a base of your own' },
  { name: 'factor', kind: 'text', help: 'factor of trade costs (default: a ban)' },
  { name: 'sectors', kind: 'text', most: 500, help: 'only these sectors, with commas: see visavis scenario list' },
  { name: 'elasticities', kind: 'text', help: 'id of a published set, or a number' },
]

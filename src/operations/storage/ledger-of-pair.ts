import { bundledLedger, type Ledger, ledgerPairs } from '../../assessments/index.ts'
import { VisavisError } from '../../errors.ts'
import type { Input } from '../request/operation.ts'
import { dyadNamed } from '../request/parties.ts'

/**
 * The ledger of the requested pair.
 *
 * @param to   last day of its items
 * @throws VisavisError NoCoverage where there is none, naming the pairs that have one
 */
export async function ledgerOfPair(input: Input, to: string): Promise<Ledger> {
  const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { to })
  const ledger = bundledLedger(a.iso3, b.iso3)
  if (ledger !== undefined) return ledger
  const pairs = ledgerPairs.map((pair) => pair.join(' ')).join(', ')
  throw new VisavisError('NoCoverage', `there is no ledger of ${a.name} and ${b.name}; there are ledgers of ${pairs}`, {
    hint: `visavis ledger ${ledgerPairs[0]!.join(' ')}`,
  })
}

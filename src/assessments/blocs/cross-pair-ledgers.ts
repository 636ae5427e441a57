import { stateOf } from '../../states/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import type { Ledger } from '../forms/ledger-item.ts'
import { bundledLedger, ledgerPairs } from '../record/ledger.ts'
import { ledgerCard } from '../record/ledger-card.ts'
import { type BlocInputs, memberName } from './bloc-parties.ts'

/** A cross pair that has a ledger, with the inputs (`bench`) to assess a domain for that pair alone. */
export interface LedgerPair {
  readonly bench: DomainInputs
  readonly ledger: Ledger
  readonly name: string
}

/** Returns the cross pairs that have a ledger of evidence, in the order of the list of ledgers. */
export function crossPairLedgers({ a, b, bench }: BlocInputs): LedgerPair[] {
  return ledgerPairs.flatMap(([x, y]) => {
    const [first, second] =
      a.members.includes(x) && b.members.includes(y) ? [x, y] : a.members.includes(y) && b.members.includes(x) ? [y, x] : []
    const ledger = first === undefined || second === undefined ? undefined : bundledLedger(first, second)
    if (ledger === undefined) return []
    const { to } = bench.dyad
    const named = (iso3: string): DomainInputs['dyad']['a'] => ({ ...stateOf(iso3)!, name: memberName(iso3, to) })
    const dyad = { ...bench.dyad, a: named(first!), b: named(second!) }
    const cards = new Map([...bench.cards, ['ledger', ledgerCard(ledger)] as const])
    return [{ bench: { ...bench, dyad, ledger, cards }, ledger, name: `${dyad.a.name} and ${dyad.b.name}` }]
  })
}

import { stateOf } from '../../states/index.ts'
import type { SourceCard } from '../../store/index.ts'
import type { Ledger } from '../forms/ledger-item.ts'

/** Describes the ledger of a pair as a citable source. */
export function ledgerCard(ledger: Ledger): SourceCard {
  const pair = [ledger.a, ledger.b].map((iso3) => stateOf(iso3)!.name).join(' and ')
  return {
    id: 'ledger',
    title: `Ledger of evidence on ${pair}`,
    provider: 'Vis-à-vis',
    url: 'docs/ledgers.md',
    licence: {
      id: 'CC0-1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      redistribute: true,
      terms: 'Dated facts in sentences of our own, each with the public texts that support it.',
    },
    citation: `Vis-à-vis (${ledger.reviewed.slice(0, 4)}). Ledger of evidence on ${pair}. data/ledgers/${ledger.a.toLowerCase()}-${ledger.b.toLowerCase()}.json.`,
    vintage: `reviewed ${ledger.reviewed}, ${ledger.items.length} items`,
    coverage: [
      { indicator: 'ledger-items', from: ledger.from, to: ledger.to, whom: pair, states: [ledger.a, ledger.b], absence: 'unknown' },
    ],
    quirks: ['Items were chosen by a reviewer: a count of them is "at least".'],
  }
}

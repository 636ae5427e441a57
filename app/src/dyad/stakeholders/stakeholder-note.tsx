import type { Answers } from '../../../../src/server/answer-types.ts'
import { LedgerEntries } from '../ledger-entries.tsx'
import { namedWords } from './network-figure.tsx'
import type { Network, Stakeholder } from './network-layout.ts'

interface StakeholderNoteProps {
  readonly node: Stakeholder
  readonly network: Network
  readonly ledger: Answers['ledger'] | undefined
  readonly onChoose: (id: string) => void
}

/** Shows one name in the ledger: roles, dates, names in the same items, and the items. */
export function StakeholderNote({ node, network, ledger, onChoose }: StakeholderNoteProps) {
  const ids = new Set(node.items)
  const items = ledger?.items.filter(({ id }) => ids.has(id)) ?? []
  return (
    <section class="card" tabIndex={0} aria-label={node.name} aria-live="polite">
      <h3>{node.name}</h3>
      <p class="small">{namedWords(node)}</p>
      <Ties node={node} network={network} onChoose={onChoose} />
      <LedgerEntries items={items} label={`Items that name ${node.name}`} />
    </section>
  )
}

function Ties({ node, network, onChoose }: Omit<StakeholderNoteProps, 'ledger'>) {
  const named = (id: string): string => network.nodes.find((one) => one.id === id)?.name ?? id
  const ties = network.links
    .filter(({ kind, from, to }) => kind === 'named together' && (from === node.id || to === node.id))
    .map(({ from, to, items }) => ({ id: from === node.id ? to : from, count: items.length }))
    .filter(({ id }) => id !== network.a && id !== network.b)
  if (ties.length === 0) return null
  return (
    <details open={ties.length <= 8}>
      <summary class="small">Named together with {ties.length}</summary>
      <ul class="ties">
        {ties.map(({ id, count }) => (
          <li key={id}>
            <button type="button" class="small" onClick={() => onChoose(id)}>
              {named(id)} ({count})
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

import { useSignal } from '@preact/signals'
import type { Network } from './network-layout.ts'

interface StakeholderListProps {
  readonly network: Network
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** Lists all names in the order of the network, with a filter and keyboard selection. */
export function StakeholderList({ network: { nodes }, chosen, onChoose }: StakeholderListProps) {
  const wanted = useSignal('')
  const found = nodes.filter(({ name, kind, roles }) =>
    `${name} ${kind} ${roles.join(' ')}`.toLowerCase().includes(wanted.value.toLowerCase()),
  )
  return (
    <>
      <p class="row no-print">
        <label for="who-filter">Names</label>
        <input
          id="who-filter"
          type="search"
          value={wanted.value}
          placeholder="a name, a role"
          onInput={(event) => (wanted.value = event.currentTarget.value)}
        />
        <span class="soft small" role="status">
          {found.length} of {nodes.length}
        </span>
      </p>
      <ul class="names" aria-label="Names in the ledger">
        {found.map(({ id, name, kind, of, items }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              {name}{' '}
              <span class="small">
                {kind}
                {kind !== 'state' && of !== null && ` of ${of}`}, {items.length}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

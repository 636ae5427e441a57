import { PartyFinder } from '../finder/party-finder.tsx'
import { setQuery } from '../route.ts'
import { type RoutesOf, routesQuery } from './routes-route.ts'

const targets = [
  ['RUS', 'Russia'],
  ['BLR', 'Belarus'],
  ['IRN', 'Iran'],
  ['PRK', 'North Korea'],
] as const

const lists = [
  ['sanctioned', 'Goods under EU export sanctions'],
  ['chpl', 'Common High Priority List'],
  ['all', 'All goods, by year'],
] as const

/** Chooses the target, the goods, and further states to look at as hubs. */
export function RoutesControls({ answer }: { readonly answer: RoutesOf | undefined }) {
  const { target, goods, hubs } = routesQuery()
  const others = targets.some(([id]) => id === target) ? [] : [[target, answer?.target.name ?? target] as const]
  const shown = answer?.hubs.map(({ iso3 }) => iso3) ?? []
  const add = (id: string): void => setQuery({ hubs: [...new Set([...(hubs?.split(',') ?? shown.slice(0, 12)), id])].join(','), hub: id })
  return (
    <div class="row routes-choices no-print">
      <label>
        Export ban on{' '}
        <select
          value={target}
          onChange={(event) =>
            setQuery({ target: event.currentTarget.value, goods: undefined, hubs: undefined, hub: undefined, since: undefined })
          }
        >
          {[...targets, ...others].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Goods{' '}
        <select value={goods} onChange={(event) => setQuery({ goods: event.currentTarget.value })}>
          {lists.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <span aria-hidden="true">Another hub</span>
      <PartyFinder label="Look at another hub" onParty={add} />
      {hubs !== undefined && (
        <button type="button" onClick={() => setQuery({ hubs: undefined, hub: undefined })}>
          The usual hubs
        </button>
      )}
    </div>
  )
}

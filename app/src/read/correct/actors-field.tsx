import { useSignal } from '@preact/signals'
import { PartyFinder } from '../../finder/party-finder.tsx'
import { slotNames } from './claim-draft.ts'

interface ActorsProps {
  readonly actors: readonly string[]
  readonly direction: string
  readonly faulty: boolean
  readonly onActors: (actors: readonly string[]) => void
  readonly onDirection: (direction: string) => void
}

/** Shows the states of a claim in their order, each with a button that removes it, a field that adds one, and which way it goes. */
export function ActorsField({ actors, direction, faulty, onActors, onDirection }: ActorsProps) {
  const names = useSignal<Readonly<Record<string, string>>>({ WLD: 'the world' })
  const nameOf = (id: string): string => names.value[id] ?? id
  const put = (next: readonly string[]): void => {
    onActors(next)
    if (direction.split('->').some((id) => actors.includes(id) && !next.includes(id))) onDirection('')
  }
  const add = (id: string, name: string): void => {
    names.value = { ...names.value, [id]: name }
    if (!actors.includes(id)) put([...actors, id])
  }
  const swap = (): void => {
    onActors([...actors].reverse())
    if (direction.includes('->')) onDirection(direction.split('->').reverse().join('->'))
  }
  return (
    <fieldset class="wide" aria-invalid={faulty}>
      <legend>{slotNames.actors}</legend>
      <div class="row">
        {actors.length > 0 && (
          <ul class="row actors">
            {actors.map((id) => (
              <li key={id} class="tag">
                {nameOf(id)}
                {nameOf(id) === id ? '' : ` (${id})`}{' '}
                <button type="button" aria-label={`Remove ${nameOf(id)}`} onClick={() => put(actors.filter((one) => one !== id))}>
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {actors.length === 2 && (
          <button type="button" class="small" onClick={swap}>
            Swap
          </button>
        )}
        <PartyFinder label="Add a state or bloc to the claim" onParty={add} />
        {!actors.includes('WLD') && (
          <button type="button" class="small" onClick={() => add('WLD', 'the world')}>
            Add the world
          </button>
        )}
        <Direction actors={actors} direction={direction} nameOf={nameOf} onDirection={onDirection} />
      </div>
    </fieldset>
  )
}

type DirectionProps = Pick<ActorsProps, 'actors' | 'direction' | 'onDirection'> & { readonly nameOf: (id: string) => string }

function Direction({ actors, direction, nameOf, onDirection }: DirectionProps) {
  const [one, other] = actors
  const ways = one === undefined || other === undefined ? [] : [`${one}->${other}`, `${other}->${one}`]
  const others = ['', ...ways, 'total', 'n/a'].includes(direction) ? [] : [direction]
  return (
    <label class="field">
      {slotNames.direction}
      <select value={direction} onChange={(event) => onDirection(event.currentTarget.value)}>
        <option value="">by the words and the order</option>
        {[...ways, ...others].map((way) => (
          <option key={way} value={way}>
            {way.split('->').map(nameOf).join(' → ')}
          </option>
        ))}
        <option value="total">both ways together</option>
        <option value="n/a">none</option>
      </select>
    </label>
  )
}

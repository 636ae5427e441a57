import { PartyFinder } from '../finder/party-finder.tsx'
import { setQuery } from '../route.ts'
import { isOthers, type Side } from './scenario-state.ts'
import type { NameOf } from './words.ts'

/** The most parties of a side that are shown without being asked for. */
const shownMembers = 8

interface SideMembersProps {
  /** The entry of the URL that has the side. */
  readonly entry: 'by' | 'on' | 'members'
  readonly title: string
  readonly side: Side
  readonly nameOf: NameOf
  /** Whether this side may be all that the other leaves. */
  readonly mayBeOthers: boolean
}

/** Shows who is on a side, each with a button that removes it, and a field that adds a state or bloc. */
export function SideMembers({ entry, title, side, nameOf, mayBeOthers }: SideMembersProps) {
  const set = (parties: readonly string[]): void => setQuery({ [entry]: parties.join(',') })
  const others = isOthers(side)
  const add = (party: string): void => {
    if (!side.parties.includes(party)) set(others ? [party] : [...side.parties, party])
  }
  const member = (party: string) => (
    <li key={party} class="tag">
      {nameOf(party)}{' '}
      {side.parties.length > 1 && (
        <button
          type="button"
          aria-label={`Remove ${nameOf(party)}: ${title}`}
          onClick={() => set(side.parties.filter((one) => one !== party))}
        >
          ×
        </button>
      )}
    </li>
  )
  return (
    <fieldset class="side">
      <legend>{title}</legend>
      <ul class="row">{side.parties.slice(0, shownMembers).map(member)}</ul>
      {side.parties.length > shownMembers && (
        <details>
          <summary>and {side.parties.length - shownMembers} more</summary>
          <ul class="row">{side.parties.slice(shownMembers).map(member)}</ul>
        </details>
      )}
      <div class="row">
        <PartyFinder label={`Add a state or bloc: ${title}`} onParty={add} />
        {mayBeOthers && !others && (
          <button type="button" onClick={() => set(['others'])}>
            All others
          </button>
        )}
      </div>
      {others && <p class="small soft">A state or bloc that you add takes their place.</p>}
    </fieldset>
  )
}

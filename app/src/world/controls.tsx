import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { setQuery } from '../route.ts'
import { selectedState, selectState } from './state-selection.ts'

/** A state that the reader can choose. */
export interface NamedState {
  readonly iso3: string
  readonly name: string
}

interface NamedBloc {
  readonly id: string
  readonly name: string
}

/** Selects the measure; the options are grouped by domain. */
export function MeasureChoice({
  measures,
  chosen,
}: {
  readonly measures: readonly { readonly id: string; readonly title: string; readonly domain: string }[]
  readonly chosen: string
}) {
  const domains = [...new Set(measures.map(({ domain }) => domain))]
  return (
    <label>
      Measure
      <select value={chosen} onChange={(event) => setQuery({ measure: event.currentTarget.value })}>
        {domains.map((domain) => (
          <optgroup key={domain} label={domain}>
            {measures
              .filter((one) => one.domain === domain)
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** Selects the state or bloc that the measure is towards, by any name or code that the server knows. */
export function TowardsChoice({
  of,
  name,
  states,
  blocs,
}: {
  readonly of: string
  readonly name: string
  readonly states: readonly NamedState[]
  readonly blocs: readonly NamedBloc[]
}) {
  const text = useSignal(name)
  useEffect(() => {
    text.value = name
  }, [name, of])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const asked = text.value.trim()
        if (asked !== '') setQuery({ of: codeOf(asked, states) ?? asked, state: undefined })
      }}
    >
      <label>
        Towards (state or bloc)
        <span class="row">
          <input
            list="world-parties"
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="submit">Show</button>
        </span>
      </label>
      <datalist id="world-parties">
        {states.map((state) => (
          <option key={state.iso3} value={state.name} />
        ))}
        {blocs.map(({ id, name: title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
    </form>
  )
}

/** Selects a bloc whose members are outlined on the map. */
export function BlocChoice({ blocs, chosen }: { readonly blocs: readonly NamedBloc[]; readonly chosen: string | undefined }) {
  return (
    <label>
      Mark a bloc
      <select value={chosen ?? ''} onChange={(event) => setQuery({ bloc: event.currentTarget.value || undefined })}>
        <option value="">none</option>
        {blocs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name === id ? id : `${id}: ${name}`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Searches for a state on the map by name or code. */
export function StateSearch({ states }: { readonly states: readonly NamedState[] }) {
  const nameOf = (iso3: string | undefined): string => states.find((state) => state.iso3 === iso3)?.name ?? ''
  const text = useSignal(nameOf(selectedState.value))
  return (
    <label>
      Find a state
      <input
        list="world-states"
        type="search"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
          const found = codeOf(text.value, states)
          if (found !== undefined || text.value === '') selectState(found)
        }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <datalist id="world-states">
        {states.map((state) => (
          <option key={state.iso3} value={state.name} />
        ))}
      </datalist>
    </label>
  )
}

/**
 * Returns the code of the state with exactly this name or code, else of the only state whose name begins with the text; undefined if there
 * is none or several.
 */
function codeOf(text: string, states: readonly NamedState[]): string | undefined {
  const asked = text.trim().toLowerCase()
  if (asked === '') return undefined
  const same = states.find(({ iso3, name }) => iso3.toLowerCase() === asked || name.toLowerCase() === asked)
  if (same !== undefined) return same.iso3
  const begun = states.filter(({ name }) => name.toLowerCase().startsWith(asked))
  return begun.length === 1 ? begun[0]!.iso3 : undefined
}

/** Switches between a measure and voting communities. */
export function KindChoice({ groups }: { readonly groups: boolean }) {
  return (
    <p class="row no-print">
      <a class="button" href="/world" aria-current={groups ? undefined : 'true'}>
        A measure towards a state or bloc
      </a>
      <a class="button" href="/world?show=communities" aria-current={groups ? 'true' : undefined}>
        Groups that vote alike
      </a>
    </p>
  )
}

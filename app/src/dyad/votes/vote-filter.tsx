import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { route, setQuery } from '../../route.ts'

/** Labels of the issues: the six coded ones, votes on none of them, and uncoded votes. */
export const issueLabels = {
  me: 'Palestinian conflict',
  nu: 'Nuclear weapons and material',
  di: 'Arms control and disarmament',
  hr: 'Human rights',
  co: 'Colonialism',
  ec: 'Economic development',
  none: 'None of the six',
  'not-coded': 'Not coded',
} as const

const splits = { same: 'the same vote', partial: 'one abstained', opposing: 'yes against no' } as const

/** The filters of the list of votes, from the URL. */
export interface VoteFilterValues {
  readonly words: string | undefined
  readonly issue: string | undefined
  readonly split: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Reads the filters from the URL. */
export function routeVoteFilters(): VoteFilterValues {
  const { words, issue, split, voted } = route.value.query
  const year = /^\d{4}$/.test(voted ?? '') ? voted : undefined
  return {
    words,
    issue: issue !== undefined && issue in issueLabels ? issue : undefined,
    split: split !== undefined && split in splits ? split : undefined,
    from: year,
    to: year,
  }
}

/** Changes the filters in the URL and returns to the first page of the list. */
function setFilters(changes: Readonly<Record<string, string | undefined>>): void {
  setQuery({ ...changes, votes: undefined }, { replace: true })
}

/** Shows filters by words, issue, split and year. */
export function VoteFilters({ last }: { readonly last: number }) {
  const { words, issue, split, from } = routeVoteFilters()
  const typed = useSignal(words ?? '')
  useEffect(() => {
    typed.value = words ?? ''
  }, [words])
  useEffect(() => {
    const soon = setTimeout(() => typed.value.trim() !== (words ?? '') && setFilters({ words: typed.value.trim() || undefined }), 200)
    return () => clearTimeout(soon)
  }, [typed.value])
  return (
    <form class="row no-print vote-filter" onSubmit={(event) => event.preventDefault()} aria-label="Which votes">
      <span class="field">
        <label for="votes-words">Words</label>
        <input
          id="votes-words"
          type="search"
          value={typed.value}
          placeholder="nuclear, Syria, A/RES/80"
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </span>
      <span class="field">
        <label for="votes-issue">Issue</label>
        <select id="votes-issue" value={issue ?? ''} onChange={(event) => setFilters({ issue: event.currentTarget.value || undefined })}>
          <option value="">all</option>
          {Object.entries(issueLabels).map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </span>
      <span class="field">
        <label for="votes-split">Votes</label>
        <select id="votes-split" value={split ?? ''} onChange={(event) => setFilters({ split: event.currentTarget.value || undefined })}>
          <option value="">all</option>
          {Object.entries(splits).map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </span>
      <span class="field">
        <label for="votes-year">Year</label>
        <input
          id="votes-year"
          type="number"
          min={1946}
          max={last}
          value={from ?? ''}
          placeholder="all"
          onChange={(event) => setFilters({ voted: event.currentTarget.value || undefined })}
        />
      </span>
      {[words, issue, split, from].some((one) => one !== undefined) && (
        <button
          type="button"
          class="small"
          onClick={() => setFilters({ words: undefined, issue: undefined, split: undefined, voted: undefined })}
        >
          All votes
        </button>
      )}
    </form>
  )
}

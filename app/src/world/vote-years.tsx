import { recordInUse } from '../frame/record-note.tsx'
import { route, setQuery } from '../route.ts'

const firstYear = 1946

/** Selects the year and the number of earlier years included; each step is a new request. */
export function VoteYears({ shown }: { readonly shown: number | undefined }) {
  const last = Number((recordInUse.value?.snapshot.created ?? '2026').slice(0, 4))
  const asked = Number(route.value.query['year'] ?? shown ?? last - 1)
  const choose = (year: number): void => setQuery({ year: String(Math.max(firstYear, Math.min(last, year))) }, { replace: true })
  return (
    <div class="years no-print">
      <button type="button" aria-label="A year earlier" disabled={asked <= firstYear} onClick={() => choose(asked - 1)}>
        ‹
      </button>
      <output>{asked}</output>
      <button type="button" aria-label="A year later" disabled={asked >= last} onClick={() => choose(asked + 1)}>
        ›
      </button>
      <input
        type="range"
        aria-label="Year of the votes"
        min={firstYear}
        max={last}
        value={asked}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      />
      <label class="small">
        Years together{' '}
        <select
          value={route.value.query['years'] ?? '1'}
          onChange={(event) => setQuery({ years: event.currentTarget.value === '1' ? undefined : event.currentTarget.value })}
        >
          {['1', '2', '3', '5', '10'].map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

import { setQuery } from '../place.ts'
import { recordInUse } from '../record-note.tsx'
import type { Assessment } from './pair.ts'

const first = 1946

/** The day as of which the pair is assessed: a year to slide to, or the day of the record. */
export function AsOf({ assessment, to }: { readonly assessment: Assessment | undefined; readonly to: string | undefined }) {
  const created = assessment?.snapshot.created ?? recordInUse.value?.today ?? `${to ?? ''}`
  const last = Math.max(Number(created.slice(0, 4)), Number((to ?? '').slice(0, 4)))
  const year = to === undefined ? last : Number(to.slice(0, 4))
  const ask = (asked: number): void => setQuery({ to: asked >= last ? undefined : String(asked) }, { replace: true })
  return (
    <div class="as-of row no-print">
      <label for="as-of">As of</label>
      <button type="button" aria-label="One year earlier" disabled={year <= first} onClick={() => ask(year - 1)}>
        ‹
      </button>
      <input
        id="as-of"
        type="range"
        min={first}
        max={last}
        step={1}
        value={year}
        aria-valuetext={to === undefined ? `${last}, the day of the record` : `end of ${year}`}
        onInput={(event) => ask(Number(event.currentTarget.value))}
      />
      <button type="button" aria-label="One year later" disabled={year >= last} onClick={() => ask(year + 1)}>
        ›
      </button>
      <output for="as-of">{to === undefined ? `${last} (latest)` : to}</output>
      {to !== undefined && (
        <button type="button" onClick={() => setQuery({ to: undefined })}>
          Latest
        </button>
      )}
    </div>
  )
}

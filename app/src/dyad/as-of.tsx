import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { prefetchAnswer } from '../api/client.ts'
import { recordInUse } from '../frame/record-note.tsx'
import { route, setQuery } from '../route.ts'
import type { Assessment } from './assessment-values.ts'

const first = 1946

/** Milliseconds without movement of the slider before the adjacent years are prefetched. */
const rest = 250

/** Selects the as-of date: a year by slider, or the date of the record. */
export function AsOf({ assessment, to }: { readonly assessment: Assessment | undefined; readonly to: string | undefined }) {
  const created = assessment?.snapshot.created ?? recordInUse.value?.today ?? `${to ?? ''}`
  const last = Math.max(Number(created.slice(0, 4)), Number((to ?? '').slice(0, 4)))
  const year = to === undefined ? last : Number(to.slice(0, 4))
  const queryOf = (asked: number): string | undefined => (asked >= last ? undefined : String(asked))
  const ask = (asked: number): void => setQuery({ to: queryOf(asked) }, { replace: true })
  const touched = useSignal(false)
  const [a, b] = route.value.parts
  useEffect(() => {
    // a reader who has moved the slider is likely to want an adjacent year
    if (!touched.value || a === undefined || b === undefined) return
    const beside = [year - 1, year + 1].filter((one) => one >= first && one <= last)
    const soon = setTimeout(() => beside.forEach((one) => void prefetchAnswer('assess', { a, b, to: queryOf(one) })), rest)
    return () => clearTimeout(soon)
  }, [touched.value, year, a, b])
  return (
    <div class="as-of no-print" onFocusIn={() => (touched.value = true)} onPointerEnter={() => (touched.value = true)}>
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
      <output for="as-of">{to === undefined ? `${last}, latest` : to}</output>
      {to !== undefined && (
        <button type="button" onClick={() => setQuery({ to: undefined })}>
          Latest
        </button>
      )}
    </div>
  )
}

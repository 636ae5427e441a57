import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

interface YearPlayerProps {
  readonly years: readonly number[]
  /** Index of the year shown. */
  readonly at: Signal<number>
  /** Called with the year when the slider comes to rest. */
  readonly rested: (year: number) => void
}

const speeds = [2, 5, 10, 30] as const

/** Shows a year slider with playback by button or space bar. When the slider comes to rest, the caller stores the year. */
export function YearPlayer({ years, at, rested }: YearPlayerProps) {
  const playing = useSignal(false)
  const speed = useSignal(5)
  const last = years.length - 1
  const rest = (): void => rested(years[at.peek()]!)
  const toggle = (): void => {
    if (!playing.peek() && at.peek() >= last - 1) at.value = 0
    playing.value = !playing.peek()
    if (!playing.peek()) rest()
  }
  useEffect(() => {
    if (!playing.value) return
    return playFrom(at, last, speed.value, () => {
      playing.value = false
      rest()
    })
  }, [playing.value, speed.value, years])
  useEffect(() => {
    const bySpace = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (event.key !== ' ' || target.closest('input:not([type=range]), select, textarea, button, a, summary, dialog') !== null) return
      event.preventDefault()
      toggle()
    }
    document.addEventListener('keydown', bySpace)
    return () => document.removeEventListener('keydown', bySpace)
  }, [years])
  return (
    <div class="years no-print">
      <button type="button" aria-pressed={playing.value} onClick={toggle}>
        {playing.value ? 'Pause' : 'Play'}
      </button>
      <output>{years[at.value]}</output>
      <input
        type="range"
        aria-label="Year"
        aria-valuetext={String(years[at.value])}
        min={0}
        max={last}
        value={at.value}
        onInput={(event) => {
          playing.value = false
          at.value = Number(event.currentTarget.value)
        }}
        onChange={rest}
      />
      <span class="soft small">
        {years[0]} to {years[last]}
      </span>
      <label class="small">
        <span class="visually-hidden">Speed: </span>
        <select value={String(speed.value)} onChange={(event) => (speed.value = Number(event.currentTarget.value))}>
          {speeds.map((one) => (
            <option key={one} value={String(one)}>
              {one} years a second
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Advances the year at the given speed up to the last one; returns a function that stops this. */
function playFrom(at: Signal<number>, last: number, speed: number, ended: () => void): () => void {
  const [began, first] = [performance.now(), at.peek()]
  let frame = requestAnimationFrame(function step(now) {
    const place = Math.min(last, first + Math.floor(((now - began) * speed) / 1000))
    if (place > at.peek()) at.value = place
    if (place >= last) ended()
    else frame = requestAnimationFrame(step)
  })
  return () => cancelAnimationFrame(frame)
}

import { joinedWords } from '../../../src/server/wording.ts'
import { selectedYear, selectYear } from '../charts/year-cursor.ts'
import type { Assessment } from './assessment-values.ts'
import { sourcesNamed } from './year-series.ts'

/** Shows the turning points as buttons, with arrow-key navigation. A button selects its year; the events around that year are listed below. */
export function TurningPointButtons({ assessment }: { readonly assessment: Assessment }) {
  const { moments, series } = assessment.turningPoints
  if (moments.length === 0) return null
  const label = (id: string): string => sourcesNamed(series.find((one) => one.id === id)?.label ?? id, assessment)
  const chosen = selectedYear.value
  const step = (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (way === 0) return
    event.preventDefault()
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')]
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + way]
    next?.focus()
    next?.click()
  }
  return (
    <ul class="moments" aria-label="Turning points" onKeyDown={step}>
      {moments.map(({ year, low, high, series: ids }) => (
        <li key={year}>
          <button type="button" aria-pressed={chosen === year} onClick={() => selectYear(year)}>
            <strong>{year}</strong>
            {low !== high && (
              <span>
                {' '}
                ({low} to {high})
              </span>
            )}
            <span class="small">: {joinedWords(ids.map(label))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

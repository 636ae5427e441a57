import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { showEverything } from './near.tsx'
import type { Assessment } from './pair.ts'
import { partsOf } from './parts.ts'

/** The parts of the page, with the one that is being read; `#votes` in the address leads to a part. */
export function Contents({ assessment }: { readonly assessment: Assessment }) {
  const parts = partsOf(assessment)
  const names = parts.map(({ id }) => id).join(' ')
  const reading = useSignal('summary')
  useEffect(() => {
    const seen = (): void => {
      const passed = names
        .split(' ')
        .filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < 160)
      reading.value = passed.at(-1) ?? 'summary'
    }
    seen()
    addEventListener('scroll', seen, { passive: true })
    return () => removeEventListener('scroll', seen)
  }, [names])
  return (
    <nav class="contents no-print" aria-label="Parts of this page">
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`${location.pathname}${location.search}#${id}`}
              aria-current={reading.value === id ? 'location' : undefined}
              onClick={showEverything}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

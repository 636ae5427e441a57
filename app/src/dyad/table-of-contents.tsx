import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Assessment } from './assessment-values.ts'
import { renderAllSections } from './lazy-section.tsx'
import { sectionsOf } from './sections.ts'

/** Shows the table of contents, with the current section marked; `#votes` in the URL leads to a section. */
export function TableOfContents({ assessment }: { readonly assessment: Assessment }) {
  const parts = sectionsOf(assessment)
  const names = parts.map(({ id }) => id).join(' ')
  const reading = useSignal('summary')
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const seen = (): void => {
      const passed = names
        .split(' ')
        .filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < 200)
      reading.value = passed.at(-1) ?? 'summary'
    }
    seen()
    addEventListener('scroll', seen, { passive: true })
    return () => removeEventListener('scroll', seen)
  }, [names])
  useEffect(() => {
    // on narrow pages the sections are in one line: keep the current one in view
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (link && nav.current) nav.current.scrollLeft = link.offsetLeft - nav.current.clientWidth / 2 + link.clientWidth / 2
  }, [reading.value])
  return (
    <nav ref={nav} class="contents no-print" aria-label="Parts of this page">
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`${location.pathname}${location.search}#${id}`}
              aria-current={reading.value === id ? 'location' : undefined}
              onClick={renderAllSections}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

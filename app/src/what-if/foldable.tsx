import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

const query = matchMedia('(min-width: 64rem)')

/** Whether the window is wide enough for controls beside the answer. */
const isWide = signal(query.matches)
query.addEventListener('change', ({ matches }) => {
  isWide.value = matches
})

/** Shows its content as it is in a wide window; in a narrow one folded under a title, so that the answer comes first. */
export function Foldable({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  if (isWide.value) return <>{children}</>
  return (
    <details class="foldable no-print">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

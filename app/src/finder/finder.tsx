import { useEffect, useRef } from 'preact/hooks'
import { navigate, urlOf } from '../route.ts'
import { openComparison } from './open-comparison.ts'
import { PairFinder } from './pair-finder.tsx'

/** Shows the pair search of every page; the key `/` moves the focus to it. */
export function Finder() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || acceptsText(event.target)) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  return (
    <PairFinder input={input} shortcut="/" onPair={(a, b, to) => navigate(urlOf('dyad', [a, b], { to }))} onComparison={openComparison} />
  )
}

/** Whether a key goes to a field or an open dialog, and so not to the finder. */
function acceptsText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null
}

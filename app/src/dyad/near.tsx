import { effect, signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Raised where every part must stand: when the reader goes to one by name. */
const everything = signal(false)

/** Counts up when every part must be as the page is now: before printing. */
const renewals = signal(0)

export function showEverything(): void {
  everything.value = true
}

addEventListener('beforeprint', () => {
  everything.value = true
  renewals.value++
})

/** What a reader does who goes on from the first screen. */
const stirrings = ['scroll', 'wheel', 'keydown', 'pointerdown', 'touchmove'] as const

/** Whether what is heavy and out of sight may be asked for: when the reader stirs, when every part must stand, or when the page has rested so many milliseconds. */
export function useGoneOn(rest: number): boolean {
  const goneOn = useSignal(everything.peek())
  useEffect(() => {
    const leaving = new AbortController()
    const go = (): void => {
      goneOn.value = true
      leaving.abort()
    }
    for (const stirring of stirrings) addEventListener(stirring, go, { signal: leaving.signal, passive: true })
    const rested = setTimeout(go, rest)
    const stop = effect(() => {
      if (everything.value) goneOn.value = true
    })
    return () => {
      leaving.abort()
      clearTimeout(rested)
      stop()
    }
  }, [])
  return goneOn.value
}

interface NearProps {
  readonly children: ComponentChildren
  /** Milliseconds after which it is made even if nobody came near. */
  readonly after: number
  /** Whatever else they rest on that comes later than they do: they are made anew when it is there. */
  readonly on?: unknown
}

/**
 * Parts of a long page that are made when the reader comes near them, or a moment later, and that stay as they were while they are out of sight: a year that is passed on
 * the slider is drawn where it is seen.
 */
export function Near({ children, after, on }: NearProps) {
  const holder = useRef<HTMLDivElement>(null)
  const made = useSignal(false)
  const near = useSignal(false)
  const kept = useRef<ComponentChildren>(null)
  const renewed = useRef(0)
  const restedOn = useRef(on)
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => (near.value = entry!.isIntersecting), { rootMargin: '300px' })
    watcher.observe(holder.current!)
    const soon = setTimeout(() => (made.value = true), after)
    const stop = effect(() => {
      if (everything.value) made.value = true
    })
    return () => {
      watcher.disconnect()
      clearTimeout(soon)
      stop()
    }
  }, [])
  const another = made.value && restedOn.current !== on
  if (near.value || (made.value && kept.current === null) || another || renewed.current !== renewals.value) kept.current = children
  restedOn.current = on
  renewed.current = renewals.value
  return (
    <div ref={holder} class={kept.current === null ? 'not-yet' : undefined}>
      {kept.current}
    </div>
  )
}

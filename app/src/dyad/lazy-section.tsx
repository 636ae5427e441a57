import { effect, type Signal, signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Whether every section must be rendered, because the reader jumps to one of them. */
const renderAll = signal(false)

/** Sets a flag after `after` milliseconds, or as soon as every section must be rendered; the returned function cancels this. */
function setLater(flag: Signal<boolean>, after: number): () => void {
  const timer = setTimeout(() => (flag.value = true), after)
  const stop = effect(() => {
    if (renderAll.value) flag.value = true
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** Counts the requests to bring every section up to date, as before printing. */
const renewals = signal(0)

export function renderAllSections(): void {
  renderAll.value = true
}

addEventListener('beforeprint', () => {
  renderAll.value = true
  renewals.value++
})

/** Events which show that the reader continues beyond the first screen. */
const activityEvents = ['scroll', 'wheel', 'keydown', 'pointerdown', 'touchmove'] as const

/**
 * Whether heavy content out of view may load: once the reader is active, every section must be rendered, or `rest` milliseconds have
 * passed.
 */
export function useReaderActive(rest: number): boolean {
  const goneOn = useSignal(renderAll.peek())
  useEffect(() => {
    const leaving = new AbortController()
    const go = (): void => {
      goneOn.value = true
      leaving.abort()
    }
    for (const stirring of activityEvents) addEventListener(stirring, go, { signal: leaving.signal, passive: true })
    const stop = setLater(goneOn, rest)
    return () => {
      leaving.abort()
      stop()
    }
  }, [])
  return goneOn.value
}

interface LazySectionProps {
  readonly children: ComponentChildren
  /** Milliseconds after which the section is rendered even out of view. */
  readonly after: number
  /** Data that load later; when they arrive, the content is rendered again. */
  readonly on?: unknown
}

/** Renders a part of a long page when near the viewport, or after a delay. Out of view the part is updated only if `on` changes or for printing. */
export function LazySection({ children, after, on }: LazySectionProps) {
  const holder = useRef<HTMLDivElement>(null)
  const made = useSignal(false)
  const near = useSignal(false)
  const kept = useRef<ComponentChildren>(null)
  const renewed = useRef(0)
  const restedOn = useRef(on)
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => (near.value = entry!.isIntersecting), { rootMargin: '300px' })
    watcher.observe(holder.current!)
    const stop = setLater(made, after)
    return () => {
      watcher.disconnect()
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

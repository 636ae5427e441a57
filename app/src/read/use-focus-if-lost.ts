import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

let somethingHadIt = false
addEventListener('focusin', () => {
  somethingHadIt = true
})

/**
 * Moves the focus to an element if the focused one has disappeared, as when a reading starts or ends. Does nothing after a page load, when
 * nothing had the focus yet.
 */
export function useFocusIfLost(to: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (somethingHadIt && isLost) to.current?.focus({ preventScroll: true })
  }, [])
}

import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

let somethingHadIt = false
addEventListener('focusin', () => {
  somethingHadIt = true
})

/**
 * Moves the focus here if the focused element has disappeared, as when a reading starts or ends. Not after a page load, which starts at the
 * top.
 */
export function useFocusIfLost(to: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (somethingHadIt && isLost) to.current?.focus({ preventScroll: true })
  }, [])
}

import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

let somethingHadIt = false
addEventListener('focusin', () => {
  somethingHadIt = true
})

/** Where what had the focus is gone from the page, as when a reading begins or ends, the focus goes here and is not lost. A page that is just loaded begins at its top. */
export function useFocusIfLost(to: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (somethingHadIt && isLost) to.current?.focus({ preventScroll: true })
  }, [])
}

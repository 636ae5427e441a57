import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Where what had the focus is gone from the page, as when a reading begins or ends, the focus goes here and is not lost. */
export function useFocusIfLost(to: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) to.current?.focus({ preventScroll: true })
  }, [])
}

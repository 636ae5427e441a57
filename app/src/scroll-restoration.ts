/** Saved scroll positions by URL without fragment. */
const savedPositions = new Map<string, number>()

const address = (): string => location.pathname + location.search

/** The URL of the page shown; scroll events belong to this page. */
let shownUrl = address()

/** Whether a position is being restored, so that scrolling does not come from the reader. */
let restoring = false

/** Milliseconds that a page may take to grow to its former height. */
const restoreTimeout = 4000

const readerEvents = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const

/** Starts to record the scroll position of each page. */
export function recordScrolling(): void {
  addEventListener(
    'scroll',
    () => {
      if (!restoring) savedPositions.set(shownUrl, scrollY)
    },
    { passive: true },
  )
}

/** Shows a new page at its top. Saves the position of the old page first, because scroll events arrive a frame later. */
export function scrollToTop(): void {
  if (!restoring) savedPositions.set(shownUrl, scrollY)
  shownUrl = address()
  restoring = false
  scrollTo(0, 0)
}

/** Keeps the scroll position when the same page gets a new URL. */
export function keepScroll(): void {
  shownUrl = address()
  savedPositions.set(shownUrl, scrollY)
}

/** Restores the scroll position of a page that back or forward led to, once the page is tall enough, unless the reader scrolls. */
export function restoreScroll(): void {
  if (shownUrl === address()) return
  shownUrl = address()
  restoring = false
  const top = savedPositions.get(shownUrl)
  if (top === undefined) return
  restoring = true
  const hand = new AbortController()
  const end = (): void => {
    restoring = false
    hand.abort()
  }
  for (const event of readerEvents) addEventListener(event, end, { signal: hand.signal, passive: true })
  const [began, sought] = [performance.now(), shownUrl]
  const look = (): void => {
    if (hand.signal.aborted) return
    if (sought !== shownUrl) {
      hand.abort()
      return
    }
    const there = document.documentElement.scrollHeight - innerHeight >= top
    if (there) scrollTo(0, top)
    // keep correcting for some frames while the page grows above
    if (performance.now() - began < (there ? 300 : restoreTimeout)) requestAnimationFrame(look)
    else end()
  }
  requestAnimationFrame(look)
}

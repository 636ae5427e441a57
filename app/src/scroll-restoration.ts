/** Scroll positions by URL without fragment. */
const savedPositions = new Map<string, number>()

const address = (): string => location.pathname + location.search

/** The URL of the page shown, to which scroll events belong. */
let shownUrl = address()

/** Set while a position is being restored: scrolling then is not the reader's. */
let restoring = false

/** Milliseconds that a page may take to grow to its former height. */
const restoreTimeout = 4000

const readerEvents = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const

/** Starts recording the scroll position of each page. */
export function recordScrolling(): void {
  addEventListener(
    'scroll',
    () => {
      if (!restoring) savedPositions.set(shownUrl, scrollY)
    },
    { passive: true },
  )
}

/** Shows a new page at its top. Saves the old position first, as scroll events arrive a frame later. */
export function scrollToTop(): void {
  if (!restoring) savedPositions.set(shownUrl, scrollY)
  shownUrl = address()
  restoring = false
  scrollTo(0, 0)
}

/** The same page has a new URL: keeps the scroll position. */
export function keepScroll(): void {
  shownUrl = address()
  savedPositions.set(shownUrl, scrollY)
}

/** Back or forward led to a page: restores its scroll position once it is tall enough, unless the reader scrolls. */
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

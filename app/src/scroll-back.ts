/** Scroll positions by URL without fragment. */
const tops = new Map<string, number>()

const address = (): string => location.pathname + location.search

/** The URL of the page shown, to which scroll events belong. */
let here = address()

/** Set while a position is being restored: scrolling then is not the reader's. */
let comingBack = false

/** Milliseconds that a page may take to grow to its former height. */
const patience = 4000

const byHand = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const

/** Starts recording the scroll position of each page. */
export function rememberScrolling(): void {
  addEventListener(
    'scroll',
    () => {
      if (!comingBack) tops.set(here, scrollY)
    },
    { passive: true },
  )
}

/** Shows a new page at its top. Saves the old position first, as scroll events arrive a frame later. */
export function beginAtTop(): void {
  if (!comingBack) tops.set(here, scrollY)
  here = address()
  comingBack = false
  scrollTo(0, 0)
}

/** The same page has a new URL: keeps the scroll position. */
export function stayHere(): void {
  here = address()
  tops.set(here, scrollY)
}

/** Back or forward led to a page: restores its scroll position once it is tall enough, unless the reader scrolls. */
export function comeBack(): void {
  if (here === address()) return
  here = address()
  comingBack = false
  const top = tops.get(here)
  if (top === undefined) return
  comingBack = true
  const hand = new AbortController()
  const end = (): void => {
    comingBack = false
    hand.abort()
  }
  for (const event of byHand) addEventListener(event, end, { signal: hand.signal, passive: true })
  const [began, sought] = [performance.now(), here]
  const look = (): void => {
    if (hand.signal.aborted) return
    if (sought !== here) {
      hand.abort()
      return
    }
    const there = document.documentElement.scrollHeight - innerHeight >= top
    if (there) scrollTo(0, top)
    // keep correcting for some frames while the page grows above
    if (performance.now() - began < (there ? 300 : patience)) requestAnimationFrame(look)
    else end()
  }
  requestAnimationFrame(look)
}

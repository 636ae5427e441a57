/** How far down the reader was, by address without its part. */
const tops = new Map<string, number>()

const address = (): string => location.pathname + location.search

/** The address that the document shows: what it scrolls by is of this one. */
let here = address()

/** While a page that is come back to grows, what it scrolls by is not the reader's doing. */
let comingBack = false

/** How long a page may take to grow as tall as it was, in milliseconds. */
const patience = 4000

const byHand = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const

/** From here on the reader's place in each page is remembered. */
export function rememberScrolling(): void {
  addEventListener(
    'scroll',
    () => {
      if (!comingBack) tops.set(here, scrollY)
    },
    { passive: true },
  )
}

/** Another address is shown, at its top. The browser tells of scrolling a frame later: where the reader was is noted now. */
export function beginAtTop(): void {
  if (!comingBack) tops.set(here, scrollY)
  here = address()
  comingBack = false
  scrollTo(0, 0)
}

/** The same page is shown at another address: the reader stays where he is. */
export function stayHere(): void {
  here = address()
  tops.set(here, scrollY)
}

/** The keys of the browser led to an address: its page is scrolled to where the reader was, as soon as it is tall enough; not against the reader's own hand. */
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
    // a page that still grows above is looked at for some frames more
    if (performance.now() - began < (there ? 300 : patience)) requestAnimationFrame(look)
    else end()
  }
  requestAnimationFrame(look)
}

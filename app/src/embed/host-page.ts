import { isThemeFixed, theme } from '../theme.ts'

/** Milliseconds after which the height is sent again, so that the page answers with its colour: it may have changed its theme. */
const again = 1000

/**
 * Tells the page around this one how high the chart is, and takes the light or dark theme from the colour of that page's text. Browsers do not tell a frame the
 * colours of the page around it. The script in the code for embedding is the other side.
 */
export function followHostPage(): void {
  if (window.parent === window) return
  const root = document.documentElement
  const report = (): void => window.parent.postMessage({ visavisHeight: Math.ceil(root.getBoundingClientRect().height) }, '*')
  new ResizeObserver(report).observe(root)
  setInterval(() => document.visibilityState === 'visible' && report(), again)
  addEventListener('message', ({ source, data }) => {
    const colour = (data as { readonly visavisColour?: unknown } | null)?.visavisColour
    if (source === window.parent && typeof colour === 'string' && !isThemeFixed) theme.value = isLight(colour) ? 'dark' : 'light'
  })
}

/** Whether a colour, as a text of CSS, is nearer to white than to black. */
function isLight(colour: string): boolean {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127
}

import { batch, effect, signal } from '@preact/signals'
import { isEmbed } from './route.ts'

export type Theme = 'light' | 'dark'

const asked = matchMedia('(prefers-color-scheme: dark)')
// one chart in the frame of another site follows that site, or its own address, not what the reader chose here
const kept = isEmbed ? new URLSearchParams(location.search).get('theme') : localStorage.getItem('theme')
let chosen: Theme | undefined = kept === 'light' || kept === 'dark' ? kept : undefined
/** Whether the theme was chosen before this page was opened, by its reader or in its address. */
export const isThemeFixed = chosen !== undefined

/** The light or dark theme: the system's setting until the reader chooses. */
export const theme = signal<Theme>(chosen ?? (asked.matches ? 'dark' : 'light'))

effect(() => {
  document.documentElement.dataset['theme'] = theme.value
})

asked.addEventListener('change', ({ matches }) => {
  if (chosen === undefined) theme.value = matches ? 'dark' : 'light'
})

/** Width in pixels between the margins of an A4 sheet, and the gap between two columns on it. */
const [paperWidth, paperGap] = [688, 20]

/** Whether the page is being printed: charts are then drawn for the sheet, so that their labels stay legible. */
export const isPrinting = signal(false)

/** Returns the width in pixels that a chart has on the sheet, by the number of columns that the style sheets give its place (`--paper-columns`). */
export function widthOnPaper(place: Element): number {
  const columns = Number(getComputedStyle(place).getPropertyValue('--paper-columns')) || 1
  return Math.floor((paperWidth - (columns - 1) * paperGap) / columns)
}

// print uses the light theme, so charts are redrawn in that theme
let onScreen: Theme | undefined
addEventListener('beforeprint', () => {
  onScreen = theme.value
  batch(() => {
    theme.value = 'light'
    isPrinting.value = true
  })
})
addEventListener('afterprint', () => {
  batch(() => {
    if (onScreen !== undefined) theme.value = onScreen
    isPrinting.value = false
  })
  onScreen = undefined
})

export function toggleTheme(): void {
  chosen = theme.value === 'dark' ? 'light' : 'dark'
  theme.value = chosen
  localStorage.setItem('theme', chosen)
}

/** The element whose theme is drawn in: the page, or a part of it with a theme of its own. */
let drawnFor: Element = document.documentElement

/** Draws with the colours that apply to an element. */
export function drawnIn<T>(element: Element, draw: () => T): T {
  drawnFor = element
  try {
    return draw()
  } finally {
    drawnFor = document.documentElement
  }
}

/** Returns the current value of a theme colour, for charts that are exported. */
export function colour(name: string): string {
  return getComputedStyle(drawnFor).getPropertyValue(`--${name}`).trim()
}

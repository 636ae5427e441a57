import { batch, effect, signal } from '@preact/signals'

export type Theme = 'light' | 'dark'

const asked = matchMedia('(prefers-color-scheme: dark)')
const kept = localStorage.getItem('theme')

/** The light or dark theme: the system's setting until the reader chooses. */
export const theme = signal<Theme>(kept === 'light' || kept === 'dark' ? kept : asked.matches ? 'dark' : 'light')

effect(() => {
  document.documentElement.dataset['theme'] = theme.value
})

asked.addEventListener('change', ({ matches }) => {
  if (localStorage.getItem('theme') === null) theme.value = matches ? 'dark' : 'light'
})

/** Width in pixels between the margins of an A4 sheet. */
const paperWidth = 700

/** Largest width of a chart; in print no wider than the sheet, so that its labels stay legible. */
export const maxChartWidth = signal(Number.POSITIVE_INFINITY)

// print uses the light theme, so charts are redrawn in that theme
let onScreen: Theme | undefined
addEventListener('beforeprint', () => {
  onScreen = theme.value
  batch(() => {
    theme.value = 'light'
    maxChartWidth.value = paperWidth
  })
})
addEventListener('afterprint', () => {
  batch(() => {
    if (onScreen !== undefined) theme.value = onScreen
    maxChartWidth.value = Number.POSITIVE_INFINITY
  })
  onScreen = undefined
})

export function toggleTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem('theme', theme.value)
}

/** Returns the current value of a theme colour, for charts that are exported. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

import { batch, effect, signal } from '@preact/signals'

export type Theme = 'light' | 'dark'

const asked = matchMedia('(prefers-color-scheme: dark)')
const kept = localStorage.getItem('theme')

/** Light or dark: as the reader's system has it until the reader chooses. */
export const theme = signal<Theme>(kept === 'light' || kept === 'dark' ? kept : asked.matches ? 'dark' : 'light')

effect(() => {
  document.documentElement.dataset['theme'] = theme.value
})

asked.addEventListener('change', ({ matches }) => {
  if (localStorage.getItem('theme') === null) theme.value = matches ? 'dark' : 'light'
})

/** Pixels between the margins of a sheet of A4. */
const paperWidth = 700

/** How wide a picture may be drawn: on paper no wider than the sheet, so that its letters can be read. */
export const mostWidth = signal(Number.POSITIVE_INFINITY)

// paper is light: what is drawn in the colours of the dark theme is drawn anew for it
let onScreen: Theme | undefined
addEventListener('beforeprint', () => {
  onScreen = theme.value
  batch(() => {
    theme.value = 'light'
    mostWidth.value = paperWidth
  })
})
addEventListener('afterprint', () => {
  batch(() => {
    if (onScreen !== undefined) theme.value = onScreen
    mostWidth.value = Number.POSITIVE_INFINITY
  })
  onScreen = undefined
})

export function toggleTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem('theme', theme.value)
}

/** A colour of the theme as it stands now, for what is drawn into a picture that leaves the page. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

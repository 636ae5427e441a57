import type { SymbolType } from '@observablehq/plot'

/** Series differ by dash and marker as well as by colour. */
export const seriesDashes = ['none', '6 3', '2 3', '9 3 2 3', '1 2', '12 4'] as const
export const seriesSymbols: readonly SymbolType[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'times']

/** The same markers as characters, for legends. */
export const seriesCharacters = ['●', '■', '▲', '◆', '★', '×'] as const

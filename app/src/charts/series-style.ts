import type { SymbolType } from '@observablehq/plot'

/** Dashes and markers of the series, which thus differ not only by colour. */
export const seriesDashes = ['none', '6 3', '2 3', '9 3 2 3', '1 2', '12 4'] as const
export const seriesSymbols: readonly SymbolType[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'times']

/** The markers of the series as characters, for legends. */
export const seriesCharacters = ['●', '■', '▲', '◆', '★', '×'] as const

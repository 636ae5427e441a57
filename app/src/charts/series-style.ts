import type { SymbolType } from '@observablehq/plot'

/** Series differ by dash and mark as well as by colour. */
export const seriesDashes = ['none', '6 3', '2 3', '9 3 2 3', '1 2', '12 4'] as const
export const seriesSymbols: readonly SymbolType[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'times']

/** The same marks as characters, for the words of a key. */
export const seriesCharacters = ['●', '■', '▲', '◆', '★', '×'] as const

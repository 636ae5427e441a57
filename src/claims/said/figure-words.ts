/** Words at a figure that decide what it is a figure of. */
export const figureWords = ['crude-oil', 'oil-products', 'diesel', 'pipeline', 'enrichment', 'use', 'money', 'gold', 'whole'] as const

export type FigureWord = (typeof figureWords)[number]

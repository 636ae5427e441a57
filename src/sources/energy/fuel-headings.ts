import type { FossilFuel } from '../../store/indicators/indicators.ts'

/** The fuel of our indicators by HS heading. */
export const fuelHeadings: Readonly<Record<string, FossilFuel>> = {
  '2701': 'coal',
  '2704': 'coke',
  '2709': 'crude',
  '2710': 'products',
  '271111': 'lng',
}

/** Headings that are left out: tar, coal gas, gas in all, and pipeline gas, whose origin members keep secret. */
export const fuelHeadingsLeftOut: ReadonlySet<string> = new Set(['2705', '2706', '2711', '271121'])

/** What is measured: the ending of our indicator, the unit, the power of ten of a figure in that unit, and the valuation of an amount. */
export const comextMeasures: Readonly<Record<string, { suffix: string; unit: string; power: number; valuation: 'CIF' | null }>> = {
  VALUE_IN_EUROS: { suffix: '', unit: 'EUR', power: 0, valuation: 'CIF' },
  QUANTITY_IN_100KG: { suffix: '-tonnes', unit: 'tonnes', power: -1, valuation: null },
}

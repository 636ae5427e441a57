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

/** What is measured: the ending of our indicator, the unit, and the power of ten of a figure in that unit. */
export const comextMeasures: Readonly<Record<string, { suffix: string; unit: string; power: number }>> = {
  VALUE_IN_EUROS: { suffix: '', unit: 'EUR', power: 0 },
  QUANTITY_IN_100KG: { suffix: '-tonnes', unit: 'tonnes', power: -1 },
}

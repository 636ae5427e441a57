import type { Indicator } from './indicator.ts'

/** A group of traded goods: the name of its layer in the source, its indicator, and its name in a sentence. */
export interface SectorGoods {
  readonly id: SectorId
  readonly layer: string
  readonly indicator: string
  readonly name: string
}

export type SectorId = 'semiconductors' | 'batteries' | 'critical-minerals' | 'medicines' | 'aerospace'

/** The groups of goods that show technical dependence, in their order of display. */
export const sectorGoods: readonly SectorGoods[] = [
  { id: 'semiconductors', layer: 'semiconductors', indicator: 'semiconductors-flow', name: 'semiconductors and solar cells' },
  { id: 'batteries', layer: 'batteries', indicator: 'batteries-flow', name: 'batteries' },
  { id: 'critical-minerals', layer: 'critical_minerals', indicator: 'critical-minerals-flow', name: 'critical minerals' },
  { id: 'medicines', layer: 'pharma_apis', indicator: 'medicines-flow', name: 'ingredients of medicines' },
  { id: 'aerospace', layer: 'aerospace', indicator: 'aerospace-flow', name: 'aircraft, spacecraft and their engines' },
]

const contents: Readonly<Record<SectorId, string>> = {
  semiconductors: 'Semiconductor devices, integrated circuits, solar cells and the machines that make them (HS 8541, 8542, 8486)',
  batteries: 'Accumulators and their lithium compounds (HS 8507, 2825.20, 2836.91)',
  'critical-minerals': 'Graphite, rare earths, rare and refractory metals and their compounds, and permanent magnets (44 codes of HS)',
  medicines: 'Organic compounds of which medicines are made: heterocycles, vitamins, hormones, antibiotics and others (81 codes of HS 29)',
  aerospace: 'Turbojets, gas turbines, aircraft and spacecraft (14 codes of HS 8411 and 8802)',
}

/** Indicators of trade in the groups of goods that show technical dependence. */
export const technologyIndicators: readonly Indicator[] = sectorGoods.map(({ id, indicator, name }) => ({
  id: indicator,
  title: `Trade in ${name}, both reports reconciled`,
  unit: 'USD',
  relation: 'directed',
  domain: 'technology',
  higher: 'the importer took more of these goods from the exporter',
  definition: `${contents[id]}: value from exporter to importer, free on board, after the source weighed both sides' reports; no reporter.`,
  limits:
    'A code of customs is wider than a technology: solar cells stand with chips, civil with military aircraft. A value says nothing of how easily another seller is found.',
}))

import { type QuotedMeasure, quotedEnergyIds } from '../../store/indicators/energy-measures.ts'
import type { CitedKind } from './cited-kind.ts'

const common = { valuations: [null], reporter: 'either', span: 'year', since: '2009-01-01', until: '2025-12-31' } as const

const byMeasure: Readonly<Record<QuotedMeasure, Pick<CitedKind, 'units' | 'world' | 'manyUnits'>>> = {
  deliveries: { units: ['tonnes', 'm3', 'barrels per day'], world: true, manyUnits: true },
  'import-share': { units: ['share'] },
  'export-share': { units: ['share'] },
  'supplier-place': { units: ['place'] },
  'buyer-place': { units: ['place'] },
}

const fuelText: Readonly<Record<string, string>> = {
  'crude-oil':
    'China, India, Japan, Germany, Türkiye, the United States and South Korea from their largest suppliers, Iran and Russia to China',
  oil: 'the EU and Türkiye from their largest suppliers, Russia to China and India, Venezuela and Iraq to their largest buyers',
  diesel: 'Russia to Brazil, Türkiye and Saudi Arabia',
  gas: 'the EU, Türkiye, Spain, Italy and Germany from their largest suppliers, Azerbaijan to its buyers',
  'pipeline-gas': 'China and the EU from their suppliers, Russia to China, Türkiye and some of Europe',
  lng: 'China, Japan, South Korea, Taiwan and the EU from their largest suppliers',
  coal: 'China from its largest suppliers, the EU from Russia',
  uranium: 'the EU and the United States from their largest suppliers',
}

/** The rules for a row about a fuel; amounts may be all that a state exports or imports, with the world as partner. */
export const citedEnergyKinds: Readonly<Record<string, CitedKind>> = Object.fromEntries(
  quotedEnergyIds.map(({ id, fuel, measure }) => [id, { ...common, ...byMeasure[measure], whom: fuelText[fuel.id]! }]),
)

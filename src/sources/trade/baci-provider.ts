import { cepiiLicence, type SourceCard } from '../cards/source-cards.ts'
import { type Observation, type SourceFigure, toObservation } from '../rows/observation.ts'

/** Provider, licence and citation of BACI, shared by the cards of its extracts. */
export const baciProvider: Pick<SourceCard, 'provider' | 'url' | 'licence' | 'citation'> = {
  provider: 'CEPII',
  url: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
  licence: cepiiLicence,
  citation:
    'Gaulier, G. and Zignago, S. (2010). BACI: International Trade Database at the Product-Level. The 1994-2007 Version. CEPII Working Paper 2010-23.',
}

/** Makes the observation of a flow: free on board, reported by neither side, weighed by CEPII from both reports. */
export function baciFlow(
  card: Pick<SourceCard, 'id' | 'vintage'>,
  flow: Pick<SourceFigure, 'from' | 'to' | 'period' | 'value' | 'locator'> & { readonly indicator?: string },
): Observation {
  return toObservation(card, { indicator: 'goods-trade-flow', unit: 'USD', valuation: 'FOB', status: 'estimated', ...flow })
}

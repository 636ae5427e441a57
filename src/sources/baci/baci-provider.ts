import { stateOf } from '../../states/index.ts'
import { cepiiLicence, type SourceCard } from '../cards/source-cards.ts'
import { exactSum } from '../rows/exact-sum.ts'
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

/** Economies of BACI that are not states. */
const territories = new Set(
  'ABW AIA ASM ATF BES BLM BMU CCK COK CUW CXR CYM FLK GIB GRL GUM HKG IOT MAC MAF MNP MSR NCL NFK NIU PCN PSE PYF SHN SPM SXM TCA TKL VGB WLF'.split(
    ' ',
  ),
)

export function isBaciTerritory(code: string): boolean {
  return territories.has(code)
}

/** What one economy sends another; a state by its id, any other economy by any name. */
export interface BaciWay {
  readonly from: string
  readonly to: string
  readonly value: number
}

/**
 * Makes the observations of what each state sends to and receives from all economies, those that are no states among them: the sums of its rows, rounded once.
 * A total is estimated like its parts, and at least so much where the list lacks ways of the state.
 */
export function baciTotals(
  card: Pick<SourceCard, 'id' | 'vintage'>,
  ways: Iterable<BaciWay>,
  of: { readonly indicator: string; readonly period: number; readonly file?: string },
): Observation[] {
  const sums = new Map<string, ReturnType<typeof exactSum>>()
  const add = (key: string, value: number): void => {
    const sum = sums.get(key) ?? exactSum()
    sums.set(key, sum)
    sum.add(value)
  }
  for (const { from, to, value } of ways) {
    if (stateOf(from) !== undefined) add(`${from} WLD`, value)
    if (stateOf(to) !== undefined) add(`WLD ${to}`, value)
  }
  const file = of.file === undefined ? '' : `${of.file}, `
  return [...sums].map(([key, sum]) => {
    const [from, to] = key.split(' ') as [string, string]
    const locator = `${file}sum of the rows of ${from === 'WLD' ? to : from}`
    return baciFlow(card, { indicator: of.indicator, from, to, period: of.period, value: sum.value(), locator })
  })
}

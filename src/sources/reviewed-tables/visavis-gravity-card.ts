import { coverageOf, publicDomain, type SourceCard } from '../cards/source-cards.ts'

/** Card of what gravity expects of each pair, which this package estimates from the flows of the record: docs/measures/gravity.md. */
export const card: SourceCard = {
  id: 'visavis-gravity',
  title: 'Goods trade that a gravity equation expects of each pair of states, 2023',
  provider: 'Vis-à-vis',
  url: 'https://doi.org/10.1257/000282803321455214',
  licence: publicDomain('Own estimates, public domain; cite the flows that they rest on (baci-2023).'),
  citation:
    'Expected trade estimated by visavis measure gravity; method: Anderson, J. E. and E. van Wincoop. 2003. "Gravity with Gravitas." American Economic Review 93(1): 170-192; Santos Silva, J. M. C. and S. Tenreyro. 2006. "The Log of Gravity." Review of Economics and Statistics 88(4): 641-658. Flows: baci-2023.',
  vintage: 'of the flows of 2023 in HS22 V202501',
  coverage: coverageOf(['gravity-norm'], 2023, 2023, 'pairs of states whose flows of 2023 are known in both directions'),
  quirks: [
    'Derived from the flows of the bundled record: flows that a user added since are not in it; visavis measure gravity estimates anew.',
    'A full list of trade agreements is not at hand: customs unions and trade blocs of the record stand for them.',
    'The interval is that of the 400 pairs with the nearest expected trade, from their 5th to their 95th percentile.',
  ],
}

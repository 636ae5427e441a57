import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { directInvestment } from '../economy/direct-investment.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { counted, formatFigure, inSentence } from '../forms/wording.ts'
import { type LedgerDomain, ledgerDomain } from '../record/ledger-domain.ts'
import { figureItems, pairRows, rankWords } from '../record/pair-observations.ts'
import { type QuotedSeries, quotedFigures } from '../record/quoted-figures.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { fiveYearSum, type SummedSeries } from './five-year-sums.ts'
import { supportFigures } from './support-figures.ts'

const about: LedgerDomain = {
  id: 'investment',
  title: 'Investment',
  kinds: ['investment'],
  on: 'investment',
  lead: { label: 'direct investment, loans and aid', unit: 'USD' },
  reason: 'no figure of direct investment between the two is on record.',
  wouldFill:
    'The IMF’s Direct Investment Positions of other reporters (data.imf.org; visavis add imf-direct-investment); for China visavis add china-global-investment-tracker and aiddata-china-finance; for Ukraine visavis add kiel-ukraine-support.',
}

const stock: QuotedSeries = {
  indicator: 'direct-investment-stock',
  id: (way) => `direct-investment-${way}`,
  label: (from, to) => `direct investment of ${inSentence(from)} in ${inSentence(to)}`,
}

const flows = ['official-finance-oda', 'official-finance-oof', 'official-finance-vague']
const indicators = [stock.indicator, 'large-deals', 'large-deals-count', ...flows, 'official-finance-projects', 'official-finance-unvalued']

/** Assesses investment in each direction: direct investment (the IMF's table, or single published figures), large deals, official loans and aid, and government support. */
export async function assessInvestment(bench: DomainInputs): Promise<DomainAssessment> {
  const [rows, support] = await Promise.all([pairRows(bench, indicators), supportFigures(bench, ['financial', 'humanitarian'])])
  const ways = await Promise.all([0, 1].map((side) => wayFigures(bench, rows, side)))
  const direct = await directInvestment(bench)
  // a figure quoted from a text is shown for the directions that the IMF's table lacks
  const quoted = quotedFigures(
    bench,
    rows.filter((row) => row.indicator === stock.indicator && !direct.ways.has(row.from === bench.dyad.a.iso3 ? 'a-to-b' : 'b-to-a')),
    stock,
  )
  const others = [...quoted, ...ways.flat(), ...support.estimates]
  const last = rows.filter(({ source }) => source === 'imf-direct-investment').at(-1)?.end
  return ledgerDomain(bench, about, {
    estimates: [...direct.estimates, ...others],
    sentences: [...direct.sentences, ...sentencesOn(bench, others), ...support.sentences],
    items: figureItems(
      rows.filter(
        (row) =>
          row.indicator === 'large-deals' ||
          (row.indicator === stock.indicator && (row.source !== 'imf-direct-investment' || row.end === last)),
      ),
    ),
    notes: notesOn(rows, support.estimates),
  })
}

async function wayFigures(bench: DomainInputs, rows: readonly PairRow[], side: number): Promise<Estimate[]> {
  const { a, b } = bench.dyad
  const [from, to] = side === 0 ? [a, b] : [b, a]
  const own = rows.filter((row) => row.from === from.iso3)
  const way = side === 0 ? 'a-to-b' : 'b-to-a'
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`
  const series: SummedSeries[] = [
    {
      id: `large-deals-${way}`,
      label: `large deals ${whom}`,
      indicators: ['large-deals'],
      what: 'investments and construction contracts of 100 million USD or more',
    },
    {
      id: `official-finance-${way}`,
      label: `official finance ${whom}`,
      indicators: flows,
      what: 'the known amounts of official projects committed',
    },
    {
      id: `official-projects-${way}`,
      label: `official projects ${whom}`,
      indicators: ['official-finance-projects'],
      what: 'projects committed',
    },
  ]
  const found = await Promise.all(series.map((of) => fiveYearSum(bench, own, of)))
  return found.flat()
}

function sentencesOn(bench: DomainInputs, estimates: readonly Estimate[]): string[] {
  const { a, b } = bench.dyad
  const ways = [[a, b, 'a-to-b'] as const, [b, a, 'b-to-a'] as const].sort(
    ([, , x], [, , y]) => largestOf(estimates, y) - largestOf(estimates, x),
  )
  return ways.flatMap(([from, to, way]) => {
    const of = (id: string): Known | undefined => estimates.filter(isKnown).find((one) => one.id === `${id}-${way}`)
    const [direct, deals, official] = [of('direct-investment'), of('large-deals'), of('official-finance')]
    const [one, other] = [inSentence(from.name), inSentence(to.name)]
    return [
      ...(direct === undefined
        ? []
        : [
            `On ${direct.period} direct investment of ${one} in ${other} stood at ${formatFigure(direct.value, direct.unit)}, by one count.`,
          ]),
      ...(deals === undefined
        ? []
        : [
            `From ${deals.period.replace('/', ' to ')} firms of ${one} signed large deals of at least ${formatFigure(deals.value, deals.unit)} in ${other}${rankWords(estimates, deals.id)}.`,
          ]),
      ...(official === undefined
        ? []
        : [
            `From ${official.period.replace('/', ' to ')} ${one} committed at least ${formatFigure(official.value, official.unit)} of official finance to ${other}${rankWords(estimates, official.id)}.`,
          ]),
    ]
  })
}

/** The largest amount of one direction, which only puts the two in order. */
function largestOf(estimates: readonly Estimate[], way: string): number {
  const amounts = estimates.filter((one): one is Known => isKnown(one) && /^(direct-investment|large-deals|official-finance)-/.test(one.id))
  return Math.max(0, ...amounts.filter(({ id }) => id.endsWith(way)).map(({ value }) => value))
}

function notesOn(rows: readonly PairRow[], support: readonly Known[]): string[] {
  const has = (indicator: string): boolean => rows.some((row) => row.indicator === indicator)
  const unvalued = rows.filter((row) => row.indicator === 'official-finance-unvalued').reduce((sum, row) => sum + row.value, 0)
  return [
    ...(has('large-deals')
      ? [
          'The tracker lists deals of Chinese firms abroad of 100 million USD and more, investments and construction together, and ends in June 2018: what comes the other way is not in it.',
        ]
      : []),
    ...(has('official-finance-projects')
      ? [
          `Official finance is what became known of it, by year of commitment, 2000 to 2014; ${counted(unvalued, 'project', 'projects')} of the pair have no amount and are in no sum.`,
        ]
      : []),
    ...(has(stock.indicator)
      ? ['A stock of direct investment is valued differently by its two sides, and what goes through a third place is booked there.']
      : []),
    ...(support.length > 0 ? ['Support is what was allocated, not what was promised (more) nor what arrived (less).'] : []),
  ]
}

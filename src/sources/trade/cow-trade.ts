import { correlatesOfWarLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type Layout, type NumberTable, readNumberTable } from '../formats/number-table.ts'
import { type CowRow, cowRows } from '../rows/cow-rows.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'
import { collectedFigure, figureAt, type IndicatorColumn, stateYearLayout } from '../rows/state-years.ts'

const years = { from: 1870, to: 2014 }

export const card: SourceCard = {
  id: 'cow-trade',
  title: 'Correlates of War bilateral and national trade 4.0',
  provider: 'Correlates of War Project (Barbieri, Keshk)',
  url: 'https://correlatesofwar.org/data-sets/bilateral-trade/',
  licence: correlatesOfWarLicence('https://correlatesofwar.org/data-sets/bilateral-trade/'),
  citation:
    'Barbieri, K., Keshk, O. M. G. and Pollins, B. M. (2009). Trading Data: Evaluating our Assumptions and Coding Rules. Conflict Management and Peace Science 26, 471-491. Data: Correlates of War Trade 4.0.',
  vintage: '4.0 (to 2014), read 2026-11-25',
  coverage: [
    ...coverageOf(['goods-imports-cow'], 1870, 2014, 'every pair of members of the interstate system, and each with the world'),
    ...coverageOf(
      ['goods-imports-cow-smoothed'],
      1870,
      2014,
      'pairs and years whose figure the source smoothed; elsewhere goods-imports-cow stands',
    ),
    ...coverageOf(['goods-exports-cow'], 1870, 2014, 'each state to the world'),
  ],
  quirks: [
    'Ends in 2014.',
    'A zero is a reported or an assumed zero: the source does not tell them apart. A blank (-9 in the native file) is missing, and has no row.',
    "flow1 is what the first state of the row imported from the second, flow2 the other way round; the source takes the importer's report where there is one and does not say per row where it is not, so there is no reporter and no valuation.",
    'Smoothed figures are kept only where they differ from the figure itself (54,353 of them); they are the work of the source, hence estimated.',
    'National totals have more digits than they are exact to, and are not sums of the pairs.',
    'National totals of West Germany stand under 255 (Germany) from 1960 to 1989, the rows of its own number 260 being blank; pairs have it under 260.',
  ],
}

const named = (names: readonly string[]): Layout => Object.fromEntries(names.map((name) => [name, name]))

const pairs = named(['ccode1', 'ccode2', 'year', 'flow1', 'flow2', 'smoothflow1', 'smoothflow2'])

const amount = (column: string, indicator: string, status: IndicatorColumn['status']): IndicatorColumn => ({
  column,
  indicator,
  unit: 'USD',
  status,
  power: 6,
  least: 0,
})

const flows = [1, 2].map((side) => ({
  flow: amount(`flow${side}`, 'goods-imports-cow', 'observed'),
  smooth: amount(`smoothflow${side}`, 'goods-imports-cow-smoothed', 'estimated'),
}))

const imports = amount('imports', 'goods-imports-cow', 'observed')
const exports = amount('exports', 'goods-exports-cow', 'observed')
const totals = stateYearLayout([imports, exports])

/**
 * Reads the goods trade of pairs of states (imports of each from the other) and of each state with the world (WLD), in USD of the year.
 *
 * @param paths   `Dyadic_COW_4.0.csv` (one row per pair), `National_COW_4.0.csv`, or both, in any order; recognised by their columns
 */
export async function readCowTrade(paths: readonly string[]): Promise<ReadObservations> {
  const gathered = observationCollector(card)
  for (const path of paths) {
    const table = await readNumberTable(path, [pairs, totals], { missing: [-9] })
    if (table.layout === pairs) addPairs(table, gathered)
    else addTotals(table, gathered)
  }
  return { observations: gathered.columns() }
}

function addPairs(table: NumberTable, gathered: ReturnType<typeof observationCollector>): void {
  for (const row of cowRows(table, { years, codes: ['ccode1', 'ccode2'], directed: false })) {
    const [first, second] = [row.from, row.to!]
    addFlow(table, row, flows[0]!, { from: second, to: first }, gathered)
    addFlow(table, row, flows[1]!, { from: first, to: second }, gathered)
  }
}

function addFlow(
  table: NumberTable,
  row: CowRow,
  { flow, smooth }: { flow: IndicatorColumn; smooth: IndicatorColumn },
  ends: { from: string; to: string },
  gathered: ReturnType<typeof observationCollector>,
): void {
  const figure = collectedFigure(table, row, flow, ends)
  gathered.add(figure)
  if (figureAt(table, row.index, smooth) !== figure.value) gathered.add(collectedFigure(table, row, smooth, ends))
}

function addTotals(table: NumberTable, gathered: ReturnType<typeof observationCollector>): void {
  for (const row of cowRows(table, { years, codes: ['ccode'], directed: true })) {
    gathered.add(collectedFigure(table, row, imports, { from: 'WLD', to: row.from }))
    gathered.add(collectedFigure(table, row, exports, { from: row.from, to: 'WLD' }))
  }
}

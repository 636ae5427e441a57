import { crossGroups, type GravityPanel, groupRows, type Regressor, type RowGroups } from '../../src/measures/index.ts'
import { lines } from './unvotes.ts'

/** A published gravity equation: its panel, its clusters, and the names under which the reference files keep it. */
export interface PublishedModel {
  readonly table: string
  readonly column: string
  readonly panel: GravityPanel
  readonly clusters: readonly RowGroups[]
}

interface GuideRow {
  readonly exporter: string
  readonly importer: string
  readonly pair: string
  readonly year: number
  readonly number: Readonly<Record<string, number>>
}

const guideColumns = [
  ...['trade', 'dist', 'cntg', 'lang', 'clny', 'rta', 'rta_lag3', 'rta_lag4'],
  ...['rta_lag6', 'rta_lag8', 'rta_lag9', 'rta_lag12', 'rta_lead4'],
]

/** The panel of the Advanced Guide to Trade Policy Analysis: manufacturing trade of 69 countries with domestic sales, 1986 to 2006. */
export function guideRows(): GuideRow[] {
  return lines('data/gravity-panels/agtpa_applications.csv.gz').map((line) => {
    const [exporter, importer, pair, year, ...rest] = line.split(',')
    const number = Object.fromEntries(guideColumns.map((column, i) => [column, Number(rest[i])]))
    return { exporter: exporter!, importer: importer!, pair: pair!, year: Number(year), number }
  })
}

type Column = readonly [name: string, value: (row: GuideRow) => number]

const years = [1986, 1990, 1994, 1998, 2002, 2006]
const isAbroad = (row: GuideRow): boolean => row.exporter !== row.importer
const abroad = (row: GuideRow): number => (isAbroad(row) ? 1 : 0)
const distance: Column = ['ln_dist', (row) => (isAbroad(row) ? Math.log(row.number['dist']!) : 0)]
const homeDistance: Column = ['ln_dist_intra', (row) => (isAbroad(row) ? 0 : Math.log(row.number['dist']!))]
const distances: readonly Column[] = years.map((year) => [`ln_dist_${year}`, (row) => (row.year === year ? distance[1](row) : 0)])
const plain = (name: string): Column => [name, (row) => row.number[name]!]
const ties = ['cntg', 'lang', 'clny'].map(plain)
const borders = (prefix: string, of: readonly number[]): Column[] =>
  of.map((year) => [`${prefix}${year}`, (row) => (row.year === year ? abroad(row) : 0)])
const agreements = ['rta', 'rta_lag4', 'rta_lag8', 'rta_lag12'].map(plain)

/** Every table of the guide that is estimated by PPML, and two models of all its years. */
export function guideModels(): PublishedModel[] {
  const all = guideRows()
  const everyFourth = all.filter(({ year }) => years.includes(year))
  const trade = everyFourth.filter(isAbroad)
  const home = 'country'
  const pair = 'one home pair'
  const model = (table: string, column: string, rows: readonly GuideRow[], columns: readonly Column[], third?: string): PublishedModel => ({
    table,
    column,
    ...panelOf(rows, columns, third),
  })
  return [
    model('T1', '4_ppml_fe', trade, [distance, ...ties]),
    model('T2', '2_ppml', trade, [...distances, ...ties]),
    model('T2', '3_intra_dist', everyFourth, [...distances, ...ties, homeDistance]),
    model('T2', '4_home_bias', everyFourth, [...distances, ...ties, homeDistance, ['same', (row) => 1 - abroad(row)]]),
    model('T2', '5_country_intra_fe', everyFourth, [...distances, ...ties], home),
    model('T3', '2_ppml', trade, [distance, ...ties, plain('rta')]),
    model('T3', '3_intra', everyFourth, [distance, ...ties, plain('rta')], home),
    model('T3', '4_endogeneity', everyFourth, [plain('rta')], pair),
    model('T3', '5_lead', everyFourth, [plain('rta'), plain('rta_lead4')], pair),
    model('T3', '6_phasing', everyFourth, agreements, pair),
    model('T3', '7_globalization', everyFourth, [...agreements, ...borders('intl_brdr_', years.slice(0, -1))], pair),
    model('EXTRA', '3way_allyears_rta', all, [plain('rta')], 'pair'),
    model(
      'EXTRA',
      '3way_allyears_rta_borders',
      all,
      [
        plain('rta'),
        ...borders(
          'brd',
          Array.from({ length: 20 }, (_, i) => 1987 + i),
        ),
      ],
      'pair',
    ),
  ]
}

function panelOf(rows: readonly GuideRow[], columns: readonly Column[], third?: string): Pick<PublishedModel, 'panel' | 'clusters'> {
  const of = (name: string, key: (row: GuideRow) => string): RowGroups => groupRows(name, rows.map(key))
  const sets = [of('exporter-year', (row) => row.exporter + row.year), of('importer-year', (row) => row.importer + row.year)]
  if (third === 'country') sets.push(of('home', (row) => (isAbroad(row) ? '' : row.exporter)))
  if (third === 'one home pair') sets.push(of('pair', (row) => (isAbroad(row) ? row.pair : '0')))
  if (third === 'pair') sets.push(of('pair', (row) => row.exporter + row.importer))
  const regressors = columns.map(([name, value]): Regressor => ({ name, values: Float64Array.from(rows, value) }))
  const flow = Float64Array.from(rows, (row) => row.number['trade']!)
  const clusters = of('pair', (row) => (third === 'pair' ? row.exporter + row.importer : row.pair))
  return { panel: { flow, regressors, effects: sets }, clusters: [clusters] }
}

/** The panel of the R package penppml with `provisions` of its regressors, or the one that says whether there is an agreement. */
export function penppmlModel(provisions: boolean): PublishedModel {
  const rows = lines('data/gravity-panels/penppml_trade.csv.gz').map(
    (line) => /^([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),(?:"[^"]*"|[^,]*),(.*)$/.exec(line)!,
  )
  const column = (i: number, name: string): RowGroups =>
    groupRows(
      name,
      rows.map((row) => row[i]!),
    )
  const [exporter, importer, year] = [column(1, 'exporter'), column(2, 'importer'), column(3, 'year')]
  const pair = crossGroups('pair', exporter, importer)
  const effects = [crossGroups('exporter-year', exporter, year), crossGroups('importer-year', importer, year), pair]
  const agreement: Regressor = { name: 'fta', values: Float64Array.from(rows, (row) => (Number(row[5]) > 0 ? 1 : 0)) }
  const values = provisionNames.map((_, j) => Float64Array.from(rows, (row) => Number(row[6]!.split(',')[j])))
  const regressors = provisions ? provisionNames.map((name, j) => ({ name, values: values[j]! })) : [agreement]
  const flow = Float64Array.from(rows, (row) => Number(row[4]))
  return { table: 'penppml', column: provisions ? '3way_16prov' : '3way_fta', panel: { flow, regressors, effects }, clusters: [pair] }
}

const provisionNames = [
  ...['ad_prov_14', 'cp_prov_23', 'tbt_prov_07', 'tbt_prov_33', 'tf_prov_41', 'tf_prov_45', 'env_prov_18', 'et_prov_38'],
  ...['inv_prov_22', 'ipr_prov_15', 'ipr_prov_44', 'lm_prov_10', 'moc_prov_21', 'ser_prov_47', 'ste_prov_30', 'cp_prov_26'],
]

/** The example of the R package fixest: trade of 15 states of the EU by product, with four sets of effects. */
export function euModel(): PublishedModel {
  const rows = lines('data/gravity-panels/fixest_trade_eu15.csv.gz').map((line) => line.split(','))
  const effects = ['Destination', 'Origin', 'Product', 'Year'].map((name, i) =>
    groupRows(
      name,
      rows.map((row) => row[i]!),
    ),
  )
  const regressors = [{ name: 'log(dist_km)', values: Float64Array.from(rows, (row) => Math.log(Number(row[4]))) }]
  const flow = Float64Array.from(rows, (row) => Number(row[5]))
  return { table: 'fixest', column: 'trade_eu15_4fe', panel: { flow, regressors, effects }, clusters: [effects[1]!] }
}

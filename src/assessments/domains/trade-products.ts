import { herfindahl, normalisedHerfindahl } from '../../measures/trade/herfindahl.ts'
import type { State } from '../../states/index.ts'
import type { Cell, Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatShare, inSentence, joinedWords } from '../forms/wording.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** Product concentration of each direction; empty where the record has no products for the pair. */
export interface TradeProducts {
  readonly estimates: readonly Estimate[]
  readonly sentence: string
}

/** One combination of source, reporter, nomenclature and year for which the record has products. */
interface Kind {
  readonly source: string
  readonly vintage: string
  readonly reporter: string | null
  readonly flow: string
  readonly nomenclature: string
  readonly digits: number
  readonly year: string
  readonly unit: string
  readonly status: 'observed' | 'estimated'
}

/** The products and their values, largest first. */
interface Basket extends Kind {
  readonly products: readonly string[]
  readonly values: Float64Array
}

/** Products must add up to 95 % to 105 % of the total by the same source and reporter. An incomplete list does not give the concentration of the whole. */
const [leastPart, mostPart] = [0.95, 1.05]

/** The list of possible products is taken from at least this many pairs, because one pair's basket does not show what else could be traded. */
const leastPairs = 10

/** Indicator of the total that corresponds to each product flow. */
const totalOf: Readonly<Record<string, string>> = { flow: 'goods-trade-flow', exports: 'goods-exports', imports: 'goods-imports' }

/** Computes the product concentration of goods in each direction, for the latest year in which a source's products add up to its total. */
export async function tradeProducts(bench: DomainInputs): Promise<TradeProducts> {
  const { snapshot, dyad } = bench
  if (!(await holdsProducts(snapshot))) return { estimates: [], sentence: '' }
  const found = await Promise.all([directionOf(bench, 'a-to-b', dyad.a, dyad.b), directionOf(bench, 'b-to-a', dyad.b, dyad.a)])
  return { estimates: found.flatMap(({ estimates }) => estimates), sentence: found.map(({ sentence }) => sentence).join('') }
}

const holdsProducts = cachedBySnapshot(async (snapshot) => (await snapshot.rows('SELECT 1 AS one FROM product_flows LIMIT 1')).length > 0)

async function directionOf(bench: DomainInputs, way: string, seller: State, buyer: State): Promise<TradeProducts> {
  const kinds = await kindsOf(bench, seller, buyer)
  if (kinds.length === 0) return { estimates: [], sentence: '' }
  const label = `products of the goods from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`
  for (const kind of kinds) {
    const basket = await basketOf(bench.snapshot, kind, seller, buyer)
    const part = await partOfTotal(bench, basket, seller, buyer)
    if (part === undefined || part < leastPart || part > mostPart) continue
    return told(bench, basket, { way, label, part, seller, buyer })
  }
  const about = { id: `products-${way}`, label: `concentration, ${label}`, unit: 'index', period: kinds[0]!.year }
  const reason = `the products that the record holds do not add up to a total of the same source: a selection of products has no concentration of the whole`
  return { estimates: [unknown(about, reason, 'All products of the pair and their total: BACI, or UN Comtrade with TOTAL.')], sentence: '' }
}

/**
 * Lists the available combinations, latest year first. Within a year, reconciled figures come before one side's reports, and more detailed product codes before
 * less detailed ones.
 */
async function kindsOf({ snapshot, dyad }: DomainInputs, seller: State, buyer: State): Promise<Kind[]> {
  const rows = await snapshot.rows(
    `SELECT source, max(vintage) AS vintage, reporter, flow, nomenclature, length(product) AS digits, substr(start_date, 1, 4) AS year, unit, max(status) AS status,
       count(*) AS products FROM product_flows
     WHERE from_id = $seller AND to_id = $buyer AND end_date <= $to AND start_date LIKE '%-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31'
     GROUP BY ALL ORDER BY year DESC, reporter NULLS FIRST, digits DESC, source, nomenclature, flow`,
    { seller: seller.iso3, buyer: buyer.iso3, to: dyad.to },
  )
  return rows.map(kindOf)
}

function kindOf(row: Record<string, Cell>): Kind {
  return {
    source: String(row['source']),
    vintage: String(row['vintage']),
    reporter: row['reporter'] === null ? null : String(row['reporter']),
    flow: String(row['flow']),
    nomenclature: String(row['nomenclature']),
    digits: Number(row['digits']),
    year: String(row['year']),
    unit: String(row['unit']),
    status: row['status'] === 'observed' ? 'observed' : 'estimated',
  }
}

async function basketOf(snapshot: DomainInputs['snapshot'], kind: Kind, seller: State, buyer: State): Promise<Basket> {
  const found = await snapshot.columns(
    `SELECT product, value FROM product_flows WHERE ${where(kind)} AND from_id = '${seller.iso3}' AND to_id = '${buyer.iso3}' ORDER BY value DESC, product`,
  )
  return { ...kind, products: (found['product'] ?? []) as string[], values: Float64Array.from((found['value'] ?? []) as number[]) }
}

function where({ source, reporter, flow, nomenclature, digits, year, unit }: Kind): string {
  const by = reporter === null ? 'reporter IS NULL' : `reporter = '${reporter}'`
  return `source = '${source}' AND ${by} AND flow = '${flow}' AND nomenclature = '${nomenclature}' AND length(product) = ${digits} AND start_date = '${year}-01-01' AND end_date = '${year}-12-31' AND unit = '${unit}'`
}

/** Returns the products' sum as a share of the total by the same source and reporter; undefined where there is no total. */
async function partOfTotal({ snapshot }: DomainInputs, basket: Basket, seller: State, buyer: State): Promise<number | undefined> {
  const { source, reporter, flow, year, unit, values } = basket
  const [row] = await snapshot.rows(
    `SELECT value FROM observations WHERE source = $source AND indicator = $indicator AND from_id = $seller AND to_id = $buyer AND start_date = $start AND end_date = $end
       AND unit = $unit AND ${reporter === null ? 'reporter IS NULL' : 'reporter = $reporter'} AND value > 0`,
    {
      ...{
        source,
        indicator: totalOf[flow] ?? '',
        seller: seller.iso3,
        buyer: buyer.iso3,
        start: `${year}-01-01`,
        end: `${year}-12-31`,
        unit,
      },
      ...(reporter === null ? {} : { reporter }),
    },
  )
  return row === undefined || !(Number(row['value']) > 0) ? undefined : values.reduce((sum, value) => sum + value, 0) / Number(row['value'])
}

interface Told {
  readonly way: string
  readonly label: string
  readonly part: number
  readonly seller: State
  readonly buyer: State
}

async function told(bench: DomainInputs, basket: Basket, about: Told): Promise<TradeProducts> {
  const { way, label, part, seller, buyer } = about
  const { herfindahl: index, equalParts, parts } = herfindahl(basket.values)
  const code = `${basket.nomenclature} at ${basket.digits} digits`
  const base = { ...known(basket, seller, buyer), period: basket.year }
  const from = `${basket.source}${basket.reporter === null ? '' : `, reported by ${basket.reporter}`}: ${parts} products, ${code}, ${formatShare(part)} of the total that it states`
  const total = basket.values.reduce((sum, value) => sum + value, 0)
  const top = basket.products.slice(0, 3).map((product, i) => `${product} (${formatShare(basket.values[i]! / total)})`)
  const estimates: Estimate[] = [
    {
      ...base,
      id: `products-${way}`,
      label: `concentration, ${label}`,
      unit: 'index',
      value: index,
      method: `Herfindahl-Hirschman index, sum of squared shares; ${from}`,
      note: `The largest: ${joinedWords(top)}.`,
    },
    await normalised(
      bench,
      basket,
      { ...base, id: `products-${way}-normalised`, label: `the same, 0 to 1, ${label}`, unit: 'index' },
      index,
    ),
  ]
  const sentence = ` In ${basket.year} the goods from ${inSentence(seller.name)} were as concentrated as ${equalParts.toFixed(equalParts < 10 ? 1 : 0)} equal products would be (${parts} in ${code}), the largest ${joinedWords(top)}.`
  return { estimates, sentence }
}

/** Computes UNCTAD's normalised index. It needs the number of possible products: all products that the source has for any pair in that year. */
async function normalised(
  { snapshot }: DomainInputs,
  basket: Basket,
  base: Omit<Known, 'value' | 'method'>,
  index: number,
): Promise<Estimate> {
  const { source, nomenclature, digits, year } = basket
  const { n, pairs } = await productsTraded(snapshot, source, nomenclature, digits, year)
  const { id, label, unit, period } = base
  if (pairs < leastPairs) {
    const reason = `the record has the products of ${pairs} pairs only, and so not how many products there could be`
    return unknown({ id, label, unit, period }, reason, 'Products of all pairs in the same nomenclature, such as BACI.')
  }
  return {
    ...base,
    value: normalisedHerfindahl(index, n),
    method: `UNCTAD's index of product concentration, (√H − √(1/n)) / (1 − √(1/n)), n = ${n} products that any pair of ${source} trades in ${year}`,
  }
}

/** Counts the products of a nomenclature that the source has for any pair in a year, and those pairs. */
const productsTraded = cachedBySnapshot(async (snapshot, source: string, nomenclature: string, digits: number, year: string) => {
  const [row] = await snapshot.rows(
    `SELECT count(DISTINCT product) AS products, count(DISTINCT from_id || ' ' || to_id) AS pairs FROM product_flows
     WHERE source = $source AND nomenclature = $nomenclature AND length(product) = ${digits} AND start_date = $start AND value > 0`,
    { source, nomenclature, start: `${year}-01-01` },
  )
  return { n: Number(row!['products']), pairs: Number(row!['pairs']) }
})

function known(basket: Basket, seller: State, buyer: State): Pick<Known, 'state' | 'interval' | 'evidence' | 'certainty'> {
  const { source, vintage, values, status } = basket
  const rows = `product_flows where ${where(basket)} and from_id = '${seller.iso3}' and to_id = '${buyer.iso3}'`
  return { state: status, interval: 'exact', certainty: 'one report', evidence: [{ source, vintage, rows, count: values.length }] }
}

import { cachedBySnapshot, type SnapshotCache } from '../../assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../store/index.ts'
import { type GoodsList, type ListedCode, tierOf } from '../goods/goods-list.ts'
import type { MonthWindow } from '../windows/month-window.ts'
import { restrictedGoods } from './restricted-goods.ts'

/** Which exports by product and month the record has. */
export interface ProductHoldings {
  readonly source: string
  readonly vintage: string
  readonly months: readonly string[]
  readonly partners: readonly string[]
  readonly reporters: readonly string[]
  /** Number of headings of two to six digits that the source has beside its eight-digit codes. */
  readonly headings: number
  /** Whether this is the panel of goods under EU sanctions that the package brings; else it is what the user added to the record. */
  readonly isBundled: boolean
}

const source = 'comext-products'
/** Codes that have none of their own parts beside them: eight digits, or fewer where the provider was asked for no more. A heading beside its parts would count twice. */
export const codesOnly: string = `source = '${source}' AND flow = 'exports' AND unit = 'EUR' AND (nomenclature = 'CN' OR product NOT IN (
  SELECT DISTINCT substr(product, 1, digits) FROM product_flows, (VALUES (2), (4), (5), (6)) AS cut(digits) WHERE source = '${source}' AND length(product) > digits))`

/**
 * Returns the exports by product and month that an answer on a list rests on: those of the record; else, unless all goods are asked for, the bundled panel.
 * Undefined if there is neither.
 */
export async function productHoldings(snapshot: Snapshot, list: GoodsList): Promise<ProductHoldings | undefined> {
  const added = await addedHoldings(snapshot)
  if (added !== undefined || list.id === 'all') return added
  const { source: id, vintage, headings, months, partners, reporters } = restrictedGoods()
  return { source: id, vintage, headings, months, partners, reporters, isBundled: true }
}

/** Returns what the record has of exports by product and month; undefined if it has none. */
const addedHoldings: SnapshotCache<[], ProductHoldings | undefined> = cachedBySnapshot(
  async (snapshot: Snapshot): Promise<ProductHoldings | undefined> => {
    const [row] = await snapshot.rows(
      `SELECT max(vintage) AS vintage, string_agg(DISTINCT substr(start_date, 1, 7), ' ') AS months, string_agg(DISTINCT to_id, ' ') AS partners,
       string_agg(DISTINCT reporter, ' ') AS reporters FROM product_flows WHERE ${codesOnly}`,
    )
    if (row === undefined || row['months'] === null) return undefined
    const [headings] = await snapshot.rows(
      `SELECT count(DISTINCT product)::INTEGER AS count FROM product_flows WHERE source = '${source}' AND NOT (${codesOnly})`,
    )
    const list = (name: string): string[] => String(row[name]).split(' ').sort()
    return {
      ...{ source, vintage: String(row['vintage']), headings: Number(headings!['count']) },
      ...{ months: list('months'), partners: list('partners'), reporters: list('reporters'), isBundled: false },
    }
  },
)

/** Amounts of one product at one partner in EUR: after, before, and a year before that (NaN where the data do not reach so far). */
export interface Amounts {
  readonly post: number
  readonly pre: number
  readonly placeboPre: number
}

/** One product of a list, with its amounts by partner. */
export interface ProductAmounts {
  readonly product: string
  readonly tier: string | null
  readonly partners: ReadonlyMap<string, Amounts>
  /** Why the product is in no sum that compares before and after; null if it is in them. */
  readonly keptOut: 'began' | 'ended' | 'not comparable' | null
}

/** Calls `visit` for each product, and for each partner of it, with the amounts in the windows. */
type VisitAmounts = (product: string, partner: string, amounts: Amounts) => void

async function readAmounts(
  snapshot: Snapshot,
  list: GoodsList,
  window: MonthWindow,
  target: string,
  isBundled: boolean,
): Promise<ProductAmounts[]> {
  const groups = new Map<string, { code: ListedCode; partners: Map<string, Amounts> }>()
  const codeOf = matcherOf(list)
  const add: VisitAmounts = (product, partner, { post, pre, placeboPre }) => {
    const code = codeOf(product)
    if (code === undefined) return
    const group = groups.get(code.code) ?? { code, partners: new Map<string, Amounts>() }
    groups.set(code.code, group)
    const before = group.partners.get(partner) ?? nothing
    group.partners.set(partner, { post: before.post + post, pre: before.pre + pre, placeboPre: before.placeboPre + placeboPre })
  }
  if (isBundled) bundledAmounts(window, add)
  else await addedAmounts(snapshot, window, target, add)
  const changes = nomenclatureChanges(isBundled ? bundledYears() : await addedYears(snapshot), codeOf, window)
  const crossesHs2022 = window.pre.some((month) => month < '2022-01') && window.post.some((month) => month >= '2022-01')
  return [...groups.values()].map(({ code, partners }) => ({
    product: code.code,
    tier: code.tier,
    partners,
    keptOut: changes.get(code.code) ?? (crossesHs2022 && !code.comparable ? 'not comparable' : null),
  }))
}

const nothing: Amounts = { post: 0, pre: 0, placeboPre: 0 }

function bundledAmounts({ post, pre, placeboPre = [] }: MonthWindow, visit: VisitAmounts): void {
  const { cells, months, partners, products } = restrictedGoods()
  const places = (of: readonly string[]): number[] => of.map((month) => months.indexOf(month))
  const [after, before, earlier] = [places(post), places(pre), places(placeboPre)]
  const sum = (start: number, of: readonly number[]): number => of.reduce((total, month) => total + cells[start + month]!, 0)
  partners.forEach((partner, p) => {
    products.forEach((product, i) => {
      const start = (p * products.length + i) * months.length
      visit(product, partner, { post: sum(start, after), pre: sum(start, before), placeboPre: sum(start, earlier) })
    })
  })
}

async function addedAmounts(snapshot: Snapshot, window: MonthWindow, target: string, visit: VisitAmounts): Promise<void> {
  const rows = await snapshot.columns(
    `WITH w(month, role, weight) AS (VALUES ${rolesOf(window).join(', ')}), sums AS (
       SELECT product, to_id, substr(start_date, 1, 7) AS month, sum(value) AS value FROM product_flows WHERE ${codesOnly} AND from_id <> $target GROUP BY ALL)
     SELECT product, to_id, ${['post', 'pre', 'placebo'].map((role) => `coalesce(round(sum(value * weight) FILTER (role = '${role}'), 2), 0) AS ${role}`).join(', ')}
     FROM sums LEFT JOIN w USING (month) GROUP BY product, to_id ORDER BY product, to_id`,
    { target },
  )
  rows['product']!.forEach((product, i) => {
    const [post, pre, placeboPre] = ['post', 'pre', 'placebo'].map((role) => Number(rows[role]![i])) as [number, number, number]
    visit(String(product), String(rows['to_id']![i]), { post, pre, placeboPre })
  })
}

function rolesOf({ post, pre, placeboPre = [] }: MonthWindow): string[] {
  const roles = [
    ...post.map((month) => `post ${month}`),
    ...pre.map((month) => `pre ${month}`),
    ...placeboPre.map((month) => `placebo ${month}`),
  ]
  const weights = new Map<string, number>()
  for (const role of roles) weights.set(role, (weights.get(role) ?? 0) + 1)
  return [...weights].map(([role, weight]) => {
    const [name, month] = role.split(' ')
    return `('${month}', '${name}', ${weight})`
  })
}

/** Returns a function from an eight-digit code to the listed code that it belongs to: itself, or the longest that it begins with. */
function matcherOf({ codes, digits = 8 }: GoodsList): (product: string) => ListedCode | undefined {
  if (codes === undefined) return (product) => ({ code: product.slice(0, digits), tier: tierOf(product), comparable: true })
  const listed = new Map(codes.map((one) => [one.code, one]))
  return (product) => {
    for (let length = product.length; length >= 2; length--) {
      const found = listed.get(product.slice(0, length))
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** The products that anybody bought, by year. */
type TradedByYear = ReadonlyMap<string, ReadonlySet<string>>

function bundledYears(): TradedByYear {
  const { cells, months, products } = restrictedGoods()
  const traded = new Map<string, Set<string>>()
  months.forEach((month, m) => {
    const year = month.slice(0, 4)
    const own = traded.get(year) ?? new Set<string>()
    traded.set(year, own)
    for (let at = m; at < cells.length; at += months.length)
      if (cells[at]! > 0) own.add(products[Math.floor(at / months.length) % products.length]!)
  })
  return traded
}

async function addedYears(snapshot: Snapshot): Promise<TradedByYear> {
  const rows = await snapshot.columns(
    `SELECT substr(start_date, 1, 4) AS year, product FROM product_flows WHERE ${codesOnly} GROUP BY ALL HAVING sum(value) > 0`,
  )
  const traded = new Map<string, Set<string>>()
  rows['year']!.forEach((year, i) => {
    traded.set(String(year), (traded.get(String(year)) ?? new Set()).add(String(rows['product']![i])))
  })
  return traded
}

/** Returns the products that began or ended with a January between the two windows: nobody bought them in all twelve months on one side of it. */
function nomenclatureChanges(
  traded: TradedByYear,
  codeOf: (product: string) => ListedCode | undefined,
  { pre, post }: MonthWindow,
): Map<string, 'began' | 'ended'> {
  const [first, last] = [pre.toSorted()[0]!.slice(0, 4), post.at(-1)!.slice(0, 4)]
  const years = [...traded.keys()].filter((year) => year >= first && year <= last).sort()
  const codesOf = (year: string | undefined): Set<string> =>
    new Set([...(traded.get(year ?? '') ?? [])].flatMap((product) => codeOf(product)?.code ?? []))
  const [atFirst, atLast] = [codesOf(years[0]), codesOf(years.at(-1))]
  const found = new Map<string, 'began' | 'ended'>()
  for (const code of years.flatMap((year) => [...codesOf(year)])) {
    if (!atFirst.has(code)) found.set(code, 'began')
    else if (!atLast.has(code)) found.set(code, 'ended')
  }
  return found
}

/**
 * Returns the amounts of the products of a list, summed over the members that export them. Only eight-digit codes are summed.
 *
 * A code without purchases before a January and with some after it, or the reverse, began or ended with that year's nomenclature.
 */
export const productAmounts: SnapshotCache<[GoodsList, MonthWindow, string, boolean], ProductAmounts[]> = cachedBySnapshot(
  readAmounts,
  (list: GoodsList, window: MonthWindow, target: string, isBundled: boolean) => [
    list.id,
    list.digits ?? 0,
    (list.codes ?? []).map(({ code }) => code),
    window.post,
    window.pre,
    target,
    isBundled,
  ],
)

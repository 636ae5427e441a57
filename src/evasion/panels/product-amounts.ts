import { cachedBySnapshot, type SnapshotCache } from '../../assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../store/index.ts'
import { type GoodsList, type ListedCode, tierOf } from '../goods/goods-list.ts'
import type { MonthWindow } from '../windows/month-window.ts'

/** Which exports by product and month the record has. */
export interface ProductHoldings {
  readonly source: string
  readonly vintage: string
  readonly months: readonly string[]
  readonly partners: readonly string[]
  readonly reporters: readonly string[]
  /** Number of headings of two to six digits that the source has beside its eight-digit codes. */
  readonly headings: number
}

const source = 'comext-products'
const codesOnly = `source = '${source}' AND nomenclature = 'CN' AND flow = 'exports' AND unit = 'EUR'`

/** Returns what the record has of exports by product and month; undefined if it has none. */
export const productHoldings: SnapshotCache<[], ProductHoldings | undefined> = cachedBySnapshot(
  async (snapshot: Snapshot): Promise<ProductHoldings | undefined> => {
    const [row] = await snapshot.rows(
      `SELECT max(vintage) AS vintage, string_agg(DISTINCT substr(start_date, 1, 7), ' ') AS months, string_agg(DISTINCT to_id, ' ') AS partners,
       string_agg(DISTINCT reporter, ' ') AS reporters FROM product_flows WHERE ${codesOnly}`,
    )
    if (row === undefined || row['months'] === null) return undefined
    const [headings] = await snapshot.rows(
      `SELECT count(DISTINCT product)::INTEGER AS count FROM product_flows WHERE source = '${source}' AND nomenclature = 'HS'`,
    )
    const list = (name: string): string[] => String(row[name]).split(' ').sort()
    return {
      ...{ source, vintage: String(row['vintage']), headings: Number(headings!['count']) },
      ...{ months: list('months'), partners: list('partners'), reporters: list('reporters') },
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

async function readAmounts(snapshot: Snapshot, list: GoodsList, window: MonthWindow, target: string): Promise<ProductAmounts[]> {
  const rows = await snapshot.columns(
    `WITH w(month, role, weight) AS (VALUES ${rolesOf(window).join(', ')}), sums AS (
       SELECT product, to_id, substr(start_date, 1, 7) AS month, sum(value) AS value FROM product_flows WHERE ${codesOnly} AND from_id <> $target GROUP BY ALL)
     SELECT product, to_id, ${['post', 'pre', 'placebo'].map((role) => `coalesce(sum(value * weight) FILTER (role = '${role}'), 0) AS ${role}`).join(', ')}
     FROM sums LEFT JOIN w USING (month) GROUP BY product, to_id ORDER BY product, to_id`,
    { target },
  )
  const groups = new Map<string, { code: ListedCode; partners: Map<string, Amounts> }>()
  const codeOf = matcherOf(list)
  rows['product']!.forEach((product, i) => {
    const code = codeOf(String(product))
    if (code === undefined) return
    const group = groups.get(code.code) ?? { code, partners: new Map<string, Amounts>() }
    groups.set(code.code, group)
    const [post, pre, placebo] = ['post', 'pre', 'placebo'].map((role) => Number(rows[role]![i])) as [number, number, number]
    const partner = String(rows['to_id']![i])
    const before = group.partners.get(partner) ?? { post: 0, pre: 0, placeboPre: 0 }
    group.partners.set(partner, { post: before.post + post, pre: before.pre + pre, placeboPre: before.placeboPre + placebo })
  })
  const changes = await nomenclatureChanges(snapshot, list, window)
  const crossesHs2022 = window.pre.some((month) => month < '2022-01') && window.post.some((month) => month >= '2022-01')
  return [...groups.values()].map(({ code, partners }) => ({
    product: code.code,
    tier: code.tier,
    partners,
    keptOut: changes.get(code.code) ?? (crossesHs2022 && !code.comparable ? 'not comparable' : null),
  }))
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

/** Returns the products that began or ended with a January between the two windows: nobody bought them in all twelve months on one side of it. */
async function nomenclatureChanges(snapshot: Snapshot, list: GoodsList, window: MonthWindow): Promise<Map<string, 'began' | 'ended'>> {
  const [first, last] = [window.pre.toSorted()[0]!, window.post.at(-1)!]
  const rows = await snapshot.columns(
    `SELECT product, substr(start_date, 1, 4) AS year, sum(value) AS value FROM product_flows
     WHERE ${codesOnly} AND substr(start_date, 1, 4) BETWEEN $first AND $last GROUP BY ALL`,
    { first: first.slice(0, 4), last: last.slice(0, 4) },
  )
  const codeOf = matcherOf(list)
  const traded = new Map<string, Set<string>>()
  rows['product']!.forEach((product, i) => {
    const code = codeOf(String(product))?.code
    if (code !== undefined && Number(rows['value']![i]) > 0) traded.set(code, (traded.get(code) ?? new Set()).add(String(rows['year']![i])))
  })
  const years = [...new Set(rows['year'] as string[])].sort()
  const found = new Map<string, 'began' | 'ended'>()
  for (const [code, inYears] of traded) {
    if (!inYears.has(years[0]!)) found.set(code, 'began')
    else if (!inYears.has(years.at(-1)!)) found.set(code, 'ended')
  }
  return found
}

/**
 * Returns the amounts of the products of a list, summed over the members that export them. Only eight-digit codes are summed.
 *
 * A code without purchases before a January and with some after it, or the reverse, began or ended with that year's nomenclature.
 */
export const productAmounts: SnapshotCache<[GoodsList, MonthWindow, string], ProductAmounts[]> = cachedBySnapshot(
  readAmounts,
  (list: GoodsList, window: MonthWindow, target: string) => [
    list.id,
    list.digits ?? 0,
    (list.codes ?? []).map(({ code }) => code),
    window.post,
    window.pre,
    target,
  ],
)

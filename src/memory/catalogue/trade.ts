import { gdp } from '../steps/gdp.ts'
import { goodsReports } from '../steps/goods-reports.ts'
import { goodsTotals, isSelection, listsAllPairs } from '../steps/goods-totals.ts'
import { goodsWholes } from '../steps/goods-wholes.ts'
import { servicesFigures } from './estimated-flows.ts'
import { type Figure, fewestPairs } from './figure.ts'
import { quotient } from './quotient.ts'

const listed = { means: 'unknown' } as const

/** The report that stands for a flow among those of its year: firm ones first, then by rank, then the source first by name. */
const chosenFirst = 'firm DESC, rank, source, indicator, reporter NULLS LAST, locator'

const flow: Figure = {
  id: 'goods-flow',
  also: ['goods-a-to-b', 'goods-b-to-a'],
  domain: 'trade',
  title: 'goods from one to the other',
  definition: 'Goods that A sends to B in a calendar year, at current prices, by the report that counts first.',
  limits: 'Reports of importers include insurance and freight as a rule; no currency is converted.',
  unit: 'USD',
  of: 'directed',
  flow: 'sent',
  from: { steps: [goodsReports] },
  sql: `SELECT from_id AS a, to_id AS b, year, unit, value, status, firm, reporter, source, vintage, n, if(n > 1, low, NULL) AS low, if(n > 1, high, NULL) AS high,
      if(n = 1, 'one report', NULL) AS certainty
    FROM (SELECT *, min(value) OVER same AS low, max(value) OVER same AS high, count(*) OVER same AS n, row_number() OVER (PARTITION BY from_id, to_id, year, unit ORDER BY rank = 4, ${chosenFirst}) AS nth
      FROM goods_reports WHERE indicator <> 'goods-trade' AND 'WLD' NOT IN (from_id, to_id) AND from_id <> to_id
      WINDOW same AS (PARTITION BY from_id, to_id, year, unit, rank = 4, firm))
    WHERE nth = 1`,
  interval: 'reports',
  absent: listed,
  pool: 'sum',
  words: {
    title: ({ a, b }) => `goods from ${a} to ${b}`,
    method: ({ source, reporter, n }) => `${reportedBy(source, reporter)}${ofReports(n)}; current prices`,
  },
  assessed: ['goods-a-to-b', 'goods-b-to-a'],
  scale: [0, null],
  claims: ['exports to', 'imports from', 'goods from', 'shipped to'],
}

/** Totals of one year: firm ones where there are any; the interval spans every total and every sum of one report of each direction. */
const totals = `WITH pool AS (
    SELECT * FROM goods_totals QUALIFY NOT bool_or(firm) OVER (PARTITION BY pair, year, unit) OR firm),
  ways AS (
    SELECT r.pair, r.year, r.unit, min(value) FILTER (from_id < to_id) + min(value) FILTER (from_id > to_id) AS low, max(value) FILTER (from_id < to_id) + max(value) FILTER (from_id > to_id) AS high
    FROM goods_reports r JOIN (SELECT pair, year, unit, bool_and(firm) AS only_firm FROM pool GROUP BY ALL) p USING (pair, year, unit)
    WHERE indicator <> 'goods-trade' AND rank < 4 AND (firm OR NOT only_firm) GROUP BY ALL),
  chosen AS (
    SELECT pool.*, count(*) OVER same AS n, least(min(value) OVER same, ways.low) AS least_total, greatest(max(value) OVER same, ways.high) AS most_total,
      row_number() OVER (PARTITION BY pair, year, unit ORDER BY pool.firm DESC, rank, source, reporter NULLS LAST) AS nth
    FROM pool LEFT JOIN ways USING (pair, year, unit) WINDOW same AS (PARTITION BY pair, year, unit))`

const both: Figure = {
  id: 'goods-trade',
  domain: 'trade',
  title: 'goods, both directions',
  definition: 'Goods that A and B send each other in a calendar year, at current prices, by the report that counts first.',
  limits: 'A total by one reporter: one direction alone never counts as one, and currencies are not converted.',
  unit: 'USD',
  of: 'pair',
  from: { steps: [goodsReports, goodsTotals] },
  sql: `${totals}
    SELECT split_part(pair, ' ', 1) AS a, split_part(pair, ' ', 2) AS b, year, unit, value, status, firm, reporter, source, vintage, n,
      if(n = 1 AND least_total = most_total, NULL, least_total) AS low, if(n = 1 AND least_total = most_total, NULL, most_total) AS high,
      if(n = 1 AND least_total = most_total, 'one report', NULL) AS certainty
    FROM chosen WHERE nth = 1`,
  interval: 'reports',
  place: { per: ['unit'], least: fewestPairs, among: 'pairs with a figure of the year' },
  absent: listed,
  pool: 'sum',
  words: {
    title: () => 'goods, both directions',
    method: ({ source, reporter, n }) => `${reportedBy(source, reporter)}${ofReports(n)}; current prices`,
  },
  assessed: ['goods-trade'],
  scale: [0, null],
  claims: ['trade between', 'bilateral trade', 'trade with', 'goods trade', 'trade turnover'],
}

const rank: Figure = {
  id: 'goods-trade-rank',
  domain: 'trade',
  title: 'percentile of goods trade among pairs',
  definition: 'Mid-rank percentile of the goods that A and B send each other, among the pairs that one source covers in the year.',
  limits:
    'Figures of different reporters are never ranked together: where no source lists all pairs, it is the place among the partners of one reporter.',
  unit: 'percentile',
  of: 'pair',
  from: { steps: [goodsTotals] },
  sql: `WITH ranked AS (
      SELECT *, count(*) OVER peers AS n, rank() OVER (peers ORDER BY value) - 1 AS below, count(*) OVER (PARTITION BY source, reporter, year, unit, value) AS equal
      FROM goods_totals WHERE sum AND parts = 1 AND NOT ${isSelection} AND NOT regexp_matches(pair, '\\bEU\\b')
      WINDOW peers AS (PARTITION BY source, reporter, year, unit))
    SELECT split_part(pair, ' ', 1) AS a, split_part(pair, ' ', 2) AS b, year, 100 * (below + equal / 2) / n AS value, status, firm, reporter, source, vintage, n
    FROM ranked WHERE firm AND n >= 10
    QUALIFY row_number() OVER (PARTITION BY pair, year ORDER BY reporter IS NOT NULL, n DESC, source, reporter, unit DESC) = 1`,
  interval: 'exact',
  absent: listed,
  pool: 'none',
  words: {
    title: () => 'percentile of goods trade among pairs',
    method: ({ source, reporter, n }) =>
      `mid-rank of the total of both directions among ${reporter === null ? `the ${n} pairs that ${source} covers` : `${reporter}'s ${n} partners in ${source}`}`,
  },
  assessed: ['goods-trade-rank'],
  scale: [0, 100],
  claims: [],
}

/** The share of a partner in all goods that a state exports or imports, by the same source and reporter. */
function share(way: 'exports' | 'imports', also: readonly string[], claims: readonly string[]): Figure {
  const [own, other] = way === 'exports' ? ['from_id', 'to_id'] : ['to_id', 'from_id']
  const kind = way === 'exports' ? 'export' : 'import'
  return {
    id: `${kind}-share`,
    also: [...also, `share-of-${way}`],
    domain: 'trade',
    title: `share of goods ${way}`,
    definition: `Share of B in all goods that A ${way} in a calendar year, by the same source and reporter.`,
    limits:
      'The state’s own report goes before the newest list that covers all pairs. Where that list lacks partners of A, the share is at most so much.',
    unit: 'share',
    of: 'directed',
    flow: way === 'exports' ? 'sent' : 'received',
    from: { steps: [goodsReports, goodsWholes] },
    sql: `SELECT ${own} AS a, ${other} AS b, r.year AS year, 'share' AS unit, r.value / w.value AS value, r.status, r.firm, r.reporter, r.source, r.vintage, if(w.listed, NULL, w.partners) AS n,
        if(w.whole, if(r.reporter IS NULL, NULL, 'one report'), 'at most') AS certainty
      FROM goods_reports r JOIN goods_wholes w ON w.source = r.source AND w.reporter IS NOT DISTINCT FROM r.reporter AND w.year = r.year AND w.unit = r.unit AND w.state = ${own} AND w.flow = '${way}'
      WHERE r.indicator IN ('goods-trade-flow', 'goods-${way}', 'goods-imports-cow') AND 'WLD' NOT IN (from_id, to_id) AND w.value > 0
        AND (r.indicator <> 'goods-trade-flow' OR r.${listsAllPairs})
      QUALIFY row_number() OVER (PARTITION BY ${own}, ${other}, r.year ORDER BY r.rank = 4, r.firm DESC, r.reporter IS NULL OR r.reporter <> ${own}, w.whole DESC, r.source, r.unit DESC, r.locator) = 1`,
    interval: 'exact',
    place: { per: [], least: fewestPairs, among: `pairs with a share of ${way} in the year` },
    absent: listed,
    pool: 'ratio of sums',
    whole: {
      of: 'a',
      sql: `SELECT state, year, source, min_by(value, coalesce(reporter, '')) AS value FROM goods_wholes WHERE flow = '${way}' AND unit = 'USD' GROUP BY ALL`,
    },
    words: {
      title: ({ whoseA, whoseB }) => `${whoseB} share of ${whoseA} goods ${way}`,
      method: ({ source, reporter, n, certainty }) => {
        if (reporter !== null) return `${way} over all ${way}, same source (${source}) and reporter`
        const most = certainty === 'at most' ? '; at most so much, for the list lacks trade of two states neither of which reports' : ''
        const all = n === null ? `all ${way} in ${source}, to partners that are no states too` : `the sum over ${n} partners in ${source}`
        return `${way} over ${all}, which reconciles both reports${most}`
      },
    },
    assessed: [`${kind}-share-a`, `${kind}-share-b`],
    scale: [0, 1],
    claims,
  }
}

const gdpShare: Figure = {
  id: 'gdp-share',
  domain: 'trade',
  title: 'goods trade as a share of GDP',
  definition: 'Goods that A and B send each other, as a share of A’s gross domestic product of the same year.',
  limits: 'Trade is turnover and GDP value added, so this is a ratio, not a part.',
  unit: 'share',
  of: 'directed',
  ...quotient('figures_trade', { of: 'goods-trade', by: gdp }),
  interval: 'reports',
  absent: listed,
  pool: 'ratio of sums',
  whole: { of: 'a', sql: 'SELECT state, year, NULL AS source, value FROM gdp' },
  words: {
    title: ({ whoseA }) => `both directions as a share of ${whoseA} GDP`,
    method: ({ source }) =>
      `goods in both directions (${source.split(' ')[0]}) over GDP (${source.split(' ')[1]}), both in current US dollars; trade is turnover and GDP value added, so this is a ratio, not a part`,
  },
  assessed: ['gdp-share-a', 'gdp-share-b'],
  scale: [0, null],
  claims: ['of its gdp', 'share of gdp'],
}

/** Below this, neither what a pair trades nor what gravity expects is a subject for a figure. */
const worthSaying = 1e6

function norm(
  id: string,
  about: Pick<Figure, 'title' | 'definition' | 'unit' | 'interval' | 'scale'> & { value: string; where: string; method: string },
): Figure {
  const { value, where, method, ...rest } = about
  return {
    ...rest,
    id,
    domain: 'trade',
    limits: 'A comparison with other pairs, not what ought to be.',
    of: 'pair',
    from: { tables: ['trade_norms'] },
    sql: `SELECT state_a AS a, state_b AS b, year, ${value}, 'estimated' AS status, true AS firm, source, vintage, pairs AS n
      FROM trade_norms WHERE (expected >= ${worthSaying} OR trade >= ${worthSaying}) AND ${where}`,
    absent: listed,
    pool: 'none',
    words: { title: () => about.title, method: () => method },
    assessed: [id],
    claims: [],
  }
}

const gravityMethod =
  'PPML gravity with effects of exporter and importer; interval: 5th to 95th percentile of the 400 pairs of nearest expected trade'

const loss: Figure = {
  id: 'trade-cut-loss',
  domain: 'trade',
  title: 'loss if all trade between them ended',
  definition: 'What A would lose of its real spending, in general equilibrium, if all trade with B ended; below 0 is a gain.',
  limits: 'A model of the long run: losses of the first months are larger.',
  unit: 'share',
  of: 'directed',
  from: { tables: ['trade_losses'] },
  sql: `SELECT state_a AS a, state_b AS b, year, loss_a AS value, low_a AS low, high_a AS high, 'estimated' AS status, true AS firm, source, vintage, sets AS n, base AS basis FROM trade_losses
    UNION ALL SELECT state_b, state_a, year, loss_b, low_b, high_b, 'estimated', true, source, vintage, sets, base FROM trade_losses`,
  interval: 'specifications',
  place: { per: [], least: fewestPairs, among: 'pairs with a figure of the year' },
  absent: listed,
  pool: 'none',
  words: {
    title: ({ a }) => `loss of ${a} if all trade between them ended, share of real spending`,
    method: ({ basis }) => `general equilibrium on ${basis}, over published elasticities`,
  },
  assessed: ['trade-cut-loss-a', 'trade-cut-loss-b'],
  scale: [null, 1],
  claims: [],
}

/** The figures of trade, in the order in which they are shown. */
export const tradeFigures: readonly Figure[] = [
  both,
  flow,
  rank,
  gdpShare,
  share('exports', [], ['of its exports', 'share of exports']),
  share('imports', [], ['of its imports', 'share of imports']),
  norm('gravity-expected', {
    title: 'goods, both directions, that gravity expects',
    definition: 'Goods trade, both directions, that a gravity equation expects of the pair.',
    unit: 'USD',
    interval: 'prediction',
    scale: [0, null],
    value: 'expected AS value, low, high',
    where: 'true',
    method: gravityMethod,
  }),
  norm('gravity-ratio', {
    title: 'trade over what gravity expects',
    definition: 'Goods trade, both directions, over what a gravity equation expects of the pair.',
    unit: 'times',
    interval: 'prediction',
    scale: [0, null],
    // where a tenth of similar pairs trade nothing, the ratio to the lower bound has no number
    value: 'trade / expected AS value, trade / high AS low, trade / low AS high',
    where: 'low > 0 AND trade <> 0',
    method: gravityMethod,
  }),
  norm('gravity-percentile', {
    title: 'percentile of trade over what gravity expects',
    definition: 'Mid-rank percentile of trade over expected trade among all pairs.',
    unit: 'percentile',
    interval: 'exact',
    scale: [0, 100],
    value: 'percentile AS value',
    where: 'true',
    method: 'mid-rank percentile of trade over expected trade',
  }),
  loss,
  ...servicesFigures,
]

function reportedBy(source: string, reporter: string | null): string {
  return reporter === null ? `${source} (both reports reconciled)` : `${source}, reported by ${reporter}`
}

function ofReports(n: number | null): string {
  return n === 1 ? ', the only report of that year' : `, of ${n} reports; the interval spans them all`
}

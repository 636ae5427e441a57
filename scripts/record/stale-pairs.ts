/**
 * `npx tsx scripts/record/stale-pairs.ts [--snapshot ROOT] [--as-of DAY] [--first 150] [--all]`: a work list. Of the pairs that matter most (docs/sources/pairs-followed.md has
 * the rule) it prints, as CSV by weight, those of which the tables of facts tell nothing newer than eighteen months before the day, with their newest fact.
 */
import { parseArgs } from 'node:util'
import { bundledRecord, findSnapshot, openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { type PairSize, weightedPairs } from '../outlook/pair-weights.ts'

/** Years of a quarrel before the day in which it puts a pair on the third list. */
const quarrelYears = 10
const staleMonths = 18

const enemies: readonly string[] = ['hostilities', 'state-of-war', 'armistice', 'enmity']
const estranged: readonly string[] = ['no-relations', 'lower-relations', 'closed-border']

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      snapshot: { type: 'string' },
      'as-of': { type: 'string' },
      first: { type: 'string', default: '150' },
      all: { type: 'boolean', default: false },
    },
  })
  const day = values['as-of'] ?? new Date().toISOString().slice(0, 10)
  const { directory } = await findSnapshot({ snapshot: values.snapshot ?? bundledRecord() })
  const snapshot = await openSnapshot(directory)
  try {
    const pairs = weightedPairs([
      await economies(snapshot),
      await trade(snapshot),
      await quarrels(snapshot, day, enemies, false),
      await quarrels(snapshot, day, estranged, true),
    ])
    const newest = await newestFacts(snapshot, day)
    const limit = monthsBefore(day, staleMonths)
    console.log('rank,state_a,state_b,newest_fact,what')
    for (const [i, { a, b }] of pairs.slice(0, Number(values.first)).entries()) {
      const fact = newest.get(`${a} ${b}`)
      if (!values.all && (fact?.day ?? '') >= limit) continue
      console.log(`${i + 1},${a},${b},${fact?.day ?? ''},${fact?.what ?? ''}`)
    }
  } finally {
    snapshot.close()
  }
}

/** @example monthsBefore('2026-12-02', 18)   // '2025-06-02' */
function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

const latestGdp = `SELECT from_id AS state, arg_max(value, start_date) AS gdp FROM observations
  WHERE indicator IN ('gdp', 'gdp-imf') AND to_id IS NULL AND length(from_id) = 3 AND from_id <> 'WLD' AND value > 0 GROUP BY from_id`

/** The product of the latest GDP of the two, of every pair of states with one. */
async function economies(snapshot: Snapshot): Promise<PairSize[]> {
  const rows = await snapshot.rows(
    `WITH g AS (${latestGdp}) SELECT x.state AS a, y.state AS b, x.gdp * y.gdp AS size FROM g x JOIN g y ON x.state < y.state`,
  )
  return rows as unknown as PairSize[]
}

/** Goods exports both ways of the newest year of the widest table. */
async function trade(snapshot: Snapshot): Promise<PairSize[]> {
  const rows = await snapshot.rows(
    `SELECT least(from_id, to_id) AS a, greatest(from_id, to_id) AS b, sum(value) AS size FROM observations
     WHERE source = 'imf-imts-2025' AND indicator = 'goods-exports' AND 'WLD' NOT IN (from_id, to_id) AND value > 0 GROUP BY ALL`,
  )
  return rows as unknown as PairSize[]
}

/** The product of the latest GDP, for pairs with a spell of these kinds or, where asked, a claim to more than islets or sea, within ten years. */
async function quarrels(snapshot: Snapshot, day: string, kinds: readonly string[], withClaims: boolean): Promise<PairSize[]> {
  const from = monthsBefore(day, quarrelYears * 12)
  // that a state moved its recognition from Taipei to Beijing is no quarrel of the two
  const rows = await snapshot.rows(
    `WITH g AS (${latestGdp}), q AS (
       SELECT state_a AS a, state_b AS b FROM interstate_relations
       WHERE kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) AND form <> 'moved' AND start_date <= $day AND coalesce(end_date, $day) >= $from
       UNION SELECT state_a, state_b FROM territorial_claims
       WHERE ${withClaims} AND size IN ('whole-state', 'province', 'sector') AND start_date <= $day AND coalesce(end_date, $day) >= $from)
     SELECT a, b, coalesce(x.gdp, 1) * coalesce(y.gdp, 1) AS size FROM q LEFT JOIN g x ON a = x.state LEFT JOIN g y ON b = y.state`,
    { day, from },
  )
  return rows as unknown as PairSize[]
}

/** The newest day on which any fact of a pair begins or ends, up to the day, and which. */
async function newestFacts(snapshot: Snapshot, day: string): Promise<ReadonlyMap<string, { readonly day: string; readonly what: string }>> {
  const rows = await snapshot.rows(
    `WITH f AS (
       SELECT state_a AS a, state_b AS b, unnest([start_date, end_date]) AS moment, kind AS what FROM interstate_relations
       UNION ALL SELECT state_a, state_b, unnest([start_date, end_date]), 'claim' FROM territorial_claims
       UNION ALL SELECT least(state_a, state_b), greatest(state_a, state_b), start_date, kind FROM dated_relations
       UNION ALL SELECT state_a, state_b, unnest([start_date, end_date]), kind FROM agreements_and_restrictions
       UNION ALL SELECT least(sender, target), greatest(sender, target), unnest([start_date, end_date]), 'sanctions' FROM sanctions WHERE source = 'sanctions-regimes'
       UNION ALL SELECT least(x.state, y.state), greatest(x.state, y.state), greatest(x.start_date, y.start_date), 'treaty' FROM commitments x JOIN commitments y
         ON x.treaty = y.treaty AND x.state < y.state WHERE x.source = 'alliance-commitments' AND y.source = 'alliance-commitments')
     SELECT a, b, max(moment) AS day, arg_max(what, moment) AS what FROM f WHERE moment <= $day GROUP BY a, b`,
    { day },
  )
  return new Map(rows.map((row) => [`${row.a} ${row.b}`, { day: String(row.day), what: String(row.what) }]))
}

await main()

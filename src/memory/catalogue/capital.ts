import { isSelection } from '../steps/goods-totals.ts'
import type { Figure } from './figure.ts'

/** Lenders that the source names by state. The World Bank books a policy bank with the one or the other, so they are one figure. */
const lenders = ['public-debt-official', 'public-debt-banks']
const allDebt = [...lenders, 'public-debt-other-private', 'public-debt-multilateral', 'public-debt-bonds']

const list = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ')

/**
 * What debtors owe creditors on the days on which they report. A debtor that leaves out a creditor whom it named before owes it nothing, unless its list falls
 * short of its total.
 */
const debts = `WITH days AS (
    SELECT to_id, end_date, source, min(vintage) AS vintage, bool_or(indicator = 'public-debt-unlisted') AS short,
      sum(value ORDER BY indicator) FILTER (indicator <> 'public-debt-unlisted') AS whole,
      count(*) FILTER (indicator <> 'public-debt-unlisted') AS parts
    FROM observations WHERE from_id = 'WLD' AND value IS NOT NULL GROUP BY ALL),
  own AS (
    SELECT from_id, to_id, end_date, source, sum(value ORDER BY indicator) AS value, min(value) AS least, count(*) AS rows
    FROM observations WHERE from_id <> 'WLD' AND indicator IN (${list(lenders)}) AND value IS NOT NULL GROUP BY ALL),
  pairs AS (SELECT from_id, to_id, source, min(end_date) AS first FROM own GROUP BY ALL),
  debts AS (
    SELECT p.from_id AS a, p.to_id AS b, d.end_date[:4]::INTEGER AS year, coalesce(o.value, 0) AS value, whole, parts, 'observed' AS status, true AS firm, 'one report' AS certainty,
      p.to_id AS reporter, d.source, d.vintage, coalesce(o.rows, 0) AS n, d.end_date AS seen
    FROM pairs p JOIN days d ON d.to_id = p.to_id AND d.source = p.source AND d.end_date >= p.first
    LEFT JOIN own o ON o.from_id = p.from_id AND o.to_id = p.to_id AND o.source = p.source AND o.end_date = d.end_date
    WHERE coalesce(o.least >= 0, NOT d.short))`

const debt: Figure = {
  id: 'public-debt',
  domain: 'finance',
  title: 'public debt of the one to official lenders and banks of the other',
  definition:
    'Long-term debt of the state of B, or guaranteed by it, to official lenders and banks of A at the end of a year, as B reports it.',
  limits: 'Not all that one owes the other: bonds, debts of firms and short-term debt are not in it.',
  unit: 'USD',
  of: 'directed',
  flow: 'sent',
  from: { indicators: [...allDebt, 'public-debt-unlisted'] },
  sql: `${debts} SELECT * EXCLUDE (whole, parts) FROM debts`,
  interval: 'exact',
  place: {
    ...{ per: ['source'], least: 200, above: 0, among: 'pairs of which one owes the other any in the year' },
    peers:
      'row_number() over (partition by from_id, to_id) = 1 and min(value) over (partition by from_id, to_id) >= 0 and sum(value) over (partition by from_id, to_id) > 0',
  },
  absent: { means: 'unknown' },
  pool: 'sum',
  words: {
    title: ({ whoseA, b }) => `public debt of ${b} to ${whoseA} official lenders and banks`,
    method: ({ source, n }) =>
      n === 0
        ? `${source}: the debtor reports its creditors and names no official lender or bank of the other`
        : `${source}: official bilateral lenders and commercial banks added up, as the debtor reports them; bonds, whose holders are not known, are left out`,
  },
  assessed: ['public-debt-a-to-b', 'public-debt-b-to-a'],
  scale: [0, null],
  claims: [],
}

const debtShare: Figure = {
  ...debt,
  id: 'public-debt-share',
  title: 'the same as a share of all public debt abroad of the debtor',
  definition: 'Public debt of B to official lenders and banks of A, over all its public debt abroad at the end of the year.',
  unit: 'share',
  sql: `${debts} SELECT * EXCLUDE (whole, parts) REPLACE (value / whole AS value, parts AS n) FROM debts WHERE whole > 0`,
  place: { per: ['source'], least: 200, above: 0, among: 'pairs of which one owes the other any in the year' },
  pool: 'none',
  words: {
    title: ({ whoseA, b }) => `share of ${whoseA} official lenders and banks in all public debt abroad of ${b}`,
    method: ({ source }) => `of what the debtor owes to states, organisations, banks, others and holders of bonds together (${source})`,
  },
  assessed: ['public-debt-share-a-to-b', 'public-debt-share-b-to-a'],
  scale: [0, 1],
}

const investmentReports = `SELECT from_id, to_id, end_date, reporter, value, source, vintage, status FROM observations
  WHERE indicator = 'direct-investment-stock' AND NOT ${isSelection} AND value IS NOT NULL`

const investment: Figure = {
  id: 'direct-investment-stock',
  domain: 'investment',
  title: 'direct investment of the one in the other',
  definition: 'Stock of direct investment of firms of A in B at the end of a year, by the report of the host, else of the investor.',
  limits:
    'Net of what the firms owe each other in return, so it can be below zero. The two sides value it differently, and what goes through a third place is booked there.',
  unit: 'USD',
  of: 'directed',
  flow: 'sent',
  from: { indicators: ['direct-investment-stock'] },
  sql: `SELECT from_id AS a, to_id AS b, end_date[:4]::INTEGER AS year, value, status, true AS firm, if(n = 1, 'one report', NULL) AS certainty, reporter, source, vintage, n,
      if(n > 1, low, NULL) AS low, if(n > 1, high, NULL) AS high, end_date AS seen
    FROM (
      SELECT *, count(*) OVER same AS n, min(value) OVER same AS low, max(value) OVER same AS high,
        row_number() OVER (PARTITION BY from_id, to_id, end_date ORDER BY reporter = to_id DESC) AS nth
      FROM (${investmentReports}) WHERE 'WLD' NOT IN (from_id, to_id)
      WINDOW same AS (PARTITION BY from_id, to_id, end_date))
    WHERE nth = 1`,
  interval: 'reports',
  place: {
    ...{ per: [], least: 200, above: 0, among: 'pairs, from one state to another, with more than nothing in the year' },
    peers: 'row_number() over (partition by from_id, to_id order by reporter = to_id desc) = 1 and value > 0',
  },
  absent: { means: 'unknown' },
  pool: 'sum',
  words: {
    title: ({ a, b }) => `direct investment of ${a} in ${b}`,
    method: ({ source, reporter, n }) =>
      `${source}, as ${reporter} reports it${n === 1 ? ', the only report of that day' : '; the interval spans both reports'}; net of what the firms owe each other in return`,
  },
  assessed: ['direct-investment-a-to-b', 'direct-investment-b-to-a'],
  scale: [null, null],
  claims: [],
}

/** The share of one side's own report: of all direct investment in the host, or of all that the investor has abroad. */
function investmentShare(side: 'host' | 'investor'): Figure {
  const [own, world] = side === 'host' ? ['to_id', 'from_id'] : ['from_id', 'to_id']
  return {
    ...investment,
    id: `direct-investment-share-${side}`,
    title: side === 'host' ? 'share of all direct investment in the host' : 'share of all direct investment abroad of the investor',
    definition: `Direct investment of A in B over all direct investment ${side === 'host' ? 'in B' : 'of A abroad'}, both as ${side === 'host' ? 'B' : 'A'} reports them.`,
    unit: 'share',
    sql: `WITH reports AS (${investmentReports})
      SELECT r.from_id AS a, r.to_id AS b, r.end_date[:4]::INTEGER AS year, r.value / w.value AS value, r.status, true AS firm, 'one report' AS certainty, r.reporter, r.source, r.vintage,
        2 AS n, r.end_date AS seen
      FROM reports r JOIN reports w ON w.${world} = 'WLD' AND w.${own} = r.${own} AND w.end_date = r.end_date AND w.reporter = r.reporter AND w.value > 0
      WHERE 'WLD' NOT IN (r.from_id, r.to_id) AND r.reporter = r.${own} AND r.value > 0`,
    interval: 'exact',
    place: { per: [], least: 200, among: 'pairs, from one state to another, with a share in the year' },
    pool: 'none',
    words: {
      title: ({ a, b }) => (side === 'host' ? `share of all direct investment in ${b}` : `share of all direct investment of ${a} abroad`),
      method: ({ source, reporter }) => `over all, both as ${reporter} reports them (${source})`,
    },
    assessed: [`direct-investment-share-${side}-a-to-b`, `direct-investment-share-${side}-b-to-a`],
    scale: [0, 1],
  }
}

/** The figures of investment, in the order in which they are shown. */
export const investmentFigures: readonly Figure[] = [investment, investmentShare('host'), investmentShare('investor')]

/** The figures of finance, in the order in which they are shown. */
export const financeFigures: readonly Figure[] = [debt, debtShare]

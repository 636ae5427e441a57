import { sectorGoods } from '../../store/indicators/indicators-technology.ts'
import type { DomainId } from './domain-ids.ts'
import { type Figure, fewestPairs } from './figure.ts'

/** A flow in US dollars that one source estimates for every way between the states that it covers, and lists from a threshold on. */
interface EstimatedFlow {
  /** Prefix of the ids of its figures in an assessment. */
  readonly stem: string
  /** The indicator of its observations, which is the id of the figure. */
  readonly indicator: string
  readonly domain: DomainId
  /** What flows, as used in a sentence: `batteries`. */
  readonly name: string
  /** On what basis: the end of a title. */
  readonly basis: string
  readonly definition: string
  readonly limits: string
}

/** Declares a flow and the share of each seller in all that the buyer buys abroad of it. */
function estimatedFlow({ stem, indicator, domain, name, basis, definition, limits }: EstimatedFlow): readonly [Figure, Figure] {
  const level: Figure = {
    id: indicator,
    domain,
    title: `${name} from one to the other, ${basis}`,
    definition,
    limits,
    unit: 'USD',
    of: 'directed',
    flow: 'sent',
    from: { indicators: [indicator] },
    sql: `SELECT from_id AS a, to_id AS b, start_date[:4]::INTEGER AS year, value, 'estimated' AS status, true AS firm, 'one report' AS certainty, source, vintage, 1 AS n FROM observations
    WHERE indicator = '${indicator}' AND 'WLD' NOT IN (from_id, to_id) AND value IS NOT NULL`,
    interval: 'exact',
    place: { per: [], least: fewestPairs, among: 'pairs, from one state to another, with more than nothing in the year' },
    absent: { means: 'unknown', listed: indicator },
    pool: 'sum',
    words: { title: ({ a, b }) => `${name} from ${a} to ${b}`, method: ({ source }) => `as ${source} gives it` },
    assessed: [`${stem}-a-to-b`, `${stem}-b-to-a`],
    scale: [0, null],
    claims: [`${name} from`, `${name} exports to`],
  }
  return [
    level,
    {
      ...level,
      id: `${stem}-share`,
      title: `share in all ${name} bought abroad, ${basis}`,
      definition: `Share of A in all ${name} that B buys abroad in a year, ${basis}.`,
      unit: 'share',
      sql: `WITH sold AS (SELECT * FROM observations WHERE indicator = '${indicator}' AND value IS NOT NULL)
    SELECT s.from_id AS a, s.to_id AS b, s.start_date[:4]::INTEGER AS year, least(1, s.value / w.value) AS value, 'estimated' AS status, true AS firm, 'one report' AS certainty, s.source, s.vintage, 1 AS n
    FROM sold s JOIN sold w ON w.from_id = 'WLD' AND w.to_id = s.to_id AND w.start_date = s.start_date AND w.source = s.source AND w.value > 0
    WHERE s.from_id <> 'WLD' AND s.to_id <> 'WLD'`,
      absent: { means: 'unknown' },
      pool: 'ratio of sums',
      whole: {
        of: 'b',
        sql: `SELECT to_id AS state, start_date[:4]::INTEGER AS year, source, value FROM observations WHERE indicator = '${indicator}' AND from_id = 'WLD' AND value IS NOT NULL`,
      },
      words: {
        title: ({ whoseA, b }) => `${whoseA} share in all ${name} that ${b} buys abroad`,
        method: ({ source }) => `over all sellers together (${source})`,
      },
      assessed: [`${stem}-share-a-to-b`, `${stem}-share-b-to-a`],
      scale: [0, 1],
      claims: [],
    },
  ]
}

/** A flow by the OECD's input-output tables. */
function inputOutputFlow(id: string, domain: DomainId, name: string, what: string): readonly [Figure, Figure] {
  return estimatedFlow({
    ...{ stem: id, indicator: id, domain, name, basis: 'by input-output tables' },
    definition: `${what} that the industries of A sell to B in a year, by input-output tables at basic prices.`,
    limits: 'Made to balance: no figure of customs, and not to be compared with one.',
  })
}

export const servicesFigures: readonly Figure[] = inputOutputFlow('services-sales', 'trade', 'services', 'Services')

/** The figures of energy, in the order in which they are shown. */
export const energyFigures: readonly Figure[] = inputOutputFlow('fuel-sales', 'energy', 'fuels', 'Coal, oil, gas and refined fuels')

/** The figures of technology, in the order in which they are shown. */
export const technologyFigures: readonly Figure[] = [
  ...sectorGoods.flatMap(({ id, indicator, name }) =>
    estimatedFlow({
      ...{ stem: id, indicator, domain: 'technology', name, basis: 'both reports reconciled' },
      definition: `Goods of the customs codes of ${name} that A sends to B in a year, free on board, as the source weighs both reports.`,
      limits: 'A code of customs is wider than a technology: solar cells stand with chips, civil with military aircraft.',
    }),
  ),
  ...inputOutputFlow('electronics-sales', 'technology', 'electronics', 'Computers, electronic and optical goods'),
]

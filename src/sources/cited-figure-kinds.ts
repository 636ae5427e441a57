import type { SourceCard } from '../store/source-card.ts'

/** What a row of one indicator must look like. */
export interface CitedKind {
  readonly unit: string
  readonly valuation: 'FOB' | 'CIF' | null
  /** Which side reports it: one of them, either (or neither named), or a third party, in which case the field is blank. */
  readonly reporter: 'from' | 'to' | 'either' | 'none'
  /** A calendar or fiscal year, five calendar years, or any span, a single day included. */
  readonly span: 'year' | 'five years' | 'any'
  readonly whom: string
  /** First day of the earliest row. */
  readonly since: string
}

const goods = { unit: 'USD', span: 'year' } as const
const arms = { unit: 'share', valuation: null, reporter: 'none', span: 'five years' } as const
const held = { unit: 'USD', valuation: null, reporter: 'either', span: 'any' } as const

/** The indicators of which single figures are quoted. */
export const citedKinds: Readonly<Record<string, CitedKind>> = {
  'goods-trade': {
    ...goods,
    valuation: null,
    reporter: 'from',
    whom: 'China with Russia (23 of the 27 years) and some years with the United States, the EU and India; India with Russia',
    since: '1999-01-01',
  },
  'goods-exports': {
    ...goods,
    valuation: 'FOB',
    reporter: 'from',
    whom: 'China to Russia (9 years) and to India (3); India to Russia (1)',
    since: '2010-01-01',
  },
  'goods-imports': {
    ...goods,
    valuation: 'CIF',
    reporter: 'to',
    whom: 'China from Russia (9 years) and from India (3); India from Russia (1)',
    since: '2010-01-01',
  },
  'arms-deliveries-five-years': {
    ...arms,
    unit: 'million TIV',
    whom: 'the seven pairs with a ledger, one to three spans each',
    since: '2002-01-01',
  },
  'arms-import-share': { ...arms, whom: 'six of the pairs with a ledger, one to three spans each', since: '2002-01-01' },
  'arms-export-share': {
    ...arms,
    whom: 'Russia to China and India, China to Pakistan, Iran to Russia, one span each',
    since: '2020-01-01',
  },
  'direct-investment-stock': {
    ...held,
    whom: 'China in Russia; Russia and India, the United States and India, the United States and Japan, each in the other',
    since: '2016-12-31',
  },
  'settlement-own-currencies': { ...held, unit: 'share', whom: 'Russia with China, India and Iran', since: '2020-01-01' },
  'loans-outstanding': { ...held, whom: 'China to Pakistan', since: '2023-12-31' },
  'treasury-securities-held': { ...held, reporter: 'to', whom: 'Japan and India', since: '2015-12-31' },
}

/** The windows of the card: figures are single, so that nothing follows from a gap. */
export const citedCoverage: SourceCard['coverage'] = Object.entries(citedKinds).map(([indicator, { since, whom }]) => ({
  indicator,
  from: since,
  to: '2025-12-31',
  whom,
  absence: 'unknown',
}))

/**
 * Whether a span of days is what the kind asks for: five calendar years for shares of arms transfers, at most a year for trade.
 *
 * @example spanFits('five years', '2020-01-01', '2024-12-31')   // true
 */
export function spanFits(span: CitedKind['span'], start: string, end: string): boolean {
  if (span === 'any') return true
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4))
  return span === 'year' ? years <= 1 : start.endsWith('-01-01') && end.endsWith('-12-31') && years === 4
}

import { type QuotedMeasure, quotedEnergyIds } from '../../store/indicators/quoted-fuels.ts'
import type { SourceCard } from '../../store/source-card.ts'
import type { CitedFigureRule } from './cited-figure-rule-type.ts'

const common = { valuations: [null], reporter: 'either', span: 'year', since: '2009-01-01', until: '2025-12-31' } as const

const byMeasure: Readonly<Record<QuotedMeasure, Pick<CitedFigureRule, 'units' | 'world' | 'manyUnits'>>> = {
  deliveries: { units: ['tonnes', 'm3', 'barrels per day'], world: true, manyUnits: true },
  'import-share': { units: ['share'] },
  'export-share': { units: ['share'] },
  'supplier-place': { units: ['place'] },
  'buyer-place': { units: ['place'] },
}

const fuelText: Readonly<Record<string, string>> = {
  'crude-oil':
    'China, India, Japan, Germany, Türkiye, the United States and South Korea from their largest suppliers, Iran and Russia to China',
  oil: 'the EU and Türkiye from their largest suppliers, Russia to China and India, Venezuela and Iraq to their largest buyers',
  diesel: 'Russia to Brazil, Türkiye and Saudi Arabia',
  gas: 'the EU, Türkiye, Spain, Italy and Germany from their largest suppliers, Azerbaijan to its buyers',
  'pipeline-gas': 'China and the EU from their suppliers, Russia to China, Türkiye and some of Europe',
  lng: 'China, Japan, South Korea, Taiwan and the EU from their largest suppliers',
  coal: 'China from its largest suppliers, the EU from Russia',
  uranium: 'the EU and the United States from their largest suppliers',
}

/** The rules for rows about a fuel, by indicator. An amount may be all that a state exports or imports: its partner is then the world. */
export const citedEnergyRules: Readonly<Record<string, CitedFigureRule>> = Object.fromEntries(
  quotedEnergyIds.map(({ id, fuel, measure }) => [id, { ...common, ...byMeasure[measure], whom: fuelText[fuel.id]! }]),
)

const goods = { units: ['USD', 'EUR'], span: 'year', world: true, until: '2026-06-30' } as const
const arms = { units: ['share'], valuations: [null], reporter: 'none', span: 'five years', until: '2025-12-31' } as const
const held = { units: ['USD'], valuations: [null], reporter: 'either', span: 'any', until: '2025-12-31' } as const
const spent = { valuations: [null], reporter: 'none', span: 'year', alone: true, since: '2024-01-01', until: '2025-12-31' } as const
const others =
  'the United States (60 partners), Kazakhstan (40, for 2024 and 2025), Bangladesh (30, exports of fiscal years), India (46, fiscal years from 2013/14, and with China from 1996/97), Pakistan, Germany, the EU and France (in euro), Türkiye, Armenia, South Korea, Uzbekistan, Egypt and some more with the partners that texts name, mostly the largest, since 2015'

/** The rules for a row, by the indicator for which single figures are quoted. */
export const citedFigureRules: Readonly<Record<string, CitedFigureRule>> = {
  'goods-trade': {
    ...goods,
    valuations: [null],
    reporter: 'from',
    whom: `China with Russia (23 of the 27 years) and, in some years, with its larger partners; India with Russia; ${others}`,
    since: '1999-01-01',
  },
  'goods-exports': {
    ...goods,
    valuations: ['FOB'],
    reporter: 'from',
    whom: `China to Russia and, in some years, to its larger partners; ${others}`,
    since: '1996-04-01',
  },
  'goods-imports': {
    ...goods,
    valuations: ['CIF', 'FOB'],
    reporter: 'to',
    whom: `China from Russia and, in some years, from its larger partners; ${others}`,
    since: '1996-04-01',
  },
  'arms-deliveries-five-years': {
    ...arms,
    units: ['million TIV'],
    whom: 'the seven pairs with a ledger, one to three spans each',
    since: '2002-01-01',
  },
  'arms-import-share': {
    ...arms,
    whom: 'the forty states that imported most in 2020 to 2024, from their three main suppliers; six of the pairs with a ledger, one to three spans each',
    since: '2002-01-01',
  },
  'arms-export-share': {
    ...arms,
    whom: 'the 25 states that exported most in 2020 to 2024, to their three main customers; China to Pakistan in 2021 to 2025',
    since: '2020-01-01',
  },
  'direct-investment-stock': {
    ...held,
    whom: 'China in Russia; Russia and India, the United States and India, the United States and Japan, each in the other',
    since: '2016-12-31',
  },
  'settlement-own-currencies': { ...held, units: ['share'], whom: 'Russia with China, India and Iran', since: '2020-01-01' },
  'loans-outstanding': { ...held, whom: 'China to Pakistan', since: '2023-12-31' },
  'treasury-securities-held': { ...held, reporter: 'to', whom: 'Japan and India', since: '2015-12-31' },
  'military-expenditure': { ...spent, units: ['USD'], whom: 'the world and those who spend most, as the fact sheets of SIPRI have them' },
  'military-expenditure-gdp-share': { ...spent, units: ['share of GDP'], whom: 'the world and those who spend most' },
  'military-expenditure-real-growth': { ...spent, units: ['percent'], whom: 'the world and those who spend most' },
  'defence-expenditure-nato-gdp-share': { ...spent, units: ['share of GDP'], whom: 'the members of NATO, as NATO estimates them' },
  ...citedEnergyRules,
}

/** Coverage for the card. Only some years are quoted, so a missing row means an unknown figure, not zero. */
export const citedFigureCoverage: SourceCard['coverage'] = Object.entries(citedFigureRules).map(([indicator, { since, until, whom }]) => ({
  indicator,
  from: since,
  to: until,
  whom,
  absence: 'unknown',
}))

const mostDays = 366

/**
 * Whether a period has the length that the indicator requires: five calendar years for shares of arms transfers, at most the days of a leap year for trade, and
 * any length for other indicators.
 *
 * @example hasRequiredLength('five years', '2020-01-01', '2024-12-31')   // true
 */
export function hasRequiredLength(span: CitedFigureRule['span'], start: string, end: string): boolean {
  if (span === 'any') return true
  if (span === 'year') return (Date.parse(end) - Date.parse(start)) / 86_400_000 < mostDays
  return start.endsWith('-01-01') && end.endsWith('-12-31') && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) === 4
}

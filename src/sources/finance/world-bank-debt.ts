import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { duplicateGuard } from '../rows/no-duplicates.ts'
import { type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { type PartnerTable, partnerId } from '../rows/partner.ts'

const [firstYear, lastYear] = [1990, 2024]
const period = { from: `${firstYear}-12-31`, to: `${lastYear}-12-31` } as const
const reporting = 'the 120 states of low and middle income that report to the World Bank’s Debtor Reporting System'

/** The series of stocks, with the indicators that they become. Creditors are kept for the three that name states. */
const series: Readonly<Record<string, { readonly indicator: string; readonly byCreditor: boolean }>> = {
  'DT.DOD.BLAT.CD': { indicator: 'public-debt-official', byCreditor: true },
  'DT.DOD.PCBK.CD': { indicator: 'public-debt-banks', byCreditor: true },
  'DT.DOD.PROP.CD': { indicator: 'public-debt-other-private', byCreditor: true },
  'DT.DOD.MLAT.CD': { indicator: 'public-debt-multilateral', byCreditor: false },
  'DT.DOD.PBND.CD': { indicator: 'public-debt-bonds', byCreditor: false },
}

export const card: SourceCard = {
  id: 'world-bank-debt',
  title: 'International Debt Statistics: public debt by creditor',
  provider: 'World Bank',
  url: 'https://databank.worldbank.org/source/international-debt-statistics',
  licence: creativeCommonsAttribution('Free to share and adapt with attribution to the World Bank.'),
  citation: 'World Bank (2025). International Debt Statistics, stocks by creditor (DT.DOD). Washington, DC.',
  vintage:
    'edition of December 2025, read from its API by ONE Campaign on 2025-12-03; accessed via github.com/ONEcampaign/aftershocks_data at 5ad4e2e (unofficial copy)',
  coverage: [
    ...['public-debt-official', 'public-debt-banks', 'public-debt-other-private'].map((indicator) => ({
      indicator,
      ...period,
      whom: `what ${reporting} owe, by creditor; a debtor without a total of the year is not covered in that year`,
      absence: 'zero' as const,
    })),
    ...['public-debt-multilateral', 'public-debt-bonds', 'public-debt-unlisted'].map((indicator) => ({
      indicator,
      ...period,
      whom: `totals of ${reporting}`,
      absence: 'unknown' as const,
    })),
  ],
  quirks: [
    'Public and publicly guaranteed long-term debt only: what firms and banks owe without a guarantee, short-term debt and the IMF are not in it.',
    'The holders of bonds are not known, so no creditor’s share of them is in its figure. It is never all that one state owes another.',
    'The World Bank books a policy bank with the official lenders of one debtor and with the commercial banks of another: add the two.',
    'A debtor that reports and has no row for a creditor owes it none that is public or guaranteed. Loans of several lenders together stand in the totals only.',
    'States of high income do not report: what they owe is unknown.',
    'Where the total of a debtor is larger than its creditors together (Serbia by a thousand million dollars since 2022), somebody is left out: there, no row is unknown, not none.',
    'Lenders of Hong Kong, Macao and other territories stand apart in the source and are left out. Debts of 1990 to the Soviet Union are counted as Russia’s.',
    'A figure below zero (Eritrea and Kuwait in 2024) is printed so by the source.',
  ],
}

/** Creditors that are neither states nor the world, in the series that name states. */
const creditors: PartnerTable = {
  total: 'World',
  passOver: new Set([
    ...['Multiple Lenders', 'Bondholders', 'European Investment Bank', 'Africa Finance Corporation'],
    ...['Arab Bank for Economic Dev. in Africa (BADEA)', 'Neth. Antilles'],
  ]),
}
const debtors: PartnerTable = { passOver: new Set() }

/** Names that only this source uses. */
const ownNames: Readonly<Record<string, string>> = { 'Venezuela, Republic Bolivarian': 'Venezuela' }

/** A shortfall of the creditors against the total below this share, or below this amount in dollars, is rounding. */
const rounding = { share: 0.001, dollars: 10_000 } as const

/** A stock of one creditor and debtor; `labels` are the names under which the source has it. */
interface Stock {
  readonly row: Observation
  readonly labels: readonly string[]
}

/**
 * Reads stocks of public and publicly guaranteed debt at the end of each year, in USD, from creditor to debtor, and the totals of each debtor (from WLD).
 *
 * @param path   CSV, plain or gzipped, with the columns `country` (debtor), `counterpart-area` (creditor), `time` (year), `value` (plain dollars) and
 *   `series_code`
 * @throws BadInput for another series, an unknown name, a year outside 1970 to 2099, or a stock given twice
 */
export async function readWorldBankDebt(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const stocks = new Map<string, Stock>()
  const listed = new Map<string, number>()
  const once = duplicateGuard()
  for (const row of await readCsv(path, ['country', 'counterpart-area', 'time', 'value', 'series_code'])) {
    once(['country', 'counterpart-area', 'time', 'series_code'].map((name) => row.fields[name]).join(', '), row.at)
    addStock(row, stocks, listed)
  }
  const rows = [...stocks.values()].map((stock) => stock.row)
  return { observations: observationColumns([...rows, ...unlisted(rows, listed, file)]) }
}

function addStock(row: CsvRow, stocks: Map<string, Stock>, listed: Map<string, number>): void {
  const year = yearIn(row.fields['time']!, row.at)
  const of = Object.hasOwn(series, row.fields['series_code']!) ? series[row.fields['series_code']!]! : undefined
  if (of === undefined) throw badInput(`${row.at} is about the series ${row.fields['series_code']}, not a stock of public debt by creditor`)
  const value = numberInField(row, 'value')
  const debtor = partnerId(row.fields['country']!.trim(), year, row.at, debtors)
  if (debtor === null || value === null) return
  const label = row.fields['counterpart-area']!.trim()
  if (label !== creditors.total) add(listed, `${of.indicator} ${debtor} ${year}`, value)
  if (!of.byCreditor && label !== creditors.total) return
  const creditor = partnerId(Object.hasOwn(ownNames, label) ? ownNames[label]! : label, year, row.at, creditors)
  if (creditor === null || creditor === debtor) return
  const key = [of.indicator, creditor, debtor, year].join(' ')
  stocks.set(key, joined(stocks.get(key), { row: stockOf(of.indicator, creditor, debtor, year, value, row.at), labels: [label] }))
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

/** Adds the rows of the Soviet Union and of Russia in 1990, which are one creditor here. Any other state under two names is refused. */
function joined(before: Stock | undefined, { row, labels }: Stock): Stock {
  if (before === undefined) return { row, labels }
  const both = [...before.labels, ...labels]
  if (!both.includes('USSR')) throw badInput(`${row.locator} and ${before.row.locator} give one creditor twice, as ${both.join(' and ')}`)
  const locator = `${before.row.locator} and ${row.locator.replace(/^.*:/, '')}`
  return { row: { ...row, value: before.row.value + row.value, locator }, labels: both }
}

function yearIn(text: string, where: string): number {
  if (!/^(19[7-9]|20\d)\d$/.test(text)) throw badInput(`${where}: "${text.slice(0, 20)}" is no year`)
  return Number(text)
}

const stock = { unit: 'USD', status: 'observed' } as const

function stockOf(indicator: string, from: string, to: string, year: number, value: number, locator: string): Observation {
  return toObservation(card, { ...stock, indicator, from, to, reporter: to, period: `${year}-12-31`, value, locator })
}

/** Returns what the totals of a debtor and year have beyond its creditors, over the three series that name states. Empty where they agree. */
function unlisted(rows: readonly Observation[], listed: ReadonlyMap<string, number>, file: string): Observation[] {
  const named = new Set(Object.values(series).flatMap(({ indicator, byCreditor }) => (byCreditor ? [indicator] : [])))
  const gaps = new Map<string, number>()
  for (const { indicator, from_id, to_id, start_date, value } of rows) {
    if (from_id !== 'WLD' || !named.has(indicator)) continue
    const year = start_date.slice(0, 4)
    const gap = value - (listed.get(`${indicator} ${to_id} ${year}`) ?? 0)
    if (gap > rounding.dollars && gap > rounding.share * value) add(gaps, `${to_id} ${year}`, gap)
  }
  return [...gaps].map(([key, gap]) => {
    const [debtor, year] = key.split(' ') as [string, string]
    const row = stockOf(
      'public-debt-unlisted',
      'WLD',
      debtor,
      Number(year),
      Math.round(gap),
      `${file}, totals of ${debtor} in ${year} less its creditors`,
    )
    return { ...row, status: 'estimated' as const }
  })
}

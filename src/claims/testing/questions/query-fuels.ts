import { grouped } from '../../../assessments/rows/grouped.ts'
import type { Snapshot } from '../../../store/index.ts'
import { rowsOfPair } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import { type Series, scaledSeries, seriesFromRows } from '../record/series.ts'

/** For one topic, the fuels for which there are quoted figures: the fuel itself, and related fuels that are a part of it or include it. */
interface QuotedFuels {
  readonly same: string
  readonly near: readonly string[]
}

const quotedFuelsOf: Readonly<Record<string, QuotedFuels>> = {
  'crude-oil': { same: 'crude-oil', near: ['oil'] },
  'oil-products': { same: 'diesel', near: [] },
  gas: { same: 'gas', near: ['pipeline-gas', 'lng'] },
  'gas-pipeline': { same: 'pipeline-gas', near: ['gas'] },
  lng: { same: 'lng', near: [] },
  coal: { same: 'coal', near: [] },
  uranium: { same: 'uranium', near: [] },
}

const names: Readonly<Record<string, string>> = {
  'crude-oil': 'crude oil',
  oil: 'oil and oil products',
  diesel: 'diesel',
  gas: 'natural gas',
  'pipeline-gas': 'pipeline gas',
  lng: 'LNG',
  coal: 'coal',
  uranium: 'natural uranium',
}

/** Returns the quoted fuels for a topic, each with whether it is the fuel itself. */
export function fuelsOf(thing: string): readonly { readonly fuel: string; readonly isSame: boolean }[] {
  const told = quotedFuelsOf[thing]
  return told === undefined ? [] : [{ fuel: told.same, isSame: true }, ...told.near.map((fuel) => ({ fuel, isSame: false }))]
}

/** Returns the name of a quoted fuel as used within a sentence. */
export const fuelName = (fuel: string): string => names[fuel] ?? fuel

/** Replaces the topic in the description of a series by the fuel. */
const sayFuel = (what: string, fuel: string): string => what.replace(/^.*? (?=(?:from|between) )/, `${fuelName(fuel)} `)

/**
 * Returns the amounts quoted from texts: one series for each fuel, unit and reporter. Tonnes and cubic metres add up over consecutive months; barrels a day are
 * valid only for their own period.
 *
 * @param rows   of one direction
 * @param what   `crude oil from Russia to China`
 */
export function quotedAmounts(rows: readonly RecordRow[], thing: string, what: string): Series[] {
  return fuelsOf(thing).flatMap(({ fuel, isSame }) => {
    const own = rows.filter(({ indicator }) => indicator === `${fuel}-deliveries`)
    return [...grouped(own, keyOf).values()].map((group) =>
      ofFuel(seriesFromRows(group, group[0]!.unit === 'barrels per day' ? 'window' : 'flow', sayFuel(what, fuel)), fuel, isSame),
    )
  })
}

const keyOf = ({ source, unit, reporter, vintage }: RecordRow): string => [source, unit, reporter, vintage].join(' ')

const ofFuel = (series: Series, fuel: string, isSame: boolean): Series => ({
  ...series,
  measure: fuel,
  definition: isSame ? 'same' : 'other',
})

/** A share of a fuel: sender, receiver, and whether the share is of imports or of exports. */
export interface FuelShare {
  readonly thing: string
  readonly from: string
  readonly to: string
  readonly of: readonly string[]
  /** The flow in words: `crude oil from Russia to China`. */
  readonly what: string
}

/** Returns shares of the buyer's imports or the seller's exports of a fuel, in per cent, as quoted from texts. */
export async function quotedFuelShares(snapshot: Snapshot, { thing, from, to, of, what }: FuelShare): Promise<Series[]> {
  const fuels = fuelsOf(thing)
  if (fuels.length === 0) return []
  const rows = (await rowsOfPair(snapshot, from, to)).filter((row) => row.from === from && row.to === to)
  const sides = ['imports', 'exports'].filter((side) => of.includes(side))
  return sides.flatMap((side) =>
    fuels.flatMap(({ fuel, isSame }) => {
      const own = rows.filter(({ indicator }) => indicator === `${fuel}-${side.slice(0, -1)}-share`)
      const said = `${sayFuel(what, fuel)} as a share of all ${side}`
      return [...grouped(own, keyOf).values()].map((group) =>
        ofFuel(scaledSeries(seriesFromRows(group, 'window', said), 100, 'percent', said), fuel, isSame),
      )
    }),
  )
}

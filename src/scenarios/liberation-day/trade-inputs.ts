import { VisavisError } from '../../errors.ts'

/** The world before the tariffs, and the tariffs that the United States announced. All amounts have the same unit. */
export interface TradeInputs {
  readonly iso3: readonly string[]
  /** n x n: the exporter's row, the importer's column. The diagonal is not read. */
  readonly trade: Float64Array
  readonly gdp: Float64Array
  /** The additional US tariff on goods of each economy, as a share of their price (0.1 is 10 %). The entry of the United States is not read. */
  readonly tariffs: Float64Array
}

/**
 * Refuses inputs that the model cannot use: another number of rows than of economies, a value that is negative or not a number, an economy that exports or
 * imports nothing, an economy named twice, or a list without the United States.
 *
 * @throws VisavisError BadInput, which names the economy
 */
export function checkInputs(inputs: TradeInputs): void {
  const { iso3, trade, gdp, tariffs } = inputs
  const n = iso3.length
  checkNames(iso3)
  if (trade.length !== n * n) refuse(`the trade matrix has ${trade.length} values for ${n} economies; it needs ${n * n}`)
  if (gdp.length !== n) refuse(`GDP is given for ${gdp.length} of ${n} economies`)
  if (tariffs.length !== n) refuse(`tariffs are given for ${tariffs.length} of ${n} economies`)
  for (let i = 0; i < n; i++) {
    if (!(gdp[i]! > 0)) refuse(`the GDP of ${iso3[i]} is ${gdp[i]}; it must be above zero`)
    if (!(tariffs[i]! >= 0 && tariffs[i]! <= highestTariff))
      refuse(`the tariff on ${iso3[i]} is ${tariffs[i]}; it must be a share from 0 to ${highestTariff} (0.1 is 10 %)`)
    checkTradeOf(inputs, i)
  }
}

/** A tariff above 1,000 % is more likely a percentage taken for a share than a tariff. */
const highestTariff = 10

function checkNames(iso3: readonly string[]): void {
  if (!iso3.includes('USA')) refuse('the list of economies lacks USA')
  const twice = iso3.find((code, i) => iso3.indexOf(code) !== i)
  if (twice !== undefined) refuse(`${twice} is in the list of economies twice`)
}

function checkTradeOf({ iso3, trade }: TradeInputs, i: number): void {
  const n = iso3.length
  let [exports, imports] = [0, 0]
  for (let k = 0; k < n; k++) {
    if (k === i) continue
    if (!(trade[i * n + k]! >= 0)) refuse(`exports of ${iso3[i]} to ${iso3[k]} are ${trade[i * n + k]}; they must not be negative`)
    exports += trade[i * n + k]!
    imports += trade[k * n + i]!
  }
  if (!(exports > 0)) refuse(`${iso3[i]} exports nothing, so its sales cannot be explained; leave it out of all files`)
  if (!(imports > 0)) refuse(`${iso3[i]} imports nothing; leave it out of all files`)
}

function refuse(message: string): never {
  throw new VisavisError('BadInput', `Liberation Day model: ${message}`, { hint: 'visavis scenario liberation-day --help' })
}

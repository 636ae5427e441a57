/** A unit of money: its currency, and the name of its multiplier if it has one. */
export interface MoneyUnit {
  readonly currency: string
  readonly scale?: string
}

/**
 * Returns the parts of a unit of money; undefined for other units.
 *
 * @example moneyUnit('USD bn')   // { currency: 'USD', scale: 'bn' }
 * @example moneyUnit('percent') === undefined   // true
 */
export function moneyUnit(unit: string | null): MoneyUnit | undefined {
  const [currency, scale] = /^([A-Z]{3})(?: (\w+))?$/.exec(unit ?? '')?.slice(1) ?? []
  return currency === undefined ? undefined : { currency, ...(scale === undefined ? {} : { scale }) }
}

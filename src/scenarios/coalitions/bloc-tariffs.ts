import type { TariffPayoff } from './tariff-war.ts'
import { percentLoss, type TradeModel, type TradeParty } from './trade-coalition.ts'

/**
 * Makes the payoff of a trade war between blocs: each levies one additional tariff on all goods of the other blocs, or of everybody. Welfare is percent of real
 * spending; NaN where the model has no solution. Each search begins at the wages of the solution before.
 *
 * @param tariffsBefore   tariffs of the base by cell; undefined: none
 * @param onEverybody     whether tariffs fall on all imports, not only on those from the other blocs
 */
export function blocTariffs(
  model: TradeModel,
  blocs: readonly TradeParty[],
  { tariffsBefore, onEverybody }: { readonly tariffsBefore?: Float64Array | undefined; readonly onEverybody: boolean },
): TariffPayoff {
  let start: Float64Array | undefined
  const blocOf = new Int32Array(model.n).fill(-1)
  blocs.forEach((party, b) => {
    for (const i of party) blocOf[i] = b
  })
  return (tariffs) => {
    const cells = Float64Array.from(tariffsBefore ?? new Float64Array(model.n * model.n * model.sectors))
    addTariffs(cells, model, blocOf, tariffs, onEverybody)
    const solved = model.solve({ tariffs: cells }, start)
    if (!solved.converged) return blocs.map(() => Number.NaN)
    start = solved.logWage
    return blocs.map((party) => -percentLoss(model, solved, party))
  }
}

function addTariffs(
  cells: Float64Array,
  { n, sectors }: TradeModel,
  blocOf: Int32Array,
  tariffs: readonly number[],
  onEverybody: boolean,
): void {
  for (let s = 0, cell = 0; s < sectors; s++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++, cell++) {
        const [seller, buyer] = [blocOf[i]!, blocOf[j]!]
        if (buyer < 0 || seller === buyer || (seller < 0 && !onEverybody)) continue
        cells[cell] = cells[cell]! + tariffs[buyer]!
      }
    }
  }
}

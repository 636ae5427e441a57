import type { RoutesFigures } from './routes-figures.ts'

/**
 * Returns how much, in logs, the goods of the list grow otherwise than all goods where nothing is rerouted: the root mean square, over all partners of the data
 * but the target, of the difference between the two a year earlier. A sum over few products moves more than the whole trade of a state, and an interval from
 * the whole trade alone is too narrow. 0 for all goods, and where the data do not reach a year further back.
 */
export function listSpread({ window, holdings, products, request, yearly, years }: RoutesFigures): number {
  if (window?.placeboPre === undefined) return 0
  const differences = holdings!.partners.flatMap((partner) => {
    if (partner === request.target) return []
    let [before, after] = [0, 0]
    for (const { keptOut, partners } of products) {
      if (keptOut !== null) continue
      before += partners.get(partner)?.placeboPre ?? 0
      after += partners.get(partner)?.pre ?? 0
    }
    const cells = yearly.partners.get(partner)
    const sum = (of: readonly number[]): number =>
      of.reduce((total, year) => total + (cells?.[yearly.years.indexOf(year)] ?? Number.NaN), 0)
    const [then, now] = [sum(years.pre.map((year) => year - 1)), sum(years.pre)]
    const difference = Math.log(after / before) - Math.log(now / then)
    return Number.isFinite(difference) ? [difference] : []
  })
  return differences.length < leastPartners ? 0 : Math.sqrt(differences.reduce((sum, one) => sum + one ** 2, 0) / differences.length)
}

const leastPartners = 3

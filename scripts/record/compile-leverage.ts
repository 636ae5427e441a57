import { writeFileSync } from 'node:fs'
import { tradeModel } from '../../src/scenarios/coalitions/coalition-job.ts'
import { type LossesOfPair, lossesOfCut } from '../../src/scenarios/coalitions/leverage.ts'
import { baseNamed } from '../../src/scenarios/data/bases.ts'
import { elasticitySetsOf } from '../../src/scenarios/data/elasticity-sets.ts'
import type { TradeBase } from '../../src/scenarios/data/trade-base.ts'
import { stateOf } from '../../src/states/index.ts'
import { packageFile } from '../../src/store/package-files.ts'

/**
 * `npx tsx scripts/record/compile-leverage.ts [BASE]`: writes data/tables/leverage.csv, what both sides of every pair lose if all trade between them ends. A pair
 * of two economies of the input-output tables is worked out there, by sector; any other in the table of goods trade. Takes some 45 minutes of processor time.
 */
function main(): void {
  const sectoral = baseNamed('icio-2022')
  const goods = baseNamed('baci-2023')
  const known = new Set(sectoral.economies)
  const only = process.argv[2]
  const rows = [
    ...(only === goods.card.id ? [] : pairRows(sectoral, (a, b) => stateOf(a) !== undefined && stateOf(b) !== undefined)),
    ...(only === sectoral.card.id ? [] : pairRows(goods, (a, b) => !(known.has(a) && known.has(b)))),
  ]
  rows.sort((x, y) => (x < y ? -1 : 1))
  writeFileSync(
    only === undefined ? packageFile('data/tables/leverage.csv') : `leverage-${only}.csv`,
    `${['a,b,base,a_loss,a_low,a_high,b_loss,b_low,b_high,sets', ...rows].join('\n')}\n`,
  )
  console.log(`${rows.length} pairs`)
}

/** Rows of the pairs that trade in a base; none where the usual elasticities have no solution. */
function pairRows(base: TradeBase, isAsked: (a: string, b: string) => boolean): string[] {
  const sets = elasticitySetsOf(base).map(({ values }) => tradeModel(base.card.id, values))
  const sectors = base.sectors.map((_, s) => s)
  const trade = tradeOfPairs(base)
  const n = base.economies.length
  return base.economies.flatMap((one, i) => {
    console.log(base.card.id, one)
    return base.economies.flatMap((other, j) => {
      const [a, b] = [one, other]
      if (i >= j || !isAsked(a, b) || !(trade[i * n + j]! > 0)) return []
      const found = sets.map((model): LossesOfPair | undefined => {
        try {
          return lossesOfCut(model, [i], [j], { factor: Number.POSITIVE_INFINITY, sectors, direction: 'both' })
        } catch {
          return undefined
        }
      })
      const solved = found.filter((losses) => losses !== undefined)
      if (found[0] === undefined) return []
      const side = (of: 'a' | 'b'): string[] => {
        const values = solved.map((losses) => losses[of])
        return [found[0]![of], Math.min(...values), Math.max(...values)].map(threeDigits)
      }
      return [[a, b, base.card.id, ...side('a'), ...side('b'), `${solved.length}/${found.length}`].join(',')]
    })
  })
}

function tradeOfPairs({ flows, economies: { length: n } }: TradeBase): Float64Array {
  const sum = new Float64Array(n * n)
  for (const [cell, value] of flows.entries()) {
    const at = cell % (n * n)
    sum[at]! += value
    sum[(at % n) * n + Math.floor(at / n)]! += value
  }
  return sum
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)))
}

main()

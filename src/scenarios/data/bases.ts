import { join } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { packageFile } from '../../store/package-files.ts'
import { baseFromFile, type TradeBase } from './trade-base.ts'

/** Ids of the bases that the package has. */
export const baseIds = ['icio-2022', 'baci-2023', 'wiod-2011'] as const

/** Id of a base that the user brings. */
export const ownBaseId = 'own'

const opened = new Map<string, TradeBase>()

/**
 * Returns a base of the package, or one from a file of the same form.
 *
 * @throws VisavisError BadInput for an unknown or damaged base
 */
export function baseNamed(id: string): TradeBase {
  if (id === ownBaseId)
    throw new VisavisError('BadInput', `base: "${ownBaseId}" is the base of a folder of your own.`, { hint: 'add --data DIR' })
  const kept = opened.get(id)
  if (kept !== undefined) return kept
  if (!(baseIds as readonly string[]).includes(id))
    throw new VisavisError('BadInput', `base: there is no base "${id}".`, { hint: `one of: ${baseIds.join(', ')}` })
  const base = baseFromFile(packageFile(join('data/scenarios', `${id}.base`)))
  opened.set(id, base)
  return base
}

/** Returns the base with all its sectors as one, for the model of one sector. */
export function asOneSector(base: TradeBase): TradeBase {
  if (base.sectors.length === 1) return base
  const size = base.economies.length ** 2
  const flows = new Float64Array(size)
  for (const [cell, value] of base.flows.entries()) flows[cell % size]! += value
  const card = { ...base.card, sectors: ['ALL'], sectorNames: ['All goods and services'] }
  const own = base.ownElasticities === undefined ? {} : { ownElasticities: [] }
  return { card, economies: base.economies, sectors: ['ALL'], flows, ...meanTariffs(base, flows), links: undefined, ...own }
}

/** Tariffs of all sectors together, weighted by what is sold. */
function meanTariffs({ tariffs, flows }: TradeBase, totals: Float64Array): { tariffs?: Float64Array } {
  if (tariffs === undefined) return {}
  const revenue = new Float64Array(totals.length)
  for (const [cell, tariff] of tariffs.entries()) revenue[cell % totals.length]! += tariff * flows[cell]!
  return { tariffs: revenue.map((value, cell) => (totals[cell]! > 0 ? value / totals[cell]! : 0)) }
}

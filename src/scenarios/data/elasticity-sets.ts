import { VisavisError } from '../../errors.ts'
import type { TradeTable } from '../models/trade-table.ts'
import { type ElasticityRow, elasticities28, uniformElasticities } from './elasticities-table.ts'
import type { TradeBase } from './trade-base.ts'
import { wiodSectors } from './wiod-sectors-table.ts'

/** Elasticities of one paper, one number for each sector of a table. */
export interface ElasticitySet {
  readonly id: string
  readonly title: string
  readonly citation: string | null
  readonly values: Float64Array
}

const handbook: ElasticityRow = {
  id: 'costinot-rodriguez-clare-2014',
  title: 'Costinot and Rodríguez-Clare 2014, by sector',
  citation:
    'Costinot, A. and A. Rodríguez-Clare (2014), Trade Theory with Numbers, Handbook of International Economics 4, after Caliendo and Parro (2015)',
  values: wiodSectors.map(({ elasticity }) => elasticity),
}

/**
 * Returns the published sets that fit a table, the usual one first. A base of the user's own has its own sets and those that are one number for all sectors: its
 * sectors are not those of a paper, even if they are as many.
 */
export function elasticitySetsOf(table: TradeTable & Pick<TradeBase, 'ownElasticities'>): ElasticitySet[] {
  const m = table.sectors.length
  if (table.ownElasticities !== undefined)
    return [
      ...table.ownElasticities,
      ...uniformElasticities.map(({ values, ...rest }) => ({ ...rest, values: new Float64Array(m).fill(values as number) })),
    ]
  const bySector = [handbook, ...elasticities28].filter(({ values }) => typeof values !== 'number' && values.length === m && m > 1)
  const uniform = m === 1 ? uniformElasticities : uniformElasticities.filter(({ id }) => id === 'simonovska-waugh-2014')
  return [...(m === 28 ? [...uniform, ...bySector] : [...bySector, ...uniform])].map(({ values, ...rest }) => ({
    ...rest,
    values: typeof values === 'number' ? new Float64Array(m).fill(values) : Float64Array.from(values),
  }))
}

/**
 * Returns the elasticities that a scenario asks for: the id of a set, one number, or one number for each sector by its code.
 *
 * @throws VisavisError BadInput for an unknown set or sector, or a number that is not above 0
 */
export function elasticitiesNamed(
  asked: string | number | Readonly<Record<string, number>> | undefined,
  table: TradeTable & Pick<TradeBase, 'ownElasticities'>,
): ElasticitySet {
  const sets = elasticitySetsOf(table)
  if (asked === undefined) return sets[0]!
  if (typeof asked === 'number') return ownSet(`${asked} for all sectors`, new Float64Array(table.sectors.length).fill(positive(asked)))
  if (typeof asked === 'object') return ownSet('of your own by sector', bySectorCode(asked, table))
  const found = sets.find(({ id }) => id === asked)
  if (found !== undefined) return found
  throw new VisavisError('BadInput', `elasticities: this base has no set "${asked}".`, {
    hint: `one of: ${sets.map(({ id }) => id).join(', ')}, or a number`,
  })
}

function ownSet(title: string, values: Float64Array): ElasticitySet {
  return { id: 'own', title, citation: null, values }
}

function bySectorCode(asked: Readonly<Record<string, number>>, table: TradeTable): Float64Array {
  const unknown = Object.keys(asked).find((code) => !table.sectors.includes(code))
  if (unknown !== undefined)
    throw new VisavisError('BadInput', `elasticities: this base has no sector "${unknown}".`, {
      hint: `its sectors: ${table.sectors.join(' ')}`,
    })
  const missing = table.sectors.find((code) => asked[code] === undefined)
  if (missing !== undefined)
    throw new VisavisError('BadInput', `elasticities: sector ${missing} has no number.`, {
      hint: 'give one for each sector, or the id of a set',
    })
  return Float64Array.from(table.sectors.map((code) => positive(asked[code]!)))
}

function positive(value: number): number {
  if (value > 0 && value <= 100) return value
  throw new VisavisError('BadInput', `elasticities: ${value} is not above 0 and at most 100.`)
}

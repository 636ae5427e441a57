import { type State, stateOf } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatShare, inSentence, joinedWords, possessive } from '../forms/wording.ts'
import { periodOf } from '../record/pair-observations.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** How many suppliers SIPRI's fact sheets name for each of the largest importers. */
const named = 3

const indicator = 'arms-import-share'

/** One supplier's share in what a state imported. */
interface SupplierShare {
  readonly id: string
  readonly share: number
}

/** The suppliers on record of one state in five years, largest first, at least three of them. */
export interface MainSuppliers {
  /** First and last day of the five years. */
  readonly start: string
  readonly end: string
  readonly source: string
  readonly vintage: string
  readonly shares: readonly SupplierShare[]
}

/**
 * Returns the main suppliers of a state in the latest five years for which three are on record; undefined where no period has three.
 *
 * The table of quoted figures has three shares of one state in one period only where they are those of its three main suppliers.
 */
export async function mainSuppliersOf(bench: DomainInputs, recipient: State): Promise<MainSuppliers | undefined> {
  return (await mainSuppliers(bench.snapshot, bench.dyad.to)).get(recipient.iso3)
}

const mainSuppliers = cachedBySnapshot(async (snapshot, to: string): Promise<ReadonlyMap<string, MainSuppliers>> => {
  const rows = await snapshot.rows(
    `SELECT from_id, to_id, start_date, end_date, value, source, vintage FROM observations
       WHERE indicator = '${indicator}' AND value IS NOT NULL AND to_id IS NOT NULL AND end_date <= $to
       ORDER BY end_date, start_date, source, value DESC, from_id`,
    { to },
  )
  const groups = grouped(rows, (row) => ['to_id', 'start_date', 'end_date', 'source'].map((name) => String(row[name])).join(' '))
  const whole = [...groups.values()].filter((group) => group.length >= named)
  // the groups are in order of their end, so the latest one stays
  return new Map(
    whole.map((group) => {
      const [first] = group as [(typeof group)[number]]
      const text = (name: string): string => String(first[name])
      const shares = group.map((row) => ({ id: String(row['from_id']), share: Number(row['value']) }))
      return [
        text('to_id'),
        { start: text('start_date'), end: text('end_date'), source: text('source'), vintage: text('vintage'), shares },
      ] as const
    }),
  )
})

/** A state that is not among the main suppliers of another, and the most that it can have supplied. */
export interface SupplierLimit {
  readonly recipient: State
  readonly supplier: State
  readonly figure: Known
  readonly suppliers: MainSuppliers
}

/**
 * Returns the most that one state can have supplied of what another imported: the share of the third supplier, where the state is none of the suppliers on record.
 * The list is empty where it is one of them, or where fewer than three suppliers are on record.
 */
export async function supplierLimit(
  bench: DomainInputs,
  supplier: State,
  recipient: State,
  recipientSide: 'a' | 'b',
): Promise<SupplierLimit[]> {
  const suppliers = await mainSuppliersOf(bench, recipient)
  if (suppliers === undefined || suppliers.shares.some(({ id }) => id === supplier.iso3)) return []
  const { start, end, source, vintage, shares } = suppliers
  const figure: Known = {
    state: 'estimated',
    id: `arms-import-share-at-most-${recipientSide}`,
    label: `share of any supplier but the main ones in ${possessive(recipient.name)} imports of major arms`,
    unit: 'share',
    period: periodOf(start, end),
    value: thirdShare(suppliers),
    interval: 'exact',
    certainty: 'at most',
    method: `the share of the third supplier, as ${inSentence(supplier.name)} is not among the main ones: ${shares.map(({ id, share }) => `${id} ${formatShare(share)}`).join(', ')}`,
    evidence: [
      {
        source,
        vintage,
        rows: `observations where source = '${source}' and indicator = '${indicator}' and to_id = '${recipient.iso3}' and start_date = '${start}' and end_date = '${end}'`,
        count: shares.length,
      },
    ],
  }
  return [{ recipient, supplier, figure, suppliers }]
}

function thirdShare({ shares }: MainSuppliers): number {
  return shares[named - 1]!.share
}

/** Returns the three largest suppliers, and a fourth with the same share as the third. */
function mainOf(suppliers: MainSuppliers): readonly SupplierShare[] {
  return suppliers.shares.filter(({ share }) => share >= thirdShare(suppliers))
}

/** Writes the most that each can have supplied of what the other imported, and who the main suppliers are. */
export function limitSentence(limits: readonly SupplierLimit[]): string[] {
  return limits.map(({ recipient, supplier, figure, suppliers }) => {
    const who = joinedWords(mainOf(suppliers).map(({ id }) => nameOf(id)))
    const were = `${possessive(recipient.name)} main suppliers of major arms from ${figure.period.replace('/', ' to ')} were ${who} (SIPRI)`
    return `${were}; what ${inSentence(supplier.name)} supplied, if anything, was at most ${formatShare(figure.value)}.`
  })
}

function nameOf(iso3: string): string {
  return inSentence(stateOf(iso3)?.name ?? iso3)
}

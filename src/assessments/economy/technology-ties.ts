import type { Evidence, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { inSentence } from '../forms/wording.ts'
import { type AgreementRow, type InstitutionRow, storedAgreements, storedInstitutions } from '../record/agreement-rows.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import { begunBy, inForceOn } from '../rows/spells.ts'

const source = 'institution-memberships'

/** What the record has of the two on the day, in institutions and between them. */
export interface TechnologyTies {
  readonly bench: DomainInputs
  /** The members of an institution on the day. */
  readonly members: (institution: string) => readonly InstitutionRow[]
  /** What stood or was done between the two by the day. */
  readonly between: readonly AgreementRow[]
}

/** Reads what the record has of a pair. */
export async function technologyTies(bench: DomainInputs): Promise<TechnologyTies> {
  const { dyad, snapshot } = bench
  const [institutions, agreements] = [await storedInstitutions(snapshot), await storedAgreements(snapshot)]
  return {
    bench,
    members: (institution) => institutions.of(institution).filter((row) => inForceOn(row, dyad.to)),
    between: agreements.of(dyad.a.iso3, dyad.b.iso3).filter((row) => begunBy(row, dyad.to)),
  }
}

/** The fields of a count over a complete list. */
export function exactCount(period: string): Pick<Known, 'state' | 'unit' | 'period' | 'interval'> {
  return { state: 'observed', unit: 'count', period, interval: 'exact' }
}

/** Names the rows of the two in the institutions; where neither is in one, all members, since their absence is the finding. */
export function membersBehind({ bench, members }: TechnologyTies, ids: readonly string[]): Evidence {
  const { a, b, to } = bench.dyad
  const all = ids.flatMap((id) => members(id))
  const own = all.filter(({ state }) => state === a.iso3 || state === b.iso3)
  const which = own.length === 0 ? '' : ` and state in ${inList([a.iso3, b.iso3])}`
  return {
    source,
    vintage: vintageOf(bench.cards, source),
    rows: `institution_memberships where role = 'member' and institution in ${inList(ids)}${which} and ${inForceCondition(to)}`,
    count: own.length === 0 ? all.length : own.length,
  }
}

/** Returns the rows of the two in an institution: of one, of both, or none. */
export function membersOfPair({ bench, members }: TechnologyTies, institution: string): InstitutionRow[] {
  const { a, b } = bench.dyad
  return [a, b].flatMap(({ iso3 }) => members(institution).find(({ state }) => state === iso3) ?? [])
}

/** Names the state of a row. */
export function nameOf({ bench: { dyad } }: TechnologyTies, row: InstitutionRow): string {
  return inSentence([dyad.a, dyad.b].find(({ iso3 }) => iso3 === row.state)!.name)
}

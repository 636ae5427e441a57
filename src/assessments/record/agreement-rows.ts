import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'

/** A row of the table of agreements and restrictions: a swap line, a settlement, a link of payments, a joint mission, a restriction on suppliers. */
export interface AgreementRow {
  readonly kind: string
  readonly state_a: string
  readonly state_b: string
  /** The side that acted or lends, `both`, or null. */
  readonly actor: string | null
  readonly form: string
  readonly name: string
  /** Ceiling of a swap line in single units of `currency`; null where there is no limit or none is published. */
  readonly amount: number | null
  readonly currency: string | null
  /** First and last day as precisely as the text states them; the last is null where none is told. */
  readonly start_told: string
  readonly end_told: string | null
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
  readonly vintage: string
  readonly locator: string
  readonly note: string | null
}

/** The rows of every pair, in whichever order its sides are given, by start. A side is a state or `EUROZONE`. */
interface StoredAgreements {
  of(a: string, b: string): readonly AgreementRow[]
}

/** Reads the agreements and restrictions of a snapshot. */
export const storedAgreements: SnapshotCache<[], StoredAgreements> = cachedBySnapshot(async (snapshot) => {
  const all = await snapshot.rows('SELECT * FROM agreements_and_restrictions ORDER BY start_date, kind, state_a, state_b, name')
  const byPair = grouped(all as unknown as AgreementRow[], ({ state_a, state_b }) => `${state_a} ${state_b}`)
  return { of: (a, b) => byPair.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? [] }
})

/** A state in an institution of the record that is no bloc: an export control regime, a space programme, an area of payments. */
export interface InstitutionRow {
  readonly institution: string
  readonly state: string
  readonly role: string
  readonly start_told: string
  readonly end_told: string | null
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
  readonly vintage: string
  readonly locator: string
}

/** The members of every institution, by start. */
interface StoredInstitutions {
  /** All members of all times; empty where the snapshot does not hold the institution. */
  of(institution: string): readonly InstitutionRow[]
}

/** Reads the members of institutions of a snapshot. */
export const storedInstitutions: SnapshotCache<[], StoredInstitutions> = cachedBySnapshot(async (snapshot) => {
  const all = await snapshot.rows("SELECT * FROM institution_memberships WHERE role = 'member' ORDER BY start_date, institution, state")
  const byInstitution = grouped(all as unknown as InstitutionRow[], ({ institution }) => institution)
  return { of: (institution) => byInstitution.get(institution) ?? [] }
})

import { factsOf, inForce } from '../../memory/facts/fact-rows.ts'
import type { Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../rows/snapshot-cache.ts'
import { inForceOn } from '../rows/spells.ts'
import { type Belonging, type BodySpell, belongingOn } from './belonging.ts'

/** Names of the institutions of our table of members besides the blocs, as they stand in a sentence. */
const names: Readonly<Record<string, string>> = {
  ACS: 'the Association of Caribbean States',
  ALADI: 'the Latin American Integration Association',
  ALBA: 'the Bolivarian Alliance (ALBA)',
  AMU: 'the Arab Maghreb Union',
  ANDEAN: 'the Andean Community',
  'BALTIC-ASSEMBLY': 'the Baltic Assembly',
  BENELUX: 'the Benelux Union',
  BIMSTEC: 'the Bay of Bengal Initiative (BIMSTEC)',
  'BLACK-SEA': 'the Black Sea Economic Cooperation',
  'CA-4': 'the Central American border control agreement',
  CACM: 'the Central American Common Market',
  CARICOM: 'the Caribbean Community',
  CEFTA: 'the Central European Free Trade Agreement',
  CELAC: 'the Community of Latin American and Caribbean States',
  CEMAC: 'the Economic and Monetary Community of Central Africa',
  'CEN-SAD': 'the Community of Sahel-Saharan States',
  CENTO: 'the Central Treaty Organization',
  CER: 'the Closer Economic Relations of Australia and New Zealand',
  CISFTA: 'the free trade area of the CIS',
  COMECON: 'the Council for Mutual Economic Assistance',
  COMESA: 'the Common Market for Eastern and Southern Africa',
  'COMMON-TRAVEL-AREA': 'the Common Travel Area',
  COMMONWEALTH: 'the Commonwealth',
  'COUNCIL-OF-EUROPE': 'the Council of Europe',
  CPLP: 'the Community of Portuguese Language Countries',
  'D-8': 'the D-8 Organization for Economic Cooperation',
  EAC: 'the East African Community',
  'EAC-1967': 'the East African Community of 1967',
  ECCAS: 'the Economic Community of Central African States',
  ECO: 'the Economic Cooperation Organization',
  ECSC: 'the European Coal and Steel Community',
  EEA: 'the European Economic Area',
  EFTA: 'the European Free Trade Association',
  EMGF: 'the East Mediterranean Gas Forum',
  'FIVE-EYES': 'the Five Eyes',
  GECF: 'the Gas Exporting Countries Forum',
  GUAM: 'GUAM',
  IGAD: 'the Intergovernmental Authority on Development',
  'INDIAN-OCEAN-COMMISSION': 'the Indian Ocean Commission',
  IORA: 'the Indian Ocean Rim Association',
  JEF: 'the Joint Expeditionary Force',
  NAFTA: 'the North American Free Trade Agreement',
  'NORDIC-COUNCIL': 'the Nordic Council',
  'NORDIC-PASSPORT': 'the Nordic Passport Union',
  OAPEC: 'the Organization of Arab Petroleum Exporting Countries',
  OAS: 'the Organization of American States',
  OAU: 'the Organisation of African Unity',
  OECS: 'the Organisation of Eastern Caribbean States',
  OIC: 'the Organisation of Islamic Cooperation',
  OIF: 'the Francophonie',
  OSCE: 'the OSCE',
  OTS: 'the Organization of Turkic States',
  'PACIFIC-ALLIANCE': 'the Pacific Alliance',
  PIF: 'the Pacific Islands Forum',
  SAARC: 'the South Asian Association for Regional Cooperation',
  SACU: 'the Southern African Customs Union',
  SADC: 'the Southern African Development Community',
  SCHENGEN: 'the Schengen area',
  SEATO: 'the Southeast Asia Treaty Organization',
  SICA: 'the Central American Integration System',
  'TRANS-TASMAN': 'the Trans-Tasman Travel Arrangement',
  UEMOA: 'the West African Economic and Monetary Union',
  UFM: 'the Union for the Mediterranean',
  UNASUR: 'the Union of South American Nations',
  'UNION-STATE': 'the Union State of Russia and Belarus',
  USMCA: 'the United States-Mexico-Canada Agreement',
  VISEGRAD: 'the Visegrad Group',
  WEU: 'the Western European Union',
}

/**
 * Returns the name of an institution of our table, with its article; its id where it has no name here.
 *
 * @example institutionName('OAS')   // 'the Organization of American States'
 */
export function institutionName(id: string): string {
  return names[id] ?? id
}

interface Member extends BodySpell {
  readonly institution: string
  readonly state: string
  readonly start_told: string
  readonly locator: string
}

/** An institution of which two states are members, since when both are, and how each belongs to it. */
export interface SharedInstitution {
  readonly id: string
  readonly since: string
  readonly locator: string
  readonly belonging: readonly [a: Belonging, b: Belonging]
}

const membersByState = cachedBySnapshot(async (snapshot: Snapshot): Promise<ReadonlyMap<string, readonly Member[]>> => {
  if ((snapshot.manifest.tables.institution_memberships ?? []).length === 0) return new Map()
  // export control, space and payments belong to technology and finance
  const rows = await snapshot.rows(
    "SELECT institution, state, role, start_date, start_told, end_date, end_told, locator, note FROM institution_memberships WHERE kind NOT IN ('export control', 'space', 'payments') ORDER BY ALL",
  )
  return grouped(rows as unknown as Member[], ({ state }) => state)
})

/** An institution of which one of two states is a member. */
interface OwnInstitution {
  readonly id: string
  readonly isSuspended: boolean
}

/** The institutions besides the blocs of which both states of a pair are members, and those of which only one is. */
export interface InstitutionsOfPair {
  /** The oldest common membership first. */
  readonly shared: readonly SharedInstitution[]
  readonly alone: readonly [a: readonly OwnInstitution[], b: readonly OwnInstitution[]]
}

interface Own {
  readonly belonging: Belonging
  readonly locator: string
}

/** Returns the institutions of two states on a day; a suspended member is one. One that a state does not apply to the other is neither shared nor of one alone. */
export async function institutionsOf(snapshot: Snapshot, a: string, b: string, day: string): Promise<InstitutionsOfPair> {
  const members = await membersByState(snapshot)
  const refused = await notApplied(snapshot, a, b, day)
  const [own, others] = [a, b].map((state) => ownOn(members.get(state) ?? [], day)) as [Map<string, Own>, Map<string, Own>]
  const shared = [...own].flatMap(([id, { belonging, locator }]) => {
    const other = others.get(id)?.belonging
    if (other === undefined || refused.has(id)) return []
    const since = other.since > belonging.since ? other.since : belonging.since
    return [{ id, since, locator, belonging: [belonging, other] as const }]
  })
  return {
    shared: shared.sort((x, y) => x.since.localeCompare(y.since)),
    alone: [onlyOf(own, others), onlyOf(others, own)],
  }
}

/** Treaties and bodies that do not apply between two states on a day, though both belong to them. */
async function notApplied(snapshot: Snapshot, a: string, b: string, day: string): Promise<ReadonlySet<string | null>> {
  const facts = await factsOf(snapshot, a, b, day)
  return new Set(facts.filter((fact) => fact.kind === 'not-applied' && inForce(fact, day) !== 'no').map(({ name }) => name))
}

function ownOn(members: readonly Member[], day: string): Map<string, Own> {
  const own = [...grouped(members, ({ institution }) => institution)].flatMap(([id, spells]) => {
    const belonging = belongingOn(spells, day)
    return belonging === undefined ? [] : [[id, { belonging, locator: spells.at(-1)!.locator }] as const]
  })
  return new Map(own)
}

function onlyOf(own: ReadonlyMap<string, Own>, others: ReadonlyMap<string, Own>): OwnInstitution[] {
  return [...own].filter(([id]) => !others.has(id)).map(([id, { belonging }]) => ({ id, isSuspended: belonging.isSuspended }))
}

/** Returns how many members each institution has on a day. */
export const institutionSizes: SnapshotCache<[day: string], ReadonlyMap<string, number>> = cachedBySnapshot(async (snapshot, day) => {
  const sizes = new Map<string, number>()
  for (const member of [...(await membersByState(snapshot)).values()].flat())
    if (member.role === 'member' && inForceOn(member, day)) sizes.set(member.institution, (sizes.get(member.institution) ?? 0) + 1)
  return sizes
})

import { blocOf, existedOn, resolve, stateOf } from '../../states/index.ts'

/** One side of an event; see the table `events`. */
export interface CameoParty {
  readonly id: string | null
  readonly kind: 'state' | 'within' | 'bloc' | 'territory' | 'non-state' | 'unknown'
  readonly name: string
}

/** The fields of one CAMEO actor as GDELT splits them. */
export interface CameoActor {
  /** All codes of the actor concatenated, such as CHNGOV. */
  readonly code: string
  readonly country: string
  readonly group: string
  readonly ethnic: string
  readonly religion: string
  /** The first role, such as GOV, MIL or BUS. */
  readonly role: string
}

/** CAMEO country codes of regions of the world. */
const regions = new Set('AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST'.split(' '))

/** ISO3 of obsolete CAMEO country codes. */
const oldCodes: Readonly<Record<string, string>> = { MTN: 'MNE', ROM: 'ROU', TMP: 'TLS' }

/** CAMEO country codes of places that are not states: parts of a state, or territories under codes of CAMEO's own. */
const places = new Set(['BAG', 'WSB', 'GZS', 'IMY', 'SPM'])

/** Ids of blocs by CAMEO's codes of organisations. */
const groups: Readonly<Record<string, string>> = {
  ARL: 'ARAB-LEAGUE',
  ASN: 'ASEAN',
  CIS: 'CIS',
  EEC: 'EU',
  GCC: 'GCC',
  GOE: 'G8',
  GOS: 'G7',
  NAT: 'NATO',
  NON: 'NON-ALIGNED',
  OPC: 'OPEC',
  UNO: 'UN',
  WAS: 'ECOWAS',
  WTO: 'WTO',
}

/** Roles in which an actor of a state acts for it: government, armed forces, intelligence. */
const stateRoles = new Set(['GOV', 'MIL', 'SPY'])

/**
 * Returns the party of a CAMEO actor; null if the fields are blank. A country code alone is of kind `state`, and so are government, army and secret service;
 * any other actor of a country is `within` it. A role without a country (GOV, BUS) and a country code that is not in CAMEO are `unknown`. A country that was
 * not a state on the day is a `territory`.
 *
 * @example cameoParty({ code: 'CHNGOV', country: 'CHN', group: '', ethnic: '', religion: '', role: 'GOV' }, '2015-02-18').kind   // 'state'
 * @example cameoParty({ code: 'XYZGOV', country: 'XYZ', group: '', ethnic: '', religion: '', role: 'GOV' }, '2015-02-18').kind   // 'unknown'
 */
export function cameoParty(actor: CameoActor, day: string): CameoParty | null {
  const name = actor.code
  if (name === '') return null
  if (actor.country !== '') return ofCountry(actor, day)
  if (actor.group !== '') {
    const id = groups[actor.group]
    return id !== undefined && blocExistedOn(id, day) ? { id, kind: 'bloc', name } : { id: null, kind: 'non-state', name }
  }
  return { id: null, kind: actor.ethnic === '' && actor.religion === '' ? 'unknown' : 'non-state', name }
}

function ofCountry(actor: CameoActor, day: string): CameoParty {
  const { code: name, country } = actor
  if (regions.has(country)) return { id: null, kind: 'non-state', name }
  const id = cameoState(country, day)
  if (id === undefined) return { id: null, kind: 'unknown', name }
  if (id === null) return { id, kind: 'territory', name }
  // The code of an actor of Serbia may still begin with SCG, for Serbia and Montenegro.
  const bare = name === country || name === `SCG${country}`
  return { id, kind: bare || (actor.group === '' && stateRoles.has(actor.role)) ? 'state' : 'within', name }
}

/**
 * Returns the ISO3 code of a CAMEO country code on a day; null for a place that was not a state on the day, undefined for a code that is not in CAMEO.
 *
 * @example [cameoState('ROM', '2015-02-18'), cameoState('UKR', '1979-01-01'), cameoState('XYZ', '2015-02-18')]   // ['ROU', null, undefined]
 */
export function cameoState(country: string, day: string): string | null | undefined {
  if (places.has(country)) return null
  const state = stateOf(oldCodes[country] ?? country)
  if (state !== undefined) return existedOn(state, day) ? state.iso3 : null
  const found = resolve(country, day)
  if (found.kind === 'territory') return null
  return found.kind === 'state' && existedOn(found.state, day) ? found.state.iso3 : undefined
}

/** Whether the bloc existed on the day: founded, and not yet dissolved. */
export function blocExistedOn(id: string, day: string): boolean {
  const bloc = blocOf(id)
  return bloc !== undefined && bloc.founded <= day && (bloc.dissolved === null || day <= bloc.dissolved)
}

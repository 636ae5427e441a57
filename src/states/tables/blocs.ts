/** A named group of states, an organisation or a forum, with members that change over time. The memberships are in data/tables/bloc-memberships.csv. */
export interface Bloc {
  readonly id: string
  readonly name: string
  /** The first day on which the table of memberships has members. */
  readonly founded: string
  /** The last day of the bloc; null if it still exists. */
  readonly dissolved: string | null
  /** Other spellings than the id and the name. */
  readonly spellings: readonly string[]
  readonly kind: string
  readonly note?: string
}

/** The membership of a state in a bloc in one role. Days are ISO text; the last day is included, and `end_date` is null if the membership is in force. */
export interface Membership {
  readonly bloc: string
  readonly state: string
  readonly role: string
  readonly start_date: string
  readonly end_date: string | null
  readonly citation: string
  readonly note: string | null
}

/** The blocs, sorted by id. No id equals an ISO3 code, so that one column can hold both: the Non-Aligned Movement is `NON-ALIGNED` because NAM is Namibia. */
export const blocs: readonly Bloc[] = [
  {
    id: 'AES',
    name: 'Alliance of Sahel States',
    founded: '2023-09-16',
    dissolved: null,
    spellings: ['Confederation of Sahel States'],
    kind: 'alliance',
  },
  {
    id: 'APEC',
    name: 'Asia-Pacific Economic Cooperation',
    founded: '1989-11-01',
    dissolved: null,
    spellings: [],
    kind: 'forum',
    note: 'its members are economies: Hong Kong and Taiwan (as Chinese Taipei) are among the 21',
  },
  {
    id: 'ARAB-LEAGUE',
    name: 'League of Arab States',
    founded: '1945-03-22',
    dissolved: null,
    spellings: ['Arab League', 'LAS'],
    kind: 'regional organisation',
    note: 'a suspended state is no member while the suspension lasts and has role "suspended"; Palestine is a member under PSE',
  },
  {
    id: 'ASEAN',
    name: 'Association of Southeast Asian Nations',
    founded: '1967-08-08',
    dissolved: null,
    spellings: ['Association of South-East Asian Nations'],
    kind: 'regional organisation',
  },
  {
    id: 'AU',
    name: 'African Union',
    founded: '2002-07-09',
    dissolved: null,
    spellings: [],
    kind: 'regional organisation',
    note: 'successor of the Organisation of African Unity (1963-05-25 to 2002-07-08), which is not kept here; suspensions are notes; the Sahrawi Republic is a member under ESH',
  },
  {
    id: 'AUKUS',
    name: 'Australia-United Kingdom-United States partnership',
    founded: '2021-09-15',
    dissolved: null,
    spellings: [],
    kind: 'security partnership',
  },
  {
    id: 'BRICS',
    name: 'BRICS',
    founded: '2009-06-16',
    dissolved: null,
    spellings: ['BRIC', 'BRICS+', 'BRICS plus'],
    kind: 'forum',
    note: 'counted from the first summit; partner countries since 2025; Saudi Arabia is invited and has not said that it joined',
  },
  {
    id: 'CIS',
    name: 'Commonwealth of Independent States',
    founded: '1991-12-08',
    dissolved: null,
    spellings: ['SNG'],
    kind: 'regional organisation',
    note: 'signatories of 1991 are members; from the Charter (1993-01-22) on, those that did not ratify it are participants or associates',
  },
  {
    id: 'CSTO',
    name: 'Collective Security Treaty Organization',
    founded: '1994-04-20',
    dissolved: null,
    spellings: ['Collective Security Treaty Organisation', 'Collective Security Treaty', 'Tashkent Treaty', 'Tashkent Pact', 'ODKB'],
    kind: 'alliance',
    note: 'from the entry into force of the Collective Security Treaty; an organisation since the Charter of 2002-10-07',
  },
  {
    id: 'EAEU',
    name: 'Eurasian Economic Union',
    founded: '2015-01-01',
    dissolved: null,
    spellings: ['EEU', 'Eurasian Union'],
    kind: 'economic union',
  },
  {
    id: 'ECOWAS',
    name: 'Economic Community of West African States',
    founded: '1975-05-28',
    dissolved: null,
    spellings: ['CEDEAO'],
    kind: 'regional organisation',
  },
  {
    id: 'EU',
    name: 'European Union',
    founded: '1958-01-01',
    dissolved: null,
    spellings: ['European Community', 'European Communities', 'European Economic Community', 'EEC', 'EU27', 'EU-27', 'EU28', 'EU-28'],
    kind: 'union',
    note: 'the European Economic Community from 1958, the Union from 1993-11-01',
  },
  {
    id: 'EUROZONE',
    name: 'Euro area',
    founded: '1999-01-01',
    dissolved: null,
    spellings: ['Eurozone', 'Euro zone'],
    kind: 'monetary union',
  },
  {
    id: 'G20',
    name: 'Group of Twenty',
    founded: '1999-09-26',
    dissolved: null,
    spellings: ['G-20'],
    kind: 'forum',
    note: '19 states here; the European Union (from the start) and the African Union (from 2023-09-09) are members too and have no row',
  },
  {
    id: 'G7',
    name: 'Group of Seven',
    founded: '1975-11-15',
    dissolved: null,
    spellings: ['G-7', 'G6'],
    kind: 'forum',
    note: 'the European Union takes part and has no row; with Russia: G8',
  },
  {
    id: 'G8',
    name: 'Group of Eight',
    founded: '1998-05-15',
    dissolved: '2014-03-23',
    spellings: ['G-8'],
    kind: 'forum',
    note: 'the seven and Russia, from the Birmingham summit to the suspension of Russia; the seven went on meeting as G7',
  },
  {
    id: 'GCC',
    name: 'Gulf Cooperation Council',
    founded: '1981-05-25',
    dissolved: null,
    spellings: ['Cooperation Council for the Arab States of the Gulf', 'Gulf Co-operation Council'],
    kind: 'regional organisation',
  },
  {
    id: 'MERCOSUR',
    name: 'Southern Common Market',
    founded: '1991-03-26',
    dissolved: null,
    spellings: ['Mercosul'],
    kind: 'economic union',
  },
  {
    id: 'NATO',
    name: 'North Atlantic Treaty Organization',
    founded: '1949-04-04',
    dissolved: null,
    spellings: ['North Atlantic Treaty Organisation', 'North Atlantic Alliance', 'Atlantic Alliance', 'OTAN'],
    kind: 'alliance',
    note: 'founders count from the signature; the treaty entered into force on 1949-08-24',
  },
  {
    id: 'NON-ALIGNED',
    name: 'Non-Aligned Movement',
    founded: '1961-09-01',
    dissolved: null,
    spellings: ['Nonaligned Movement', 'Non Aligned Movement', 'Non-Aligned', 'Non-aligned countries'],
    kind: 'forum',
    note: 'most dates are years of admission only; Palestine is a member under PSE',
  },
  {
    id: 'OECD',
    name: 'Organisation for Economic Co-operation and Development',
    founded: '1961-09-30',
    dissolved: null,
    spellings: ['Organization for Economic Cooperation and Development', 'OCDE'],
    kind: 'economic organisation',
  },
  {
    id: 'OPEC',
    name: 'Organization of the Petroleum Exporting Countries',
    founded: '1960-09-14',
    dissolved: null,
    spellings: ['Organisation of the Petroleum Exporting Countries', 'Organization of Petroleum Exporting Countries'],
    kind: 'producer group',
  },
  {
    id: 'OPEC+',
    name: 'Declaration of Cooperation of OPEC and other producers',
    founded: '2016-12-10',
    dissolved: null,
    spellings: ['OPEC plus', 'OPECplus', 'OPEC-plus', 'Declaration of Cooperation'],
    kind: 'producer group',
    note: 'OPEC members while they are members, and the other parties to the Declaration of 2016-12-10',
  },
  {
    id: 'P5',
    name: 'Permanent members of the UN Security Council',
    founded: '1945-10-24',
    dissolved: null,
    spellings: [
      'permanent five',
      'permanent members of the Security Council',
      'UNSC permanent members',
      'UN Security Council permanent members',
    ],
    kind: 'universal organisation',
  },
  {
    id: 'QUAD',
    name: 'Quadrilateral Security Dialogue',
    founded: '2007-05-01',
    dissolved: null,
    spellings: ['Quadrilateral Dialogue'],
    kind: 'security partnership',
    note: 'met in 2007, lapsed in 2008, revived in November 2017',
  },
  {
    id: 'SCO',
    name: 'Shanghai Cooperation Organisation',
    founded: '2001-06-15',
    dissolved: null,
    spellings: ['Shanghai Cooperation Organization', 'Shanghai Co-operation Organisation'],
    kind: 'regional organisation',
    note: 'successor of the Shanghai Five (1996); observers and dialogue partners were made one status, "partner", on 2025-09-01',
  },
  {
    id: 'UN',
    name: 'United Nations',
    founded: '1945-10-24',
    dissolved: null,
    spellings: ['UNO', 'United Nations Organization', 'United Nations Organisation', 'ONU'],
    kind: 'universal organisation',
    note: "China's seat was Taipei's (TWN) to 1971-10-24",
  },
  {
    id: 'WARSAW-PACT',
    name: 'Warsaw Treaty Organization',
    founded: '1955-05-14',
    dissolved: '1991-07-01',
    spellings: ['Warsaw Pact', 'Warsaw Treaty', 'Warsaw Treaty Organisation'],
    kind: 'alliance',
  },
  {
    id: 'WTO',
    name: 'World Trade Organization',
    founded: '1995-01-01',
    dissolved: null,
    spellings: ['World Trade Organisation', 'OMC'],
    kind: 'economic organisation',
    note: '165 states and customs territories here; the European Union is the 166th member and has no row',
  },
]

/** ISO3 codes of the members of blocs that are not in the list of states: Western Sahara, Hong Kong, Macao, Palestine. */
export const nonStateMembers: readonly string[] = ['ESH', 'HKG', 'MAC', 'PSE']

const keyOf = (spelling: string): string =>
  spelling
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[\s‐-―-]+/g, ' ')
    .trim()
    .replace(/^the /, '')

const bySpelling: ReadonlyMap<string, Bloc> = new Map(
  blocs.flatMap((bloc) => [bloc.id, bloc.name, ...bloc.spellings].map((spelling) => [keyOf(spelling), bloc])),
)

/**
 * Returns the bloc with an id, name or abbreviation; undefined if there is none. Capitals, hyphens, full stops and a leading "the" do not matter.
 *
 * @example blocOf('the E.U.').id   // 'EU'
 */
export function blocOf(spelling: string): Bloc | undefined {
  return bySpelling.get(keyOf(spelling))
}

const inForce = (membership: Membership, date: string): boolean =>
  membership.start_date <= date && (membership.end_date === null || date <= membership.end_date)

/**
 * Returns the states with a role in a bloc on a day: ISO3 codes, sorted.
 *
 * @param role   `member` unless given; others are observer, dialogue partner, partner, associate, participant, charter participant, invited, suspended
 * @example membersOn([{ bloc: 'AUKUS', state: 'USA', role: 'member', start_date: '2021-09-15', end_date: null, citation: 'x', note: null }], 'AUKUS', '2021-09-14')   // []
 */
export function membersOn(memberships: readonly Membership[], bloc: string, date: string, role = 'member'): string[] {
  const found = memberships.filter((row) => row.bloc === bloc && row.role === role && inForce(row, date))
  return [...new Set(found.map((row) => row.state))].sort()
}

/**
 * Returns the blocs of which both states are members on a day (no other role counts): ids, sorted.
 *
 * @example sharedBlocs(['FRA', 'ITA'].map(state => ({ bloc: 'EU', state, role: 'member', start_date: '1958-01-01', end_date: null, citation: 'x', note: null })), 'FRA', 'ITA', '1960-01-01')   // ['EU']
 */
export function sharedBlocs(memberships: readonly Membership[], a: string, b: string, date: string): string[] {
  const of = (state: string): Set<string> =>
    new Set(membershipsOf(memberships, state, date).flatMap((row) => (row.role === 'member' ? [row.bloc] : [])))
  const others = of(b)
  return [...of(a)].filter((bloc) => others.has(bloc)).sort()
}

/**
 * Returns every membership of a state that is in force on a day, in any role and in the order given.
 *
 * @example membershipsOf([{ bloc: 'SCO', state: 'LAO', role: 'partner', start_date: '2025-09-01', end_date: null, citation: 'x', note: null }], 'LAO', '2026-01-01').length   // 1
 */
export function membershipsOf(memberships: readonly Membership[], state: string, date: string): Membership[] {
  return memberships.filter((row) => row.state === state && inForce(row, date))
}

/** What common membership of a body means for two states. */
export interface StandingBody {
  /** Id of the bloc in the table of memberships. */
  readonly bloc: string
  /** A community makes war between its members unthinkable; a body integrates them or settles their disputes; a loose one says nothing of a pair. */
  readonly kind: 'community' | 'body'
  /** Whether only members that are neighbours are bound: in a body of a whole continent, distant members have little to do with each other. */
  readonly neighboursOnly?: true
  readonly why: string
}

/**
 * The bodies that count. Bodies that are not listed are too large or too loose to say anything of a pair: the UN, the Arab League, the African Union, the
 * Commonwealth of Independent States, the Non-Aligned Movement, the WTO, G20, BRICS, the Shanghai Cooperation Organisation.
 */
export const standingBodies: readonly StandingBody[] = [
  { bloc: 'EU', kind: 'community', why: 'common law, court, market and borders' },
  { bloc: 'NATO', kind: 'community', why: 'integrated command and common defence planning' },
  { bloc: 'NORDIC', kind: 'community', why: 'passport union of 1954, common labour market, no fortified border' },
  { bloc: 'BENELUX', kind: 'community', why: 'economic union and free movement' },
  { bloc: 'EEA', kind: 'community', why: 'common market with a court and free movement' },
  { bloc: 'SCHENGEN', kind: 'community', why: 'no border controls' },
  { bloc: 'EFTA', kind: 'body', why: 'free trade with consultation on complaints' },
  { bloc: 'ASEAN', kind: 'body', why: 'treaty of amity with a High Council for disputes, free trade' },
  { bloc: 'MERCOSUR', kind: 'body', why: 'customs union with a tribunal' },
  { bloc: 'CAN', kind: 'body', why: 'customs union with a court' },
  { bloc: 'SICA', kind: 'body', why: 'common market with a court' },
  { bloc: 'CARICOM', kind: 'body', why: 'single market with a court' },
  { bloc: 'OAS', kind: 'body', neighboursOnly: true, why: 'Pact of Bogotá, Rio Treaty and organs for disputes; the whole hemisphere' },
  { bloc: 'USMCA', kind: 'body', why: 'free trade with panels for disputes' },
  { bloc: 'GCC', kind: 'body', why: 'common market and joint defence' },
  { bloc: 'ECOWAS', kind: 'body', why: 'free movement, court, mutual defence' },
  { bloc: 'WAEMU', kind: 'body', why: 'common currency' },
  { bloc: 'CEMAC', kind: 'body', why: 'common currency' },
  { bloc: 'SADC', kind: 'body', why: 'free trade, mutual defence pact, organ for security' },
  { bloc: 'SACU', kind: 'body', why: 'customs union' },
  { bloc: 'EAC', kind: 'body', why: 'common market with a court' },
  { bloc: 'PIF', kind: 'body', why: 'regional security declarations and free trade' },
  { bloc: 'CSTO', kind: 'body', why: 'mutual defence' },
  { bloc: 'EAEU', kind: 'body', why: 'customs union with a court' },
  { bloc: 'WARSAW-PACT', kind: 'body', why: 'mutual defence and a joint command' },
  { bloc: 'AES', kind: 'body', why: 'mutual defence' },
]

/**
 * Treaties of many states whose promise says little of a pair, by their ids in the table of commitments. Neighbours inside them had disputes as often as
 * other neighbours, or the promise was never given an organ.
 */
export const looseTreaties: ReadonlySet<string> = new Set([
  'african-union-2001',
  'arab-defence-1950',
  'arab-league-1945',
  'asean-tac-1976',
  'cis-charter-1993',
  'eccas-2000',
  'ecowas-nonaggression-1978',
  'great-lakes-2006',
  'oas-charter-1948',
  'rio-1947',
  'sco-2007',
])

/** What common membership of a body means for two states. */
interface StandingBody {
  /** Id of the bloc or institution in the tables of memberships. */
  readonly bloc: string
  /** Its name inside a sentence. */
  readonly name: string
  /** A community makes war between its members unthinkable; a body integrates them or obliges them to defend each other. */
  readonly kind: 'community' | 'body'
  readonly why: string
}

/**
 * The bodies that count. Each obliges its members by its text, and neighbours in it had at most half as many disputes as neighbours without a bond, where it
 * had enough neighbours to tell (docs/measures/standing.md). Those that fail stay out (OAS, Andean Community, Central American Integration System, Collective
 * Security Treaty Organization, IGAD, SAARC, CIS, Shanghai Cooperation Organisation), and so do bodies that are too large or loose to say anything of a pair
 * (UN, Arab League, African Union, Council of Europe, OSCE, Non-Aligned Movement).
 */
export const standingBodies: readonly StandingBody[] = [
  { bloc: 'EU', name: 'the European Union', kind: 'community', why: 'common law, court, market and borders' },
  { bloc: 'ECSC', name: 'the European Coal and Steel Community', kind: 'community', why: 'common market in coal and steel with a court' },
  { bloc: 'EEA', name: 'the European Economic Area', kind: 'community', why: 'common market with a court and free movement' },
  { bloc: 'SCHENGEN', name: 'the Schengen area', kind: 'community', why: 'no border controls' },
  { bloc: 'NATO', name: 'NATO', kind: 'community', why: 'integrated command and common defence planning' },
  { bloc: 'WEU', name: 'the Western European Union', kind: 'community', why: 'automatic mutual defence and common arms control' },
  {
    bloc: 'NORDIC-COUNCIL',
    name: 'the Nordic Council',
    kind: 'community',
    why: 'passport union, common labour market, undefended borders',
  },
  { bloc: 'BENELUX', name: 'the Benelux Union', kind: 'community', why: 'economic union and free movement' },
  { bloc: 'COMMON-TRAVEL-AREA', name: 'the Common Travel Area', kind: 'community', why: 'no border controls, common civic rights' },
  { bloc: 'CER', name: 'the Closer Economic Relations of Australia and New Zealand', kind: 'community', why: 'single market' },
  { bloc: 'TRANS-TASMAN', name: 'the Trans-Tasman Travel Arrangement', kind: 'community', why: 'free movement and work' },
  { bloc: 'EFTA', name: 'the European Free Trade Association', kind: 'body', why: 'free trade with consultation on complaints' },
  { bloc: 'VISEGRAD', name: 'the Visegrad Group', kind: 'body', why: 'standing consultation on security and integration' },
  { bloc: 'BALTIC-ASSEMBLY', name: 'the Baltic Assembly', kind: 'body', why: 'common assembly and defence projects' },
  { bloc: 'WARSAW-PACT', name: 'the Warsaw Pact', kind: 'body', why: 'mutual defence and a joint command' },
  { bloc: 'UNION-STATE', name: 'the Union State of Russia and Belarus', kind: 'body', why: 'union of two states with joint forces' },
  { bloc: 'EAEU', name: 'the Eurasian Economic Union', kind: 'body', why: 'customs union with a court' },
  { bloc: 'NAFTA', name: 'the North American Free Trade Agreement', kind: 'body', why: 'free trade with panels for disputes' },
  { bloc: 'USMCA', name: 'the United States-Mexico-Canada Agreement', kind: 'body', why: 'free trade with panels for disputes' },
  { bloc: 'MERCOSUR', name: 'Mercosur', kind: 'body', why: 'customs union with a tribunal' },
  { bloc: 'PACIFIC-ALLIANCE', name: 'the Pacific Alliance', kind: 'body', why: 'free trade and free movement' },
  { bloc: 'CA-4', name: 'the Central American border control agreement', kind: 'body', why: 'no border controls' },
  { bloc: 'CARICOM', name: 'the Caribbean Community', kind: 'body', why: 'single market with a court' },
  {
    bloc: 'OECS',
    name: 'the Organisation of Eastern Caribbean States',
    kind: 'body',
    why: 'economic union with a common court and currency',
  },
  { bloc: 'FIVE-EYES', name: 'the UKUSA intelligence agreement', kind: 'body', why: 'shared intelligence' },
  { bloc: 'SEATO', name: 'SEATO', kind: 'body', why: 'collective defence' },
  { bloc: 'CENTO', name: 'the Central Treaty Organization', kind: 'body', why: 'cooperation in defence' },
  { bloc: 'ASEAN', name: 'ASEAN', kind: 'body', why: 'treaty of amity with a High Council for disputes, free trade' },
  { bloc: 'PIF', name: 'the Pacific Islands Forum', kind: 'body', why: 'joint declarations on security and assistance in crises' },
  { bloc: 'GCC', name: 'the Gulf Cooperation Council', kind: 'body', why: 'common market and joint defence' },
  { bloc: 'ECOWAS', name: 'ECOWAS', kind: 'body', why: 'free movement, court, mutual defence' },
  { bloc: 'UEMOA', name: 'the West African Economic and Monetary Union', kind: 'body', why: 'common currency and court' },
  { bloc: 'CEMAC', name: 'the Central African Economic and Monetary Community', kind: 'body', why: 'common currency and court' },
  { bloc: 'EAC', name: 'the East African Community', kind: 'body', why: 'common market with a court' },
  {
    bloc: 'SADC',
    name: 'the Southern African Development Community',
    kind: 'body',
    why: 'free trade, mutual defence pact, organ for security',
  },
  { bloc: 'SACU', name: 'the Southern African Customs Union', kind: 'body', why: 'customs union' },
  { bloc: 'AES', name: 'the Alliance of Sahel States', kind: 'body', why: 'mutual defence' },
]

/** Why a treaty says nothing at all of a pair: half the world is party to it. */
export const openToAny = 'open to any state'

/** Of 1946 to 2014, with and without the treaty: docs/measures/standing.md. */
const asOthers = 'neighbours in it had as many disputes as other neighbours'

/** Bodies that oblige their members by their text and yet fail (docs/measures/standing.md): named of a pair that nothing closer places. */
export const looseBodies: readonly (Pick<StandingBody, 'bloc' | 'name'> & { readonly why: string })[] = [
  { bloc: 'ANDEAN', name: 'the Andean Community', why: asOthers },
  { bloc: 'SICA', name: 'the Central American Integration System', why: asOthers },
  { bloc: 'CACM', name: 'the Central American Common Market', why: asOthers },
  { bloc: 'IGAD', name: 'the Intergovernmental Authority on Development', why: asOthers },
]

/** Treaties of the table of commitments whose promise says little of a pair, and why, as the end of a sentence. */
export const looseTreaties: ReadonlyMap<string, string> = new Map([
  ['african-union-2001', 'it spans a continent'],
  ['arab-defence-1950', 'it was never applied as written'],
  ['arab-league-1945', 'it was never applied as written'],
  ['arab-maghreb-1989', 'it has been dormant since 1994'],
  ['asean-tac-1976', openToAny],
  ['chapultepec-1945', 'it spans a hemisphere'],
  ['cis-charter-1993', asOthers],
  ['collective-security-1992', asOthers],
  ['cyprus-alliance-1960', 'it lapsed in 1964'],
  ['eccas-2000', asOthers],
  ['finland-ussr-1948', 'it bound Finland to defend its own territory only'],
  ['great-lakes-2006', asOthers],
  ['oas-charter-1948', 'it spans a hemisphere'],
  ['rio-1947', 'it spans a hemisphere'],
  ['sco-2007', asOthers],
])

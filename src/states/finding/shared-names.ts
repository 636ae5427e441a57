/**
 * Names that a person may use for several states, and that data sets use for one of them. Where a person asks, none of these is resolved: the answer is the
 * list of candidates. Lines: `candidates | from/to | names | why`. Outside the period, `resolve` decides. A candidate is an ISO3 code, or the name of a
 * territory in quotation marks, or the id of a bloc. The reason for each name that is NOT here, although it resembles others, is in docs/states.md.
 */
export const sharedNames = `
COD COG | 1960-08-15/ | Congo; Kongo; Конго; 刚果; الكونغو; Congos | two states have this name: Kinshasa's is the larger, Brazzaville's is the one that data sets list as Congo
COD COG | 1960-08-15/1964-07-31 | Republic of the Congo; Republic of Congo; Congo Republic; République du Congo; República del Congo | both states had this official name at the time
KOR PRK | 1948-08-15/ | Korea; Corea; Corée; Koreya; Корея; كوريا; 高丽 | two states have governed the peninsula since 1948
YAR YMD | 1967-11-30/1990-05-21 | Yemen; Jemen; Yaman; Йемен; اليمن; 也门; Yémen; Yemeni; Yemenis | there were two states until 1990
DEU DDR | 1949-10-05/1990-10-02 | Germany; Deutschland; Allemagne; Alemania; Germania; Германия; Germaniya; ألمانيا; 德国; German; Germans | there were two states until 1990
VNM VDR | 1954-05-01/1975-04-30 | Vietnam; Viet Nam; Viet-Nam; Вьетнам; Vetnam; 越南; فييت نام; Vietnamese | there were two states from 1954 to 1975
PNG IDN | 1949-12-27/ | New Guinea; Papua | the island is divided between the two
GUY SUR | 1975-11-25/ | Guiana; Guianas; The Guianas | the region has two states, and a part of France
"British Virgin Islands" "United States Virgin Islands" | / | Virgin Islands; Virgin Islanders | there are two territories of this name, and neither is a state here
"Saint Martin (French part)" "Sint Maarten" | / | Saint Martin; St Martin; St. Martin | the island is divided between two territories, and neither is a state here
"American Samoa" WSM | 1976-12-15/ | Samoas; The Samoas | one is a state, the other a territory
CHN TWN | 1949-12-08/ | Chinas; Two Chinas; Both Chinas | two governments have used the name since 1949
VNM KHM LAO | 1954-05-01/ | Indochina; French Indochina | the territory became several states
AUS AU | 2002-07-09/ | AU | it is the ISO code of Australia and the abbreviation of the African Union
BEL EU NATO | 1958-01-01/ | Brussels; Bruxelles; Brüssel | the capital of Belgium is the seat of the Union and of NATO
`

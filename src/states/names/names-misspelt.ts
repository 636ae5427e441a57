/** Misspelt or truncated names in data sets, as lines `ISO3: spelling; …`. Spellings that are words (Hungry, Butane) or another name (Dominia) are left out. */
export const misspeltNames = `
ATF: French Southern Antartic territories
BIH: Bosnia and Herzegovia
BLR: BelSSR; BSSR; Byelorussian Soviet Socialist Repulic; Belarus, Byelorussian Soviet Socialist Republic
BVT: Букет
BWA: Bostwana
CCK: Кокосовые осторова
CHE: Swistzerland
COG: Congo, Brazzavile
CPV: Cape Verda
DEU: FDR (Germany); Republica Federal Alemana
GBR: United Kingdom of Great Britain and Nothern Ireland
GNB: Giunea-Bissau; Guinea Bassau
GRD: Geranada
HUN: Hungrary
LAO: Lao's people democratic republic; Laos People's Democratic Republic
LBY: Libyan Arab Jamahiiya; Lybian Arab Jamahiriya; Lybian Arab Republic
LIE: Lichtenstein
LKA: SriLanka
MAR: Moroco
MDG: Magadascar
MUS: Mauritus
NRU: Republic of Naura
NZL: New Zealnand
PHL: Philpinnes; Phlippines
PNG: Papa New Guinea
PRK: Democratic People's Republic
PSE: Palestinan Authority
RUS: Union of Socialist Soviet Republics; Union of Sovier Socialist Republics
SGP: Singapor
SLB: Soloman Islands
STP: So Tome and Principe
TTO: Trinidad and Tobado
TUR: Türkýye
UKR: Ukraine SSR; UkrSSR; Ukranian SSR; Ukranian Soviet Socialist Republic
WSM: Somoa
ZAF: South Afrioa
`

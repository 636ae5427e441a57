/**
 * Peoples and adjectives that texts use for a state, as lines `ISO3: word; …`. An entry that does not end in s, sh, ch, men or ese also stands for its plural
 * in s. Words for two states (Congolese, Dominican, Korean) are in ambiguous.ts.
 */
export const demonyms = `
AFG: Afghan
AGO: Angolan
ALB: Albanian
AND: Andorran
ARE: Emirati
ARG: Argentine; Argentinian; Argentinean
ARM: Armenian
ATG: Antiguan
AUH: Austro-Hungarian
AUS: Australian
AZE: Azerbaijani; Azeri
BDI: Burundian
BEL: Belgian
BEN: Beninese; Beninois
BFA: Burkinabe; Burkinabè
BGD: Bangladeshi
BGR: Bulgarian
BHR: Bahraini
BHS: Bahamian
BIH: Bosnian; Bosniak
BLR: Belarusian; Belarussian; Belorussian; Byelorussian
BLZ: Belizean
BOL: Bolivian
BRA: Brazilian
BRB: Barbadian; Bajan
BRN: Bruneian
BTN: Bhutanese
BWA: Botswanan; Batswana
CAF: Central African
CAN: Canadian
CHE: Swiss
CHL: Chilean
CHN: Chinese
CIV: Ivorian; Ivoirian
CMR: Cameroonian
COL: Colombian
COM: Comorian
CPV: Cabo Verdean; Cape Verdean
CRI: Costa Rican
CSK: Czechoslovak; Czechoslovakian
CUB: Cuban
CYP: Cypriot
CZE: Czech
DDR: East German
DEU: German; West German; Prussian
DJI: Djiboutian
DNK: Danish; Dane
DZA: Algerian
ECU: Ecuadorian; Ecuadorean
EGY: Egyptian
ERI: Eritrean
ESP: Spanish; Spaniard
EST: Estonian
ETH: Ethiopian
FIN: Finnish; Finn
FJI: Fijian
FRA: French; Frenchmen
FSM: Micronesian
GAB: Gabonese
GBR: British; Briton; Brit; English
GEO: Georgian
GHA: Ghanaian
GIN: Guinean
GMB: Gambian
GNB: Bissau-Guinean; Guinea-Bissauan
GNQ: Equatorial Guinean; Equatoguinean
GRC: Greek
GRD: Grenadian
GTM: Guatemalan
GUY: Guyanese
HND: Honduran
HRV: Croatian; Croat
HTI: Haitian
HUN: Hungarian
IDN: Indonesian
IND: Indian
IRL: Irish
IRN: Iranian; Persian
IRQ: Iraqi
ISL: Icelandic; Icelander
ISR: Israeli
ITA: Italian
JAM: Jamaican
JOR: Jordanian
JPN: Japanese
KAZ: Kazakh; Kazakhstani
KEN: Kenyan
KGZ: Kyrgyz; Kyrgyzstani; Kirghiz
KHM: Cambodian; Khmer
KIR: I-Kiribati
KNA: Kittitian
KWT: Kuwaiti
LAO: Laotian; Lao
LBN: Lebanese
LBR: Liberian
LBY: Libyan
LCA: Saint Lucian
LIE: Liechtensteiner
LKA: Sri Lankan; Ceylonese
LSO: Basotho; Mosotho
LTU: Lithuanian
LUX: Luxembourgish; Luxembourger
LVA: Latvian
MAR: Moroccan
MCO: Monegasque; Monacan
MDA: Moldovan; Moldavian
MDG: Malagasy; Madagascan
MDV: Maldivian
MEX: Mexican
MHL: Marshallese
MKD: Macedonian; North Macedonian
MLI: Malian
MLT: Maltese
MMR: Burmese; Myanmarese
MNE: Montenegrin
MNG: Mongolian; Mongol
MOZ: Mozambican; Mozambiquan
MRT: Mauritanian
MUS: Mauritian
MWI: Malawian
MYS: Malaysian; Malayan
NAM: Namibian
NER: Nigerien
NGA: Nigerian
NIC: Nicaraguan
NLD: Dutch; Netherlander
NOR: Norwegian
NPL: Nepalese; Nepali
NRU: Nauruan
NZL: New Zealander
OMN: Omani
PAK: Pakistani
PAN: Panamanian
PER: Peruvian
PHL: Filipino; Philippine
PLW: Palauan
PNG: Papua New Guinean
POL: Polish; Pole
PRK: North Korean
PRT: Portuguese
PRY: Paraguayan
QAT: Qatari
KOR: South Korean
ROU: Romanian; Rumanian
RUS: Russian; Soviet; Muscovite
RWA: Rwandan; Rwandese
SAU: Saudi; Saudi Arabian
SDN: Sudanese
SEN: Senegalese
SGP: Singaporean
SLB: Solomon Islander
SLE: Sierra Leonean
SLV: Salvadoran; Salvadorean; Salvadorian
SMR: Sammarinese
SOM: Somali; Somalian
SRB: Serbian; Serb
SSD: South Sudanese
STP: Santomean; São Toméan
SUR: Surinamese
SVK: Slovak; Slovakian
SVN: Slovenian; Slovene
SWE: Swedish; Swede
SWZ: Swazi
SYC: Seychellois
SYR: Syrian
TCD: Chadian
TGO: Togolese
THA: Thai; Siamese
TJK: Tajik; Tajikistani
TKM: Turkmen
TLS: Timorese; East Timorese
TON: Tongan
TTO: Trinidadian
TUN: Tunisian
TUR: Turkish; Turk; Ottoman
TUV: Tuvaluan
TWN: Taiwanese
TZA: Tanzanian
UGA: Ugandan
UKR: Ukrainian
URY: Uruguayan
USA: American
UZB: Uzbek; Uzbekistani
VCT: Vincentian
VDR: South Vietnamese
VEN: Venezuelan
VNM: Vietnamese; North Vietnamese
VUT: Vanuatuan; Ni-Vanuatu
XKX: Kosovar; Kosovan
YAR: North Yemeni
YMD: South Yemeni
YUG: Yugoslav; Yugoslavian
ZAF: South African
ZMB: Zambian
ZWE: Zimbabwean; Rhodesian
`

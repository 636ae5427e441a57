/** Uzbek names of states and territories that differ from the English ones, as lines `ISO3: name; … < former name; …`. */
export const uzbekNames = `
AFG: Afg'oniston
AIA: Angilya
ALB: Albaniya
ANT: Niderlandiya Antillari
ARE: Birlashgan Arab Amirliklari
ARM: Armaniston
ASM: Amerika Samoa
ATF: Fransiyaning Janubiy Hududlari
ATG: Antigua va Barbuda
AUS: Avstraliya
AUT: Avstriya
AZE: Ozarbayjon
BEL: Belgiya
BGR: Bolgariya
BHR: Bahrayn
BHS: Bagam orollari
BIH: Bosniya va Gersegovina
BLR: Belarusiya
BLZ: Beliz
BOL: Boliviya
BRA: Braziliya
BRN: Bruney-Darussalom
BTN: Butan
BVT: Buve oroli
BWA: Botsvana
CAF: Markaziy Afrika Respublikasi
CAN: Kanada
CCK: Kokos Orollari
CHE: Shveytsariya
CHL: Chili
CHN: Xitoy
CIV: Kot D'ivuar
CMR: Kamerun
COD: Kongo Demokratik Respublikasi
COG: Kongo
COK: Kuk Oroli
COL: Kolumbiya
COM: Komor orollari
CPV: Kabo-Verde
CRI: Kosta-Rika
CUB: Kuba
CXR: Rojdestva Oroli
CYM: Kayman oroli
CYP: Kipr
CZE: Chexiya
DEU: Germaniya
DMA: Dominika
DNK: Daniya
DOM: Dominika Respublikasi
DZA: Jazoir
ECU: Ekvador
EGY: Misr
ERI: Eritreya
ESH: G'arbiy Saxara
ESP: Ispaniya
EST: Estoniya
ETH: Efiopiya
FIN: Finlyandiya
FRA: Fransiya
FRO: Farer Orollari
GBR: Buyuk Britaniya
GEO: Gruziya
GGY: Gernsi
GHA: Gana
GIN: Gvineya
GLP: Gvadelupa
GMB: Gambiya
GNB: Gvineya-Bisau
GNQ: Ekvatorial Gvineya
GRC: Gretsiya
GRL: Grenlandiya
GTM: Gvatemala
GUF: Fransuz Gvianasi
GUY: Gayana
HKG: Gonkong
HMD: Xerd va Makdonald orollari
HND: Gonduras
HRV: Xorvatiya
HTI: Gaiti
HUN: Vengriya
IDN: Indoneziya
IMN: Men Oroli
IND: Hindiston
IOT: Britaniyaning Hind okeanidagi hududlari
IRL: Irlandiya
IRN: Eron
IRQ: Iroq
ISL: Islandiya
ISR: Isroil
ITA: Italiya
JAM: Yamayka
JEY: Djersi
JOR: Iordaniya
JPN: Yaponiya
KAZ: Qozog'iston
KEN: Keniya
KGZ: Qirg'iziston
KHM: Kambodja
KNA: Saint Kitts va Nevis
KOR: Janubiy Koreya
KWT: Quvayt
LAO: Laos Xalq Demokratik Respublikasi
LBN: Livan
LBR: Liberiya
LBY: Liviya
LCA: Sent-Lyusiya
LIE: Lixtenshteyn
LSO: Lesoto
LTU: Litva
LUX: Lyuksemburg
LVA: Latviya
MAC: Makao
MAR: Marokash
MCO: Monako
MDG: Madagaskar
MDV: Maldiv orollari Respublikasi
MEX: Meksika
MHL: Marshal Orollari
MKD: Shimoliy Makedoniya
MMR: Myanma
MNE: Chernogoriya
MNG: Mongoliya
MNP: Shimoliy Mariana Orollari
MRT: Mavritaniya
MUS: Mavrikiy
MWI: Malavi
MYS: Malayziya
MYT: Mayotta oroli
NAM: Namibiya
NCL: Yangi Kaledoniya
NGA: Nigeriya
NIC: Nikaragua
NLD: Niderlandiya
NOR: Norvegiya
NZL: Yangi Zelandiya
OMN: Ummon
PAK: Pokiston
PCN: Pitkern
PHL: Filippin
PNG: Papua - Yangi Gvineya
POL: Polsha
PRI: Puerto-Riko
PRK: Koreya Xalq Demokratik Respublikasi
PRT: Portugaliya
PRY: Paragvay
PSE: Palestin Davlati
PYF: Fransuz Polineziyasi
REU: Reyunon
ROU: Ruminiya
RUS: Rossiya
SAU: Saudiya Arabistoni
SHN: Avliyo Yelena Oroli
SJM: Svalbard va Yan-Mayen orollari
SLB: Solomon orollari
SLE: Serra-Leone
SRB: Serbiya
STP: San-Tome va Prinsipi
SVK: Slovakiya
SVN: Sloveniya
SWE: Shvetsiya
SWZ: Esvatini
SYC: Seyshel orolllari
SYR: Suriya Arab Respublikasi
TCA: Terks va Kaykos orollari
THA: Tailand
TJK: Tojikiston
TKM: Turkmaniston
TLS: Timor-Leshte
TTO: Trinidad va Tobago
TUR: Turkiya
TWN: Tayvan
TZA: Tanzaniya Birlashgan Respublikasi
UKR: Ukraina
URY: Urugvay
USA: AQSH
UZB: O'zbekiston; O'zbekiston Respublikasi
VAT: Vatikan
VCT: Sent-Vinsent va Grenadin
VEN: Venesuela
VGB: Britaniyaning Virgin Orollari
VIR: AQShning Virgin Orollari
VNM: Vetnam
WLF: Uollis va Futuna orollari
YEM: Yaman
ZAF: Janubiy Afrika
ZMB: Zambiya
ZWE: Zimbabve
`

/** Italian names of states and territories that differ from the English ones, as lines `ISO3: name; … < former name; …`. */
export const italianNames = `
ALA: Isole Åland
ARE: Emirati Arabi Uniti
ASM: Samoa americane
ATA: Antartide
ATF: Terre australi francesi
ATG: Antigua e Barbuda
AZE: Azerbaigian
BEL: Belgio
BES: Caraibi olandesi
BHR: Bahrein
BIH: Bosnia ed Erzegovina
BLR: Bielorussia
BRA: Brasile
BVT: Isola Bouvet
CAF: Repubblica Centrafricana
CCK: Isole Cocos (Keeling)
CHE: Svizzera
CHL: Cile
CHN: Cina
CIV: Costa d’Avorio
CMR: Camerun
COK: Isole Cook
COM: Comore
CPV: Capo Verde
CXR: Isola Christmas
CYM: Isole Cayman
CYP: Cipro
CZE: Cechia; Repubblica Ceca
DEU: Germania
DJI: Gibuti
DNK: Danimarca
DOM: Repubblica Dominicana
EGY: Egitto
ESH: Sahara occidentale
ESP: Spagna
ETH: Etiopia
FIN: Finlandia
FJI: Figi
FLK: Isole Falkland
FRA: Francia
FRO: Isole Fær Øer
GBR: Regno Unito; Gran Bretagna
GIB: Gibilterra
GLP: Guadalupa
GNQ: Guinea Equatoriale
GRC: Grecia
GRL: Groenlandia
GUF: Guyana francese
HKG: RAS di Hong Kong
HMD: Isole Heard e McDonald
HRV: Croazia
HUN: Ungheria
IMN: Isola di Man
IOT: Territorio britannico dell’Oceano Indiano
IRL: Irlanda
ISL: Islanda
ISR: Israele
JAM: Giamaica
JOR: Giordania
JPN: Giappone
KAZ: Kazakistan
KGZ: Kirghizistan
KHM: Cambogia
KNA: Saint Kitts e Nevis
KOR: Corea del Sud
LBN: Libano
LBY: Libia
LTU: Lituania
LUX: Lussemburgo
LVA: Lettonia
MAC: RAS di Macao
MDA: Moldavia
MEX: Messico
MHL: Isole Marshall
MKD: Macedonia del Nord
MMR: Myanmar (Birmania)
MNP: Isole Marianne settentrionali
MOZ: Mozambico
MTQ: Martinica
NCL: Nuova Caledonia
NFK: Isola Norfolk
NLD: Paesi Bassi; Olanda
NOR: Norvegia
NZL: Nuova Zelanda
PCN: Isole Pitcairn
PHL: Filippine
PNG: Papua Nuova Guinea
POL: Polonia
PRI: Portorico
PRK: Corea del Nord
PRT: Portogallo
PSE: Territori palestinesi
PYF: Polinesia francese
REU: Riunione
RUS: Federazione Russa < Unione Sovietica
SAU: Arabia Saudita
SGS: Georgia del Sud e Sandwich australi
SHN: Sant’Elena
SJM: Svalbard e Jan Mayen
SLB: Isole Salomone
SPM: Saint-Pierre e Miquelon
SSD: Sud Sudan
SVK: Slovacchia
SWE: Svezia
SYR: Siria
TCA: Isole Turks e Caicos
TCD: Ciad
THA: Thailandia
TJK: Tagikistan
TLS: Timor Est
TTO: Trinidad e Tobago
TUR: Turchia
UKR: Ucraina
USA: Stati Uniti
VAT: Città del Vaticano
VCT: Saint Vincent e Grenadine
VGB: Isole Vergini Britanniche
VIR: Isole Vergini Americane
WLF: Wallis e Futuna
ZAF: Sudafrica
`

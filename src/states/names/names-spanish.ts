/** Spanish names of states and territories that differ from the English ones, as lines `ISO3: name; … < former name; …`. */
export const spanishNames = `
AFG: República Islámica del Afganistán
AGO: República de Angola
AIA: Anguila
ALA: Islas Åland
ALB: República de Albania
AND: Principado de Andorra
ARE: Emiratos Árabes Unidos
ARG: República Argentina
ARM: República de Armenia
ASM: Samoa americana
ATA: Antártida
ATF: Tierras Australes Francesas; Territorio de las Tierras Australes Francesas
ATG: Antigua y Barbuda
AUT: República de Austria
AZE: Azerbaiyán; República de Azerbaiyán
BDI: República de Burundi
BEL: Bélgica; Reino de Bélgica
BEN: República de Benin
BES: Caribe neerlandés; Bonaire, San Eustaquio y Saba
BGD: República Popular de Bangladesh
BGR: República de Bulgaria
BHR: Baréin; Bahrein; Reino de Bahrein
BHS: Commonwealth de las Bahamas
BIH: Bosnia y Herzegovina
BLM: San Bartolomé; San Barthélemy
BLR: Bielorrusia; República de Belarús
BLZ: Belice
BMU: Bermudas
BOL: Bolivia (Estado Plurinacional de); Estado Plurinacional de Bolivia
BRA: República Federativa del Brasil
BTN: Bután; Reino de Bhután
BVT: Isla Bouvet
BWA: Botsuana; República de Botswana
CAF: República Centroafricana
CCK: Islas Cocos (Keeling)
CHE: Suiza; Confederación Suiza
CHI: Islas del Canal
CHL: República de Chile
CHN: República Popular China; República Popular de China
CIV: Costa de Marfil; República de Côte d’Ivoire
CMR: Camerún; República del Camerún
COD: República Democrática del Congo
COG: República del Congo
COK: Islas Cook
COL: República de Colombia
COM: Comoras; Unión de las Comoras
CPV: República de Cabo Verde
CRI: República de Costa Rica
CSK: Checoslovaquia
CUB: República de Cuba
CUW: Curazao
CXR: Isla de Navidad; Isla Christmas
CYM: Islas Caimán
CYP: Chipre; República de Chipre
CZE: República Checa; Chequia
DDR: República Democrática Alemana
DEU: Alemania; República Federal de Alemania
DJI: Yibuti; República de Djibouti
DMA: Commonwealth de Dominica
DNK: Dinamarca; Reino de Dinamarca
DOM: República Dominicana
DZA: Argelia; República Argelina Democrática y Popular
ECU: República del Ecuador
EGY: Egipto; República Árabe de Egipto < República Árabe Unida
ERI: Estado de Eritrea
ESH: Sáhara Occidental
ESP: España; Reino de España
EST: República de Estonia
ETH: Etiopía; República Democrática Federal de Etiopía
FIN: Finlandia; República de Finlandia
FJI: Fiyi; República de Fiji
FLK: Islas Malvinas (Falkland)
FRA: Francia; República Francesa
FRO: Islas Feroe
FSM: Micronesia (Estados Federados de); Estados Federados de Micronesia
GAB: República Gabonesa
GBR: Reino Unido; Reino Unido de Gran Bretaña e Irlanda del Norte; Gran Bretaña; Inglaterra
GHA: República de Ghana
GIN: República de Guinea
GLP: Guadalupe
GMB: República de Gambia
GNB: República de Guinea-Bissau
GNQ: Guinea Ecuatorial; República de Guinea Ecuatorial
GRC: Grecia; República Helénica
GRD: Granada
GRL: Groenlandia
GTM: República de Guatemala
GUF: Guayana Francesa
GUY: República Cooperativa de Guyana
HKG: China, región administrativa especial de Hong Kong
HMD: Islas Heard y McDonald
HND: República de Honduras
HRV: Croacia; República de Croacia
HTI: República de Haití
HUN: Hungría
IDN: República de Indonesia
IMN: Isla de Man
IND: República de la India
IOT: Territorio Británico del Océano Índico
IRL: Irlanda
IRN: Irán (República Islámica del); República Islámica del Irán
IRQ: Irak; República del Iraq
ISL: Islandia; República de Islandia
ISR: Estado de Israel
ITA: República Italiana < Cerdeña
JOR: Jordania; Reino Hachemita de Jordania
JPN: Japón
KAZ: Kazajistán; Kazajstán; República de Kazajstán
KEN: Kenia; República de Kenya
KGZ: Kirguistán; República Kirguisa
KHM: Camboya; Reino de Camboya
KIR: República de Kiribati
KNA: San Cristóbal y Nieves; Saint Kitts y Nevis
KOR: Corea del Sur; República de Corea
KWT: Estado de Kuwait
LAO: República Democrática Popular Lao
LBN: Líbano; República Libanesa
LBR: República de Liberia
LBY: Libia; Estado de Libia
LIE: Principado de Liechtenstein
LKA: República Socialista Democrática de Sri Lanka
LSO: Lesoto; Reino de Lesotho
LTU: Lituania; República de Lituania
LUX: Luxemburgo; Gran Ducado de Luxemburgo
LVA: Letonia; República de Letonia
MAC: China, región administrativa especial de Macao
MAF: San Martín (Francia); San Martín (parte francesa)
MAR: Marruecos; Reino de Marruecos
MCO: Principado de Mónaco
MDA: República de Moldova
MDG: República de Madagascar
MDV: Maldivas; República de Maldivas
MEX: Estados Unidos Mexicanos
MHL: Islas Marshall; República de las Islas Marshall
MKD: Macedonia del Norte; República de Macedonia del Norte
MLI: República de Malí
MLT: República de Malta
MMR: Myanmar (Birmania); República de la Unión de Myanmar
MNP: Islas Marianas del Norte; Islas Marianas Septentrionales
MOZ: República de Mozambique
MRT: República Islámica de Mauritania
MTQ: Martinica
MUS: Mauricio; República de Mauricio
MWI: Malaui; República de Malawi
MYS: Malasia
NAM: República de Namibia
NCL: Nueva Caledonia
NER: República del Níger
NFK: Isla Norfolk
NGA: República Federal de Nigeria
NIC: República de Nicaragua
NLD: Países Bajos; Países Bajos (Reino de los); Reino de los Países Bajos; Holanda
NOR: Noruega; Reino de Noruega
NRU: República de Nauru
NZL: Nueva Zelanda; Nueva Zelandia
OFS: Estado Libre de Orange
OMN: Sultanía de Omán
PAK: República Islámica del Pakistán
PAN: República de Panamá
PCN: Islas Pitcairn
PER: República del Perú
PHL: Filipinas; República de Filipinas
PLW: Palaos; República de Palau
PNG: Papúa Nueva Guinea; Estado Independiente de Papua Nueva Guinea
POL: Polonia; República de Polonia
PRK: Corea del Norte; República Popular Democrática de Corea
PRT: República Portuguesa
PRY: República del Paraguay
PSE: Palestina; Estado de Palestina
PYF: Polinesia francesa
QAT: Catar; Estado de Qatar
RUS: Rusia; Federación de Rusia < Unión Soviética; URSS
RWA: República de Rwanda
SAU: Arabia Saudí; Arabia Saudita; Reino de la Arabia Saudita
SAX: Sajonia
SDN: República del Sudán
SEN: República del Senegal
SGP: República de Singapur
SGS: Islas Georgias del Sur y Sandwich del Sur; Georgia del Sur y las Islas Sandwich del Sur
SHN: Santa Elena, Ascensión y Tristán de Acuña; Santa Elena
SJM: Svalbard y Jan Mayen; Islas Svalbard y Jan Mayen
SLB: Islas Salomón
SLE: República de Sierra Leona
SLV: República de El Salvador
SMR: República de San Marino
SOM: República Federal de Somalia
SPM: San Pedro y Miquelón
SRB: República de Serbia
SSD: Sudán del Sur; República de Sudán del Sur
STP: Santo Tomé y Príncipe; República Democrática de Santo Tomé y Príncipe
SUR: República de Suriname
SVK: Eslovaquia; República Eslovaca
SVN: Eslovenia; República de Eslovenia
SWE: Suecia; Reino de Suecia
SWZ: Suazilandia; Reino de Eswatini
SXM: San Martín (Países Bajos); San Martín (parte Holandesa)
SYC: República de Seychelles
SYR: Siria; República Árabe Siria
TCA: Islas Turcas y Caicos
TCD: República del Chad
TGO: República Togolesa
THA: Tailandia; Reino de Tailandia
TJK: Tayikistán; República de Tayikistán
TLS: Timor Oriental; República Democrática de Timor-Leste
TON: Reino de Tonga
TTO: Trinidad y Tobago; Trinidad y Tabago; República de Trinidad y Tabago
TUN: Túnez; República de Túnez
TUR: Turquía; República de Türkiye
TZA: República Unida de Tanzanía
UGA: República de Uganda
UKR: Ucrania
UMI: Islas menores alejadas de Estados Unidos
URY: República Oriental del Uruguay
USA: Estados Unidos; Estados Unidos de América
UZB: República de Uzbekistán
VAT: Ciudad del Vaticano; Santa Sede
VCT: San Vicente y las Granadinas
VDR: República de Vietnam
VGB: Islas Vírgenes Británicas
VIR: Islas Vírgenes de los Estados Unidos
VNM: República Socialista de Viet Nam
VUT: República de Vanuatu
WLF: Wallis y Futuna; Islas Wallis y Futuna
WSM: Estado Independiente de Samoa
YAR: República Árabe de Yemen
YEM: República del Yemen
YMD: República Democrática Popular de Yemen
YUG: Serbia y Montenegro
ZAF: Sudáfrica; República de Sudáfrica
ZMB: República de Zambia
ZWE: Zimbabue; República de Zimbabwe
`

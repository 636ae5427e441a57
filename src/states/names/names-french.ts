/** French names of states and territories that differ from the English ones, as lines `ISO3: name; … < former name; …`. */
export const frenchNames = `
AFG: République islamique d'Afghanistan
AGO: République d'Angola
ALA: Îles Åland
ALB: Albanie; République d'Albanie
AND: Andorre; Principauté d'Andorre
ANT: Antilles néerlandaises
ARE: Émirats arabes unis
ARG: République argentine
ARM: Arménie; République d'Arménie
ASM: Samoa américaines; Samoa américaine
ATA: Antarctique
ATF: Terres australes françaises
ATG: Antigua-et-Barbuda
AUH: Autriche-Hongrie
AUS: Australie
AUT: Autriche; République d'Autriche
AZE: Azerbaïdjan; République d'Azerbaïdjan
BDI: République du Burundi
BEL: Belgique; Royaume de Belgique
BEN: République du Bénin
BES: Pays-Bas caribéens; Bonaire, Saint-Eustache et Saba
BGD: République populaire du Bangladesh
BGR: Bulgarie; République de Bulgarie
BHR: Bahreïn; Royaume de Bahreïn
BHS: Commonwealth des Bahamas
BIH: Bosnie-Herzégovine
BLR: Biélorussie; République du Bélarus
BMU: Bermudes
BOL: Bolivie; Bolivie (État plurinational de); État plurinational de Bolivie
BRA: Brésil; République fédérative du Brésil
BRB: Barbade
BTN: Bhoutan; Royaume du Bhoutan
BVT: Île Bouvet; Bouvet (l'Île)
BWA: République du Botswana
CAF: République centrafricaine; Centrafricaine (la République)
CCK: Îles Cocos; Cocos (les Îles)/ Keeling (les Îles); Îles des Cocos (Keeling); Îles Cocos (Keeling); Îles Cocos (ou Îles Keeling)
CHE: Suisse; Confédération suisse
CHL: Chili; République du Chili
CHN: Chine; République populaire de Chine
CIV: République de Côte d’Ivoire
CMR: Cameroun; République du Cameroun
COD: Congo (la République démocratique du); République démocratique du Congo; Congo, Rép. dém. du; Congo-Kinshasa < Zaïre
COG: République du Congo; Congo-Brazzaville
COK: Îles Cook; Cook (les Îles)
COL: Colombie; République de Colombie
COM: Union des Comores
CPV: Cap-Vert; République de Cabo Verde
CRI: République du Costa Rica
CSK: Tchécoslovaquie
CUB: République de Cuba
CXR: Île Christmas; Christmas (l'Île)
CYM: Îles Caïmans; Caïmans (les Îles); Îles Caïmanes
CYP: Chypre; République de Chypre
CZE: Tchéquie; République tchèque; Tchèque (la République); République Tchèque
DDR: République démocratique allemande; Allemagne de l’Est; RDA
DEU: Allemagne; République fédérale d'Allemagne < RFA; Allemagne de l’Ouest
DJI: République de Djibouti
DMA: Dominique; Commonwealth de Dominique
DNK: Danemark; Royaume du Danemark
DOM: République dominicaine; dominicaine (la République)
DZA: Algérie; République algérienne démocratique et populaire
ECU: Équateur; République de l'Équateur
EGY: Égypte; République arabe d'Égypte
ERI: Érythrée; État d'Érythrée
ESH: Sahara occidental
ESP: Espagne; Royaume d'Espagne
EST: Estonie; République d'Estonie
ETH: Éthiopie; République fédérale démocratique d'Éthiopie
FIN: Finlande; République de Finlande
FJI: République des Fidji
FLK: Îles Malouines; Falkland (les Îles)/Malouines (les Îles); Îles Falkland (Malvinas); Îles Falkland; Îles Falkland (Malouines); Malouines
FRA: République française
FRO: Îles Féroé; Féroé (les Îles)
FSM: Micronésie (États fédérés de); États fédérés de Micronésie
GAB: République gabonaise
GBR: Royaume-Uni; Royaume-Uni de Grande-Bretagne et d’Irlande du Nord; Grande-Bretagne; Angleterre
GEO: Géorgie
GGY: Guernesey
GHA: République du Ghana
GIN: Guinée; République de Guinée
GMB: Gambie; République de Gambie
GNB: Guinée-Bissau; République de Guinée-Bissau
GNQ: Guinée équatoriale; République de Guinée équatoriale
GRC: Grèce; République hellénique
GRD: Grenade
GRL: Groenland
GTM: République du Guatemala
GUF: Guyane française
GUY: République coopérative du Guyana
HKG: R.A.S. chinoise de Hong Kong; Chine, région administrative spéciale de Hong Kong; Hong-Kong
HMD: Îles Heard et McDonald; Île Heard-et-Îles MacDonald
HND: République du Honduras
HRV: Croatie; République de Croatie
HTI: République d'Haïti
HUN: Hongrie
IDN: Indonésie; République d'Indonésie
IMN: Île de Man
IND: Inde; République de l'Inde
IOT: Territoire britannique de l’océan Indien; Indien (le Territoire britannique de l'océan)
IRL: Irlande
IRN: Iran (République Islamique d'); République islamique d'Iran; République islamique d Iran
IRQ: Irak; République d'Iraq
ISL: Islande; République d'Islande
ISR: État d'Israël
ITA: Italie; République italienne
JAM: Jamaïque
JOR: Jordanie; Royaume hachémite de Jordanie
JPN: Japon
KAZ: République du Kazakhstan
KEN: République du Kenya
KGZ: Kirghizistan; République kirghize
KHM: Cambodge; Royaume du Cambodge
KIR: République de Kiribati
KNA: Saint-Christophe-et-Niévès; Saint-Kitts-et-Nevis; Saint-Christophe-et-Nevis
KOR: Corée du Sud; Corée (la République de); République de Corée
KWT: Koweït; État du Koweït
LAO: Lao (la République démocratique populaire); République démocratique populaire lao; Lao, Rép. dém. Pop.
LBN: Liban; République libanaise
LBR: République du Libéria
LBY: Libye; État de Libye
LCA: Sainte-Lucie
LIE: Principauté du Liechtenstein
LKA: République socialiste démocratique de Sri Lanka
LSO: Royaume du Lesotho
LTU: Lituanie; République de Lituanie
LUX: Grand-Duché de Luxembourg
LVA: Lettonie; République de Lettonie
MAC: R.A.S. chinoise de Macao; Chine, région administrative spéciale de Macao
MAF: Saint-Martin (partie française)
MAR: Maroc; Royaume du Maroc
MCO: Principauté de Monaco
MDA: Moldavie; Moldova (la République de); République de Moldova; République de Moldavie
MDG: République de Madagascar
MDV: République des Maldives
MEX: Mexique; États-Unis du Mexique
MHL: Îles Marshall; Marshall (les Îles); République des Îles Marshall
MKD: Macédoine du Nord; République de Macédoine du Nord; Macédoine
MLI: République du Mali
MLT: Malte; République de Malte
MMR: Myanmar (Birmanie); République de l'Union du Myanmar; Birmanie
MNG: Mongolie
MNP: Îles Mariannes du Nord; Mariannes du Nord (les Îles)
MOZ: République du Mozambique
MRT: Mauritanie; République islamique de Mauritanie
MUS: Maurice; République de Maurice
MWI: République du Malawi
MYS: Malaisie
NAM: Namibie; République de Namibie
NCL: Nouvelle-Calédonie
NER: République du Niger
NFK: Île Norfolk; Norfolk (l'Île)
NGA: République fédérale du Nigéria
NIC: République du Nicaragua
NIU: Nioué
NLD: Pays-Bas; Pays-Bas (Royaume des); Royaume des Pays-Bas; Hollande
NOR: Norvège; Royaume de Norvège
NRU: République de Nauru
NZL: Nouvelle-Zélande
OMN: Sultanat d'Oman
PAK: République islamique du Pakistan
PAN: République du Panama
PCN: Îles Pitcairn
PER: Pérou; République du Pérou
PHL: République des Philippines
PLW: Palaos; République des Palaos
PNG: Papouasie-Nouvelle-Guinée; État indépendant de Papouasie-Nouvelle-Guinée
POL: Pologne; République de Pologne
PRK: Corée du Nord; Corée (la République populaire démocratique de); République populaire démocratique de Corée
PRT: République portugaise
PRY: République du Paraguay
PSE: Territoires palestiniens; Palestine, État de; État de Palestine; Territoire palestinien occupé; Territoire palestinien occupé (Cisjordanie (incl. Jérusalem-Est) et bande de Gaza); Cisjordanie; Bande de Gaza; Autorité palestinienne
PYF: Polynésie française
QAT: État du Qatar
ROU: Roumanie
RUS: Russie; Russie (la Fédération de); Fédération de Russie; Fédération russe < URSS; Union soviétique
RWA: République du Rwanda
SAU: Arabie saoudite; Royaume d'Arabie saoudite
SDN: Soudan; République du Soudan
SEN: République du Sénégal
SGP: Singapour; République de Singapour
SGS: Géorgie du Sud et îles Sandwich du Sud; Géorgie du Sud-et-les Îles Sandwich du Sud; Îles Géorgie du Sud et Sandwich du Sud
SHN: Sainte-Hélène; Sainte-Hélène, Ascension et Tristan da Cunha
SJM: Svalbard et Jan Mayen; Svalbard et l'Île Jan Mayen; Îles Svalbard-et-Jan Mayen
SLB: Îles Salomon; Salomon (les Îles)
SLE: République de Sierra Leone
SLV: République d'El Salvador
SMR: Saint-Marin; République de Saint-Marin
SOM: Somalie; République fédérale de Somalie
SPM: Saint-Pierre-et-Miquelon
SRB: Serbie; République de Serbie
SSD: Soudan du Sud; République du Soudan du Sud
STP: République démocratique de Sao Tomé-et-Principe
SUR: République du Suriname
SVK: Slovaquie; République slovaque
SVN: Slovénie; République de Slovénie
SWE: Suède; Royaume de Suède
SWZ: Royaume d’Eswatini < Swaziland
SXM: Saint-Martin (partie néerlandaise); Sint-Maarten (partie néerlandaise)
SYC: République des Seychelles
SYR: Syrie; République arabe syrienne
TCA: Îles Turques-et-Caïques; Turks-et-Caïcos (les Îles); Îles Turks et Caïques; Îles Turks-et-Caïcos
TCD: République du Tchad
TGO: République togolaise
THA: Thaïlande; Royaume de Thaïlande
TJK: République du Tadjikistan
TKL: Tokélaou
TLS: Timor oriental; République démocratique du Timor-Leste
TON: Royaume des Tonga
TTO: Trinité-et-Tobago; République de Trinité-et-Tobago
TUN: Tunisie; République tunisienne
TUR: Turquie; République de Turquie < Empire ottoman
TWN: Taïwan (Province de Chine); Taïwan
TZA: Tanzanie; Tanzanie (la République-Unie de); République-Unie de Tanzanie
UGA: Ouganda; République de l'Ouganda
UMI: Mineures éloignées des États-Unis; Îles mineures éloignées des États-Unis; Îles mineures éloignées des Etats-Unis
URY: République orientale de l'Uruguay
USA: États-Unis; États-Unis d'Amérique
UZB: Ouzbékistan; République d'Ouzbékistan
VAT: État de la Cité du Vatican; Saint-Siège
VCT: Saint-Vincent-et-les-Grenadines
VDR: Sud-Vietnam; Viêt Nam du Sud
VEN: Venezuela (République bolivarienne du); République bolivarienne du Venezuela
VGB: Îles Vierges britanniques; Vierges britanniques (les Îles)
VIR: Îles Vierges des États-Unis; Vierges des États-Unis (les Îles); Îles Vierges américaines
VNM: République socialiste du Viet Nam; Viêt Nam; Vietnam < Nord-Vietnam; Viêt Nam du Nord
VUT: République de Vanuatu
WLF: Wallis-et-Futuna; Îles Wallis-et-Futuna
WSM: État indépendant du Samoa < Samoa occidentales
YAR: Yémen du Nord
YEM: République du Yémen
YMD: Yémen du Sud
YUG: Yougoslavie; Serbie-et-Monténégro; Serbie et Monténégro
ZAF: Afrique du Sud; République sud-africaine
ZMB: Zambie; République de Zambie
ZWE: République du Zimbabwe
`

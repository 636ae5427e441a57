/**
 * Capitals and seats of government that texts use for a state, as lines `ISO3: name; …`. Names that mean something else at least as often are left out
 * (Georgetown, Victoria, …).
 */
export const capitals = `
AFG: Kabul
AGO: Luanda
ALB: Tirana
AND: Andorra la Vella
ARE: Abu Dhabi
ARG: Buenos Aires
ARM: Yerevan; Erevan
AUS: Canberra
AZE: Baku
BDI: Bujumbura; Gitega
BEN: Porto-Novo; Cotonou
BFA: Ouagadougou
BGD: Dhaka; Dacca
BGR: Sofia
BHR: Manama
BHS: Nassau
BIH: Sarajevo
BLR: Minsk
BLZ: Belmopan
BOL: La Paz; Sucre
BRA: Brasilia
BRB: Bridgetown
BRN: Bandar Seri Begawan
BTN: Thimphu
BWA: Gaborone
CAF: Bangui
CAN: Ottawa
CHE: Bern; Berne
CHL: Santiago; Santiago de Chile
CHN: Beijing; Peking; Peiping
CIV: Abidjan; Yamoussoukro
CMR: Yaounde
COD: Kinshasa; Leopoldville
COG: Brazzaville
COL: Bogota
COM: Moroni
CPV: Praia
CRI: San José, Costa Rica
CUB: Havana; La Habana
CYP: Nicosia
CZE: Prague
DDR: East Berlin; Pankow
DEU: Berlin; Bonn
DNK: Copenhagen
DOM: Santo Domingo
DZA: Algiers
ECU: Quito
EGY: Cairo
ERI: Asmara
ESP: Madrid
EST: Tallinn
ETH: Addis Ababa; Addis Abeba
FIN: Helsinki
FJI: Suva
FRA: Paris
FSM: Palikir
GAB: Libreville
GBR: London
GEO: Tbilisi
GHA: Accra
GIN: Conakry
GMB: Banjul
GNB: Bissau
GNQ: Malabo
GRC: Athens
GTM: Guatemala City
HND: Tegucigalpa
HRV: Zagreb
HTI: Port-au-Prince
HUN: Budapest
IDN: Jakarta; Djakarta
IND: New Delhi; Delhi
IRL: Dublin
IRN: Tehran; Teheran
IRQ: Baghdad; Bagdad
ISL: Reykjavik
ISR: Jerusalem; Tel Aviv
JOR: Amman
JPN: Tokyo
KAZ: Astana; Nur-Sultan; Nursultan
KEN: Nairobi
KGZ: Bishkek
KHM: Phnom Penh
KIR: South Tarawa; Tarawa
KNA: Basseterre
KOR: Seoul
KWT: Kuwait City
LAO: Vientiane
LBN: Beirut
LBR: Monrovia
LBY: Tripoli
LCA: Castries
LIE: Vaduz
LKA: Colombo; Sri Jayawardenepura Kotte
LSO: Maseru
LTU: Vilnius
LVA: Riga
MAR: Rabat
MCO: Monaco-Ville
MDA: Chisinau; Kishinev
MDG: Antananarivo; Tananarive
MDV: Malé
MEX: Mexico City
MHL: Majuro
MKD: Skopje
MLI: Bamako
MLT: Valletta
MMR: Naypyidaw; Nay Pyi Taw; Rangoon; Yangon
MNE: Podgorica; Cetinje
MNG: Ulaanbaatar; Ulan Bator
MOZ: Maputo
MRT: Nouakchott
MUS: Port Louis
MWI: Lilongwe
MYS: Kuala Lumpur; Putrajaya
NAM: Windhoek
NER: Niamey
NGA: Abuja
NIC: Managua
NLD: The Hague; Amsterdam
NOR: Oslo
NPL: Kathmandu; Katmandu
NRU: Yaren
NZL: Wellington
OMN: Muscat
PAK: Islamabad
PAN: Panama City
PER: Lima
PHL: Manila
PLW: Ngerulmud; Melekeok
PNG: Port Moresby
POL: Warsaw
PRK: Pyongyang; Pyeongyang; P'yongyang
PRT: Lisbon
PRY: Asunción
QAT: Doha
ROU: Bucharest
RUS: Moscow
RWA: Kigali
SAU: Riyadh
SDN: Khartoum
SEN: Dakar
SLB: Honiara
SLE: Freetown
SLV: San Salvador
SOM: Mogadishu
SSD: Juba
SUR: Paramaribo
SVK: Bratislava
SVN: Ljubljana
SWE: Stockholm
SWZ: Mbabane; Lobamba
SYR: Damascus
TCD: N'Djamena; Ndjamena; N Djamena
TGO: Lomé
THA: Bangkok
TJK: Dushanbe
TKM: Ashgabat; Ashkhabad
TLS: Dili
TON: Nuku'alofa
TTO: Port of Spain
TUN: Tunis
TUR: Ankara; Constantinople
TUV: Funafuti
TWN: Taipei; Taibei; Taipeh
TZA: Dodoma; Dar es Salaam
UGA: Kampala
UKR: Kyiv; Kiev; Kyyiv
URY: Montevideo
USA: Washington; Washington, D.C.; Washington DC
UZB: Tashkent
VDR: Saigon
VEN: Caracas
VNM: Hanoi
VUT: Port Vila
WSM: Apia
XKX: Pristina; Prishtina
YEM: Sanaa
YMD: Aden
ZAF: Pretoria
ZMB: Lusaka
ZWE: Harare
`

/** Buildings, streets and offices that texts use for a government, as lines `ISO3: name; …`. */
export const governments = `
USA: White House; Foggy Bottom; Pentagon; Capitol Hill; US government; US administration; Oval Office
RUS: Kremlin; Smolenskaya Square; Russian government
GBR: Whitehall; Downing Street; 10 Downing Street; Number 10; Westminster; British government
FRA: Élysée; Elysée Palace; Quai d'Orsay; Matignon; French government
DEU: Bundeskanzleramt; Wilhelmstrasse; German government
IRL: Taoiseach; Taoiseach of Ireland; Irish government
ITA: Farnesina; Palazzo Chigi; Quirinale; Italian government
AUH: Ballhausplatz
CHN: Zhongnanhai; Chinese government; CCP; Chinese Communist Party
JPN: Kantei; Japanese government; Gaimusho
KOR: Blue House; Cheong Wa Dae
IND: South Block; Indian government; Raisina Hill
BRA: Planalto; Itamaraty; Palácio do Planalto
ARG: Casa Rosada
VEN: Miraflores; Miraflores Palace
MEX: Los Pinos
UKR: Bankova; Ukrainian government
ISR: Knesset; Israeli government
TUR: Sublime Porte; Ak Saray; Turkish government
IRN: Iranian government
PHL: Malacañang; Malacañang Palace
`

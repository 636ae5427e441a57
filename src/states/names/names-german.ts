/** German names of states and territories that differ from the English ones, as lines `ISO3: name; … < former name; …`. */
export const germanNames = `
ALA: Ålandinseln
ALB: Albanien
ANT: Niederländische Antillen
ARE: Vereinigte Arabische Emirate
ARG: Argentinien
ARM: Armenien
ASM: Amerikanisch-Samoa
ATA: Antarktis
ATF: Französische Südgebiete
ATG: Antigua und Barbuda
AUH: Österreich-Ungarn
AUS: Australien
AUT: Österreich
AZE: Aserbaidschan
BAV: Bayern
BEL: Belgien
BES: Bonaire, Sint Eustatius und Saba
BFA: < Obervolta
BGD: Bangladesch
BGR: Bulgarien
BIH: Bosnien und Herzegowina
BLR: Weißrussland
BOL: Bolivien
BRA: Brasilien
BVT: Bouvetinsel
CAF: Zentralafrikanische Republik
CAN: Kanada
CCK: Kokosinseln (Keelinginseln)
CHE: Schweiz
CHI: Kanalinseln
CHN: Volksrepublik China
CIV: Elfenbeinküste
CMR: Kamerun
COD: Demokratische Republik Kongo
COG: Kongo
COK: Cookinseln
COL: Kolumbien
COM: Komoren
CSK: Tschechoslowakei; Tschechoslowakische Republik
CUB: Kuba
CXR: Weihnachtsinsel
CYM: Kaimaninseln
CYP: Zypern
CZE: Tschechische Republik; Tschechien
DDR: Deutsche Demokratische Republik
DEU: Deutschland; Bundesrepublik Deutschland < Preussen; Deutsches Reich
DJI: Dschibuti
DNK: Dänemark
DOM: Dominikanische Republik
DZA: Algerien
EGY: Ägypten < Vereinigte Arabische Republik
ESH: Westsahara
ESP: Spanien
EST: Estland
ETH: Äthiopien
FIN: Finnland
FJI: Fidschi
FLK: Falklandinseln (Malvinas)
FRA: Frankreich
FRO: Färöer Inseln
FSM: Mikronesien
GAB: Gabun
GBR: Großbritannien; Vereinigtes Königreich; Grossbritannien
GEO: Georgien
GNQ: Äquatorialguinea
GRC: Griechenland
GRL: Grönland
GUF: Französisch-Guayana
HMD: Heard und McDonaldinseln
HRV: Kroatien
HSE: Kurfürstentum Hessen; Hessen-Kassel
HSG: Großherzogtum Hessen; Hessen-Darmstadt
HUN: Ungarn
IDN: Indonesien
IND: Indien
IOT: Britisches Territorium im Indischen Ozean
IRL: Irland
IRQ: Irak
ITA: Italien < Piemont Sardinien; Sardinien
JAM: Jamaika
JOR: Jordanien
KAZ: Kasachstan
KEN: Kenia
KGZ: Kirgisistan; Kirgistan
KHM: Kambodscha
KNA: St. Kitts und Nevis
KOR: Korea, Republik von; Südkorea; Republik Korea
LAO: Demokratische Volksrepublik Laos
LBN: Libanon
LBY: Libyen
LTU: Litauen
LVA: Lettland
MAF: Saint Martin (französischer Teil)
MAR: Marokko
MDA: Republik Moldau; Moldawien; Moldau
MDG: Madagaskar
MDV: Malediven
MEX: Mexiko
MHL: Marshallinseln
MKD: Nordmazedonien
MNG: Mongolei
MNP: Nördliche Marianen
MOZ: Mosambik
MRT: Mauretanien
NCL: Neukaledonien
NFK: Norfolk-Insel
NLD: Niederlande; Holland
NOR: Norwegen
NZL: Neuseeland
OFS: Oranje-Freistaat
PHL: Philippinen
PNG: Papua-Neuguinea
POL: Polen
PRK: Korea, Demokratische Volksrepublik; Nordkorea
PSE: Palästina
PYF: Französisch Polynesien
QAT: Katar
ROU: Rumänien
RUS: Russische Föderation; Russland < Sowjetunion; UdSSR
SAU: Saudi Arabien; Saudi-Arabien
SAX: Sachsen
SGS: Südgeorgien und die Südlichen Sandwichinseln
SHN: St. Helena, Ascension und Tristan da Cunha
SIC: Königreich beider Sizilien
SJM: Svalbard und Jan Mayen
SLB: Salomon-Inseln
SPM: Saint-Pierre und Miquelon
SRB: Serbien
SSD: Südsudan
STP: Sao Tome und Principe
SVK: Slowakei; Slowakische Republik
SVN: Slowenien
SWE: Schweden
SWZ: Swasiland; Eswatini
SXM: Sint Maarten (Niederländischer Teil)
SYC: Seychellen
SYR: Syrische Arabische Republik; Syrien
TCA: Turks- und Caicosinseln
TCD: Tschad
TJK: Tadschikistan
TTO: Trinidad und Tobago
TUN: Tunesien
TUR: Türkei; Republik Türkei < Osmanisches Reich
TUS: Toskana
TZA: Tansania
UPC: Vereinigte Provinz CA
USA: Vereinigte Staaten; Vereinigte Staaten von Amerika
UZB: Usbekistan
VAT: Vatikanstaat; Vatikan
VCT: St. Vincent und die Grenadinen
VDR: Südvietnam
VGB: Britische Jungferninseln
VNM: < Nordvietnam
WLF: Wallis und Futuna
YAR: Jemenitische Arabische Republik; Nordjemen
YEM: Jemen
YMD: Demokratische Volksrepublik Jemen; Südjemen
YUG: Jugoslawien; Serbien und Montenegro
ZAF: Südafrika
ZMB: Sambia
ZWE: Simbabwe
`

/**
 * Places with their own statistics that are not in the list of states, as lines `ISO3 | ISO2 | name | other spellings`. `-` stands for a code that ISO does
 * not have; spellings are separated by `;`. docs/states.md gives the reason for each: dependent territories, special regions, entities of disputed status
 * outside the COW and GW lists.
 */
export const territoryTable = `
ABW | AW | Aruba | Aruba, Kingdom of the Netherlands
AIA | AI | Anguilla |
ALA | AX | Åland Islands | Aland; Åland; Îles d’Åland
ANT | AN | Netherlands Antilles | Dutch Antilles; Netherlands Antilles (former); Antilles (Netherlands); Netherland Antilles
ASM | AS | American Samoa | Samoa, American; Eastern Samoa; American Saoma
ATA | AQ | Antarctica |
ATF | TF | French Southern Territories | French Southern and Antarctic Lands; French Southern Lands; French South Antarctic Territory; TAAF
BES | BQ | Caribbean Netherlands | Bonaire, Sint Eustatius and Saba; Bonaire, Saint Eustatius and Saba; Bonaire; Bonaire, St. Eustatius and Saba
BLM | BL | Saint Barthélemy | St. Barthelemy; Saint-Barthélemy; St Barts; Saint-Barth?lemy
BMU | BM | Bermuda |
BVT | BV | Bouvet Island | Bouvet
CCK | CC | Cocos (Keeling) Islands | Cocos Islands; Keeling Islands; Cocos Islands (or Keeling Islands); Coconut islands
CHI | - | Channel Islands |
COK | CK | Cook Islands |
CUW | CW | Curaçao | Curaçao, Kingdom of the Netherlands
CXR | CX | Christmas Island |
CYM | KY | Cayman Islands | Caymans; Cayman Is.
ESH | EH | Western Sahara | Sahrawi Arab Democratic Republic; Saharawi Arab Democratic Republic; Spanish Sahara; SADR
FLK | FK | Falkland Islands | Falkland Islands (Malvinas); Malvinas; Islas Malvinas; Falklands; Folkland Islands (Malvinas)
FRO | FO | Faroe Islands | Faeroe Islands; Faroes; Faeroes; Faroe Is.; Faroe; Faeroe
GGY | GG | Guernsey |
GIB | GI | Gibraltar |
GLP | GP | Guadeloupe |
GRL | GL | Greenland | Kalaallit Nunaat
GUF | GF | French Guiana | Guiana, French; Guyane; French Guyana
GUM | GU | Guam |
HKG | HK | Hong Kong | Hong Kong SAR; Hong Kong, China; Hong Kong SAR, China; China, Hong Kong SAR; China, Hong Kong Special Administrative Region; China, P.R.: Hong Kong; Hong Kong (China); Hong Kong SAR China; Hongkong; Hong Kong Special Administrative Region of China; China, Hong Kong; China: Hong Kong; Hong Kong, Special Administrative Region of China; Hong Kong, China (SAR); Hong Kong China SAR; Hong-Kong; China Hong Kong SAR; Xianggang; China (SAR Hong Kong); SAR-Hong Kong
HMD | HM | Heard and McDonald Islands | Heard Island and McDonald Islands
IMN | IM | Isle of Man |
IOT | IO | British Indian Ocean Territory | Chagos Archipelago; Diego Garcia; British Indian Ocean Terr.
JEY | JE | Jersey |
MAC | MO | Macao | Macau; Macao SAR; Macao, China; Macao SAR, China; Macau SAR, China; China, Macao SAR; China, P.R.: Macao; Macau (China); China, Macao Special Administrative Region; Macao SAR China; Macao (China); Macau SAR; China, Macao; Macao Special Administrative Region of China; China: Macao; Macau, China; Aomen
MAF | MF | Saint Martin (French part) | St. Martin (French part); Saint-Martin; Saint Martin (France); St. Martin
MNP | MP | Northern Mariana Islands | Northern Marianas; North Mariana Islands; N. Mariana Islands
MSR | MS | Montserrat |
MTQ | MQ | Martinique |
MYT | YT | Mayotte |
NCL | NC | New Caledonia | New Caledonia and Dependencies
NFK | NF | Norfolk Island | Norfolk Islands
NIU | NU | Niue |
PCN | PN | Pitcairn | Pitcairn Islands; Pitcairn Island
PRI | PR | Puerto Rico | Porto Rico
PSE | PS | Palestine | State of Palestine; Palestinian Territories; Occupied Palestinian Territory; Occupied Palestinian Territories; Palestinian Territory; Palestinian Territory, Occupied; West Bank and Gaza; West Bank and Gaza Strip; West Bank & Gaza; West Bank; Gaza; Gaza Strip; Palestinian Authority; Palestinian Territory Occupied; Occupied Palestinian Terr.; Palestine, State of; Palestine/West Bank; Palestine/Gaza; Palestinian; Palestinians; Palestinian Auth.; Ramallah; Palestinian Adm. Areas; Palestinian Administered Areas; Palestine Liberation Organization; Occupied Palestinian Territory (West Bank (incl. East Jerusalem) and Gaza Strip)
PYF | PF | French Polynesia | Polynesia, French; Tahiti
REU | RE | Réunion | Reunion Island; Runion
SGS | GS | South Georgia and the South Sandwich Islands | South Georgia; South Georgia and South Sandwich Islands; South Georgia & South Sandwich Islands; South Georgia & the South Sandwich Islands
SHN | SH | Saint Helena | St. Helena; Saint Helena, Ascension and Tristan da Cunha; Saint Helena, Ascension Island and Tristan da Cunha; Ascension Island; Tristan da Cunha; Ascension
SJM | SJ | Svalbard and Jan Mayen | Svalbard; Svalbard and Jan Mayen Islands; Svalbard & Jan Mayen; Jan Mayen; Spitsbergen
SPM | PM | Saint Pierre and Miquelon | St. Pierre and Miquelon; St Pierre-Miquelon; Saint Pierre & Miquelon
SXM | SX | Sint Maarten | Sint Maarten (Dutch part); St. Maarten; Saint Martin (Dutch part); Saint Maarten; Sint Maarten, Kingdom of the Netherlands
TCA | TC | Turks and Caicos Islands | Turks and Caicos; Turks & Caicos Islands; Turks and Caicos Is.
TKL | TK | Tokelau | Tokelau Islands
UMI | UM | United States Minor Outlying Islands | US Minor Outlying Islands; U.S. Outlying Islands; United States Minor Outlying Islands (the); US Minor Outlying Is.; Wake Island; Midway; Johnston Island
VAT | VA | Holy See | Vatican; Vatican City; Vatican City State; Holy See (Vatican City State); Holy See (Vatican City); The Vatican; Vatican City, State of
VGB | VG | British Virgin Islands | Virgin Islands, British; Virgin Islands (British); Virgin Islands (UK); Virgin Islands, UK; Br. Virgin Is.; Virgin Islands, U.K.
VIR | VI | United States Virgin Islands | Virgin Islands, U.S.; US Virgin Islands; Virgin Islands (U.S.); Virgin Islands, US; U.S. Virgin Islands; Virgin Islands (US); Virgin Islands of the United States
WLF | WF | Wallis and Futuna | Wallis and Futuna Islands; Wallis & Futuna; Wallis
- | - | Abkhazia | Apsny; Republic of Abkhazia
- | - | Biafra | Republic of Biafra
- | - | British Antarctic Territory |
- | - | Canary Islands | Canaries
- | - | Ceuta and Melilla | Ceuta & Melilla; Ceuta; Melilla; Ceuta and Mellila
- | - | Crimea | Republic of Crimea; Autonomous Republic of Crimea
- | - | Donetsk and Luhansk "people's republics" | Donetsk People's Republic; Luhansk People's Republic; Lugansk People's Republic; DNR; LNR; DPR; LPR; Donbas; Donbass; Novorossiya
- | - | Federation of Rhodesia and Nyasaland | Rhodesia and Nyasaland
- | - | Katanga | State of Katanga
- | - | Kurdistan Region of Iraq | Kurdistan; Iraqi Kurdistan; Kurdistan Regional Government; KRG
- | - | Nagorno-Karabakh | Nagorno Karabakh; Artsakh; Karabakh
- | - | Northern Cyprus | Turkish Republic of Northern Cyprus; TRNC; Northern-Cyprus; Cyprus (Northern)
- | - | Northern Ireland | Ulster
- | - | Pacific Islands Trust Territory | Trust Territory of the Pacific Islands; Pacific Islands (Trust Territory)
- | - | Panama Canal Zone | Canal Zone
- | - | Ryukyu Islands | Ryukyu
- | - | Saint Kitts, Nevis and Anguilla | St. Kitts-Nevis-Anguilla
- | - | Scotland |
- | - | Sikkim |
- | - | Somaliland | Republic of Somaliland; Somalilandia
- | - | South Ossetia | Republic of South Ossetia
- | - | Transnistria | Transdniestria; Transdnestria; Pridnestrovie; Trans-Dniester
- | - | Wales |
`

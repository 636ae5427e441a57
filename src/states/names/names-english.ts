/**
 * Other English spellings of each state (and Latin-script spellings in English texts and data files), besides its short, official and dated names. A name
 * after `<` is a former name, or a name that only other states use; both are marked as `former name` when they are resolved.
 */
export const englishNames = `
AFG: Islamic State of Afghanistan; Afganistan < Islamic Emirate of Afghanistan; Democratic Republic of Afghanistan; Kingdom of Afghanistan
ALB: < People's Socialist Republic of Albania; People's Republic of Albania
ARE: UAE; United Arab Emirate; Emirates; Utd Arab Emirates; Un. Arab Emirates; Abu Dhabi (UAE) < Trucial States; Trucial Oman
ARG: Argentine
ARM: < Armenian SSR; Soviet Armenia
ATG: Antigua
AUS: Commonwealth of Australia
AUH: Austro-Hungarian Empire; Habsburg Monarchy; Habsburg Empire; Austria Hungary
AUT: Federal State of Austria; First Austrian Republic
AZE: < Azerbaijan SSR; Azerbaijan Democratic Republic
BEN: < People's Republic of Benin
BFA: Burkina; Burkino Faso
BGD: < East Pakistan
BGR: < People's Republic of Bulgaria
BHS: Bahamas; Bahamas Islands; Bahama Islands
BIH: Bosnia; Bosnia-Hercegovina; Bosnia Herzegowina; Federation of Bosnia and Herzegovina < Republic of Bosnia and Herzegovina
BLR: Belorussia; Bielorussia < Byelorussian SSR; Byelorussian Soviet Socialist Republic; White Russia
BLZ: < British Honduras
BOL: Bolivia, Plurinational State of; Plurinational State of Bolivia; Bolivia (Plurin. State of) < Republic of Bolivia
BRA: Brasil; Empire of Brazil; United States of Brazil
BRN: Brunei; State of Brunei; Nation of Brunei
BWA: < Bechuanaland
CAF: Central African Rep.; Centrafrique
CAN: Dominion of Canada
CHE: Swiss Confederation; Helvetic Confederation; Switzerland and Liechtenstein; Switzerland Liechtenstein; Switzerland (and Liechtenstein)
CMR: < United Republic of Cameroon; Federal Republic of Cameroon; French Cameroons
CHN: People's Republic of China; PR China; China, People's Republic; China PR; Mainland China; China, mainland; China, P.R.: Mainland; China (PRC); PRC; Communist China; Red China; China (excludes SARs) < Imperial China
CIV: Ivory Coast; Côte d'Ivoire; Cote d Ivoire; Republic of Ivory Coast; Cote D'Ivoire; Côte dIvoire; The Ivory Coast
COD: DR Congo; D.R. Congo; Congo DR; Congo, D.R.; DRC; Congo-Kinshasa; Congo Kinshasa; Congo (Kinshasa); Congo, Dem. Rep.; Congo, Democratic Republic of the; Congo Dem. Rep. of; Congo (Dem. Rep.); Dem. Rep. Congo; Dem. Rep. of the Congo; The Democratic Republic of the Congo; Congo, The Democratic Republic of the; Democratic Republic of Congo; Congo, Democratic Republic of (Zaire); Congo Democratic Republic; Congo/Zaire; Zaire/Congo < Congo-Leopoldville; Congo Leopoldville; Belgian Congo; Republic of Zaire
COG: Congo-Brazzaville; Congo Brazzaville; Congo (Brazzaville); Congo, Rep.; Congo, Republic of the; Congo Republic; Congo, Republic of; Congo Rep. < People's Republic of the Congo; Middle Congo; French Congo
COM: Comoro Islands; Comores < Federal and Islamic Republic of the Comoros
CPV: Cape Verde; Cabo Verde; Cape Verde Islands; Republic of Cape Verde; Cabo Verde Islands
CSK: Czecho-Slovakia; Czechoslovak Socialist Republic; Czechoslovak Republic; Former Czechoslovakia; Czechoslovakia (former)
CYP: Greek Cyprus; Cyprus (Greek)
CZE: Czech Rep.
DDR: GDR; German Dem. Rep.; Germany, East; Germany East; Germany (East); German Democratic Republic (GDR); Democratic Republic of Germany; Former East Germany; Germany (Democratic Republic)
DEU: Federal Republic of Germany; Germany, Federal Republic; Germany, Fed. Rep.; Germany, Federal Republic of; Federal Germany; Germany (Prussia); Germany (including DD from 1991) < FRG; German Federal Republic; Germany, West; Germany West; Germany (West); Kingdom of Prussia; German Empire; German Reich; Third Reich; Nazi Germany; Weimar Republic; West-Germany; Imperial Germany
DJI: Jibuti; Djibuti < Afars and Issas; French Somaliland; French Territory of the Afars and the Issas
DMA: Commonwealth of Dominica
DNK: Danmark
DOM: Dominican Rep.; Dominicana
DZA: < Regency of Algiers
ECU: Equador
EGY: Egypt, Arab Rep.; Arab Republic of Egypt; Egypt (Arab Rep.); Egypt Arab Republic < Kingdom of Egypt; Egypt (United Arab Republic); United Arab Republic (Egypt)
ESP: Kingdom of Spain
EST: Esthonia < Estonian SSR
ETH: Ethiopia (excludes Eritrea); Ethiopia (includes Eritrea) < Abyssinia; People's Democratic Republic of Ethiopia; Ethiopian Empire; Socialist Ethiopia
FJI: Fiji Islands; Fidji; Republic of the Fiji Islands
FRA: French Republic; Metropolitan France; France (incl. Monaco); France and Monaco < Vichy France; Free France; French Empire
FSM: Micronesia; Federated States of Micronesia; Micronesia, Fed. Sts.; Micronesia, Fed. States of; Micronesia, Federated States of; Fed. States of Micronesia; FS Micronesia
GBR: UK; United Kingdom of Great Britain and Northern Ireland; Great Britain; Britain; UK of Great Britain and Northern Ireland; United Kingdom (UK); U.K.; Great Britain and Northern Ireland; United Kindom; England; Utd. Kingdom; United Kingdom of Great Britain < United Kingdom of Great Britain and Ireland; British Empire
GCL: Great Colombia; Colombia (Gran Colombia)
GEO: Republic of Georgia; Georgia (country); Georgia, Republic of < Georgian SSR; Gruzia
GHA: < Gold Coast
GIN: French Guinea; Guinea-Conakry; Guinea Conakry; Guinea (Conakry); Republic of Guinea
GMB: Gambia, The; The Gambia; Gambia, Republic of The; Islamic Republic of The Gambia
GNB: Guinea Bissau; Guinea-Bissau; Guinea Bisau; Guinea Bissao < Portuguese Guinea
GNQ: Eq. Guinea; Equat. Guinea; Equatorial-Guinea < Spanish Guinea
GRC: Hellas; Hellenic Republic; Greek Republic < Kingdom of Greece
GTM: Guatamala
GUY: Co-operative Republic of Guyana; Republic of Guyana < British Guiana
HAN: Hannover; Kingdom of Hannover
HSE: Hesse Electoral; Hesse-Kassel (Electoral); Hesse Kassel; Electoral Hesse; Hesse-Cassel
HSG: Hesse Grand Ducal; Hesse-Darmstadt (Ducal); Hesse Darmstadt; Grand Ducal Hesse
HTI: Hayti
HUN: Republic of Hungary < Hungarian People's Republic; Kingdom of Hungary
IDN: < Dutch East Indies; Netherlands East Indies; Netherlands Indies
IND: Bharat; Union of India < British India; Dominion of India
IRL: Eire; Republic of Ireland; Irish Republic; Ireland, Republic of
IRN: Iran, Islamic Rep.; Iran, Islamic Republic of; Islamic Republic of Iran; Iran (Islamic Rep.); Iran (Islamic Republic of); Iran (Persia); I.R. of Iran; Iran, I.R. of; Islamic Rep. of Iran < Imperial State of Iran; Qajar Empire
IRQ: Kingdom of Iraq
ISL: Republic of Iceland
ISR: State of Israel
ITA: Italia; Republic of Italy; Italy/Sardinia; Kingdom of Italy; Italian Republic < Piedmont-Sardinia; Kingdom of Sardinia; Sardinia-Piedmont; Fascist Italy
JOS: Joseon; Choson; Joseon Korea; Kingdom of Korea; Korean Empire; Empire of Korea
JOR: Hashemite Kingdom of Jordan < Trans-Jordan
JPN: Empire of Japan; Nippon
KAZ: Kazakstan; Kazakhistan; Qazaqstan; Kazachstan < Kazakh SSR
KGZ: Kyrgyz Republic; Kyrgyz Rep.; Kirgizstan; Kyrghyzstan; Kirgyzstan; Kyrgyz; Kirghizstan; Kyrgystan; Kyrgystan Republic; Kyrgyzistan < Kirghizia; Kirgizia; Kirghiz SSR
KHM: Cambodia (Kampuchea); Kingdom of Cambodia < Democratic Kampuchea; People's Republic of Kampuchea; State of Cambodia
KIR: < Gilbert Islands
KNA: St. Kitts and Nevis; St. Kitts-Nevis; Saint Kitts; St Kitts; Saint Kitts & Nevis; Saint Christopher and Nevis; St. Christopher-Nevis; Saint Kitts Nevis
KOR: Republic of Korea; Korea, Rep.; Korea, Republic of; Korea, South; South-Korea; Korea South; Korea (South); Korea (Rep.); Korea, Rep. of; Korea (Republic of); Rep. of Korea; Rep. Korea; S. Korea; Korea, Republic; Korea, The Republic of; The Republic of Korea; S Korea
PRK: People's Republic of Korea; Korea (DPRK); Democratic People's Republic of Korea; DPRK; Korea, Dem. People's Rep.; Korea, Democratic People's Republic of; Korea, North; Korea North; Korea (North); North-Korea; DPR Korea; DPR of Korea; Dem. People's Rep. of Korea; Korea, Dem. Rep.; Korea, Dem. Rep. of; N. Korea; Korea, D.P.R.; Korea (Democratic People's Republic of); Korea, People's Republic of; Korea, Dem. People's Republic; Democratic Peoples Republic of Korea; Korea, DPR; Dem People's Rep of Korea; Democratic People's Rep. of Korea; Korea (Dem. People's Rep. of); Korea (Democratic); Korea, Democratic; Korea D P Rp; North Korea (DPRK); Democratic Republic of Korea; N Korea; Korea, Dem. People's Rep. of; Korea, Dem People's Rep
KWT: State of Kuwait
LAO: Lao PDR; Lao People's Democratic Republic; Lao People's Dem. Rep.; Lao P.D.R.; Lao; Lao People's Dem. Republic; Laos PDR; Lao Peoples Democratic Republic; Lao People's Democratic Rep.; Lao PDR (Laos) < Kingdom of Laos
LBN: Republic of Lebanon
LBR: Republic of Liberia
LBY: State of Libya; Lybia < Libyan Arab Jamahiriya; Socialist People's Libyan Arab Jamahiriya; Great Socialist People's Libyan Arab Jamahiriya; Libyan Arab Jamah.; Libya Arab Jamahiriy; Libyan Jamahiriya; Libyan Arab Republic; Kingdom of Libya; United Kingdom of Libya; Tripolitania; Regency of Tripoli
LCA: St. Lucia; Saint Lucia; St Lucia; Santa Lucia
LKA: Shri Lanka; Sri-Lanka; Sri Lanka (Ceylon); Sri Lanka Democratic Socialist Republic of
LSO: < Basutoland
LTU: < Lithuanian SSR
LUX: Luxemburg; Luxembourg, Grand-Duchy of
LVA: < Latvian SSR
MAR: Marocco; Morroco; Sultanate of Morocco
MDA: Moldova, Rep.; Moldova, Republic of; Republic of Moldova; Moldova Rep. of; Rep. of Moldova; Moldova (Republic of) < Moldavia; Moldavian SSR
MDG: Madagascar (Malagasy); Democratic Republic of Madagascar; Malagasy < Merina Kingdom
MDV: Maldive Islands; Republic of the Maldives; Maldive
MEX: Mejico; Mexico, United States of; United States of Mexico
MHL: Marshall Is.; Marshall Islands, Republic of; Marshall Island
MKD: Macedonia, FYR; Macedonia, former Yugoslav Republic of; North Macedonia, Republic of; Rep. of North Macedonia; Republic of North Macedonia; N. Macedonia; Macedonia, North; North Macedonia, Rep. < FYROM; FYR Macedonia; The former Yugoslav Republic of Macedonia; Former Yugoslav Republic of Macedonia; Macedonia (Former Yugoslav Republic of); Macedonia FYROM; Macedonia (FYROM); TFYR Macedonia; TFYR of Macedonia; Macedonia, The former Yugoslav Rep. of; Republic of Macedonia; Former Yugoslav Macedonia; FYR of Macedonia; Macedonia, F.Y.R.; FYR North Macedonia
MLI: Mali Republic < Mali Federation; French Sudan; Sudanese Republic; French Soudan
MMR: Myanmar (Burma); Burma/Myanmar; Burma; Myanmar/Burma; Burma (Myanmar); Myanmar (ex-Burma); Myanmar, formerly Burma; Union of Myanmar < Union of Burma; Socialist Republic of the Union of Burma; Kingdom of Ava
MNE: Republic of Montenegro < Crna Gora
MNG: Mongolia, People's Republic; Outer Mongolia < Mongolian People's Republic; People's Republic of Mongolia
MOZ: Mozambik; Mocambique < People's Republic of Mozambique; Portuguese East Africa
MRT: Islamic Republic of Mauritania
MUS: Mauritius Island
MWI: < Nyasaland
MYS: Federation of Malaysia; Malaysia (Malaya) < Federation of Malaya; Malayan Federation
NAM: < South West Africa; South-West Africa; Southwest Africa
NGA: Federation of Nigeria; Federal Republic of Nigeria
NLD: Holland; The Netherlands; Nederland; Kingdom of the Netherlands; Netherland; Netherlands (Kingdom of the); Netherlands, Kingdom of the; Netherlands, The
NPL: Nepal, Kingdom of < Kingdom of Nepal
NZL: New-Zealand; Aotearoa; New Zealand, Dominion of
OFS: Orange River Free State
OMN: Sultanate of Oman < Muscat and Oman; Muscat & Oman
PAK: Islamic Republic of Pakistan; Islamic Rep. of Pakistan < West Pakistan; Dominion of Pakistan
PAP: Papal State; Pontifical States
PER: Republic of Peru
PHL: Philippine Republic; The Philippines; Philippine Islands; Phillipines; Phillippines; Philipines; Republic of the Philippines
PLW: Belau; Republic of Palau; Pelew Islands
PNG: Papua N. Guinea; Papua-New Guinea; Papua New-Guinea; Papua Nova Guinea
POL: < Polish People's Republic
PRT: Portuguese Republic; Portugal, incl. Azores and Madeira
PRY: Republic of Paraguay
ROU: Rumania; Roumania; Republic of Romania < Socialist Republic of Romania; Romanian People's Republic; Kingdom of Romania; Moldavia and Wallachia; Danubian Principalities
RUS: Republic of Russia; Russian Federation; Russia (Soviet Union); Russian Fed.; Russia, Federation of; Russian Federation (the); Russian Federation, The; Russia/USSR; Russian Federation (Russia); Federation of Russia < USSR; Soviet Union; Union of Soviet Socialist Republics; Former USSR; Former Soviet Union; USSR (former); Soviet Union (former); Former Soviet Union (USSR); RSFSR; Tsarist Russia; Imperial Russia; U.S.S.R.; USSR/Russia; Soviet Union/Russia; Soviet Union (USSR); USSR (Soviet Union); Union of Soviet Socialist Republic; Russian Socialist Federative Soviet Republic; Russian SFSR; Muscovy
RWA: Ruanda
SAU: Saudi Arabia, Kingdom of; Kingdom of Saudi Arabia; Saudi-Arabia; Saudia Arabia < Kingdom of Hejaz and Nejd
SAX: Kingdom of Saxony
SDN: Sudan-North; Sudan (former); The Sudan; North Sudan; Republic of Sudan; Sudan (incl. South Sudan); Sudan (before 2012) < Anglo-Egyptian Sudan; Democratic Republic of the Sudan
SGP: Republic of Singapore; Singapur; Singapore Republic
SIC: Kingdom of Naples; Kingdom of the Two Sicilies; Kingdom of Two Sicilies
SLB: Solomon Is.; Solomon Island; Salomon Islands; British Solomon Islands
SLE: Sierra-Leone; Sierra Leona
SLV: Salvador; El-Salvador; Republic of El Salvador
SMR: Most Serene Republic of San Marino
SOM: Somali Democratic Republic; Somali Republic; Somalia, Federal Republic of; Federal Republic of Somalia < Italian Somaliland
SRB: Serbia, Republic of; Serbia Republic; Servia < Kingdom of Serbia; Serbia (Yugoslavia)
SSD: Republic of South Sudan; S. Sudan; South-Sudan; Southern Sudan; Sudan, South
STP: Sao Tome and Principe; Sao Tome & Principe; Sao Tome; São Tomé; São Tomé-et-Principe; Sao Tome e Principe; Sao Tome and Princ; Sao Tome Principe; Saint Tome and Principe; São Tomé & Príncipe; S. Tome and Principe; Democratic Republic of Sao Tome and Principe
SUR: Surinam; Suriname Republic < Dutch Guiana
SVK: Slovak Rep.; Slovak Republic; Republic of Slovakia
SWE: Sverige
SWZ: Ngwane; Kingdom of Eswatini; Eswatini (Swaziland); Swaziland (Eswatini); Eswatini, Kingdom of < Kingdom of Swaziland; eSwatini (formerly Swaziland)
SYR: Syrian Arab Republic; Syrian Arab Rep.; Syria, Arab Republic; Syrian A.R.; Syrian Arab Republic (Syria); Syria Arab Rep.; Syrian Arab Repub. < Syrian Republic
TCD: Tchad; Republic of Chad
TGO: Togolese Republic; Togolese Rep. < French Togoland; Togoland
THA: Kingdom of Thailand
TJK: Tadjikistan; Tadzhikistan; Tadjikstan; Tajikstan; Tajikistan, Republic of < Tajik SSR
TKM: Turkmenia; Republic of Turkmenistan < Turkmen SSR
TLS: East Timor; Timor Leste; Timor-Leste; Democratic Republic of East Timor; Timor; Democratic Republic of Timor-Leste; Timor-Leste, Dem. Rep. of; East-Timor; Timor Lorosae < Portuguese Timor
TRA: South African Republic (Transvaal); Transvaal Republic
TTO: Trinidad and Tobago; Trinidad; Trinidad & Tobago; Trinidad/Tobago; Trinidad-Tobago; Trinidad Tobago
TUN: < Regency of Tunis
TUR: Turkey; Türkiye; Turkiye; Turkey/Türkiye; Turkey (Türkiye); Türkiye (Turkey); Republic of Turkey; Türkiye, Republic of; Republic of Türkiye; Turkey (Ottoman Empire); Turkey/Ottoman Empire; Turkie; The Republic of Türkiye < Ottoman Turkey
TUV: < Ellice Islands
TWN: Taiwan, China Province; Republic of China (Taiwan); Taiwan, China; Taiwan, Province of China; Taiwan Province of China; Chinese Taipei; Taiwan (China); China, Taiwan Province of; Taiwan Province; Taiwan, Republic of China; China (Taiwan); Taiwan (Province of China); Taiwan ROC; Taiwan (ROC); China, Republic of; Nationalist China; Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu; China, Taiwan; Taiwan, China (ROC); Other Asia, nes; Chinese Taipei (Taiwan); Republic of China Taiwan < Formosa
TZA: Republic of Tanzania; United Republic of Tanzania; Tanzania, United Republic of; Tanzania, United Rep. of; Tanzania/Tanganyika; U.R. of Tanzania: Mainland; United Rep. of Tanzania; Tanzania, Un. Rep. of; Tanzania (United Rep.); U.R. Tanzania; U. Rep. of Tanzania; Tanzania, United Rep.; Tanzania UR; Tanzania (United Republic of); UR of Tanzania < United Republic of Tanganyika and Zanzibar; German East Africa
UGA: Republic of Uganda
UKR: Ukrainia; The Ukraine; Ukrainian Republic < Ukrainian SSR; Ukrainian Soviet Socialist Republic; Ukrainian People's Republic
UPC: United Provinces of Central America; United Province CA; United Provinces CA; Central American Republic; Federal Republic of Central America; Federation of Central America
URY: Oriental Republic of Uruguay; Eastern Republic of Uruguay; Banda Oriental
USA: USA; United States of America; America; U.S.A.; United States (US); The United States of America; United States of America (USA); United States (USA); USA (United States); Utd. States; Unites States; US of America; United Stated; USA and Puerto Rico; United States (incl. Puerto Rico); United States and Puerto Rico; United States and US Virgin Islands
UZB: Uzbekstan; Uzbekhistan; Oʻzbekiston; Ozbekiston < Uzbek SSR
VCT: St. Vincent and the Grenadines; St. Vincent & Grenadines; Saint Vincent; St. Vincent; Saint Vincent/Grenadines; St. Vincent & the Grenadines; Saint Vincent & Grenadines; St Vincent; Saint Vincent-Grenadines; St. Vincent and Grenadines
VDR: Republic of Vietnam; Vietnam, Republic of; Vietnam, South; South Viet Nam; South Viet-Nam; Vietnam, Republic; Vietnam (South); Republic of South Vietnam; Vietnam South; Vietnam Republic; Viet Nam, Republic of; Republic of Viet Nam; Republic of Viet-Nam; Vietnam, Rep.; Provisional Revolutionary Government of South Vietnam
VEN: Venezuela, RB; Venezuela, Bolivarian Republic of; Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela; Venezuela (Bol. Rep. of); Venezuela (Bolivarian Rep.); Venezuela, Bolivarian Rep. of; Venezuela, Rep. Bolivariana de; Bolivarian Rep. of Venezuela; República Bolivariana de Venezuela; Bolivarian Rep of Venezuela; Venezuela R.B. < Republic of Venezuela; United States of Venezuela
VNM: Viet Nam; Viet-Nam; Socialist Republic of Viet Nam; Socialist Republic of Vietnam; Viet Nam, Socialist Republic of; S.R. Vietnam; SR Vietnam < Vietnam, Democratic Republic of; Democratic Republic of Vietnam; Democratic Republic of Viet Nam; Democratic Republic of Viet-Nam; Vietnam, North; North Viet Nam; Vietnam North; Vietnam (North); North Viet-Nam; Vietnam Democratic Republic; Vietnam, Dem. Rep.
ANM: Vietnam (Annam/Cochin China/Tonkin); Nguyen Vietnam; Empire of Annam; Dai Nam; Annam and Tonkin
VUT: < New Hebrides
WRT: Wuerttemburg; Wuerttemberg; Wurttemberg; Würtemberg; Wurtemberg; Kingdom of Wurttemberg
WSM: Samoa, Independent State of; Samoa (Western)
XKX: Kosovo, Republic of; Republic of Kosovo; Kosova; Kosovo (under UNSCR 1244); Kosovo (UNSCR 1244); Kosovo (under United Nations Security Council Resolution 1244/99); Kosovo*; Kosovo (UN resolution 1244); Kosovo, UN Security Council Resolution 1244; Kosovo/UNMIK; Kosovo (under UNSC Resolution 1244/1999)
YAR: Yemen Arab Republic; Yemen, North; Yemen North; Yemen (North); Yemen Arab Rep.; Yemen, Arab Republic of; Yemen Arab Republic (North Yemen); Yemen, Arab Rep.; Northern Yemen; Mutawakkilite Kingdom of Yemen; Yemen (Sana'a); Imamate of Yemen; Yemen AR
YEM: Yemen, Rep.; Yemen, Republic of; Republic of Yemen; Yemen Republic of; Yemen (Republic of)
YMD: Democratic Republic of Yemen; Yemen People's Republic; Yemen, South; Yemen South; Yemen (South); Yemen, People's Republic of; Yemen, Democratic; Democratic Yemen; Yemen, People's Democratic Republic of; Yemen, PDR; PDR Yemen; People's Republic of Southern Yemen; People's Democratic Republic of Yemen; Yemen PDR; Yemen, P.D.R.; South Yemen (PDRY); Yemen Democratic; Yemen (Aden); Yemen Democratic Republic; P.D.R. Yemen; Yemen, Dem.; People's Republic of South Yemen; Yemen, Dem. People's Rep.
YUG: Federal Republic of Yugoslavia; FR Yugoslavia; Yugoslavia, Fed. Rep.; Socialist Federal Republic of Yugoslavia; SFR Yugoslavia; Yugoslavia SFR; SFRY; Yugoslavia, SFR; Former Yugoslavia; Yugoslavia (former); Serbia-Montenegro; Serbia & Montenegro; Serbia and Montenegro; Federal People's Republic of Yugoslavia; Kingdom of Yugoslavia; Yugoslavia (Serbia & Montenegro); State Union of Serbia and Montenegro; Yugoslavia, Federal Republic of; Jugoslavia; Yugoslavia/Serbia and Montenegro; Serbia/Montenegro; Yugoslavia (Serbia and Montenegro); Serbia and Montenegro (former); Serbs, Croats and Slovenes; Yugoslavia, former; Yugoslavia FR
ZAF: South-Africa; Republic of South Africa; Rep. of South Africa; S. Africa; South African Republic (RSA); S Africa; South Africa, Republic of < Cape Colony
ZAN: Sultanate of Zanzibar
ZMB: < Northern Rhodesia
ZWE: Zimbabwe (Rhodesia); Zimbabwe/Rhodesia; Zimbabwe-Rhodesia < Rhodesia-Zimbabwe; Republic of Rhodesia
`

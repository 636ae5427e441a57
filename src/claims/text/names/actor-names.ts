/** Leaders and ministers that stand for their states, as lines `code: name; …`. Names that two leaders share are left out. */
export const leaders = `
RUS: Vladimir Putin; Putin; Boris Yeltsin; Yeltsin; Dmitry Medvedev; Medvedev; Lavrov; Sergei Lavrov; Shoigu; Mishustin; Novak; Stalin; Khrushchev; Brezhnev; Gorbachev; Mikhail Gorbachev
CHN: Xi Jinping; Xi; Hu Jintao; Jiang Zemin; Deng Xiaoping; Deng; Mao; Mao Zedong; Li Qiang; Wang Yi; Li Keqiang
USA: Donald Trump; Trump; Joe Biden; Biden; Barack Obama; Obama; Bill Clinton; George W. Bush; Antony Blinken; Blinken; Nixon; Kissinger; Rubio
IND: Narendra Modi; Modi; Jaishankar; Manmohan Singh; Nehru
DEU: Angela Merkel; Merkel; Olaf Scholz; Scholz; Friedrich Merz; Merz
FRA: Emmanuel Macron; Macron; Sarkozy; Hollande
GBR: Keir Starmer; Starmer; Boris Johnson; Rishi Sunak; Theresa May; David Cameron
UKR: Zelensky; Zelenskyy; Volodymyr Zelensky; Volodymyr Zelenskyy; Poroshenko
TUR: Erdogan; Erdoğan; Recep Tayyip Erdogan
PRK: Kim Jong Un; Kim Jong-un; Kim Jong Il; Kim Il Sung
BLR: Lukashenko; Alexander Lukashenko
IRN: Khamenei; Raisi; Pezeshkian; Rouhani; Ahmadinejad
ISR: Netanyahu; Benjamin Netanyahu
SAU: Mohammed bin Salman; King Salman
JPN: Shinzo Abe; Abe; Kishida; Ishiba; Takaichi
KOR: Yoon Suk Yeol; Moon Jae-in; Lee Jae-myung
BRA: Lula; Bolsonaro; Rousseff
HUN: Viktor Orban; Viktor Orbán; Orban; Orbán
SRB: Vucic; Vučić; Aleksandar Vucic
ARM: Pashinyan; Nikol Pashinyan
KAZ: Tokayev; Nazarbayev
SYR: Assad; Bashar al-Assad
EGY: Sisi; Abdel Fattah el-Sisi
ZAF: Ramaphosa; Mandela
VEN: Maduro; Chavez; Chávez
CUB: Castro; Fidel Castro
CAN: Justin Trudeau; Trudeau; Mark Carney; Stephen Harper
AUS: Anthony Albanese; Albanese; Scott Morrison
PAK: Imran Khan; Shehbaz Sharif; Nawaz Sharif
BGD: Sheikh Hasina; Hasina
PHL: Rodrigo Duterte; Duterte; Ferdinand Marcos; Bongbong Marcos
IDN: Joko Widodo; Jokowi; Prabowo Subianto; Prabowo
AZE: Ilham Aliyev; Aliyev
UZB: Shavkat Mirziyoyev; Mirziyoyev
KGZ: Sadyr Japarov; Japarov
TJK: Emomali Rahmon; Rahmon
MDA: Maia Sandu; Sandu
POL: Donald Tusk; Tusk; Andrzej Duda; Duda
ITA: Giorgia Meloni; Meloni; Silvio Berlusconi; Berlusconi
ESP: Pedro Sanchez; Pedro Sánchez
NLD: Mark Rutte
GRC: Kyriakos Mitsotakis; Mitsotakis; Alexis Tsipras; Tsipras
ARE: Mohammed bin Zayed
QAT: Tamim bin Hamad Al Thani; Sheikh Tamim
ARG: Javier Milei; Milei; Cristina Kirchner
MEX: Andrés Manuel López Obrador; López Obrador; Claudia Sheinbaum; Sheinbaum
COL: Gustavo Petro
KEN: William Ruto; Uhuru Kenyatta
ETH: Abiy Ahmed
RWA: Paul Kagame; Kagame
NGA: Bola Tinubu; Tinubu; Muhammadu Buhari; Buhari
TWN: Tsai Ing-wen; Lai Ching-te
EU: Ursula von der Leyen; von der Leyen; Borrell; Kallas; Charles Michel
`

/** First parts of compound adjectives such as `Sino-Russian`, as lines `code: part`. */
export const compoundFirstParts = `
CHN: Sino
RUS: Russo
IND: Indo
FRA: Franco
GBR: Anglo
TUR: Turco
JPN: Nippo
GRC: Greco
ITA: Italo
POL: Polono
AUS: Austral
VNM: Vietnamo
UKR: Ukraino
AUT: Austro
`

/**
 * Ministries, customs offices, companies and seats of government that stand for a state, in addition to the table of states. Brussels stands for the EU, its
 * usual meaning in texts on foreign relations.
 */
export const institutions = `
EU: Brussels; Union; European Commission; Commission; EU-27; EU27; European Parliament; European Council; Eurostat
NLD: ASML
KOR: Samsung; SK Hynix; Hyundai; Hyundai Rotem; Hanwha; Hanwha Aerospace
FRA: Dassault; Dassault Aviation; Naval Group; Thales; Nexter
SWE: Saab
GBR: BAE Systems; Rolls-Royce
ITA: Leonardo; Fincantieri
ISR: Elbit; Elbit Systems; Israel Aerospace Industries
TUR: Baykar; Turkish Aerospace Industries
TWN: TSMC; Foxconn
DEU: Siemens; Volkswagen; BASF; Rheinmetall; Krauss-Maffei Wegmann; Thyssenkrupp Marine Systems
SAU: Aramco; Saudi Aramco
ARE: ADNOC
NOR: Equinor
QAT: QatarEnergy; Qatargas; Qatar Energy
DZA: Sonatrach
AZE: SOCAR
KAZ: KazMunayGas; KazTransOil
MYS: Petronas
UKR: Naftogaz
POL: Orlen; PGNiG
TUR: Botas
IND: Indian Oil Corporation; Bharat Petroleum; Hindustan Petroleum
BRA: Petrobras
CHL: Codelco
RUS: Gazprom; Rosneft; Rosatom; Lukoil; Novatek; Rosoboronexport; Duma; State Duma
CHN: CNPC; PetroChina; Sinopec; CNOOC; People's Liberation Army; PLA; Huawei
USA: Boeing; Lockheed Martin; Raytheon; General Dynamics; Northrop Grumman; General Electric; Micron; Intel; Nvidia; Chevron; ExxonMobil; Wall Street; Congress; State Department; US Treasury; Treasury Department; Senate; Department of Defense; Commerce Department
IRN: Tehran
DEU: Federal Republic; Bundestag
CHN: People's Republic
`

/** Regions with a published code, and expressions for the world, as lines `code: name; …`. */
export const regions = `
WLD: all donors; all buyers; all customers; all suppliers; all sources; all destinations; all countries; all partners; all origins; world; the world; global; worldwide; globally; the rest of the world; foreigners; foreign investors; foreign companies; foreign firms; foreign creditors; foreign lenders; foreign buyers
EUR: Europe; European
AFR: Africa; African
AREA: Latin America; South America; Central America; Latin America and the Caribbean; the Caribbean; the Americas; Asia; Southeast Asia; South-East Asia; South-east Asia; South Asia; Central Asia; East Asia; North-East Asia; Northeast Asia; West Asia; Western Asia; Asia-Pacific; the Asia-Pacific; Asia and Oceania; Oceania; the Middle East; Middle East; the Balkans; the Western Balkans; Western Balkans; the South Caucasus; South Caucasus; North Africa; West Africa; East Africa; Southern Africa; Central Africa; the Sahel; Eastern Europe; Western Europe; Central Europe; Central and Eastern Europe; Asian countries; Asian states; Asian markets; Latin American countries; Latin American states; Latin American governments; developing countries
SSF: south of the Sahara; sub-Saharan Africa; Sub-Saharan Africa; sub-Saharan African
`

/** Anaphors, as lines `kind: expression; …`. `~` stands for one or two describing words (`its northern neighbour`). */
export const anaphors = `
region: the continent; the region; the subregion; the sub-region; the subcontinent
both: the two; neither; neither country; neither side; neither state; neither government; neither of the two; each of the two; the two countries; the two sides; the two states; the two nations; the two neighbours; the two neighbors; the two powers; the two governments; the two capitals; the two economies; the two militaries; the two partners; the two allies; the two presidents; the two leaders; the leaders of both; the navies of both; both countries; both sides; both states; both nations; both governments; both; both capitals; the pair; each other; one another; the neighbours; the neighbors; bilateral; two-way; mutual
bloc: the enlarged bloc; the expanded bloc; the enlarged group; the expanded group; the bloc; the union; the alliance; the grouping; the group; member states; the member states; its members; the 27
state: the country; the nation; the state; the kingdom; the republic; the government; the regime; the island; the federation; the emirate; the sultanate; the monarchy; the archipelago; this country; this state; this nation; this kingdom; this island; this republic; the host country
other: its neighbour; its neighbor; its ~ neighbour; its ~ neighbor; the ~ neighbour; the ~ neighbor; the neighbour; the neighbor; their neighbour; their neighbor; its partner; their partner; its ally; its rival; its counterpart; the other side; the other country; the other party
former: the former
latter: the latter
many: these three; those three; these four; these five; the trio; all three; the three; all four; the four; all five; the five; all six; the six; the seven; the eight; the nine; the ten
we: we; us; our; ours; my country; my government; mine
you: you; your; yours; your country; your government
north: north; the north
south: south; the south
them: them
it: it; its; they; their
there: there; that country; that state; that nation; that market; that republic; that region; those parts
his: his country; her country; his state; her state
`

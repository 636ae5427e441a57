/**
 * Land borders between states, each once: a state and its neighbours that come later in the alphabet. Former states stand with the neighbours they had. A border
 * that existed for some of the time counts for all of it, and borders of colonies do not count.
 */
const landBorders = `
AFG CHN IRN PAK RUS TJK TKM UZB
AGO COD COG NAM ZMB
ALB GRC MKD MNE XKX YUG
AND ESP FRA
ARE OMN QAT SAU
ARG BOL BRA CHL PRY URY
ARM AZE GEO IRN TUR
AUT CHE CSK CZE DEU HUN ITA LIE SVK SVN YUG
AZE GEO IRN RUS TUR
BDI COD RWA TZA
BEL DEU FRA LUX NLD
BEN BFA NER NGA TGO
BFA CIV GHA MLI NER TGO
BGD IND MMR
BGR GRC MKD ROU SRB TUR YUG
BIH HRV MNE SRB YUG
BLR LTU LVA POL RUS UKR
BLZ GTM MEX
BOL BRA CHL PER PRY
BRA COL GUY PER PRY SUR URY VEN
BRN MYS
BTN CHN IND
BWA NAM ZAF ZMB ZWE
CAF CMR COD COG SDN SSD TCD
CAN USA
CHE DEU FRA ITA LIE
CHL PER
CHN IND KAZ KGZ LAO MMR MNG NPL PAK PRK RUS TJK VNM
CIV GHA GIN LBR MLI
CMR COG GAB GNQ NGA TCD
COD COG RWA SDN SSD TZA UGA ZMB
COG GAB
COL ECU PAN PER VEN
CRI NIC PAN
CSK DDR DEU HUN POL RUS UKR
CZE DEU POL SVK
DDR DEU POL
DEU DNK FRA LUX NLD POL
DJI ERI ETH SOM
DOM HTI
DZA LBY MAR MLI MRT NER TUN
ECU PER
EGY ISR LBY SDN
ERI ETH SDN
ESP FRA MAR PRT
EST LVA RUS
ETH KEN SDN SOM SSD
FIN NOR RUS SWE
FRA ITA LUX
GAB GNQ
GBR IRL
GEO RUS TUR
GHA TGO
GIN GNB LBR MLI SEN SLE
GMB SEN
GNB SEN
GRC MKD TUR YUG
GTM HND MEX SLV
GUY SUR VEN
HND NIC SLV
HRV HUN MNE SRB SVN YUG
HUN ROU RUS SRB SVK SVN UKR YUG
IDN MYS PNG TLS
IND MMR NPL PAK
IRN IRQ PAK RUS TKM TUR
IRQ JOR KWT SAU SYR TUR
ISR JOR LBN SYR
ITA SMR SVN YUG
JOR SAU SYR
KAZ KGZ RUS TKM UZB
KEN SDN SOM SSD TZA UGA
KGZ TJK UZB
KHM LAO THA VDR VNM
KOR PRK
KWT SAU
LAO MMR THA VDR VNM
LBN SYR
LBR SLE
LBY NER SDN TCD TUN
LSO ZAF
LTU LVA POL RUS
LVA RUS
MDA ROU UKR
MEX USA
MKD SRB XKX YUG
MLI MRT NER SEN
MMR THA
MNE SRB XKX
MNG RUS
MOZ MWI SWZ TZA ZAF ZMB ZWE
MRT SEN MAR
MWI TZA ZMB
MYS SGP THA
NAM ZAF ZMB
NER NGA TCD
NGA TCD
NOR RUS SWE
OMN SAU YEM YMD
POL RUS SVK UKR
PRK RUS
QAT SAU
ROU RUS SRB UKR YUG
RUS TUR UKR
RWA TZA UGA
SAU YAR YEM YMD
SDN SSD TCD UGA
SRB XKX
SSD UGA
SVK UKR
SVN YUG
SWZ ZAF
SYR TUR
TJK UZB
TKM UZB
TZA UGA ZMB
VDR VNM
YAR YMD
ZAF ZWE
ZMB ZWE`

/** States without a land border whose coasts face each other across a strait or a gulf of at most some 400 km. */
const facingCoasts = `
ALB ITA
ARE IRN
AUS IDN PNG
BHR IRN QAT SAU
BHS CUB USA
CHN JPN KOR TWN
CUB DOM HTI JAM MEX USA
CYP EGY GRC ISR LBN SYR TUR
DJI YEM YAR YMD
DNK NOR SWE
DZA ESP
EGY SAU
ERI SAU YEM YAR
EST FIN
FRA GBR
GBR BEL NLD
GRC ITA
GRD TTO VEN
IDN PHL SGP
IND LKA MDV
IRN KWT OMN QAT SAU
ITA MLT TUN
JPN KOR PRK RUS
KEN SYC
LBY MLT
MYS PHL
PHL TWN
RUS USA
SAU SDN
SOM YEM YMD
TTO VEN`

const borders = pairsOf(landBorders)
const near = new Set([...borders, ...pairsOf(facingCoasts)])

function pairsOf(lists: string): Set<string> {
  return new Set(
    lists
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [state = '', ...others] = line.split(' ')
        return others.map((other) => pairOf(state, other))
      }),
  )
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/**
 * Whether two states have or had a common land border.
 *
 * @example shareBorder('RUS', 'CHN')   // true
 */
export function shareBorder(a: string, b: string): boolean {
  return borders.has(pairOf(a, b))
}

/**
 * Whether two states share a border or face each other across a strait or a gulf.
 *
 * @example areNeighbours('IRN', 'SAU')   // true
 */
export function areNeighbours(a: string, b: string): boolean {
  return near.has(pairOf(a, b))
}

/** The FIPS 10-4 code of each state, by which GDELT names places, followed by the state's ISO3 code. */
const states =
  'AC ATG AE ARE AF AFG AG DZA AJ AZE AL ALB AM ARM AN AND AO AGO AR ARG AS AUS AU AUT BA BHR BB BRB BC BWA BE BEL BF BHS BG BGD BH BLZ BK BIH ' +
  'BL BOL BM MMR BN BEN BO BLR BP SLB BR BRA BT BTN BU BGR BX BRN BY BDI CA CAN CB KHM CD TCD CE LKA CF COG CG COD CH CHN CI CHL CM CMR CN COM ' +
  'CO COL CS CRI CT CAF CU CUB CV CPV CY CYP DA DNK DJ DJI DO DMA DR DOM EC ECU EG EGY EI IRL EK GNQ EN EST ER ERI ES SLV ET ETH EZ CZE FI FIN ' +
  'FJ FJI FM FSM FR FRA GA GMB GB GAB GG GEO GH GHA GJ GRD GM DEU GR GRC GT GTM GV GIN GY GUY HA HTI HO HND HR HRV HU HUN IC ISL ID IDN IN IND ' +
  'IR IRN IS ISR IT ITA IV CIV IZ IRQ JA JPN JM JAM JO JOR KE KEN KG KGZ KN PRK KR KIR KS KOR KU KWT KV XKX KZ KAZ LA LAO LE LBN LG LVA LH LTU ' +
  'LI LBR LO SVK LS LIE LT LSO LU LUX LY LBY MA MDG MD MDA MG MNG MI MWI MJ MNE MK MKD ML MLI MN MCO MO MAR MP MUS MR MRT MT MLT MU OMN MV MDV ' +
  'MX MEX MY MYS MZ MOZ NG NER NH VUT NI NGA NL NLD NO NOR NP NPL NR NRU NS SUR NU NIC NZ NZL OD SSD PA PRY PE PER PK PAK PL POL PM PAN PO PRT ' +
  'PP PNG PS PLW PU GNB QA QAT RI SRB RM MHL RO ROU RP PHL RS RUS RW RWA SA SAU SC KNA SE SYC SF ZAF SG SEN SI SVN SL SLE SM SMR SN SGP SO SOM ' +
  'SP ESP ST LCA SU SDN SW SWE SY SYR SZ CHE TD TTO TH THA TI TJK TN TON TO TGO TP STP TS TUN TT TLS TU TUR TV TUV TW TWN TX TKM TZ TZA UG UGA ' +
  'UK GBR UP UKR US USA UV BFA UY URY UZ UZB VC VCT VE VEN VM VNM WA NAM WS WSM WZ SWZ YM YEM ZA ZMB ZI ZWE'

/** FIPS codes of places that are not states: territories, disputed places, oceans. */
const places = new Set(
  (
    'AA AQ AT AV AX AY BD BQ BS BV CJ CK CQ CR CW DQ DX EU FG FK FO FP FQ FS GI GK GL GO GP GQ GZ HK HM HQ IM IO IP JE JN JQ JU KQ KT LQ MB MC MF MH ' +
    'MQ NC NE NF NT OC OS PC PF PG RE RN RQ SB SH SV SX TB TE TK TL UC VI VQ VT WE WF WI WQ'
  ).split(' '),
)

const pairs = states.split(' ')
const byCode: ReadonlyMap<string, string> = new Map(pairs.flatMap((code, i) => (i % 2 === 0 ? [[code, pairs[i + 1]!] as const] : [])))

/**
 * Returns the ISO3 code of a FIPS 10-4 code; null for a place that is not a state, undefined for an unknown code.
 *
 * @example [fipsState('RS'), fipsState('HK'), fipsState('ZZ')]   // ['RUS', null, undefined]
 */
export function fipsState(code: string): string | null | undefined {
  return byCode.get(code) ?? (places.has(code) ? null : undefined)
}

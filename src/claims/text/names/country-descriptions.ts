import { statesOfRegionIn } from './country-groups.ts'

/** Regions and kinds of state that texts use for a second mention of a state, as lines `pattern | states`. The regions are smaller than SIPRI's. */
const table = `
Gulf | SAU ARE QAT KWT BHR OMN IRN IRQ
Baltic | EST LVA LTU
Nordic|Scandinavian | SWE NOR FIN DNK ISL
Balkan | SRB ALB BIH MKD MNE BGR XKX HRV SVN
Caucasus|Caucasian|South Caucasus | ARM AZE GEO
Iberian | ESP PRT
Alpine | CHE AUT LIE
Maghreb|North African | EGY LBY TUN DZA MAR MRT SDN
Sahel|Sahelian | MLI NER BFA TCD MRT
East African | KEN UGA TZA RWA BDI ETH SOM SSD DJI ERI SDN
West African | NGA GHA SEN CIV MLI NER BFA BEN TGO GIN SLE LBR GMB GNB CPV MRT
Southern African | ZAF ZWE ZMB BWA NAM MOZ AGO MWI LSO SWZ MDG
Central African | CMR CAF TCD COG COD GAB GNQ RWA BDI
Horn of Africa | ETH SOM DJI ERI
North American | USA CAN MEX
Andean | BOL PER ECU COL VEN CHL
Central American | GTM HND SLV NIC CRI PAN BLZ
Caribbean | CUB DOM HTI JAM TTO BHS BRB ATG DMA GRD KNA LCA VCT GUY
Himalayan | NPL BTN
Pacific | AUS NZL FJI PNG SLB VUT WSM TON KIR NRU TUV PLW FSM MHL
Arab | SAU ARE QAT KWT BHR OMN IRQ SYR JOR LBN EGY LBY TUN DZA MAR SDN YEM MRT
landlocked | UGA RWA BDI ETH SSD ZWE ZMB BWA MWI LSO SWZ MLI NER BFA TCD CAF PRY BOL NPL BTN AFG UZB KAZ KGZ TJK TKM MNG LAO ARM AZE BLR MDA MKD SRB XKX HUN SVK CZE AUT CHE
kingdom|monarchy | SAU GBR JOR MAR BHR THA DNK NOR SWE ESP NLD BEL KHM BTN LSO SWZ TON
sultanate | OMN BRN
emirate | QAT KWT ARE
island | TWN CYP MLT LKA BHR CUB IRL ISL JAM MDG MUS SGP NZL GBR TTO BRB
archipelago | PHL IDN JPN BHS MDV CPV FJI
federation | RUS MYS
`

const rows: readonly (readonly [RegExp, ReadonlySet<string>])[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [words = '', states = ''] = line.split(' | ')
    return [new RegExp(`\\b(?:${words})\\b`), new Set(states.split(' '))]
  })

/**
 * Returns the states that a description can mean (`the Sahel country`, `the landlocked neighbour`, `the archipelago`); undefined if it names neither a region
 * nor a kind.
 *
 * @example statesDescribedBy('the Baltic state')?.has('LVA')   // true
 * @example statesDescribedBy('the country') === undefined   // true
 */
export const statesDescribedBy = (words: string): ReadonlySet<string> | undefined =>
  rows.find(([pattern]) => pattern.test(words))?.[1] ?? statesOfRegionIn(words)

const descriptionShape =
  /^(?:the|this|that) (?:(?:small|tiny|little|large|big|populous|vast|poor|rich|wealthy|former|young|remote|oil-rich) )?(?:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?|landlocked) (?:country|nation|state|republic|kingdom|monarchy|emirate|sultanate|neighbou?r|giant|island|economy|power|ally)$/u

/** Whether words describe a state by its region or kind: `the East African country`; not `the South African economy`, which names South Africa. */
export const isDescription = (words: string): boolean => {
  const text = words.replace(/^[TA]/, (first) => first.toLowerCase())
  return descriptionShape.test(text) && !/\bSouth African\b/.test(text) && statesDescribedBy(text) !== undefined
}

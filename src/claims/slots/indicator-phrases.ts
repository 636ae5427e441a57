import type { DomainId } from '../../assessments/forms/domains.ts'

/** A quantity that the record can measure, by the words that name it. */
export interface IndicatorPhrase {
  /** Id of the indicator, as `visavis check` takes it and names it. */
  readonly id: string
  readonly domain: DomainId
  /** Topic that the testers know the quantity by. */
  readonly topic: string
  /** Words for it, in lower case, as a pattern without groups; states are written `@`. */
  readonly words: string
  /** Its full name, in words that the testers know. */
  readonly name: string
}

const goods = '(?:goods |merchandise )?'
const oil = '(?:crude oil|crude|oil|petroleum)'

/**
 * The quantities of flows and states, as lines `id | domain | topic | name | words`. A phrase must be covered whole: `agri-food exports` is not `exports`, so
 * that a claim on a part is not tested by the figure of the whole.
 */
const table = `
goods-trade | trade | goods-trade | bilateral goods trade | (?:@ |bilateral |two-way |total |foreign |mutual )*${goods}trade(?: in goods)?(?: turnover)?(?: with @| between @ and @| of @)?
goods-exports | trade | goods-exports | goods exports | (?:@ |total )?${goods}exports(?: of goods)?(?: of @| by @| from @)?(?: to @)?
goods-imports | trade | goods-imports | goods imports | (?:@ |total )?${goods}imports(?: of goods)?(?: of @| by @)?(?: from @)?
goods-trade-surplus | trade | surplus | goods trade surplus | (?:@ )?${goods}trade surplus(?: of @)?(?: with @)?
goods-trade-deficit | trade | deficit | goods trade deficit | (?:@ )?${goods}trade deficit(?: of @)?(?: with @)?
goods-trade-balance | trade | gap | goods trade balance | (?:@ )?${goods}trade (?:balance|gap)(?: of @)?(?: with @)?
crude-oil-exports | energy | crude-oil | crude oil exports | (?:@ )?${oil} (?:exports|deliveries|supplies)(?: to @)?
crude-oil-imports | energy | crude-oil | crude oil imports | (?:@ )?${oil} (?:imports|purchases)(?: from @)?
oil-products-exports | energy | oil-products | oil products exports | (?:@ )?(?:oil|petroleum|refined) products? (?:exports|deliveries|supplies)(?: to @)?
oil-products-imports | energy | oil-products | oil products imports | (?:@ )?(?:oil|petroleum|refined) products? (?:imports|purchases)(?: from @)?
coal-exports | energy | coal | coal exports | (?:@ )?coal (?:exports|deliveries|supplies)(?: to @)?
coal-imports | energy | coal | coal imports | (?:@ )?coal (?:imports|purchases)(?: from @)?
lng-exports | energy | lng | LNG exports | (?:@ )?(?:lng|liquefied natural gas|liquefied gas) (?:exports|deliveries|supplies)(?: to @)?
lng-imports | energy | lng | LNG imports | (?:@ )?(?:lng|liquefied natural gas|liquefied gas) (?:imports|purchases)(?: from @)?
pipeline-gas-exports | energy | gas-pipeline | pipeline gas exports | (?:@ )?pipeline gas (?:exports|deliveries|supplies)(?: to @)?
pipeline-gas-imports | energy | gas-pipeline | pipeline gas imports | (?:@ )?pipeline gas (?:imports|purchases)(?: from @)?
gas-exports | energy | gas | natural gas exports | (?:@ )?(?:natural )?gas (?:exports|deliveries|supplies)(?: to @)?
gas-imports | energy | gas | natural gas imports | (?:@ )?(?:natural )?gas (?:imports|purchases)(?: from @)?
energy-exports | energy | energy | energy exports | (?:@ )?(?:energy|fossil fuels?|hydrocarbons?) (?:exports|deliveries|supplies)(?: to @)?
energy-imports | energy | energy | energy imports | (?:@ )?(?:energy|fossil fuels?|hydrocarbons?) (?:imports|purchases)(?: from @)?
arms-exports | arms | arms-exports | exports of major arms | (?:volume of )?(?:@ )?(?:(?:major )?(?:arms|weapons) (?:exports|deliveries|transfers)|(?:exports|deliveries) of major (?:arms|weapons))(?: to @)?
arms-imports | arms | arms-imports | imports of major arms | (?:volume of )?(?:@ )?(?:(?:major )?(?:arms|weapons) imports|imports of major (?:arms|weapons))(?: from @)?
arms-transfers | arms | arms | major arms imports or exports | (?:(?:major )?(?:arms|weapons)(?: imports or exports| transfers)?|volume of major arms deliveries)
military-expenditure | arms | defence-spending | military expenditure | (?:@ )?(?:military|defen[cs]e) (?:expenditure|spending)(?: of @)?
gdp | finance | gdp | gross domestic product | (?:@ )?(?:nominal )?(?:gdp|gross domestic product)(?: of @)?(?: in current dollars)?
gdp-growth | finance | gdp | real growth of the economy | (?:@ )?(?:real )?(?:gdp|economic) growth(?: of @)?|(?:real )?growth of (?:the economy|gdp|gross domestic product)(?: of @)?
direct-investment-stock | investment | investment | stock of direct investment held | (?:stocks? of (?:foreign )?direct investment(?: held)?|(?:foreign )?direct investment (?:stock|held))(?: of @| from @)?(?: in @)?
population | finance | population | population | (?:@ )?population(?: of @)?|inhabitants(?: of @)?
public-debt-official | finance | public-debt-official | public debt to the state | (?:public|official|government) debt (?:owed )?to @
loans-outstanding | finance | loans | loans outstanding | (?:bilateral )?debt (?:owed )?to @|bilateral debt(?: to @)?|(?:loans|debt) outstanding(?: to @)?
migrant-stock | people | migrant-stock | migrants | (?:stock of )?(?:migrants|people born there)(?: from @)?(?: living)?(?: in @)?
us-forces | alliance | us-forces | troops stationed | (?:@ )?(?:troops|soldiers|forces|military personnel)(?: stationed| based)?(?: in @)?
`

/** Every quantity of the table; the more particular ones come first where two could match. */
export const indicatorPhrases: readonly IndicatorPhrase[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', domain = '', topic = '', name = '', ...words] = line.split(' | ')
    return { id, domain: domain as DomainId, topic, name, words: words.join(' | ') }
  })

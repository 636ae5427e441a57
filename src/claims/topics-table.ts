/**
 * What texts on foreign relations speak of. One line a topic: `id | domain | flow | noun | words`.
 *
 * flow: `out` = from the subject to a partner (exports), `in` = to the subject (imports), `both` (trade), `-` none.
 * noun: how the indicator is called in the published form. words: alternatives of a pattern, without groups; the earlier line wins where two begin at one place.
 */
export const topicTable = `
exercises | exercises | - | joint exercises | (?:joint |naval |military |combined |bilateral |live-fire )*(?:exercises?|drills?\\b|exercised|exercising|war ?games|manoeuvres|maneuvers)|Malabar|Yudh Abhyas|Zapad|Vostok|RIMPAC|Cobra Gold|Joint Sea|Balikatan|Talisman Sabre|Sea Breeze|Peace Mission|Red Flag|joint (?:naval |air |bomber |maritime )?patrols?
defence-spending | arms | - | defence spending | (?:defen[cs]e|military) (?:spending|expenditures?|budgets?|outlays?)|spen(?:d|ds|t|ding) (?:[\\w.%$ ]+ )?on (?:its |their |the )?(?:defen[cs]e|military|arms|armed forces)|arms spending
arms-imports | arms | in | arms imports | (?:major )?(?:arms|weapons?|weaponry|military|defen[cs]e)(?: equipment)? (?:imports?|purchases?|procurement|acquisitions?|buys)|imports? of (?:major )?(?:arms|weapons|weaponry)|(?:import|buy|bought|purchase|order)(?:s|ed)? (?:arms|weapons|weaponry)
arms-exports | arms | out | arms exports | (?:major )?(?:arms|weapons?|weaponry|military|defen[cs]e)(?: equipment)? (?:exports?|sales?|deliver(?:y|ies)|shipments?|transfers?|supplies)|exports? of (?:major )?(?:arms|weapons|weaponry)|arms exporters?|arms suppliers?|(?:suppl(?:y|ied|ies)|deliver(?:ed|s|y)?|s(?:ell|old|ells)|export(?:ed|s)?) (?:arms|weapons|weaponry)
arms-contract | arms | out | arms contract | (?:tank|fighter|jet|missile|submarine|frigate|arms|weapons|defen[cs]e|helicopter|howitzer|drone) (?:contract|deal|order|purchase)s?
weapon-systems | arms | - | weapon systems | (?:main battle |battle )?tanks\\b|fighter (?:jets|aircraft|planes)|fighters?\\b(?! (?:for|against))|jets\\b|howitzers?|submarines?|frigates?|destroyers?|warships?|missiles?(?: systems?)?|air[- ]defen[cs]e systems?|drones?|helicopters?|artillery(?: shells)?|S-[34]00s?|F-\\d\\ds?|Su-\\d\\ds?|rocket launchers?|armou?red vehicles|warplanes?|bombers?|shells\\b
arms | arms | out | arms | weaponry|weapons?|arms(?! (?:length|race|control))|munitions|ammunition|artillery shells|armaments|(?:military|defen[cs]e) (?:goods|supplies)|armou?red (?:combat )?vehicles|military (?:aid|assistance|hardware|equipment|technology)
gas-pipeline | energy | out | pipeline gas | pipeline gas|gas (?:via|by|through|in) pipelines?|Power of Siberia(?: \\d)?|Nord Stream(?: \\d)?|pipelines?\\b|TurkStream|Turkish Stream|Blue Stream|Druzhba|ESPO
lng | energy | out | LNG | LNG|liquefied natural gas|liquefied gas
gas | energy | out | natural gas | natural gas|gas (?:exports?|imports?|supplies|deliveries|sales|flows?|shipments|purchases|consumption|demand)|(?:its|their|the country's|of) gas\\b|gas
crude-oil | energy | out | crude oil | crude oil|crude|oil and oil products|oil (?:exports?|imports?|supplies|deliveries|sales|shipments|purchases|consumption|supplier)s?|barrels|oil
oil-products | energy | out | oil products | oil products|refined products|petroleum products|diesel|fuel oil
coal | energy | out | coal | coking coal|thermal coal|coal
electricity | energy | out | electricity | electricity|power (?:exports?|imports?|cost|suppl(?:y|ies)|plants?|stations?|grids?|sales|purchases|deliveries)\\b
uranium | energy | out | nuclear fuel | enriched uranium|uranium|nuclear fuel
reactors | energy | out | nuclear reactors | (?:nuclear )?reactors?|nuclear (?:power )?(?:plants?|stations?)
energy | energy | out | energy | fossil fuels?|hydrocarbons?|energy (?:exports?|imports?|supplies|resources|trade)|energy
investment | investment | out | direct investment | (?:foreign )?direct investments?|FDI|invest(?:ment|ments|ed|s|or|ors|ing)?\\b|greenfield projects?|railways?|railroads?|motorways?|highways?|(?:special )?economic zones?|industrial parks?|(?:an? |its |their |per ?cent |% )stakes?\\b|shareholdings?|concessions?\\b|joint ventures?|infrastructure|(?:plants?|factor(?:y|ies)) in\\b|acquisitions?|construction contracts?
aid | finance | out | aid | (?:development|economic|financial|humanitarian|foreign|total|bilateral|budget) (?:aid|assistance|finance|support|commitments?|pledges)|aid|grants?|donors?|donations?|commitments? to|(?:known|its|their|whose|of|with|these) (?:commitments|pledges)|relief\\b
loans | finance | out | loans | loans?|lend(?:s|ing|ers?)?\\b|lent|credit lines?|(?:Development|Exim|Export-Import) ?Bank|(?:budget|financial|economic) support|bailouts?|credit(?:ors?)?\\b|debts?|bailouts?|deposit(?:s|ed)\\b|roll(?:ed|s)? over|restructur(?:ed|es|ing)|repa(?:y|ys|id|yments?)\\b|borrow(?:s|ed|ing)?|ow(?:es?|ed|ing)\\b
remittances | finance | out | remittances | remittances?|money transfers?|transfers home|tourism
currency | finance | - | settlement in own currencies | (?:settle(?:d|s|ment|ments)?|invoic(?:ed|ing)|denominated|paid|payments?|transactions?) (?:[\\w'%.-]+ ){0,6}(?:in|via|through) (?:[\\w'-]+ ){0,4}(?:yuan|renminbi|rubles?|roubles?|rupees?|(?:local|national|own|domestic) currenc(?:y|ies)|dollars?|euros?)|(?:local|national|own) currenc(?:y|ies)|de-?dollari[sz]ation|swap (?:line|agreement)s?|SWIFT|CIPS|Mir cards?
reserves | finance | - | reserves | (?:foreign (?:exchange|currency) )?reserves|Treasur(?:y|ies)(?: securities| bonds)?|sovereign bonds|panda bonds?|government debt
semiconductors | technology | out | semiconductors | semiconductors?|chip-?mak(?:ing|ers?)|lithography|(?:micro|computer )?chips?\\b|integrated circuits|microelectronics
technology | technology | out | technology | dual-use(?: goods| items| technolog(?:y|ies)| components)?|high-?tech(?:nology)?(?: goods| products)?|machine tools|battlefield (?:goods|items)|(?:common )?high[- ]priority (?:goods|items)|export controls?|[45]G|ESA\\b|NASA\\b|Roscosmos|ISRO\\b|JAXA|cosmodromes?|Huawei|ZTE|TSMC|ASML|core networks?|telecoms? (?:equipment|networks?)|rockets?(?! launch)|space ?(?:craft|ships?|probes?|agenc(?:y|ies)|flights?)|probes?\\b|astronauts?|cosmonauts?|orbit(?:s|al|er)?|lunar|(?:the )?Moon\\b|Mars\\b|remote sensing|export licen[cs]es?|licen[cs]es? (?:for|under|to) |digital (?:economy|trade|partnership|technolog(?:y|ies))|satellite(?:s| navigation| constellation)?|GLONASS|BeiDou|lunar (?:station|base)|space (?:station|exploration|cooperation)|artificial intelligence|technological ecosystem|advanced technolog(?:y|ies)
trade-agreement | trade | - | trade agreement | (?:free[- ]|preferential |bilateral )*trade (?:agreements?|deals?|pacts?|accords?|talks|negotiations)|economic partnership agreement
tariffs | trade | - | tariffs | tariffs?|customs dut(?:y|ies)|free[- ]trade (?:agreement|deal|area|zone)s?
sanctions | sanctions | out | sanctions | under (?:sanctions|restrictions)|restrictive measures|forbidd?(?:en|s)\\b|forbade|outlaw(?:ed|s)|sanctions?(?! package)|sanctioned|sanctions? packages?|embargo(?:es|ed)?|asset freezes?|blacklist(?:ed|s)?|entity list|price cap|(?:import |export |entry |travel )?bans?\\b|banned|listed (?=\\w+ (?:[\\w’'-]+ )?(?:officials|persons|individuals|entities|companies|firms|people|citizens))|(?:counter-?)?measures (?:on|against)|airspace|sky (?:has been|was|is) closed
un-votes | diplomacy | - | votes in the UN General Assembly | (?:vot(?:e|es|ed|ing) (?:against|for|in favou?r|with|together|alongside|differently|the same)|vot(?:e|es|ed|ing)\\b|abstain(?:ed|s|ing)?|abstentions?|General Assembly|voting (?:record|pattern|coincidence|agreement)s?|ideal[- ]points?|resolutions?\\b|(?:the )?Assembly\\b)
vetoes | diplomacy | - | vetoes in the UN Security Council | veto(?:es|ed|ing)?|Security Council
visits | diplomacy | - | visits | state visits?|official visits?|visit(?:s|ed|ing(?! Forces))?\\b|summits?|(?:held|holding|hold) talks|met (?:with|in|on|at|for|three|twice|face|\\d+(?! ?(?:%|per ?cent)))|sat down|face to face|trip to|travell?ed to|hosted
treaty | alliance | - | treaty | (?:Visiting Forces|Status of Forces|(?:Enhanced )?Defen[cs]e Cooperation|Logistics|Military Bases) Agreements?|(?:declaration|agreement|memorandum|pact|accord) on (?:\\w+ )?(?:security|defen[cs]e|military)(?: cooperation)?
relations | diplomacy | - | diplomatic relations | expel(?:led|s)\\b|diplomats|(?:restored?|cut|severed|broke off|normali[sz]ed|established|upgraded|downgraded|resumed|suspended) (?:\\w+ )?ties|(?:cooperation|co-operation|partnership|economic|strategic|border) (?:pacts?|agreements?|treat(?:y|ies)|accords?)|diplomatic (?:relations|ties)|(?:full|normal|official) (?:relations|ties)|relations (?:between|with)|embass(?:y|ies)|(?:representative|liaison) offices?|ambassadors?|recogni(?:[sz](?:ed|es|e|ing)|tion)|strategic partnership|comprehensive (?:strategic )?partnership|(?:signed|sign|signing|initialled) (?:an? |the |\\w+ ){0,4}(?:agreements?|memorand(?:um|a)|declarations?|statements?|accords?|roadmap)|joint (?:statements?|declarations?|communiqu[eé]s?)
membership | diplomacy | - | members | (?:here )?means(?= [a-z])|consists? of(?= [a-z])|(?:full |founding |permanent |dialogue |associate )?members? (?:of|states?|countries)|membership|members\\b|member\\b|joined|join(?:s|ing)?\\b|acceded|accession|admitted|withdr(?:ew|awn|aw)|left the|quit\\b|belongs? to|observer (?:status|state)s?|founding member
alliance | alliance | - | alliance | (?:the )?(?:NATO|North Atlantic (?:Alliance|Treaty Organi[sz]ation)|CSTO|Collective Security Treaty Organi[sz]ation|AUKUS|Five Eyes|ANZUS)\\b|non-alignment|neutrality
treaty | alliance | - | treaty | (?:nuclear )?(?:arms|missile)[- ](?:control|reduction|limitation)(?: (?:treat(?:y|ies)|agreements?|pacts?))?|New START|Open Skies|INF\\b|(?:mutual[- ]defen[cs]e|defen[cs]e|security|friendship|non-?aggression|military|alliance|collective security) (?:treat(?:y|ies)|pacts?|agreements?|alliances?|guarantees?|clauses?)|treat(?:y|ies)|pacts?\\b|Article (?:5|4|V)|formal all(?:y|ies|iance)|treaty all(?:y|ies)|military alliance|all(?:y|ies)\\b|alliances?
bases | alliance | - | troops and bases | (?:military|naval|air) bases?|troops|soldiers|forces|servicemen|personnel|garrisons?
migration | diplomacy | out | migrants | migrants?|refugees?|asylum(?: seekers?| requests?| applications?)?|deport(?:ed|s|ations?)|visas\\b|visa[- ](?:waivers?|regime|requirements?|rules?|free|fees?)|work permits?|emigrants?|immigrants?|diaspora
water | diplomacy | - | water | (?:Nile|Indus|Mekong|Euphrates|Tigris|Amu Darya|Syr Darya|Brahmaputra)(?: waters?)?|water (?:sharing|rights|treaty)|riparian
students | narrative | out | students | students?|Confucius Institutes?|tourists?|visitors
public-opinion | narrative | - | public opinion | opinion polls?|polls?\\b|surveys?|polled|surveyed|respondents|trust(?:s|ed)?\\b|favou?rably|distrust(?:s|ed)?|(?:un)?favou?rable (?:view|opinion)s?|(?:sees?|saw|view(?:s|ed)?|regard(?:s|ed)?) (?:[\\w'’-]+ ){1,4}as [a-z]
media | narrative | - | media | state media|propaganda|narratives?|speech(?:es)?
deficit | trade | both | trade deficit | (?:trade )?(?:deficits?|shortfall)|in the red
surplus | trade | both | trade surplus | (?:trade )?surplus(?:es)?
gap | trade | both | gap | trade gap|imbalance|gap\\b
partner | trade | both | trading partner | (?:trad(?:e|ing)|economic|commercial) partners?|partner in (?:trade|both)
market | trade | out | export market | export (?:markets?|destinations?)|(?:overseas|foreign) markets?|destinations?|customers?|buyers?|purchasers?
supplier | trade | in | supplier | suppliers?|source of imports|providers?
electronics | trade | out | electronics | electronics|electrical (?:goods|machinery|equipment)
vehicles | trade | out | vehicles | (?:electric |passenger )?(?:vehicles|cars|automobiles?|trucks)|EVs
machinery | trade | out | machinery | machinery
food | trade | out | food | wheat|grains?|dairy|milk|fruits?|vegetables|blueberries|tea\\b|soy(?:beans?)?\\b|wine|beef|rice\\b|sugar|cocoa|coffee|cotton|palm oil|food|farm (?:exports|imports|produce)|agricultural (?:goods|products|exports|imports)|farm (?:goods|products)|meat|fish
textiles | trade | out | textiles | textiles?|garments?|clothing|apparel|footwear
chemicals | trade | out | chemicals and medicines | chemicals?\\b(?! weapons)|pharmaceuticals?|medicines?
metals | trade | out | metals | steel|cobalt|lithium|zinc|minerals?|aluminium|aluminum|copper|nickel|iron ore|metals?|gold|diamonds?|timber|rare earths?|fertili[sz]ers?
goods-exports | trade | out | goods exports | (?:goods |merchandise )?exports?|exported|exporting|outbound shipments?|sales(?! of (?:bonds|assets))|s(?:old|ells?|elling)\\b|shipments?|shipped|deliver(?:y|ies|ed)|supplie[sd]\\b|supply\\b|provide[sd]?\\b
goods-imports | trade | in | goods imports | (?:goods |merchandise )?imports?|imported|importing|inbound shipments?|purchases?d?\\b|b(?:ought|uys?|uying)\\b
services | trade | both | trade in services | (?:trade in )?(?<!\\b(?:armed|two|three|four|military|secret|intelligence|special|health|news|rescue|public|emergency|customs) )services|goods and services
goods-trade | trade | both | bilateral goods trade, total | (?:goods |merchandise |bilateral |two-way |mutual |overall |total |foreign )*(?:trade|commerce|turnover|trading)\\b(?! (?:partner|deficit|surplus|balance|gap|agreement|deal|war|minister|ministry|unions?|delegation|officials?|representative|office|data|figures|policy|department|barriers?|route))|traded\\b|total trade|business between|goods\\b(?! and services)
gdp | trade | - | GDP | GDP|gross domestic product|econom(?:y|ies)|growth
`

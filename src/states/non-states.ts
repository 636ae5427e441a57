/** Entries of partner, recipient and actor lists that are no state, bloc or territory: `what they are: spelling; …`. */
export const nonStateNames = `
all states together: World; Total; All countries; All countries of the world; Grand total; World total; WLD
not specified: Not specified; Unspecified; Unknown; Not stated; Areas not elsewhere specified; Areas nes; Areas, nes; Area Nes; Other; Others; Other countries; Rest of the world; Rest of world; RoW; Countries and territories not specified; Special categories; Various; Multiple countries
ships and aircraft: Bunkers; Ship stores and bunkers; Stores and provisions; Free zones; High seas; International waters
region: Africa; Asia; Europe; Americas; Oceania; North America; South America; Latin America; Central America; Caribbean; Middle East; Central Asia; East Asia; South Asia; Southeast Asia; South-East Asia; Western Europe; Eastern Europe; Western Asia; North Africa; West Africa; East Africa; Southern Africa; Central Africa; Sub-Saharan Africa; Far East; Pacific; Asia Pacific; Latin America and the Caribbean; Middle East and North Africa
`

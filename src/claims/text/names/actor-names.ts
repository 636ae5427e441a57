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

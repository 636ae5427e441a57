const countableNouns = `
tank|jet|aircraft|fighter|howitzer|gun|missile|submarine|frigate|destroyer|corvette|ship|warship|vessel|tanker|helicopter|drone|vehicle|launcher|system|battery|warhead|shell|round|rifle|bomber|plane|engine|boat|truck|mortar|radar|locomotive|bus|buses
soldier|troop|serviceman|servicemen|servicewomen|personnel|worker|student|tourist|visitor|migrant|refugee|citizen|national|people|person|official|individual|prisoner|diplomat|envoy|expert|minister
entity|entities|company|companies|firm|bank|package|sanction|designation|measure
vote|veto|vetoes|abstention|resolution|draft|member|signatory|signatories|summit|meeting|visit|trip|call|exercise|drill|manoeuvre|patrol|flight|sortie
agreement|treaty|treaties|memorandum|memoranda|memorandums|mou|contract|deal|project|protocol|accord
plant|reactor|base|embassy|embassies|consulate|institute|satellite|launch|refinery|pipeline|cargo|cargoes|shipment|train|seat|post|mission|office|time|site|airport|station|port
`
const countableNoun = `(?:${countableNouns.trim().split('\n').join('|')})s?`

/** Matches what follows a small number that the record can test: a noun for things, people, acts or states that vote, as in `four frigates`. */
export const countedNounPattern: RegExp = new RegExp(
  `^[\\s-]+(?:(?!(?:of|in|to|and|or|the|by|for|with|that|who|which|has|have|had|was|were|is|are)\\b)[\\p{L}\\d’'-]+ ){0,4}?(?:${countableNoun}\\b|\\p{Lu}\\p{L}+(?:ans|ese)\\b|(?:states?|countries|capitals|governments|delegations)(?: (?:that|to|which|who))? (?:(?:have|has|had) )?(?:vot|abstain|veto|oppos|back|support|reject|switch|recogni|sign|ratif|impos|adopt|normali|expel|join))`,
  'iu',
)

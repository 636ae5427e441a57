/**
 * The tables of a snapshot. Every part of a table has these columns, in this order. A table that a snapshot lacks is read as empty.
 *
 * Dates are ISO text `YYYY-MM-DD`: they sort, compare and print correctly without conversion. A blank is SQL NULL: unknown, never zero.
 */
export const tables = {
  /** One figure: from one party (a state, a bloc or the world) to another (NULL for a figure of one party), as one reporter states it. */
  observations: {
    indicator: 'VARCHAR', // id in indicators.ts
    from_id: 'VARCHAR', // ISO3, bloc id (EU), or WLD for the world
    to_id: 'VARCHAR', // as from_id; NULL if the indicator is about one party
    reporter: 'VARCHAR', // the party that reports the figure: ISO3 or bloc id; NULL if the source reconciles both sides
    start_date: 'VARCHAR', // first day of the period
    end_date: 'VARCHAR', // last day of the period
    value: 'DOUBLE',
    unit: 'VARCHAR', // USD, EUR, persons, tonnes ...; amounts in single units of their own currency, at current prices
    valuation: 'VARCHAR', // FOB, CIF or NULL
    status: 'VARCHAR', // observed, or estimated (by the source, or by us: see the source's page)
    source: 'VARCHAR', // id of a source card
    vintage: 'VARCHAR', // which edition of the source
    locator: 'VARCHAR', // place in the source: file and row, sheet and cell, page
  },
  /** One recorded vote of the UN General Assembly. Positions are packed, one character for each voter in the order of `voters`. */
  roll_calls: {
    id: 'INTEGER',
    date: 'VARCHAR',
    session: 'VARCHAR', // 74, ES-11
    symbol: 'VARCHAR', // document symbol
    title: 'VARCHAR',
    kind: 'VARCHAR', // whole (a resolution or draft as a whole), paragraph, amendment, other (motions, elections)
    issues: 'VARCHAR', // comma separated: me, nu, di, hr, co, ec; NULL = not classified
    issues_by: 'VARCHAR', // who classified it: voeten, or visavis for our own rule
    important: 'BOOLEAN', // listed as important by the US State Department; NULL = unknown
    yes: 'INTEGER',
    abstain: 'INTEGER',
    no: 'INTEGER',
    votes: 'VARCHAR', // 1 yes, 2 abstain, 3 no, . no recorded position
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /**
   * Recorded votes of the General Assembly that its data sets lack, collected one by one from public texts. Claims are tested against them; no measure uses
   * them.
   */
  cited_roll_calls: {
    symbol: 'VARCHAR',
    date: 'VARCHAR',
    session: 'VARCHAR', // 80, ES-11
    title: 'VARCHAR',
    yes: 'VARCHAR', // the states that voted yes: ISO3, in alphabetical order, with a blank between
    no: 'VARCHAR',
    abstain: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR', // publisher, title, day and address of the text
  },
  /** The state of each position in `roll_calls.votes`: `position` n is the n-th character. */
  voters: { position: 'INTEGER', state: 'VARCHAR' },
  /** Memberships of states in blocs, with their dates. */
  memberships: {
    bloc: 'VARCHAR',
    state: 'VARCHAR',
    role: 'VARCHAR', // member, observer, partner ...
    start_date: 'VARCHAR',
    end_date: 'VARCHAR', // last day; NULL = in force
    source: 'VARCHAR',
    citation: 'VARCHAR',
    note: 'VARCHAR',
  },
  /** Formal written commitments, one row for each treaty and party. */
  commitments: {
    treaty: 'VARCHAR', // our id
    name: 'VARCHAR',
    scope: 'VARCHAR', // pair, group, open (any state of the world or region may join); NULL in parts from before the column
    state: 'VARCHAR',
    start_date: 'VARCHAR',
    end_date: 'VARCHAR',
    defence: 'BOOLEAN',
    offence: 'BOOLEAN',
    neutrality: 'BOOLEAN',
    nonaggression: 'BOOLEAN',
    consultation: 'BOOLEAN',
    source: 'VARCHAR',
    citation: 'VARCHAR',
    checked: 'VARCHAR', // read, searched or named: whether the text was read for the row
    note: 'VARCHAR',
  },
  /** Dated acts between two states, or between a state and a body: diplomatic relations, trade and defence agreements, partnerships, applications, accords, tariffs. */
  dated_relations: {
    kind: 'VARCHAR', // diplomatic-relations, trade-agreement, defence-treaty, strategic-partnership, accession-application, accord, ally-designation, security-law, tariff, expulsion
    state_a: 'VARCHAR', // ISO3, or a bloc id where both sides are blocs; the pair has no order
    state_b: 'VARCHAR', // ISO3, bloc id, or the short name of a multilateral agreement (RCEP, CPTPP)
    name: 'VARCHAR', // short name or level; NULL where it has none
    told: 'VARCHAR', // the date as precisely as the text states it: YYYY, YYYY-MM or YYYY-MM-DD
    start_date: 'VARCHAR', // the first day that the date can mean
    end_date: 'VARCHAR', // the last day that the date can mean
    date_kind: 'VARCHAR', // signed, in-force, established, recognised, broken, restored, suspended, ended, applied, announced, designated, enacted, imposed, raised, lowered, expelled
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR', // publisher, title, day and address of the text
    note: 'VARCHAR', // why the date is uncertain; a row with a note supports a claim but never contradicts one
  },
  /** What stood between two states from day to day: fighting, state of war, armistice, peace, missing or lowered relations, non-recognition, enmity, closed borders and airspace, designations, treaties not applied. */
  interstate_relations: {
    kind: 'VARCHAR', // hostilities, state-of-war, armistice, peace, no-relations, lower-relations, non-recognition, enmity, closed-border, closed-airspace, designation, not-applied
    state_a: 'VARCHAR', // ISO3; the two are in the order of their codes
    state_b: 'VARCHAR',
    actor: 'VARCHAR', // the state that attacked, broke or does not recognise, or both; NULL where no one side is named
    form: 'VARCHAR', // of the kind: war, fighting, clash; never, broken, suspended, moved; closed, closed in part; airspace, flights; ...
    name: 'VARCHAR',
    ended_by: 'VARCHAR', // NULL where the text does not tell, or the spell goes on
    start_told: 'VARCHAR', // the first day in force, as precisely as the text states it: YYYY, YYYY-MM or YYYY-MM-DD
    end_told: 'VARCHAR', // the last day in force; NULL = in force
    start_date: 'VARCHAR', // the first day that the start can mean
    end_date: 'VARCHAR', // the last day that the end can mean
    checked: 'VARCHAR', // read, matched or named: how far the text was checked for this row
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR', // publisher, title, day and address of the text
    note: 'VARCHAR',
  },
  /** Territory of one state that another claims, from day to day. */
  territorial_claims: {
    state_a: 'VARCHAR', // ISO3; the two are in the order of their codes
    state_b: 'VARCHAR',
    claimant: 'VARCHAR', // the state that claims, or both
    territory: 'VARCHAR',
    element: 'VARCHAR', // land, river, island, sea
    size: 'VARCHAR', // whole-state, province, sector, islet, sea
    ended_by: 'VARCHAR', // NULL while the claim stands
    start_told: 'VARCHAR',
    end_told: 'VARCHAR',
    start_date: 'VARCHAR',
    end_date: 'VARCHAR',
    checked: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
    note: 'VARCHAR',
  },
  /** Membership of institutions that are no bloc of `memberships`, from day to day. */
  institution_memberships: {
    institution: 'VARCHAR', // our id
    state: 'VARCHAR',
    role: 'VARCHAR', // member or suspended
    kind: 'VARCHAR', // of the institution: free movement, economic union, regional organisation, security forum ...
    start_told: 'VARCHAR',
    end_told: 'VARCHAR',
    start_date: 'VARCHAR',
    end_date: 'VARCHAR',
    checked: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
    note: 'VARCHAR',
  },
  /**
   * Parties of trade agreements, from day to day, and pairs of parties between which an agreement is suspended or not in force. `tradeAgreementPairs` in
   * src/measures/trade/trade-agreement-pairs.ts turns them into spells of pairs.
   */
  trade_agreements: {
    agreement: 'VARCHAR', // our id
    name: 'VARCHAR',
    kind: 'VARCHAR', // customs union, free trade area, partial scope, economic integration, non-reciprocal preferences, framework
    role: 'VARCHAR', // party; suspended or not in force between `party` and `other_party`
    side: 'VARCHAR', // NULL = it binds every party with every other; else only parties of different sides
    party: 'VARCHAR', // ISO3; the agreement's own id = the members of that bloc; the id of another agreement = the parties of that one
    other_party: 'VARCHAR', // NULL if the role is party
    ended_by: 'VARCHAR', // NULL while in force
    start_told: 'VARCHAR',
    end_told: 'VARCHAR',
    start_date: 'VARCHAR',
    end_date: 'VARCHAR', // last day; NULL = in force
    checked: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
    note: 'VARCHAR',
  },
  /** What two states agreed on money and technology, or one did to the other's suppliers, from day to day. A side may be the euro area (EUROZONE). */
  agreements_and_restrictions: {
    kind: 'VARCHAR', // swap-line, settlement, payment-link, joint-mission, supplier-restriction
    state_a: 'VARCHAR', // the two sides, in the order of their codes
    state_b: 'VARCHAR',
    actor: 'VARCHAR', // the acting side, or both
    form: 'VARCHAR',
    name: 'VARCHAR',
    amount: 'DOUBLE', // ceiling of a swap line in single units; NULL = no limit, or not published
    currency: 'VARCHAR',
    start_told: 'VARCHAR',
    end_told: 'VARCHAR',
    start_date: 'VARCHAR',
    end_date: 'VARCHAR', // last day; NULL = none told
    checked: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
    note: 'VARCHAR',
  },
  /**
   * Armed conflicts: one row for each conflict, year and pair of states on opposing sides. The two states are in the order of their codes.
   */
  conflicts: {
    conflict: 'VARCHAR', // the source's number of the conflict
    kind: 'VARCHAR', // interstate, or internal (a government against armed opponents; the other state takes part on their side)
    territory: 'VARCHAR', // the disputed territory, as the source names it; NULL if the conflict is about the government
    side_a: 'VARCHAR', // the states that are parties of the conflict on one side: ISO3, with a blank between
    side_b: 'VARCHAR', // those on the other side; NULL in an internal conflict
    state_a: 'VARCHAR',
    role_a: 'INTEGER', // 1 = party of the conflict, 2 = took part in support of a party
    state_b: 'VARCHAR',
    role_b: 'INTEGER',
    year: 'INTEGER',
    intensity: 'INTEGER', // battle-related deaths of the whole conflict in the year: 1 = 25 to 999, 2 = 1,000 or more
    began: 'VARCHAR', // day of the first death in the conflict
    episode_began: 'VARCHAR', // day on which the present episode reached 25 deaths in a year
    episode_ended: 'VARCHAR', // NULL = it went on at the end of the year, or the source does not say
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Embargoes and sanctions regimes. */
  sanctions: {
    regime: 'VARCHAR', // our id
    name: 'VARCHAR',
    sender: 'VARCHAR', // ISO3 or bloc id (UN, EU)
    target: 'VARCHAR',
    start_date: 'VARCHAR',
    end_date: 'VARCHAR',
    measures: 'VARCHAR', // comma separated: arms, trade, finance, travel, assets, energy, technology, aviation, comprehensive, military (aid and training), aid, diplomatic, other
    source: 'VARCHAR',
    vintage: 'VARCHAR', // NULL in parts that are older than this column
    citation: 'VARCHAR',
    note: 'VARCHAR',
  },
  /**
   * Dated events between two actors: what one did to, with or towards the other. An actor that is not a state has a kind instead of an id, so that acts of a
   * state are not mixed with those of people who live there.
   */
  events: {
    date: 'VARCHAR', // day of the event, or the first of several
    end_date: 'VARCHAR', // last day; NULL for an event of one day
    from_id: 'VARCHAR', // the actor: ISO3 or bloc id; NULL if it is neither
    from_kind: 'VARCHAR', // state, within (an office, group or person of the state from_id), bloc, territory, non-state, unknown
    from_name: 'VARCHAR', // the actor as the source writes it
    to_id: 'VARCHAR', // the party acted upon, or the partner
    to_kind: 'VARCHAR', // same as from_kind
    to_name: 'VARCHAR',
    kind: 'VARCHAR', // the scheme that `code` belongs to: cameo, visit, exercise, order (of arms)
    code: 'VARCHAR', // CAMEO code with its leading zeros (057), or the scheme's own word
    goldstein: 'DOUBLE', // -10 (conflict) to 10 (cooperation) where the source gives it
    mentions: 'INTEGER', // the least number of reports that the source saw
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Trade by product. It is a table of its own because it has too many rows for `observations`, which has only the totals of a pair. */
  product_flows: {
    nomenclature: 'VARCHAR', // HS92 ... HS22, SITC1 ..., CN
    product: 'VARCHAR', // code at the length the source gives, with its leading zero
    flow: 'VARCHAR', // exports, imports (as the reporter states them), or flow (both reports reconciled)
    from_id: 'VARCHAR',
    to_id: 'VARCHAR',
    reporter: 'VARCHAR', // NULL if the source reconciles both sides
    start_date: 'VARCHAR',
    end_date: 'VARCHAR',
    value: 'DOUBLE',
    unit: 'VARCHAR',
    tonnes: 'DOUBLE', // NULL = not known
    valuation: 'VARCHAR',
    status: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Cells of input-output tables, one row each. */
  sector_flows: {
    year: 'INTEGER',
    from_id: 'VARCHAR', // the supplier; ROW = rest of the world as this source defines it; NULL = all origins together
    sector: 'VARCHAR', // supplying sector, by the source's code
    to_id: 'VARCHAR', // the user; NULL = all
    using_sector: 'VARCHAR', // NULL = all
    use: 'VARCHAR', // intermediate, final (negative if stocks fell), output (the sector's gross output), inputs (what the sector used up)
    value: 'DOUBLE',
    unit: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** The product codes on a list of products, such as the goods under a sanction. */
  product_lists: {
    list: 'VARCHAR', // our id of the list
    nomenclature: 'VARCHAR',
    product: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** The outcomes of meetings of the UN Security Council, one row each. They state totals of votes, not the votes of members. */
  council_outcomes: {
    record: 'VARCHAR', // symbol of the meeting record; NULL where there was no meeting (written procedure)
    date: 'VARCHAR',
    topic: 'VARCHAR',
    outcome: 'VARCHAR', // resolution, statement, vetoed, not adopted, communique, note, letter, election, decision, vote (totals without a document), none
    symbol: 'VARCHAR', // symbol of the resolution, statement or draft
    yes: 'INTEGER', // NULL if no vote is stated
    no: 'INTEGER',
    abstain: 'INTEGER',
    vetoed_by: 'VARCHAR', // ISO3, comma separated; NULL if the source does not name them
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Vetoes in the UN Security Council, one row for each draft and each permanent member that vetoed it. */
  vetoes: {
    draft: 'INTEGER', // number of the vetoed draft in this source; the oldest is 1
    symbol: 'VARCHAR', // symbol of the draft; early drafts have only their meeting record
    record: 'VARCHAR', // symbols of the meeting records
    start_date: 'VARCHAR',
    end_date: 'VARCHAR', // a later day if the meeting went past midnight
    topic: 'VARCHAR',
    state: 'VARCHAR', // the state that cast the veto; China before 1971-10-25 is TWN
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Speeches in the General Debate of the UN General Assembly. */
  speeches: {
    state: 'VARCHAR', // ISO3, or EU
    session: 'INTEGER',
    year: 'INTEGER',
    words: 'INTEGER', // runs of characters between white space
    text: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Speakers in the General Debate; a state may have two in a session. */
  speakers: {
    state: 'VARCHAR', // ISO3, or EU
    session: 'INTEGER',
    year: 'INTEGER',
    speaker: 'VARCHAR', // NULL = not stated, also in `post`
    post: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /**
   * Ideal points that visavis estimated from the recorded votes of the same snapshot, for each specification of
   * src/measures/ideal-points/ideal-point-multiverse.ts.
   */
  estimated_points: {
    specification: 'VARCHAR', // name of the specification in that file
    session: 'INTEGER', // regular session; votes of a special session count for the regular one under way
    state: 'VARCHAR',
    votes: 'INTEGER', // number of the state's votes in the session, on which the estimate rests
    point: 'DOUBLE', // on the scale of its own specification; four decimals
    sd: 'DOUBLE', // standard deviation, without the part that all states of a session share
    digest: 'VARCHAR', // digest of the recorded votes that the estimate rests on: the figure is valid for these votes only
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** Similarity of two speeches of one session, which visavis computed from the texts (src/measures/speeches/speech-similarity.ts). */
  speech_similarities: {
    session: 'INTEGER',
    year: 'INTEGER',
    state_a: 'VARCHAR', // the state first in alphabetical order; ISO3, or EU
    state_b: 'VARCHAR',
    similarity: 'DOUBLE', // three decimals, like the standard error
    se: 'DOUBLE',
    digest: 'VARCHAR', // digest of the session's speeches that the similarity was computed from
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** How often a speech mentions a theme (src/measures/speeches/speech-themes.ts). There is a row for each theme, with 0 if the speech does not mention it. */
  speech_themes: {
    session: 'INTEGER',
    year: 'INTEGER',
    state: 'VARCHAR',
    words: 'INTEGER', // number of words of the speech, as in `speeches`
    theme: 'VARCHAR',
    mentions: 'INTEGER',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** What gravity expects a pair to trade, which visavis estimated from the flows of the same snapshot (src/measures/gravity/gravity-norm.ts). Both directions, USD. */
  trade_norms: {
    year: 'INTEGER',
    state_a: 'VARCHAR', // the state first in alphabetical order
    state_b: 'VARCHAR',
    trade: 'DOUBLE',
    expected: 'DOUBLE', // four digits, like the bounds
    low: 'DOUBLE', // between these are nine in ten of the pairs with the nearest expected trade
    high: 'DOUBLE',
    percentile: 'DOUBLE', // of trade over expected, among all pairs
    pairs: 'INTEGER', // number of these pairs
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** What each side of a pair loses if all trade between them ends, by a model of general equilibrium (src/scenarios/coalitions/leverage.ts). Shares of real spending. */
  trade_losses: {
    base: 'VARCHAR', // id of the table of trade that the model rests on
    year: 'INTEGER', // of that table
    state_a: 'VARCHAR', // the state first in alphabetical order
    state_b: 'VARCHAR',
    loss_a: 'DOUBLE', // with the usual elasticities; three digits; below 0: a gain
    low_a: 'DOUBLE', // range over the published sets of elasticities
    high_a: 'DOUBLE',
    loss_b: 'DOUBLE',
    low_b: 'DOUBLE',
    high_b: 'DOUBLE',
    sets: 'INTEGER', // number of sets in the range
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** The weights of words by which speeches are compared, so that a further text is scored in the same way as those of the record. */
  speech_words: {
    word: 'VARCHAR',
    weight: 'DOUBLE', // logarithm of the number of all speeches divided by the number with the word
    rate: 'DOUBLE', // mean uses per million words
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** Ideal points that others published. They are for comparison only, never an input. Scale and sign differ between editions. */
  ideal_points: {
    edition: 'VARCHAR', // Apr2020, Jun2024, Jul2025
    series: 'VARCHAR', // all, final-passage, legacy, human-rights, important, nuclear
    state: 'VARCHAR',
    cow: 'INTEGER', // the source's number of the state: in 1990 Germany has two
    session: 'INTEGER', // NULL if the edition is by calendar year
    year: 'INTEGER', // calendar year, or the year in which the session opened
    votes: 'INTEGER', // number of votes that the estimate rests on
    point: 'DOUBLE',
    q5: 'DOUBLE', // posterior quantiles; NULL where not published
    q50: 'DOUBLE',
    q95: 'DOUBLE',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
} as const

export type TableName = keyof typeof tables

/** Tables with a column that parts of an earlier version lack. Such parts are read with NULL in that column. */
export const tablesWithAddedColumns: ReadonlySet<TableName> = new Set<TableName>(['commitments', 'sanctions'])

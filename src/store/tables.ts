/**
 * The tables of a snapshot. Every part of one table has these columns, in this order; a snapshot may lack a table, which then is empty.
 *
 * Dates are ISO text `YYYY-MM-DD` in our own tables (they sort, compare and print as they are). A blank is SQL NULL: unknown, never zero.
 */
export const tables = {
  /** One figure: from one state (or bloc code, or WLD) to another (NULL for a figure of one state), as one reporter gives it. */
  observations: {
    indicator: 'VARCHAR', // id in indicators.ts
    from_id: 'VARCHAR', // ISO3, bloc id (EU), or WLD for the world
    to_id: 'VARCHAR', // same; NULL where the indicator is of one state
    reporter: 'VARCHAR', // who reports it: ISO3, bloc id, or NULL where the source reconciles both sides
    start_date: 'VARCHAR', // first day of the period
    end_date: 'VARCHAR', // last day of the period
    value: 'DOUBLE',
    unit: 'VARCHAR', // USD, EUR, persons, tonnes ...; amounts in single units of their own currency, current prices
    valuation: 'VARCHAR', // FOB, CIF or NULL
    status: 'VARCHAR', // observed, or estimated (by the source, or by us: see the source's page)
    source: 'VARCHAR', // id of a source card
    vintage: 'VARCHAR', // which edition of the source
    locator: 'VARCHAR', // where in the source: file and row, sheet and cell, page
  },
  /** One recorded vote of the UN General Assembly; positions packed, one character per voter in the order of `voters`. */
  roll_calls: {
    id: 'INTEGER',
    date: 'VARCHAR',
    session: 'VARCHAR', // 74, ES-11
    symbol: 'VARCHAR', // document symbol
    title: 'VARCHAR',
    kind: 'VARCHAR', // whole (a resolution or draft as a whole), paragraph, amendment, other (motions, elections)
    issues: 'VARCHAR', // comma separated: me, nu, di, hr, co, ec; NULL = not classified
    issues_by: 'VARCHAR', // who tagged it: voeten, or visavis for our own rule
    important: 'BOOLEAN', // listed as important by the US State Department; NULL = unknown
    yes: 'INTEGER',
    abstain: 'INTEGER',
    no: 'INTEGER',
    votes: 'VARCHAR', // 1 yes, 2 abstain, 3 no, . no recorded position
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** Recorded votes of the General Assembly that its data sets lack, each from public texts. Claims are tested against them; no measure uses them. */
  cited_roll_calls: {
    symbol: 'VARCHAR',
    date: 'VARCHAR',
    session: 'VARCHAR', // 80, ES-11
    title: 'VARCHAR',
    yes: 'VARCHAR', // who voted so: ISO3, in the order of the alphabet, with a blank between
    no: 'VARCHAR',
    abstain: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR', // publisher, title, day and address of the text
  },
  /** The state of the n-th character of `roll_calls.votes`. */
  voters: { position: 'INTEGER', state: 'VARCHAR' },
  /** Dated memberships of blocs. */
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
  /** Formal written commitments, one row per treaty and party. */
  commitments: {
    treaty: 'VARCHAR', // our id
    name: 'VARCHAR',
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
    note: 'VARCHAR',
  },
  /** Dated acts between two states, or a state and a body: diplomatic relations, trade agreements, defence agreements, partnerships, applications. */
  dated_relations: {
    kind: 'VARCHAR', // diplomatic-relations, trade-agreement, defence-treaty, strategic-partnership, accession-application
    state_a: 'VARCHAR', // ISO3, or a bloc id where both sides are blocs; the pair has no order
    state_b: 'VARCHAR', // ISO3, bloc id, or the short name of an agreement of many (RCEP, CPTPP)
    name: 'VARCHAR', // short name or level; NULL where it has none
    told: 'VARCHAR', // the date as precise as in the text: YYYY, YYYY-MM or YYYY-MM-DD
    start_date: 'VARCHAR', // the first day that it can mean
    end_date: 'VARCHAR', // the last
    date_kind: 'VARCHAR', // signed, in-force, established, recognised, broken, restored, suspended, ended, applied
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR', // publisher, title, day and address of the text
    note: 'VARCHAR', // why the date is uncertain; such a row supports a claim but does not contradict one
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
    vintage: 'VARCHAR', // NULL in parts older than the column
    citation: 'VARCHAR',
    note: 'VARCHAR',
  },
  /**
   * Dated events between two actors: what one did to, with or towards the other. An actor that is not a state has no id but a kind, so that acts of a state
   * are not mixed with those of people who live there.
   */
  events: {
    date: 'VARCHAR', // day of the event, or its first
    end_date: 'VARCHAR', // last day; NULL where it is one day
    from_id: 'VARCHAR', // who acts: ISO3 or bloc id; NULL where neither
    from_kind: 'VARCHAR', // state, within (an office, group or person of the state from_id), bloc, territory, non-state, unknown (nobody can tell)
    from_name: 'VARCHAR', // the actor as the source writes it
    to_id: 'VARCHAR', // who is acted upon, or the partner
    to_kind: 'VARCHAR', // same as from_kind
    to_name: 'VARCHAR',
    kind: 'VARCHAR', // which scheme `code` belongs to: cameo, visit, exercise, order (of arms)
    code: 'VARCHAR', // CAMEO code with its leading zeros (057), or the scheme's own word
    goldstein: 'DOUBLE', // -10 (conflict) to 10 (cooperation) where the source gives it
    mentions: 'INTEGER', // number of reports seen by the source, at least
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Trade by product: too many rows for `observations`, which has only totals of a pair. */
  product_flows: {
    nomenclature: 'VARCHAR', // HS92 ... HS22, SITC1 ..., CN
    product: 'VARCHAR', // code at the length the source gives, with its leading zero
    flow: 'VARCHAR', // exports, imports (as the reporter says), or flow (both reports reconciled)
    from_id: 'VARCHAR',
    to_id: 'VARCHAR',
    reporter: 'VARCHAR', // NULL where the source reconciles both sides
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
    from_id: 'VARCHAR', // who supplies; ROW = rest of the world as this source draws it; NULL = all origins together
    sector: 'VARCHAR', // supplying sector, the source's code
    to_id: 'VARCHAR', // who uses; NULL = all
    using_sector: 'VARCHAR', // NULL = all
    use: 'VARCHAR', // intermediate, final (may be negative: stocks that fell), output (the sector's gross output), inputs (what it used up)
    value: 'DOUBLE',
    unit: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** The product codes of a list of products, such as the goods under a sanction. */
  product_lists: {
    list: 'VARCHAR', // our id of the list
    nomenclature: 'VARCHAR',
    product: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** The outcomes of meetings of the UN Security Council, one row each; totals only, not the votes of members. */
  council_outcomes: {
    record: 'VARCHAR', // symbol of the meeting record; NULL where there was no meeting (written procedure)
    date: 'VARCHAR',
    topic: 'VARCHAR',
    outcome: 'VARCHAR', // resolution, statement, vetoed, not adopted, communique, note, vote (totals without a document), none
    symbol: 'VARCHAR', // of the resolution, statement or draft
    yes: 'INTEGER', // NULL where no vote is stated
    no: 'INTEGER',
    abstain: 'INTEGER',
    vetoed_by: 'VARCHAR', // ISO3, comma separated, where the source names them
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Vetoes in the UN Security Council, one row per draft and permanent member that cast one. */
  vetoes: {
    draft: 'INTEGER', // number of the vetoed draft in this source, the oldest is 1
    symbol: 'VARCHAR', // of the draft; early drafts have only their meeting record
    record: 'VARCHAR', // symbols of the record
    start_date: 'VARCHAR',
    end_date: 'VARCHAR', // a later day where the meeting went past midnight
    topic: 'VARCHAR',
    state: 'VARCHAR', // who cast it; China before 1971-10-25 is TWN
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
    speaker: 'VARCHAR', // NULL = not stated; likewise the post
    post: 'VARCHAR',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
    locator: 'VARCHAR',
  },
  /** Ideal points that visavis estimated from the recorded votes of the same snapshot, under each of the specifications of src/measures/ideal-points/ideal-point-multiverse.ts. */
  estimated_points: {
    specification: 'VARCHAR', // its name there
    session: 'INTEGER', // regular session; votes of a special one count to the regular one under way
    state: 'VARCHAR',
    votes: 'INTEGER', // of the state in the session on which it rests
    point: 'DOUBLE', // in the scale of its own specification; four decimals
    sd: 'DOUBLE', // standard deviation, without that of the common level of a session
    digest: 'VARCHAR', // of the recorded votes it was estimated from: a figure holds for these votes only
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** Similarity of two speeches of one session, which visavis derived from the texts (src/measures/speeches/speech-similarity.ts). */
  speech_similarities: {
    session: 'INTEGER',
    year: 'INTEGER',
    state_a: 'VARCHAR', // the first of the two in the alphabet; ISO3, or EU
    state_b: 'VARCHAR',
    similarity: 'DOUBLE', // three decimals, like its standard error
    se: 'DOUBLE',
    digest: 'VARCHAR', // of the speeches of the session that it was derived from
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** How often a speech mentions a theme (src/measures/speeches/speech-themes.ts); a row for each theme, with 0 where it is not mentioned. */
  speech_themes: {
    session: 'INTEGER',
    year: 'INTEGER',
    state: 'VARCHAR',
    words: 'INTEGER', // of the speech, as `speeches` counts them
    theme: 'VARCHAR',
    mentions: 'INTEGER',
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** The weights of words by which speeches are compared, so that an additional text is scored as the record would score it. */
  speech_words: {
    word: 'VARCHAR',
    weight: 'DOUBLE', // logarithm of all speeches to speeches with the word
    rate: 'DOUBLE', // mean uses per million words
    source: 'VARCHAR',
    vintage: 'VARCHAR',
  },
  /** Ideal points that others published; for comparison only, never an input. Scale and sign differ between editions. */
  ideal_points: {
    edition: 'VARCHAR', // Apr2020, Jun2024, Jul2025
    series: 'VARCHAR', // all, final-passage, legacy, human-rights, important, nuclear
    state: 'VARCHAR',
    cow: 'INTEGER', // the number of the source: in 1990 Germany has two
    session: 'INTEGER', // NULL where the edition goes by calendar year
    year: 'INTEGER', // calendar year, or the one in which the session opened
    votes: 'INTEGER', // on which the estimate rests
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

/** Tables with a column that earlier parts lack: such parts are read with NULL in it. */
export const grownTables: ReadonlySet<TableName> = new Set<TableName>(['sanctions'])

import type { Indicator } from './indicator.ts'

/** Indicators of the UN General Assembly: votes, ideal points estimated from them, and speeches. */
const assembly: readonly Indicator[] = [
  {
    id: 'un-votes',
    title: 'Votes in the UN General Assembly',
    table: 'roll_calls',
    unit: 'position: yes, abstain, no, or none recorded',
    relation: 'state',
    domain: 'diplomacy',
    higher: 'the state was for the text',
    definition:
      'Position of each member on each recorded vote of the General Assembly and its special sessions, packed in the order of `voters`.',
    limits:
      'Recorded votes only: most resolutions pass without one, and what is put to a vote is chosen by its sponsors. Absent and not taking part are one and the same here.',
  },
  {
    id: 'un-votes-issues',
    title: 'Issues of votes in the UN General Assembly',
    table: 'roll_calls',
    unit: 'tags: me, nu, di, hr, co, ec',
    relation: 'none',
    domain: 'diplomacy',
    higher: 'more issues touch the vote',
    definition:
      'Which of six issues a recorded vote is about: the Middle East, nuclear matters, disarmament, human rights, colonialism, economic development.',
    limits: 'Tagged by Voeten until 2019 and by a rule of ours on titles and subjects after it; votes on anything else have no tag.',
  },
  {
    id: 'un-votes-important',
    title: 'Votes that the US State Department lists as important',
    table: 'roll_calls',
    unit: '0 or 1',
    relation: 'none',
    domain: 'diplomacy',
    higher: 'the vote mattered to the United States',
    definition: 'Whether the report of the US State Department to Congress lists the vote as important.',
    limits: 'The choice of one state, made after the vote: agreement on these votes is agreement on what Washington picked.',
  },
  {
    id: 'cited-roll-calls',
    title: 'Votes in the UN General Assembly, one by one from public texts',
    table: 'cited_roll_calls',
    unit: 'position: yes, abstain, no, or none recorded',
    relation: 'state',
    domain: 'diplomacy',
    higher: 'the state was for the text',
    definition: 'Who voted how on single texts of the General Assembly that the data sets of its votes lack.',
    limits:
      'Chosen by us because texts speak of them: claims are held against them, and no measure of agreement or position rests on them.',
  },
  {
    id: 'un-ideal-points',
    title: 'Ideal points that others published',
    table: 'ideal_points',
    unit: 'scale of its edition',
    relation: 'state',
    domain: 'diplomacy',
    higher: 'the state stands nearer to one end of the dimension on which votes divide; which end, the edition says',
    definition:
      'Estimated position of a state on one dimension that explains its votes best, by session or year, with quantiles where published.',
    limits: 'One dimension of many. Scale and sign differ between editions; held to be compared with, never an input here.',
  },
  {
    id: 'estimated-ideal-points',
    title: 'Ideal points estimated from recorded votes',
    table: 'estimated_points',
    unit: 'scale of its specification',
    relation: 'state',
    domain: 'diplomacy',
    higher: 'the state stands nearer to the United States on the dimension on which votes divide',
    definition:
      'Position of a state in a session on the one dimension that explains recorded votes best, with its standard deviation, under each of fourteen specifications.',
    limits:
      'One dimension of many, and consensus leaves no trace in it. Scales differ between specifications; a position of one session rests on those of the others too.',
  },
  {
    id: 'un-speeches',
    title: 'Speeches in the General Debate',
    table: 'speeches',
    unit: 'text',
    relation: 'state',
    domain: 'narrative',
    higher: 'the state spoke at greater length',
    definition: 'Text of what a state said in the General Debate of a session, in English, with its number of words.',
    limits: 'One speech a year, many of them translations and scans; who speaks, a minister or a king, changes the tone.',
  },
  {
    id: 'speech-similarity',
    title: 'Similarity of speeches in the General Debate',
    table: 'speech_similarities',
    unit: 'index',
    relation: 'undirected',
    domain: 'narrative',
    higher: 'the two speak more of the same things',
    definition:
      'Cosine of the weighted word rates of two speeches of one session, less those of a typical speech, freed of their length; with its standard error.',
    limits:
      'Words tell what is spoken of, not on which side: two states at war speak of the same war. One speech a year, many of them translations.',
  },
  {
    id: 'speech-themes',
    title: 'Themes of speeches in the General Debate',
    table: 'speech_themes',
    unit: 'mentions',
    relation: 'state',
    domain: 'narrative',
    higher: 'the state speaks more of the theme',
    definition: 'How often a speech mentions each of our themes, by a reviewed list of words, with the number of its words.',
    limits: 'A list of words misses what is said in others, and does not tell praise from blame.',
  },
  {
    id: 'gravity-norm',
    title: 'Trade that gravity expects of a pair',
    table: 'trade_norms',
    unit: 'USD',
    relation: 'undirected',
    domain: 'trade',
    higher: 'two states of this size, openness and distance trade more',
    definition:
      'Goods trade, both directions, that a gravity equation expects: effects of exporter and importer, distance, border, language, common customs union and trade bloc; with the range of nine in ten similar pairs.',
    limits:
      'A comparison with other pairs, not what ought to be. Trade agreements outside the customs unions and blocs of the record are not in it.',
  },
  {
    id: 'trade-cut-loss',
    title: 'Loss of each side if all trade between two states ends',
    table: 'trade_losses',
    unit: 'share',
    relation: 'undirected',
    domain: 'trade',
    higher: 'the side loses more of its real spending',
    definition:
      'Change of real spending in general equilibrium after all trade between the two is banned, with the range over published elasticities of trade.',
    limits:
      'A model of the long run without input links: losses of the first months, and of goods for which there is no other seller, are larger.',
  },
  {
    id: 'un-speakers',
    title: 'Who spoke in the General Debate',
    table: 'speakers',
    unit: 'name and post',
    relation: 'state',
    domain: 'diplomacy',
    higher: 'no order: who came is told by the post',
    definition: 'Speaker and post for each state and session; a state may have two.',
    limits: 'Posts are as the records print them, in several spellings; many early ones are missing.',
  },
]

const council: readonly Indicator[] = [
  {
    id: 'un-sc-outcomes',
    title: 'Outcomes of meetings of the UN Security Council',
    table: 'council_outcomes',
    unit: 'outcome, with totals of votes',
    relation: 'none',
    domain: 'diplomacy',
    higher: 'no order: a kind',
    definition:
      'What a meeting came to: a resolution, a statement, a veto, a draft that failed, or nothing; with the totals for, against and abstaining.',
    limits: 'Totals only: who voted how is not told. What was settled before a meeting, and drafts never put to the vote, leave no trace.',
  },
  {
    id: 'un-sc-vetoes',
    title: 'Vetoes in the UN Security Council',
    table: 'vetoes',
    unit: 'vetoes',
    relation: 'state',
    domain: 'diplomacy',
    higher: 'the member stopped more drafts',
    definition: 'Drafts that failed by the vote of a permanent member, one row for each such member.',
    limits:
      'Vetoes that were only threatened do not show, and they shape most drafts. Two lists tell of the same vetoes: count one of them.',
  },
]

const commitments: readonly Indicator[] = [
  {
    id: 'bloc-membership',
    title: 'Membership of blocs',
    table: 'memberships',
    unit: 'member from day to day',
    relation: 'state',
    domain: 'institutions',
    higher: 'no order: member, observer, partner ... by day',
    definition: 'When a state belonged to a bloc, and in which role, with the citation of each date.',
    limits: 'Belonging is not acting: suspended, absent and paying nothing all count as members. Only the blocs of our list.',
  },
  {
    id: 'alliance-commitments',
    title: 'Commitments of alliance treaties',
    table: 'commitments',
    unit: 'obligations',
    relation: 'state',
    domain: 'alliance',
    higher: 'the treaty binds the party to more',
    definition:
      'Which of five obligations (defence, offence, neutrality, nonaggression, consultation) a treaty lays on a party, from day to day.',
    limits: 'The words of treaties in a list of our own that is not complete: a pair without a row is unknown, not without commitment.',
  },
  {
    id: 'dated-relations',
    title: 'Dated deeds between states',
    table: 'dated_relations',
    unit: 'deeds with dates',
    relation: 'undirected',
    domain: 'diplomacy',
    higher: 'no order: kind and date of each deed',
    definition:
      'When two states took up, broke off or restored diplomatic relations, signed or put into force a trade or defence agreement or another accord, declared a strategic partnership, or one applied to a bloc, named the other an ally by law, changed its tariffs on the other, or expelled its ambassador.',
    limits:
      'A list of our own from public texts, far from complete: a pair without a row is unknown. A date is as fine as the text tells it.',
  },
]

const standing: readonly Indicator[] = [
  {
    id: 'interstate-relations',
    title: 'War, peace, missing relations and closed borders between states',
    table: 'interstate_relations',
    unit: 'spells in force',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'no order: kind and form of each spell',
    definition:
      'From when to when two states fought, were in a state of war, under an armistice or bound by a peace, had no or lowered diplomatic relations, or one denied the other statehood, declared it an enemy, closed its border or airspace to it, put it on a list, or did not apply a treaty to it.',
    limits:
      'A list of our own from public texts, not complete: a pair without a row is unknown. Fighting through armed groups counts only where the note says so.',
  },
  {
    id: 'territorial-claims',
    title: 'Territorial claims between states',
    table: 'territorial_claims',
    unit: 'claims that stand',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'more claims stand between the two',
    definition:
      'Land, rivers, islands and waters of one state that the government of another claims, from when to when, and what ended the claim.',
    limits: 'A list of our own, not complete for sea boundaries and small stretches. A claim may be dormant for decades and still stand.',
  },
  {
    id: 'institution-memberships',
    title: 'Membership of common institutions',
    table: 'institution_memberships',
    unit: 'member from day to day',
    relation: 'state',
    domain: 'institutions',
    higher: 'no order: member or suspended, by day',
    definition:
      'When a state belonged to an institution of free movement, free trade, union, region or security that is no bloc of the record.',
    limits: 'Only the institutions of our list. Belonging is not acting.',
  },
]

const agreements: readonly Indicator[] = [
  {
    id: 'trade-agreements',
    title: 'Trade agreements between states',
    table: 'trade_agreements',
    unit: 'agreements in force',
    relation: 'undirected',
    domain: 'trade',
    higher: 'no order: the kind says how far an agreement goes',
    definition:
      'Customs unions, free trade areas, agreements of partial scope, non-reciprocal preferences and framework treaties, with the days on which each party was bound, and the pairs between which an agreement is suspended.',
    limits:
      'As notified to the WTO until April 2026, with treaties that were not notified. It says what is in force, not what is used or how far duties fell. Preferences granted by law are not here.',
  },
  {
    id: 'agreements-and-restrictions',
    title: 'Swap lines, payments, missions in space, and restrictions on suppliers',
    table: 'agreements_and_restrictions',
    unit: 'agreements and restrictions in force',
    relation: 'undirected',
    domain: 'finance',
    higher: 'no order: the kind says what it is',
    definition:
      'Swap lines of central banks with their ceilings, agreements on payments in own currencies, links of payment systems, joint missions in space, and restrictions on the other side’s suppliers of telecommunications, with their days.',
    limits: 'Not complete. A ceiling is not what was drawn, and an agreement says nothing of its use.',
  },
]

const sanctions: readonly Indicator[] = [
  {
    id: 'sanctions-regimes',
    title: 'Embargoes and sanctions regimes',
    table: 'sanctions',
    unit: 'regimes in force',
    relation: 'directed',
    domain: 'sanctions',
    higher: 'more regimes of the sender hold against the target',
    definition: 'Regimes by sender, target and day, with the kinds of measures, from a list of our own with the citation of each.',
    limits: 'Whether they bite is not told: a travel ban on one person and an oil embargo are each one regime. The list is not complete.',
  },
  {
    id: 'sanctions-cases',
    title: 'Cases of sanctions as research projects count them',
    table: 'sanctions',
    unit: 'cases',
    relation: 'directed',
    domain: 'sanctions',
    higher: 'more cases of the sender against the target',
    definition: 'Cases by sender, target and year or day, with the kinds of measures, as the data set codes them.',
    limits: 'What one case is differs between data sets, so their counts do not compare; most ends are known to the year only.',
  },
]

const cells: readonly Indicator[] = [
  {
    id: 'events',
    title: 'Events coded from news reports',
    table: 'events',
    unit: 'events',
    relation: 'directed',
    domain: 'diplomacy',
    higher: 'more was reported of what the one did to the other; whether kind or hostile is told by the code',
    definition: 'What one actor did to another on a day, by CAMEO code, read from news reports by software.',
    limits:
      'Reports, not deeds: the English-language press, its growth and its repetitions make most of the numbers. Machine coding is wrong in a large part of single events; divide by coded-events.',
  },
  {
    id: 'engagement-events',
    title: 'Engagements of leaders, one by one',
    table: 'events',
    unit: 'events',
    relation: 'directed',
    domain: 'people',
    higher: 'leaders dealt with the other state more often',
    definition:
      'A day, a leader and a state in the public activities of listed leaders, by kind: visit, meeting at home or in a third place, contact.',
    limits: 'The kind is told by a rule on the text of the source; a summit has a row for each state that was named.',
  },
  {
    id: 'exercise-events',
    title: 'Joint military exercises, one by one',
    table: 'events',
    unit: 'events',
    relation: 'undirected',
    domain: 'exercises',
    higher: 'the two trained together more often',
    definition: 'An exercise and a partner that took part, as the reporter lists them; from = reporter.',
    limits: 'Known to the year only; size, length and content do not count, and unannounced exercises are missing.',
  },
  {
    id: 'goods-by-product',
    title: 'Goods trade by product',
    table: 'product_flows',
    unit: 'mixed',
    relation: 'directed',
    domain: 'trade',
    higher: 'more of the product went from the exporter to the importer',
    definition: 'Value, and weight where known, of a flow of goods by product code of a nomenclature; as a reporter says, or reconciled.',
    limits:
      'Codes change with the edition of the nomenclature, and secret trade is booked under codes of its own: products do not add up to totals everywhere.',
  },
  {
    id: 'sector-flows',
    title: 'Cells of input-output tables',
    table: 'sector_flows',
    unit: 'USD',
    relation: 'directed',
    domain: 'trade',
    higher: 'the user takes more from the supplying sector',
    definition:
      'What a sector of one economy supplies to the industries and final users of another, with gross output and inputs of each sector.',
    limits: 'Made to balance: cells are estimates, and the rest of the world is a remainder. Final use may be negative where stocks fell.',
  },
  {
    id: 'product-lists',
    title: 'Lists of products under a measure',
    table: 'product_lists',
    unit: 'product codes',
    relation: 'none',
    domain: 'sanctions',
    higher: 'more goods are on the list',
    definition: 'Product codes that a list holds, such as goods under an export sanction.',
    limits: 'A list of one day: codes were added before and after it, and a code is wider than the goods that the law names.',
  },
]

const conflicts: readonly Indicator[] = [
  {
    id: 'armed-conflict',
    title: 'Armed conflict of two states',
    table: 'conflicts',
    unit: '1 from 25, 2 from 1,000 battle-related deaths in the year',
    relation: 'undirected',
    domain: 'conflict',
    higher: 'more were killed in a conflict in which the two were on opposing sides',
    definition:
      'Years in which the two were on opposing sides of an armed conflict with 25 or more battle-related deaths: between states, or of a government with armed opponents on whose side the other state took part.',
    limits:
      'Deaths are those of the whole conflict, and below 25 in a year nothing counts. In a coalition not every state fought each of the other side; support without troops is not in it.',
  },
]

/** Indicators whose rows are not in `observations` but in a table of their own. */
export const recordTableIndicators: readonly Indicator[] = [
  ...assembly,
  ...council,
  ...commitments,
  ...standing,
  ...agreements,
  ...sanctions,
  ...conflicts,
  ...cells,
]

import { tradeAgreementPairs } from '../../measures/trade/trade-agreement-pairs.ts'
import type { TableName } from '../../store/index.ts'
import type { DomainId } from './domain-ids.ts'
import type { Fact, FactWords } from './fact.ts'

const notComplete = 'none found: the table is our own and not complete'

/** SQL: what two parties of one thing have in common, from the later start to the earlier end. `parties` has id, name, form, state, start_told, end_told, source. */
function inCommon(parties: string): string {
  return `WITH parties AS (${parties})
    SELECT x.state AS a, y.state AS b, x.id AS ref, x.form, x.name, greatest(x.start_told, y.start_told) AS start_told, least(x.end_told, y.end_told) AS end_told,
      x.source, x.vintage, x.locator, x.checked
    FROM parties x JOIN parties y ON x.id = y.id AND x.state < y.state
    WHERE greatest(x.start_told, y.start_told) <= coalesce(least(x.end_told, y.end_told), '9999')`
}

const obligations = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const

const treaties = inCommon(`SELECT treaty AS id, name,
    array_to_string(list_filter([${obligations.map((one) => `CASE WHEN ${one} THEN '${one}' END`).join(', ')}], lambda one: one IS NOT NULL), ', ') AS form,
    state, start_date AS start_told, end_date AS end_told, source, NULL AS vintage, citation AS locator, NULL AS checked
  FROM commitments WHERE start_date IS NOT NULL`)

const blocs =
  inCommon(`SELECT bloc AS id, bloc AS form, bloc AS name, state, start_date AS start_told, end_date AS end_told, source, NULL AS vintage, citation AS locator, NULL AS checked
  FROM memberships WHERE role = 'member' AND bloc <> 'UN' AND start_date IS NOT NULL`)

const institutions =
  inCommon(`SELECT institution AS id, institution AS form, institution AS name, state, start_told, end_told, source, vintage, locator, checked
  FROM institution_memberships WHERE role = 'member' AND start_told IS NOT NULL`)

/** A bloc's regime is also a fact of each member while it is one, with the bloc as actor. Measures that came later are facts of their own. */
const sanctions = `WITH regimes AS (
    SELECT regime AS ref, sender, target, array_to_string(list_sort(list_distinct(string_split(measures, ','))), ', ') AS form, name, start_date AS start_told,
      end_date AS end_told, source, vintage, citation AS locator, note
    FROM sanctions WHERE start_date IS NOT NULL)
  SELECT sender AS a, target AS b, sender AS actor, * EXCLUDE (sender, target) FROM regimes
  UNION ALL BY NAME
  SELECT m.state AS a, target AS b, sender AS actor, ref, form, name, greatest(start_told, m.start_date) AS start_told, least(end_told, m.end_date) AS end_told, r.source, r.vintage, r.locator, r.note
  FROM regimes r JOIN (SELECT bloc, state, start_date, end_date FROM memberships WHERE role = 'member' AND bloc <> 'UN') m ON m.bloc = r.sender AND m.state <> r.target
  WHERE greatest(start_told, m.start_date) <= coalesce(least(end_told, m.end_date), '9999')`

/** An agreement that has so many parties when it comes to bind two of them says little of these. */
const mostParties = 40

/** Spells of pairs of every agreement, with the name and the text of the agreement itself. */
const agreements = `WITH spells AS (${tradeAgreementPairs()}),
    joined AS (SELECT agreement, state, min(from_date) AS first FROM (SELECT agreement, a AS state, from_date FROM spells UNION ALL SELECT agreement, b, from_date FROM spells) GROUP BY ALL),
    parties AS (SELECT agreement, first, sum(count(*)) OVER (PARTITION BY agreement ORDER BY first) AS states FROM joined GROUP BY agreement, first),
    named AS (SELECT agreement, any_value(name) AS name, any_value(source) AS source, any_value(vintage) AS vintage, min(locator) AS locator FROM trade_agreements WHERE role = 'party' GROUP BY agreement)
  SELECT a, b, spells.agreement AS ref, if(status = 'suspended', 'suspended ', if(states > ${mostParties}, 'wide ', '')) || kind AS form, name, from_date AS start_told, to_date AS end_told, source, vintage, locator
  FROM spells JOIN named USING (agreement) ASOF JOIN parties ON spells.agreement = parties.agreement AND spells.from_date >= parties.first`

interface About extends Pick<Fact, 'title' | 'definition' | 'of' | 'words' | 'claims'> {
  readonly absent?: string
}

function bond(kind: string, domain: DomainId, tables: readonly TableName[], sql: string, about: About): Fact {
  return { absent: notComplete, ...about, kind, domain, from: { tables }, sql }
}

const both = ({ a, b }: FactWords): string => `${a} and ${b}`
const noClaims = { begins: [], holds: [], ends: [] } as const

/** Facts of what binds two states, or one does to the other, below and beside relations. */
export const bondFacts: readonly Fact[] = [
  bond('treaty', 'alliance', ['commitments'], treaties, {
    title: 'treaty with a commitment',
    definition:
      'A treaty by which both promise defence, offence, neutrality, non-aggression or consultation; the form lists what the first promises.',
    of: 'pair',
    words: { title: ({ name }) => name ?? 'treaty', sentence: (words) => `${both(words)} were bound by ${words.name} (${words.form})` },
    claims: {
      begins: ['signed', 'concluded', 'treaty entered into force'],
      holds: ['treaty', 'allied', 'alliance'],
      ends: ['denounced', 'terminated'],
    },
  }),
  bond('common-bloc', 'institutions', ['memberships'], blocs, {
    title: 'common membership of a bloc',
    definition: 'Both are members of a bloc; the form is its id.',
    absent: 'none: the list of members of these blocs is complete',
    of: 'pair',
    words: { title: ({ name }) => `both in ${name}`, sentence: (words) => `${both(words)} were both members of ${words.name}` },
    claims: noClaims,
  }),
  bond('common-institution', 'institutions', ['institution_memberships'], institutions, {
    title: 'common membership of an institution',
    definition: 'Both are members of an institution that is no bloc of the record; the form is its id.',
    absent: 'none among the institutions of the table',
    of: 'pair',
    words: { title: ({ name }) => `both in ${name}`, sentence: (words) => `${both(words)} were both members of ${words.name}` },
    claims: noClaims,
  }),
  bond('sanction', 'sanctions', ['sanctions', 'memberships'], sanctions, {
    title: 'sanctions regime',
    definition:
      'Measures of a sanctions regime of a state or body on the other that began on one day; the form lists them, and the reference is the regime.',
    absent: 'none found: the table has the main senders, and not all of their regimes',
    of: 'directed',
    words: {
      title: ({ name }) => name ?? 'sanctions',
      sentence: ({ actor, other, form }) => `${actor} had sanctions on ${other ?? 'the other'} (${form})`,
    },
    claims: { begins: ['imposed sanctions', 'sanctioned'], holds: ['under sanctions', 'sanctions on'], ends: ['lifted sanctions'] },
  }),
  bond('trade-agreement', 'trade', ['trade_agreements', 'memberships'], agreements, {
    title: 'trade agreement',
    definition:
      'A trade agreement that binds the two, themselves or through a bloc; the form is its kind, with `suspended` before it while it is, and `wide` where it had more than 40 parties by then.',
    of: 'pair',
    words: { title: ({ name }) => name ?? 'trade agreement', sentence: (words) => `${both(words)} had a trade agreement` },
    claims: { begins: ['trade agreement entered into force'], holds: ['trade agreement', 'free trade'], ends: ['trade agreement ended'] },
  }),
  bond(
    'agreement-on-money-or-technology',
    'finance',
    ['agreements_and_restrictions'],
    `SELECT state_a AS a, state_b AS b, actor, kind || ': ' || form AS form, name, amount, currency AS unit, start_told, end_told, source, vintage, locator, checked, note
     FROM agreements_and_restrictions WHERE kind <> 'joint-mission'`,
    {
      title: 'swap line, settlement, payment link, or restriction on suppliers',
      definition: 'What the two agreed on money and payments, or one did to the other’s suppliers of technology.',
      of: 'directed',
      words: {
        title: ({ form, name }) => `${form}${name === null ? '' : ` (${name})`}`,
        sentence: (words) => `${both(words)}: ${words.form}`,
      },
      claims: noClaims,
    },
  ),
]

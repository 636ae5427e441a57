import type { Fact, FactWords } from './fact.ts'

const notComplete = 'none found: the table is our own and not complete'
const both = ({ a, b }: FactWords): string => `${a} and ${b}`

interface Act extends Pick<Fact, 'kind' | 'domain' | 'title' | 'definition'> {
  /** The acts that begin what stands from then on; those of one day unless given. */
  readonly begins?: readonly string[]
  readonly sentence: (words: FactWords) => string
  readonly claims: readonly string[]
}

/** Acts of one day; or, where `begins` is given, what stands from such an act to the next one that ends it. */
function acts(table: string, { begins, sentence, claims, ...about }: Act): Fact {
  const rows = `SELECT state_a AS a, state_b AS b, name, date_kind, told, source, vintage, locator, note FROM dated_relations WHERE kind = '${table}'`
  const list = (begins ?? []).map((one) => `'${one}'`).join(', ')
  return {
    ...about,
    from: { tables: ['dated_relations'] },
    sql:
      begins === undefined
        ? `SELECT a, b, name, date_kind AS form, told AS start_told, told AS end_told, source, vintage, locator, note FROM (${rows})`
        : `WITH rows AS (${rows})
      SELECT a, b, name, name AS form, min(told) FILTER (date_kind IN (${list})) AS start_told, max(told) FILTER (date_kind = 'ended') AS end_told,
        any_value(source) AS source, any_value(vintage) AS vintage, min_by(locator, told) AS locator, min_by(note, told) AS note
      FROM rows GROUP BY a, b, name HAVING start_told IS NOT NULL`,
    absent: notComplete,
    of: 'pair',
    words: { title: ({ name }) => name ?? about.title, sentence },
    claims: { begins: claims, holds: begins === undefined ? [] : claims, ends: [] },
  }
}

/** Dated acts between two governments: accords, tariffs, expulsions, and the partnerships, designations and laws that stand from a day on. */
export const datedActs: readonly Fact[] = [
  acts('strategic-partnership', {
    kind: 'partnership',
    domain: 'diplomacy',
    title: 'declared partnership',
    definition: 'A partnership that the two governments declared, at the level that they named.',
    begins: ['established', 'signed', 'in-force'],
    sentence: (words) => `${both(words)} had a ${words.name ?? 'strategic partnership'}`,
    claims: ['strategic partnership', 'partnership'],
  }),
  acts('ally-designation', {
    kind: 'ally-designation',
    domain: 'alliance',
    title: 'designation as an ally without a treaty',
    definition: 'One designates the other an ally by its own law, such as a major non-NATO ally of the United States.',
    begins: ['designated'],
    sentence: (words) => `${both(words)} were tied by a designation: ${words.name}`,
    claims: ['major non-nato ally'],
  }),
  acts('security-law', {
    kind: 'security-law',
    domain: 'alliance',
    title: 'law on the other state',
    definition: 'A law, constitution or order of one that names the other and binds its own government towards it.',
    begins: ['enacted'],
    sentence: (words) => `the ${words.name} was in force between ${both(words)}`,
    claims: ['relations act'],
  }),
  acts('accord', {
    kind: 'accord',
    domain: 'diplomacy',
    title: 'accord',
    definition:
      'What the two agreed, announced or ended on a day and what is no treaty of another kind: truces, frameworks of trade, memoranda.',
    sentence: (words) => `${both(words)}: ${words.name}`,
    claims: ['accord', 'memorandum', 'agreement'],
  }),
  acts('tariff', {
    kind: 'tariff',
    domain: 'trade',
    title: 'additional tariff',
    definition:
      'An additional duty of one on the goods of the other, on the day on which it was announced, imposed, raised, lowered or ended.',
    sentence: (words) => `${both(words)}: ${words.name}`,
    claims: ['tariff', 'duties'],
  }),
  acts('expulsion', {
    kind: 'expulsion',
    domain: 'diplomacy',
    title: 'expulsion of diplomats',
    definition: 'An ambassador or a number of officials whom one expelled.',
    sentence: (words) => `${both(words)}: ${words.name} expelled`,
    claims: ['expelled'],
  }),
]

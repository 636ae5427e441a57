import type { Manifest } from '../../store/index.ts'
import { countedConflicts } from './conflict-universe.ts'
import type { DomainId } from './domain-ids.ts'
import type { Fact, FactWords } from './fact.ts'

const notComplete = 'none found: the table is our own and not complete'

type About = Omit<Fact, 'kind' | 'domain' | 'from' | 'sql' | 'absent'>

/** A kind of the reviewed table of what stands between two states from day to day. */
function relation(kind: string, domain: DomainId, about: About): Fact {
  return {
    ...about,
    kind,
    domain,
    from: { tables: ['interstate_relations'] },
    sql: `SELECT state_a AS a, state_b AS b, actor, form, name, start_told, end_told, ended_by, source, vintage, locator, checked, note
      FROM interstate_relations WHERE kind = '${kind}'`,
    absent: notComplete,
  }
}

const both = ({ a, b }: FactWords): string => `${a} and ${b}`
const named = (name: string | null): string => (name === null ? '' : ` (${name})`)
const acted = ({ a, b, actor, other }: FactWords): readonly [string, string] => [actor ?? a, other ?? b]

const fightingWords: Readonly<Record<string, string>> = { war: 'were at war', fighting: 'fought each other', clash: 'clashed' }
const fightingTitles: Readonly<Record<string, string>> = { war: 'war', fighting: 'fighting', clash: 'clash' }

const missingWords: Readonly<Record<string, (words: FactWords) => string>> = {
  broken: (words) =>
    words.actor === null
      ? `${both(words)} had broken off diplomatic relations`
      : `${acted(words)[0]} had broken off diplomatic relations with ${acted(words)[1]}`,
  suspended: (words) => `diplomatic relations between ${both(words)} were suspended`,
  never: (words) => `${both(words)} had no diplomatic relations`,
  moved: (words) => `${both(words)} had no diplomatic relations`,
}

/**
 * Years that follow each other in which the two were on opposing sides of one armed conflict, at one intensity and with the same parties. The first year is seen
 * from the day on which its episode began, where that lies in it, else from its end; `amount` is the number of years.
 */
const stretchesOfConflict = (manifest: Manifest): string => `WITH counted AS (${countedConflicts(manifest)}),
    years AS (
      SELECT *, side_a || coalesce(' / ' || side_b, '') AS sides, year - row_number() OVER same AS run, lead(year) OVER conflict_years = year + 1 AS goes_on
      FROM counted
      WINDOW same AS (PARTITION BY state_a, state_b, conflict, side_a, side_b, role_a, role_b, territory, intensity, source ORDER BY year),
        conflict_years AS (PARTITION BY state_a, state_b, conflict ORDER BY year)),
    stretches AS (
      SELECT state_a AS a, state_b AS b, sides, territory AS name, if(intensity = 2, 'war', 'minor') AS form, conflict AS number, source, min(vintage) AS vintage,
        min(year) AS first, max(year) AS last, arg_min(episode_began, year) AS began, arg_max(episode_ended, year, 1)[1] AS ended, arg_max(goes_on, year) AS goes_on,
        split_part(min(locator), ':', 1) || ', conflict ' || conflict AS locator
      FROM years GROUP BY state_a, state_b, sides, role_a, role_b, territory, intensity, conflict, source, run)
    SELECT a, b, form, name, sides, number, source, vintage, locator, (last - first + 1)::DOUBLE AS amount, 'years' AS unit, 'named' AS checked,
      if(began[:4] = first::VARCHAR, began, first::VARCHAR) AS start_told, if(began[:4] = first::VARCHAR, began, first || '-12-31') AS seen,
      coalesce(ended, if(goes_on OR last < max(last) OVER (PARTITION BY source), last::VARCHAR, NULL)) AS end_told
    FROM stretches`

const deaths = (form: string | null): string => (form === 'war' ? '1,000 or more' : '25 to 999')

const armedConflict: Fact = {
  kind: 'armed-conflict',
  domain: 'conflict',
  title: 'armed conflict',
  definition:
    'Years in which the two were on opposing sides of an armed conflict, each side with a government or in support of one: a war with 1,000 or more battle-related deaths in the year, a minor one with 25 or more.',
  from: { tables: ['conflicts'] },
  sql: stretchesOfConflict,
  absent: 'none, in the years that the list covers and in which both were states',
  of: 'pair',
  words: {
    title: ({ form, name }) => `${form === 'war' ? 'war' : 'armed conflict'}${name === null ? '' : ` over ${name}`}`,
    sentence: (words) =>
      `${both(words)} were on opposing sides of an armed conflict${words.name === null ? '' : ` over ${words.name}`} with ${deaths(words.form)} battle-related deaths a year`,
  },
  claims: { begins: [], holds: ['armed conflict', 'on opposing sides'], ends: [] },
}

/** Facts of fighting, war, truce and peace, and of territory. */
export const conflictFacts: readonly Fact[] = [
  relation('hostilities', 'conflict', {
    title: 'fighting',
    definition: 'War, fighting of more than a clash, or a clash between the forces of the two; the actor is the one that attacked.',
    of: 'pair',
    words: {
      title: ({ form }) => fightingTitles[form ?? ''] ?? 'fighting',
      sentence: (words) => `${both(words)} ${fightingWords[words.form ?? ''] ?? 'fought each other'}${named(words.name)}`,
    },
    claims: {
      begins: ['attacked', 'invaded', 'went to war', 'war broke out'],
      holds: ['at war', 'fought', 'clashed', 'war between'],
      ends: ['war ended', 'fighting ended'],
    },
  }),
  relation('state-of-war', 'conflict', {
    title: 'state of war',
    definition: 'A state of war that one declared or holds itself to be in, whether or not they fight.',
    of: 'directed',
    words: { title: () => 'state of war', sentence: (words) => `${both(words)} were in a state of war${named(words.name)}` },
    claims: { begins: ['declared war'], holds: ['state of war'], ends: ['state of war ended'] },
  }),
  relation('armistice', 'conflict', {
    title: 'armistice or ceasefire',
    definition: 'An armistice or ceasefire of the two that is in force.',
    of: 'pair',
    words: {
      title: ({ form }) => form ?? 'armistice',
      sentence: (words) => `${both(words)} had ${words.form === 'ceasefire' ? 'a ceasefire' : 'an armistice'}${named(words.name)}`,
    },
    claims: {
      begins: ['ceasefire', 'armistice', 'truce'],
      holds: ['ceasefire', 'armistice', 'truce'],
      ends: ['ceasefire ended', 'armistice ended'],
    },
  }),
  relation('peace', 'conflict', {
    title: 'peace treaty, agreement or declaration',
    definition: 'A treaty, agreement or declaration by which the two ended or settled a conflict.',
    of: 'pair',
    words: {
      title: ({ form }) => `peace ${form ?? 'agreement'}`,
      sentence: (words) =>
        `${both(words)} had a ${words.form === 'treaty' ? 'peace treaty' : `peace ${words.form ?? 'agreement'}`}${named(words.name)}`,
    },
    claims: { begins: ['made peace', 'signed a peace'], holds: ['peace treaty', 'peace agreement'], ends: ['peace treaty ended'] },
  }),
  relation('enmity', 'conflict', {
    title: 'declared enmity',
    definition: 'The government of one declares the other its enemy, or its end an aim.',
    of: 'directed',
    words: { title: () => 'declared enmity', sentence: (words) => `${acted(words)[0]} was a declared enemy of ${acted(words)[1]}` },
    claims: { begins: [], holds: ['declared enemy', 'enmity'], ends: [] },
  }),
  {
    kind: 'territorial-claim',
    domain: 'conflict',
    title: 'territorial claim',
    definition: 'Land, rivers, islands or waters of the one that the government of the other claims.',
    from: { tables: ['territorial_claims'] },
    sql: `SELECT state_a AS a, state_b AS b, claimant AS actor, element AS form, territory AS name, size, start_told, end_told, ended_by, source, vintage, locator, checked, note FROM territorial_claims`,
    absent: notComplete,
    of: 'directed',
    words: {
      title: ({ name }) => `claim to ${name ?? 'territory'}`,
      sentence: (words) =>
        words.actor === null
          ? `${both(words)} both claimed ${words.name ?? 'territory'}`
          : `${words.actor} claimed ${words.name ?? 'territory'}`,
    },
    claims: {
      begins: ['laid claim'],
      holds: ['claims', 'claimed', 'territorial dispute', 'dispute over'],
      ends: ['claim ended', 'settled'],
    },
  },
  armedConflict,
]

/** Facts of missing and lowered relations, and of recognition. */
export const diplomacyFacts: readonly Fact[] = [
  relation('no-relations', 'diplomacy', {
    title: 'no diplomatic relations',
    definition: 'The two have no diplomatic relations: never established, broken off, suspended, or moved to a rival government.',
    of: 'directed',
    words: {
      title: ({ form }) => (form === 'broken' ? 'relations broken off' : 'no diplomatic relations'),
      sentence: (words) => (missingWords[words.form ?? 'never'] ?? missingWords['never']!)(words),
    },
    claims: {
      begins: ['broke off', 'severed', 'cut ties', 'cut diplomatic', 'broke diplomatic'],
      holds: ['no diplomatic relations'],
      ends: ['restored', 'resumed', 'established diplomatic', 're-established'],
    },
  }),
  relation('lower-relations', 'diplomacy', {
    title: 'lowered diplomatic relations',
    definition: 'Relations below the level of ambassadors: an embassy closed, no ambassador, a lower level agreed.',
    of: 'directed',
    words: {
      title: ({ form }) => form ?? 'lowered relations',
      sentence: (words) => `${both(words)} had lowered diplomatic relations${named(words.form)}`,
    },
    claims: {
      begins: ['recalled', 'withdrew its ambassador', 'closed its embassy', 'expelled'],
      holds: ['no ambassador'],
      ends: ['reopened', 'returned its ambassador'],
    },
  }),
  relation('non-recognition', 'diplomacy', {
    title: 'statehood not recognised',
    definition: 'The one does not recognise the other as a state.',
    of: 'directed',
    words: { title: () => 'statehood not recognised', sentence: (words) => `${acted(words)[0]} did not recognise ${acted(words)[1]}` },
    claims: { begins: [], holds: ['does not recognise', 'not recognised'], ends: ['recognised'] },
  }),
  relation('closed-border', 'diplomacy', {
    title: 'closed border',
    definition: 'The land border of the two is closed, or closed in part, by one of them or by both.',
    of: 'directed',
    words: {
      title: ({ form }) => (form === 'closed in part' ? 'border closed in part' : 'closed border'),
      sentence: (words) => `the border between ${both(words)} was ${words.form ?? 'closed'}`,
    },
    claims: {
      begins: ['closed the border', 'closed its border'],
      holds: ['border is closed', 'closed border'],
      ends: ['reopened the border'],
    },
  }),
  relation('closed-airspace', 'diplomacy', {
    title: 'closed airspace',
    definition: 'One closes its airspace to the other, or ends flights.',
    of: 'directed',
    words: { title: () => 'closed airspace', sentence: (words) => `the airspace between ${both(words)} was closed` },
    claims: { begins: ['closed its airspace'], holds: ['airspace is closed'], ends: ['reopened its airspace'] },
  }),
  relation('designation', 'sanctions', {
    title: 'list of unfriendly states or of sponsors of terrorism',
    definition: 'One has the other on a list of unfriendly states, or of states that sponsor terrorism.',
    of: 'directed',
    words: {
      title: ({ name }) => name ?? 'designation',
      sentence: (words) => `${acted(words)[0]} had ${acted(words)[1]} on a list (${words.form})`,
    },
    claims: { begins: ['designated', 'listed'], holds: ['unfriendly', 'sponsor of terrorism'], ends: ['removed from the list'] },
  }),
  relation('not-applied', 'institutions', {
    title: 'treaty not applied between two of its members',
    definition: 'Both are members, and one does not apply the treaty to the other.',
    of: 'directed',
    words: {
      title: ({ name }) => `${name ?? 'treaty'} not applied`,
      sentence: (words) => `${acted(words)[0]} did not apply ${words.name} to ${acted(words)[1]}`,
    },
    claims: { begins: [], holds: [], ends: [] },
  }),
]

import type { ClaimSize, IssueKind, OpenIssue } from '../../measures/standing/standing-facts.ts'
import { stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { inSentence, lowerFirst } from '../forms/wording.ts'
import type { FactGatherer } from './fact-gatherer.ts'
import { type FactScope, ofScope } from './fact-scope.ts'

interface Relation {
  readonly kind: string
  readonly state_a: string
  readonly state_b: string
  readonly actor: string | null
  readonly form: string
  readonly name: string | null
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
}

interface Claim {
  readonly state_a: string
  readonly state_b: string
  readonly claimant: string
  readonly territory: string
  readonly size: string
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
  readonly note: string | null
}

const kinds: ReadonlySet<string> = new Set<IssueKind>([
  'enmity',
  'armistice',
  'state-of-war',
  'no-relations',
  'lower-relations',
  'non-recognition',
])

const manners: Readonly<Record<string, OpenIssue['manner']>> = { broken: 'broken', never: 'never', suspended: 'lapsed', moved: 'moved' }

/** Gathers what stands open between two states: claims, enmity, war not ended, missing relations and recognition. */
export async function gatherIssues(snapshot: Snapshot, facts: FactGatherer, scope: FactScope): Promise<void> {
  const { where, parameters } = ofScope(scope)
  const relations = await snapshot.rows(
    `SELECT kind, state_a, state_b, actor, form, name, start_date, end_date, source FROM interstate_relations WHERE kind NOT IN ('hostilities', 'peace') AND ${where} ORDER BY ALL`,
    parameters,
  )
  for (const row of (relations as unknown as Relation[]).filter(({ kind }) => kinds.has(kind))) {
    facts.issue(row.state_a, row.state_b, {
      kind: row.kind as IssueKind,
      from: row.start_date,
      to: row.end_date,
      text: relationText(row),
      source: row.source,
      ...(row.kind === 'no-relations' && manners[row.form] !== undefined ? { manner: manners[row.form]! } : {}),
    })
  }
  const claims = await snapshot.rows(
    `SELECT state_a, state_b, claimant, territory, size, start_date, end_date, source, note FROM territorial_claims WHERE ${where} ORDER BY ALL`,
    parameters,
  )
  for (const row of claims as unknown as Claim[]) gatherClaim(row, facts)
}

/** A claim that is frozen by treaty, dormant or no legal claim is left out; one that is dormant since a year ends then. */
function gatherClaim(row: Claim, facts: FactGatherer): void {
  const dormant = /\bdormant since (\d{4})/.exec(row.note ?? '')
  if (dormant === null && /\b(?:frozen|dormant|no longer pressed|no claim in law|no legal claim)\b/.test(row.note ?? '')) return
  facts.issue(row.state_a, row.state_b, {
    kind: 'claim',
    size: row.size as ClaimSize,
    from: row.start_date,
    to: dormant === null ? row.end_date : `${dormant[1]}-12-30`,
    text: `${row.claimant === 'both' ? 'rival claims' : `the claim of ${inSentence(nameOf(row.claimant))}`} to ${territoryWords(row.territory)}`,
    source: row.source,
  })
}

/** First words of descriptions of a territory, which has no name of its own. */
const commonNouns: ReadonlySet<string> = new Set(
  (
    'The Border Boundary Bridgehead Coast Continental Corridor Division Enclaves Fishing Fort Island Islands Land Lands Maritime Neutral Plots Port ' +
    'Provinces Right River Sea Shelf Summit Temple Water Waters Access'
  ).split(' '),
)

/** Descriptions that need no article, in the singular or the plural. */
const withoutArticle: ReadonlySet<string> = new Set('the access enclaves fishing lands plots port provinces water waters'.split(' '))

/** Writes what is claimed as part of a sentence: `the Falkland Islands (Malvinas)`, `the border and islands`, `Northern Cyprus (occupied)`, `Sabah`. */
function territoryWords(territory: string): string {
  const text = territory
    .replace(/, (occupied|annexed)$/, ' ($1)')
    .replace(/ (not \w+)$/, ', $1')
    .replaceAll('; ', ' and ')
  const [first = ''] = text.split(/[ ,]/)
  if (commonNouns.has(first)) {
    const lowered = `${first.toLowerCase()}${text.slice(first.length)}`
    return withoutArticle.has(first.toLowerCase()) ? lowered : `the ${lowered}`
  }
  const [name = ''] = text.split(/ and |, | \(/)
  return articled.test(name) ? `the ${text}` : text
}

/** Names that take an article: those that end with what they are, and gulfs. */
const articled =
  /^Gulf of|(?: (?:[Ii]slands|[Ii]slets|Line|Archipelago|Heights|[Tt]riangle|[Ss]trip|[Zz]one|Reefs|[Rr]ivers?|crossing|salient|Sea|Straits?)|Dodecanese|Pamir|Haud|Corridor)$/

const words: Readonly<Record<string, string>> = {
  enmity: 'declared enmity',
  armistice: 'no peace after the armistice',
  'state-of-war': 'a state of war that was not ended',
  'non-recognition': 'no recognition',
}

function relationText({ kind, form, name, actor }: Relation): string {
  if ((kind === 'non-recognition' || kind === 'enmity') && actor !== null && actor !== 'both')
    return `${words[kind]} by ${inSentence(nameOf(actor))}${kind === 'enmity' ? enmityGround(name) : ''}`
  if (kind === 'lower-relations') return name === null ? form : `${form} (${name})`
  if (kind !== 'no-relations') return words[kind] ?? kind
  if (form === 'broken') return 'diplomatic relations broken off'
  return form === 'suspended' ? 'diplomatic relations suspended' : 'no diplomatic relations'
}

/** First words of grounds of enmity that are no proper names. */
const groundNouns = /^(?:Annexation|Boycott|Claim|Elimination|Enemy|Force|Foreign|Hostage|Named|Occupation|Occupied|Terrorism)\b/

/** What the enmity was declared by, in brackets: the word alone would be read as a declaration of the government. */
function enmityGround(name: string | null): string {
  const [first = ''] = (name ?? '').split('; ')
  return first === '' ? '' : ` (${groundNouns.test(first) ? lowerFirst(first) : first})`
}

function nameOf(iso3: string): string {
  return stateOf(iso3)?.name ?? iso3
}

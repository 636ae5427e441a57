import type { ClaimSize, IssueKind, OpenIssue } from '../../measures/standing/standing-facts.ts'
import type { FactRow } from '../../memory/index.ts'
import { stateOf } from '../../states/index.ts'
import { inSentence, lowerFirst } from '../forms/wording.ts'
import type { FactGatherer } from './fact-gatherer.ts'

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
export function gatherIssues(rows: readonly FactRow[], facts: FactGatherer): void {
  for (const row of rows) {
    if (row.kind === 'territorial-claim') gatherClaim(row, facts)
    if (!kinds.has(row.kind)) continue
    const manner = row.kind === 'no-relations' ? manners[row.form ?? ''] : undefined
    facts.issue(row.a, row.b, {
      kind: row.kind as IssueKind,
      from: row.start_first,
      to: row.end_last,
      text: relationText(row),
      source: row.source,
      ...(manner === undefined ? {} : { manner }),
    })
  }
}

/** A claim that is frozen by treaty, dormant or no legal claim is left out; one that is dormant since a year ends then. */
function gatherClaim(row: FactRow, facts: FactGatherer): void {
  const dormant = /\bdormant since (\d{4})/.exec(row.note ?? '')
  if (dormant === null && /\b(?:frozen|dormant|no longer pressed|no claim in law|no legal claim)\b/.test(row.note ?? '')) return
  facts.issue(row.a, row.b, {
    kind: 'claim',
    size: row.size as ClaimSize,
    from: row.start_first,
    to: dormant === null ? row.end_last : `${dormant[1]}-12-30`,
    text: `${row.actor === 'both' ? 'rival claims' : `the claim of ${inSentence(nameOf(row.actor!))}`} to ${territoryWords(row.name!)}`,
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

function relationText({ kind, form, name, actor }: FactRow): string {
  if ((kind === 'non-recognition' || kind === 'enmity') && actor !== null && actor !== 'both')
    return `${words[kind]} by ${inSentence(nameOf(actor))}${kind === 'enmity' ? enmityGround(name) : ''}`
  if (kind === 'lower-relations') return name === null ? form! : `${form} (${name})`
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

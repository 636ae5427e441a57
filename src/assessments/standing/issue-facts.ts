import type { ClaimSize, IssueKind, OpenIssue } from '../../measures/standing/standing-facts.ts'
import { stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { inSentence } from '../forms/wording.ts'
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
    text: `${row.claimant === 'both' ? 'rival claims' : `the claim of ${nameOf(row.claimant)}`} to ${lowered(row.territory)}`,
    source: row.source,
  })
}

function lowered(text: string): string {
  return /^(?:The|Border|Waters?|Lands?|Land|Maritime|Shelf|Continental|Access|River|Islands|Enclaves|Provinces|Access)\b/.test(text)
    ? text[0]!.toLowerCase() + text.slice(1)
    : text
}

const words: Readonly<Record<string, string>> = {
  enmity: 'declared enmity',
  armistice: 'no peace after the armistice',
  'state-of-war': 'a state of war that was not ended',
  'non-recognition': 'no recognition',
}

function relationText({ kind, form, name, actor }: Relation): string {
  if ((kind === 'non-recognition' || kind === 'enmity') && actor !== null && actor !== 'both')
    return `${words[kind]} by ${inSentence(nameOf(actor))}`
  if (kind === 'lower-relations') return name === null ? form : `${form} (${name})`
  if (kind !== 'no-relations') return words[kind] ?? kind
  if (form === 'broken') return 'diplomatic relations broken off'
  return form === 'suspended' ? 'diplomatic relations suspended' : 'no diplomatic relations'
}

function nameOf(iso3: string): string {
  return stateOf(iso3)?.name ?? iso3
}

import { looseBodies, looseTreaties, openToAny, standingBodies } from '../../measures/standing/standing-bodies.ts'
import type { Membership } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { withArticle } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'
import type { FactGatherer } from './fact-gatherer.ts'
import { type FactScope, ofScope } from './fact-scope.ts'
import { overlap, type Stretch } from './stretches.ts'

interface Party extends Stretch {
  readonly state: string
  readonly source: string
}

interface InstitutionRow {
  readonly institution: string
  readonly state: string
  readonly start_date: string
  readonly end_date: string | null
  readonly source: string
}

interface CommitmentRow {
  readonly treaty: string
  readonly name: string
  readonly state: string
  readonly start_date: string | null
  readonly end_date: string | null
  readonly defence: boolean | null
  readonly nonaggression: boolean | null
  readonly consultation: boolean | null
  readonly source: string
}

/** Gathers common bodies and treaties that promise defence, or consultation and non-aggression together; wide ones apart. */
export async function gatherBonds(
  snapshot: Snapshot,
  memberships: readonly Membership[],
  facts: FactGatherer,
  scope: FactScope,
): Promise<void> {
  const { where, parameters } = ofScope(scope, ['state'])
  const institutions = (await snapshot.rows(
    `SELECT institution, state, start_date, end_date, source FROM institution_memberships WHERE role = 'member' AND ${where} ORDER BY ALL`,
    parameters,
  )) as unknown as InstitutionRow[]
  const parties = grouped(
    [
      ...memberships
        .filter(({ role }) => role === 'member')
        .map(({ bloc, state, start_date, end_date }) => ({ bloc, state, from: start_date, to: end_date, source: 'bloc-memberships' })),
      ...institutions.map(({ institution, state, start_date, end_date, source }) => ({
        ...{ bloc: institution, state, from: start_date, to: end_date, source },
      })),
    ],
    ({ bloc }) => bloc,
  )
  for (const { bloc, kind, name } of standingBodies) {
    eachPair(parties.get(bloc) ?? [], (one, other, common) =>
      facts.bond(one.state, other.state, { kind, ...common, text: `${commonBody}${name}`, source: one.source }),
    )
  }
  for (const { bloc, name, why } of looseBodies) {
    eachPair(parties.get(bloc) ?? [], (one, other, common) =>
      facts.bond(one.state, other.state, { kind: 'wide-pact', why, ...common, text: `${commonBody}${name}`, source: one.source }),
    )
  }
  await gatherPacts(snapshot, facts, scope)
}

/** How the fact of a common body begins. */
export const commonBody = 'common membership of '

async function gatherPacts(snapshot: Snapshot, facts: FactGatherer, scope: FactScope): Promise<void> {
  const { where, parameters } = ofScope(scope, ['state'])
  const rows = (await snapshot.rows(
    `SELECT treaty, name, state, start_date, end_date, defence, nonaggression, consultation, source FROM commitments
     WHERE source = 'alliance-commitments' AND start_date IS NOT NULL AND ${where} ORDER BY ALL`,
    parameters,
  )) as unknown as CommitmentRow[]
  const binding = rows.filter(
    ({ treaty, defence, nonaggression, consultation }) =>
      looseTreaties.get(treaty) !== openToAny &&
      (looseTreaties.has(treaty) || defence === true || (nonaggression === true && consultation === true)),
  )
  for (const parties of grouped(binding, ({ treaty }) => treaty).values()) {
    const { name, treaty } = parties[0]!
    const why = looseTreaties.get(treaty)
    const kind = why === undefined ? ({ kind: 'pact' } as const) : ({ kind: 'wide-pact', why } as const)
    eachPair(
      parties.map(({ state, start_date, end_date, source }) => ({ state, from: start_date!, to: end_date, source })),
      (one, other, common) => facts.bond(one.state, other.state, { ...kind, ...common, text: withArticle(name), source: one.source }),
    )
  }
}

function eachPair(parties: readonly Party[], use: (one: Party, other: Party, common: Stretch) => void): void {
  parties.forEach((one, i) => {
    for (const other of parties.slice(i + 1)) {
      const common = one.state === other.state ? undefined : overlap(one, other)
      if (common !== undefined) use(one, other, common)
    }
  })
}

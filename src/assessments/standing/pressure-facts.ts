import type { PressureKind } from '../../measures/standing/standing-facts.ts'
import { type Membership, stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { leftRegime } from '../record/regimes-not-applied.ts'
import type { SanctionsRegime } from '../relations/sanctions-regimes.ts'
import { grouped } from '../rows/grouped.ts'
import type { FactGatherer } from './fact-gatherer.ts'
import { type FactScope, ofScope } from './fact-scope.ts'
import { overlap, type Stretch } from './stretches.ts'

type Regime = Omit<SanctionsRegime, 'citation'>

const economic: ReadonlySet<string> = new Set(['trade', 'finance', 'energy', 'technology'])

/** Bodies whose regimes are not the decision of each member against another state, or only advice. */
const notOwn: ReadonlySet<string> = new Set(['UN', 'OSCE'])

/** The last day of the Cold War in Europe: on the next, 34 states signed the Charter of Paris. */
const coldWarEnd = '1990-11-20'

/** Gathers embargoes and economic sanctions between two states, their own or through a bloc, and the opposed alliances of the Cold War. */
export async function gatherPressures(
  snapshot: Snapshot,
  memberships: readonly Membership[],
  facts: FactGatherer,
  scope: FactScope,
): Promise<void> {
  const { where, parameters } = ofScope(scope, ['target'])
  const members = grouped(
    memberships.filter(({ role }) => role === 'member'),
    ({ bloc }) => bloc,
  )
  const regimes = await snapshot.rows(
    `SELECT regime, name, sender, target, start_date, end_date, measures, source, note FROM sanctions WHERE source = 'sanctions-regimes' AND ${where} ORDER BY ALL`,
    parameters,
  )
  for (const regime of regimes as unknown as Regime[]) gatherRegime(regime, members, facts)
  gatherColdWar(members, facts)
}

function gatherRegime(regime: Regime, members: ReadonlyMap<string, readonly Membership[]>, facts: FactGatherer): void {
  const kind = pressureKind(regime)
  if (kind === undefined || notOwn.has(regime.sender) || stateOf(regime.target) === undefined) return
  const own: Stretch = { from: regime.start_date, to: regime.end_date }
  const senders =
    stateOf(regime.sender) !== undefined
      ? [{ by: regime.sender, ...own }]
      : (members.get(regime.sender) ?? []).flatMap(({ state, start_date, end_date }) => {
          const left = leftRegime(regime.regime, state)
          const common = overlap({ ...own, to: left ?? own.to }, { from: start_date, to: end_date })
          return common === undefined || state === regime.target ? [] : [{ by: state, ...common }]
        })
  for (const { by, from, to } of senders) {
    facts.pressure(by, regime.target, { kind, by, from, to, text: regime.name, source: regime.source })
  }
}

/** Measures that the sender denies, and those on single persons, are no pressure of a state on a state. */
function pressureKind({ measures, note }: Regime): PressureKind | undefined {
  if (note?.startsWith('informal') === true) return undefined
  const all = measures.split(',')
  if (all.includes('comprehensive')) return 'embargo'
  return all.some((measure) => economic.has(measure)) ? 'sanctions' : undefined
}

/** Until the Charter of Paris, the two leaders and the members of the alliance that each opposed. */
function gatherColdWar(members: ReadonlyMap<string, readonly Membership[]>, facts: FactGatherer): void {
  const sides = [
    { bloc: 'NATO', against: 'RUS', text: 'opposed alliances, NATO and the Soviet Union' },
    { bloc: 'WARSAW-PACT', against: 'USA', text: 'opposed alliances, the Warsaw Pact and the United States' },
  ]
  for (const { bloc, against, text } of sides) {
    for (const { state, start_date, end_date, source } of (members.get(bloc) ?? []) as (Membership & { source?: string })[]) {
      const common = overlap({ from: start_date, to: end_date }, { from: start_date, to: coldWarEnd })
      if (common === undefined) continue
      const kind = state === 'USA' || state === 'RUS' ? 'opposed-leaders' : 'opposed-alliances'
      facts.pressure(state, against, { kind, ...common, text, source: source ?? 'bloc-memberships' })
    }
  }
}

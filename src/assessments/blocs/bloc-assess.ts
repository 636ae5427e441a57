import { listNumbersOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { availabilityLines, goodsSources, laterEditionsWarning, routesPart, usedSources, withFiniteFigures } from '../assess.ts'
import { routesThroughThirdStates } from '../economy/export-routes.ts'
import type { Assessment, DomainAssessment, Dyad } from '../forms/assessment.ts'
import { domains } from '../forms/domains.ts'
import { capitaliseArticles } from '../forms/wording.ts'
import { judgementsOf } from '../judgements/judgements.ts'
import { ledgerCard } from '../record/ledger-card.ts'
import { standingAcross } from '../standing/standing-across.ts'
import { blocAlliance } from './bloc-alliance.ts'
import { blocConflict, blocsFirstOnConflict } from './bloc-conflict.ts'
import { blocDiplomacy } from './bloc-diplomacy.ts'
import { blocEnergy } from './bloc-energy.ts'
import { blocInstitutions } from './bloc-institutions.ts'
import { blocNarrative } from './bloc-narrative.ts'
import { type BlocInputs, blocAsState, type NamedParty, type Party, partiesOn, partyLines } from './bloc-parties.ts'
import { blocPeople } from './bloc-people.ts'
import { blocQuoted } from './bloc-quoted.ts'
import { blocSanctions } from './bloc-sanctions.ts'
import { blocTrade } from './bloc-trade.ts'
import { blocGoodsByYear, goodsFlows } from './bloc-trade-sums.ts'
import { blocTurningPoints } from './bloc-turning-points.ts'
import { crossPairLedgers } from './cross-pair-ledgers.ts'

/** The two parties, the period, and the number of draws and the seed for intervals. */
export type BlocRequest = Omit<Dyad, 'a' | 'b'> & { readonly a: NamedParty; readonly b: NamedParty }

/**
 * Assesses a state and a bloc, or two blocs, at a date. The domains use the members' own figures, not one assessment per pair.
 *
 * The answer has no stage of cooperation, because ledgers of evidence exist only for pairs of states.
 *
 * @throws VisavisError NoSuchStateThen or SameState, under the same conditions as `partiesOn`
 */
export async function assessBlocs(request: BlocRequest, snapshot: Snapshot): Promise<Assessment> {
  const bloc = await benchOf(request, snapshot)
  const flows = await goodsFlows(bloc)
  const recorded: Readonly<Record<string, (one: BlocInputs) => Promise<DomainAssessment>>> = {
    diplomacy: blocDiplomacy,
    institutions: blocInstitutions,
    alliance: blocAlliance,
    conflict: blocConflict,
    trade: (one) => blocTrade(one, flows),
    energy: blocEnergy,
    sanctions: blocSanctions,
    narrative: blocNarrative,
    ...blocQuoted,
    people: blocPeople,
  }
  const found = await Promise.all(domains.map(async ({ id }) => withFiniteFigures(await recorded[id]!(bloc))))
  const [turning, around, across] = await Promise.all([
    blocTurningPoints(bloc, flows),
    routesThroughThirdStates(bloc.bench),
    standingAcross(snapshot, bloc.a, bloc.b, request.to),
  ])
  const overTime = { standing: [], goods: blocGoodsByYear(bloc, flows) }
  const { manifest } = snapshot
  const { from, to, seed } = request
  const findings = {
    a: shownParty(bloc.a, to),
    b: shownParty(bloc.b, to),
    to,
    seed,
    stage: null,
    turningPoints: turning,
    domains: found.map((domain) => ({ ...domain, summary: capitaliseArticles(domain.summary) })),
  }
  return {
    schemaVersion: 1,
    a: findings.a,
    b: findings.b,
    from: from ?? null,
    to,
    snapshot: { id: manifest.id, created: manifest.created },
    seed,
    headline: [
      ...(across === undefined ? [] : [across.sentence]),
      ...[...partyLines(bloc), ...(await blocsFirstOnConflict(bloc))].map(capitaliseArticles),
      ...availabilityLines(found),
      ...laterEditionsWarning(to, manifest.created),
    ],
    ...(across === undefined ? {} : { standingAcross: across }),
    overTime,
    // The rules for judgements were tested on pairs of states only, so for blocs only the gaps are reported.
    judgements: [],
    keyGaps: judgementsOf(findings, undefined).keyGaps.map((gap) => ({ ...gap, judgement: null })),
    stage: null,
    turningPoints: turning,
    thirdStates: [],
    ...routesPart(around),
    domains: findings.domains,
    sources: usedSources(found, [], [...turning.series, ...around.estimates, ...goodsSources(overTime)], bloc.bench.cards),
  }
}

async function benchOf(request: BlocRequest, snapshot: Snapshot): Promise<BlocInputs> {
  const { to } = request
  const [a, b, memberships] = await partiesOn(snapshot, [request.a, request.b], to)
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench = { dyad: { ...request, a: blocAsState(a), b: blocAsState(b) }, snapshot, cards }
  const [ledger] = crossPairLedgers({ a, b, bench, memberships })
  if (ledger !== undefined) cards.set('ledger', ledgerCard(ledger.ledger))
  return { a, b, bench, memberships }
}

function shownParty(party: Party, day: string): Assessment['a'] {
  const { id, name, members, isBloc } = party
  return isBloc ? { iso3: id, name, members } : { iso3: id, name, ...listNumbersOn(id, day) }
}

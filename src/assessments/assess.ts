import { readOutlookFits } from '../outlook/targets/stored-fits.ts'
import { listNumbersOn, nameOn, type State } from '../states/index.ts'
import { allUnknownUnlessFinite, type Evidence, isKnown, type Snapshot, type SourceCard } from '../store/index.ts'
import { assessAlliance } from './domains/alliance.ts'
import { assessArms } from './domains/arms.ts'
import { assessConflict, firstOnConflict } from './domains/conflict.ts'
import { assessDiplomacy } from './domains/diplomacy.ts'
import { assessEnergy } from './domains/energy.ts'
import { assessExercises } from './domains/exercises.ts'
import { assessFinance } from './domains/finance.ts'
import { goodsByYear } from './domains/goods-by-year.ts'
import { assessInstitutions } from './domains/institutions.ts'
import { assessInvestment } from './domains/investment.ts'
import { assessNarrative } from './domains/narrative.ts'
import { assessPeople } from './domains/people.ts'
import { assessSanctions } from './domains/sanctions.ts'
import { assessTechnology } from './domains/technology.ts'
import { thirdStates } from './domains/third-state-dependence.ts'
import { assessTrade } from './domains/trade.ts'
import { type ExportRoutes, routesThroughThirdStates } from './economy/export-routes.ts'
import type { AssessedParty, Assessment, DomainAssessment, DomainInputs, Dyad } from './forms/assessment.ts'
import { type DomainId, domains } from './forms/domains.ts'
import { stageOf } from './forms/stage.ts'
import type { ThirdState } from './forms/third-state.ts'
import { voteMapOf } from './forms/vote-map.ts'
import { voteRecord } from './forms/vote-map-record.ts'
import { capitaliseArticles, counted, joinedWords } from './forms/wording.ts'
import { judgementsOf } from './judgements/judgements.ts'
import { briefOutlook } from './outlook/brief-outlook.ts'
import { bundledLedger } from './record/ledger.ts'
import { ledgerCard } from './record/ledger-card.ts'
import { withOverdueNote } from './record/overdue-editions.ts'
import { goodsOfPage } from './record/pair-goods.ts'
import { withDiplomaticRelations } from './relations/diplomatic-relations.ts'
import type { LoadedRows } from './rows/observation-row.ts'
import { standingOfPair } from './standing/standing-of-pairs.ts'
import { standingStretches } from './standing/standing-stretches.ts'
import { standingWords } from './standing/standing-words.ts'
import { pairStatements } from './statements/statements.ts'
import { turningPoints } from './turning-points/turning-points.ts'

const recorded: Readonly<Record<DomainId, (bench: DomainInputs) => Promise<DomainAssessment>>> = {
  diplomacy: async (bench) => withDiplomaticRelations(bench, await assessDiplomacy(bench)),
  institutions: assessInstitutions,
  alliance: assessAlliance,
  conflict: assessConflict,
  arms: assessArms,
  exercises: assessExercises,
  trade: assessTrade,
  energy: assessEnergy,
  investment: assessInvestment,
  finance: assessFinance,
  technology: assessTechnology,
  sanctions: assessSanctions,
  people: assessPeople,
  narrative: assessNarrative,
}

/** What the domains of a pair are assessed from: the pair under the names of its last day, the record, its sources and its ledger. */
export function domainInputs(dyad: Dyad, snapshot: Snapshot, held?: LoadedRows): DomainInputs {
  const ledger = bundledLedger(dyad.a.iso3, dyad.b.iso3)
  const cards = [...snapshot.manifest.sources, ...(ledger === undefined ? [] : [ledgerCard(ledger)])]
  return {
    dyad: named(dyad),
    snapshot,
    cards: new Map(cards.map((card) => [card.id, card])),
    ledger,
    ...(held === undefined ? {} : { held }),
  }
}

/** Assesses the domains of a pair in fixed order, or only one of them; without what is read from several together, such as judgements. */
export function assessDomains(bench: DomainInputs, only?: DomainId): Promise<DomainAssessment[]> {
  const chosen = domains.filter(({ id }) => only === undefined || id === only)
  return Promise.all(
    chosen.map(async ({ id }) => {
      const found = withOverdueNote(withFiniteFigures(await recorded[id](bench)), bench.cards, bench.dyad.to)
      return { ...found, summary: capitaliseArticles(found.summary) }
    }),
  )
}

/**
 * Assesses a pair of states at a date: the domains in fixed order, each with figures, intervals and sources, or labelled unknown.
 *
 * @param dyad       the pair, the period, and the bootstrap's draws and seed
 * @param snapshot   the record; apart from it, only the pair's bundled ledger is read
 */
export async function assess(dyad: Dyad, snapshot: Snapshot): Promise<Assessment> {
  const { manifest } = snapshot
  const bench = domainInputs(dyad, snapshot)
  const { ledger } = bench
  const [found, turning, votes, standing, thirds, around, onConflict, outlook, overTime] = await Promise.all([
    assessDomains(bench),
    turningPoints(bench, ledger),
    voteMapPart(dyad, snapshot),
    standingPart(bench),
    thirdStates(bench),
    routesThroughThirdStates(bench),
    firstOnConflict(bench),
    outlookPart(bench),
    overTimePart(bench),
  ])
  const party = ({ iso3, name }: State): AssessedParty => ({ iso3, name, ...listNumbersOn(iso3, dyad.to) })
  const parties = { a: party(bench.dyad.a), b: party(bench.dyad.b) }
  const findings = {
    ...parties,
    to: dyad.to,
    seed: dyad.seed,
    stage: ledger === undefined ? null : stageOf(ledger, dyad.to),
    turningPoints: turning,
    domains: found,
  }
  const { closeness, statements } = await pairStatements(bench, found)
  return {
    schemaVersion: 1,
    ...parties,
    from: dyad.from ?? null,
    to: dyad.to,
    snapshot: { id: manifest.id, created: manifest.created },
    seed: dyad.seed,
    headline: [
      ...(standing.standing === undefined ? [] : [capitaliseArticles(standing.standing.sentence)]),
      ...onConflict.map(capitaliseArticles),
      ...availabilityLines(found),
      ...laterEditionsWarning(dyad.to, manifest.created),
    ],
    ...standing,
    closeness,
    statements,
    overTime,
    ...judgementsOf(findings, ledger),
    ...outlook,
    stage: findings.stage,
    turningPoints: turning,
    thirdStates: thirds,
    ...routesPart(around),
    ...votes,
    domains: found,
    sources: usedSources(
      found,
      thirds,
      [...turning.series, ...around.estimates, ...goodsSources(overTime), ...(votes.voteMap === undefined ? [] : [votes.voteMap])],
      bench.cards,
    ),
  }
}

/** The third states through which goods may go, if anything is known of them. */
export function routesPart({ sentences, estimates }: ExportRoutes): Pick<Assessment, 'routes'> {
  return sentences.length === 0 ? {} : { routes: { sentences, excess: estimates } }
}

/** The class in which the two stood to each other in the year of the last day. */
async function standingPart({ dyad: { a, b, to }, snapshot }: DomainInputs): Promise<Pick<Assessment, 'standing'>> {
  const standing = await standingOfPair(snapshot, a, b, Number(to.slice(0, 4)), to)
  return standing === undefined ? {} : { standing: standingWords(standing, a.name, b.name) }
}

/** What is drawn over everything else. */
async function overTimePart(bench: DomainInputs): Promise<Assessment['overTime']> {
  const { a, b, to } = bench.dyad
  const [standing, goods] = await Promise.all([standingStretches(bench.snapshot, a, b, to), goodsOfPage(bench)])
  return { standing, goods: goodsByYear(goods.reports) }
}

/** What is to be expected of the two in five years. */
async function outlookPart({ dyad: { a, b, to }, snapshot }: DomainInputs): Promise<Pick<Assessment, 'outlook'>> {
  const outlook = await briefOutlook(snapshot, a, b, to, await readOutlookFits())
  return outlook === undefined ? {} : { outlook }
}

async function voteMapPart({ a, b, to }: Dyad, snapshot: Snapshot): Promise<Pick<Assessment, 'voteMap'>> {
  const record = await voteRecord(snapshot)
  const voteMap = voteMapOf(record, record.voters.indexOf(a.iso3), record.voters.indexOf(b.iso3), to)
  return voteMap === undefined ? {} : { voteMap }
}

/** Replaces every figure of a domain that is not a finite number with an unknown one, as a last check. */
export function withFiniteFigures(domain: DomainAssessment): DomainAssessment {
  return { ...domain, estimates: allUnknownUnlessFinite(domain.estimates) }
}

/** Returns the pair under the names that its states had on the last day, such as the Soviet Union in 1985. */
function named(dyad: Dyad): Dyad {
  const then = (state: State): State => ({ ...state, name: nameOn(state, dyad.to) })
  return { ...dyad, a: then(dyad.a), b: then(dyad.b) }
}

/** Says how many domains have data and which have none, for the first lines of the page. */
export function availabilityLines(found: readonly DomainAssessment[]): string[] {
  const silent = found.filter((domain) => domain.state === 'unknown' || domain.state === 'not-applicable')
  const figures = found.flatMap((domain) => domain.estimates.filter((estimate) => isKnown(estimate) && !estimate.id.endsWith('.series')))
  const spoken = found.length - silent.length
  return [
    `Data available for ${spoken} of ${counted(found.length, 'domain', 'domains')} (${counted(figures.length, 'figure', 'figures')}).`,
    ...(silent.length === 0 ? [] : [`Unknown here: ${joinedWords(silent.map((domain) => domain.title.toLowerCase()))}.`]),
  ]
}

/** Warns that the figures for a day before the snapshot come from later editions and were not all known on that day. Empty for a later day. */
export function laterEditionsWarning(to: string, created: string): string[] {
  if (to >= created.slice(0, 10)) return []
  return [
    `Nothing here is later than ${to}, but the figures stand in the editions of ${created.slice(0, 10)}: not all of it was known then.`,
  ]
}

/** The sources of the goods by year, in the form in which figures name theirs. */
export function goodsSources({ goods }: Assessment['overTime']): { evidence: { source: string }[] }[] {
  return [...new Set(goods.years.map(({ source }) => source))].map((source) => ({ evidence: [{ source }] }))
}

export function usedSources(
  found: readonly DomainAssessment[],
  thirds: readonly ThirdState[],
  besides: readonly { readonly evidence: readonly Pick<Evidence, 'source'>[] }[],
  cards: ReadonlyMap<string, SourceCard>,
): SourceCard[] {
  const ids = found.flatMap((domain) => [
    ...domain.estimates.flatMap((estimate) => (isKnown(estimate) ? estimate.evidence.map((evidence) => evidence.source) : [])),
    ...domain.items.map((item) => item.source),
  ])
  const theirs = thirds.flatMap((one) => one.partners.evidence.map(({ source }) => source))
  const others = besides.flatMap((one) => one.evidence.map(({ source }) => source))
  return [...new Set([...ids, ...theirs, ...others])].sort().flatMap((id) => cards.get(id) ?? [])
}

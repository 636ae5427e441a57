import { firstStandingYear } from '../../measures/standing/standing.ts'
import type { PairFacts } from '../../measures/standing/standing-facts.ts'
import { placedOn } from '../../measures/standing/standing-rule.ts'
import { blocs, existedIn } from '../../states/index.ts'
import { isEmptyFramework } from '../record/empty-frameworks.ts'
import { storedMemberships } from '../record/memberships.ts'
import { allianceRecall, isNoneEstimated, isNoSanctionEstimated, type Recall, sanctionsRecall } from '../record/table-recall.ts'
import { sanctionsRegimes } from '../relations/sanctions-regimes.ts'
import { isBoundOn, treatyParties } from '../relations/treaty-parties.ts'
import { grouped } from '../rows/grouped.ts'
import { inForceOn } from '../rows/spells.ts'
import { lastDebate } from '../speeches/last-debate.ts'
import { standingFacts } from '../standing/standing-record.ts'
import { flagCode } from './panel-flags.ts'
import { eachPair, lastDayIn, StatesOfYear } from './panel-pairs.ts'
import { type PanelInputs, pairCell, panelStates, statePlace } from './panel-series.ts'
import type { Fill } from './panel-votes.ts'

const [observed, estimated, zero, noneFound, atLeast, unknown] = (
  ['observed', 'estimated', 'zero', 'none-found', 'at-least', 'unknown'] as const
).map(flagCode) as [number, number, number, number, number, number]

const n = panelStates.length

/** Blocs of which both are members at the end of the year. The lists of members are complete, so none is zero. */
export async function fillSharedBlocs({ snapshot, cards, to }: PanelInputs): Promise<Fill> {
  const known = new Set(blocs.map(({ id }) => id))
  const members = (await storedMemberships(snapshot)).all.filter(({ bloc, role }) => role === 'member' && known.has(bloc))
  const first = Number((cards.get('bloc-memberships')?.coverage[0]?.from ?? '1946').slice(0, 4)) + 1
  return (year, cells) => {
    if (members.length === 0 || year < first) return
    const day = lastDayIn(year, to)
    eachPair(year, (i, j) => cells.set(i * n + j, 0, zero))
    const inForce = members.filter((one) => inForceOn(one, day))
    for (const own of grouped(inForce, ({ bloc }) => bloc).values()) {
      const at = [...new Set(own.flatMap(({ state }) => statePlace(state) ?? []))]
      for (const [k, i] of at.entries())
        for (const j of at.slice(k + 1)) cells.set(pairCell(i, j), (cells.values[pairCell(i, j)] || 0) + 1, observed)
    }
  }
}

/** Treaties in force at the end of the year that bind both by a commitment, or by one of defence. Our list is not complete. */
export async function fillCommitments({ snapshot, cards, to }: PanelInputs, kind: 'any' | 'defence'): Promise<Fill> {
  const window = cards.get('alliance-commitments')?.coverage[0]
  const parties = await treatyParties(snapshot)
  return (year, cells) => {
    const day = lastDayIn(year, to, window?.to)
    if (window === undefined || day < window.from || day > window.to) return
    const none = kind === 'defence' ? noneMeans(allianceRecall('defence', day)) : unknown
    eachPair(year, (i, j) => (none === noneFound ? cells.set(i * n + j, 0, noneFound) : cells.explain(i * n + j, none)))
    const inForce = parties.filter((party) => isBoundOn(party, day))
    for (const own of grouped(inForce, ({ treaty }) => treaty).values()) {
      const sides = new Map<number, boolean>()
      for (const { state, defence } of own) {
        const at = statePlace(state)
        if (at !== undefined) sides.set(at, (sides.get(at) ?? false) || defence === true)
      }
      const all = [...sides]
      for (const [k, [i, one]] of all.entries()) {
        for (const [j, other] of all.slice(k + 1)) {
          if (kind === 'defence' && !one && !other) continue
          cells.set(pairCell(i, j), (cells.values[pairCell(i, j)] || 0) + 1, atLeast)
        }
      }
    }
  }
}

function noneMeans(recall: Recall | undefined): number {
  return recall !== undefined && isNoneEstimated(recall) ? noneFound : unknown
}

/** The class in which two states stand at the end of the year; the one of no known fact is flagged as such. */
export async function fillStanding({ snapshot, to }: PanelInputs): Promise<Fill> {
  const facts = await standingFacts(snapshot)
  const ofPair = new Map<number, PairFacts | null>()
  const factsAt = (i: number, j: number): PairFacts | null => {
    const known = ofPair.get(i * n + j)
    if (known !== undefined) return known
    const found = withFacts(facts!.of(panelStates[i]!.iso3, panelStates[j]!.iso3))
    ofPair.set(i * n + j, found)
    return found
  }
  return (year, cells) => {
    if (facts === undefined || year < firstStandingYear || year > Number(to.slice(0, 4))) return
    const inYear = new StatesOfYear(year, to)
    eachPair(year, (i, j) => {
      const [own, day] = [factsAt(i, j), inYear.dayOf(i, j)]
      if (day === undefined) return
      const { order, clause } = own === null ? nothingKnown : placedOn(own, day)
      cells.set(i * n + j, order, clause === 'nothing-known' ? noneFound : observed)
    })
  }
}

/** The class of a pair without any fact; most pairs are placed by it, so the rule is not run for each year of them. */
const nothingKnown = placedOn({ border: false, near: false, force: [], issues: [], pressures: [], bonds: [] }, '2000-12-31')

/** The facts of a pair; null where it has none. */
function withFacts(facts: PairFacts): PairFacts | null {
  const { force, issues, pressures, bonds } = facts
  return force.length + issues.length + pressures.length + bonds.length === 0 ? null : facts
}

/** Sanctions regimes of one state on another in force at the end of the year, its own and those of bodies it belongs to; the UN is left out. */
export async function fillSanctions({ snapshot, cards, to }: PanelInputs): Promise<Fill> {
  const window = cards.get('sanctions-regimes')?.coverage[0]
  const regimes = (await sanctionsRegimes(snapshot)).filter(({ sender }) => sender !== 'UN')
  const stays = (await storedMemberships(snapshot)).all.filter(({ role, bloc }) => role === 'member' && bloc !== 'UN')
  return (year, cells) => {
    const day = lastDayIn(year, to, window?.to)
    if (window === undefined || day < window.from || day > window.to) return
    const membersOf = grouped(
      stays.filter((one) => inForceOn(one, day)),
      ({ bloc }) => bloc,
    )
    const eu = new Set((membersOf.get('EU') ?? []).map(({ state }) => state))
    for (const [i, sender] of panelStates.entries()) {
      if (!existedIn(sender, year)) continue
      const [own, towardsEu] = [noSanctionMeans(sender.iso3, day), noSanctionMeans('EU', day)]
      for (const [j, target] of panelStates.entries()) {
        const none = eu.has(sender.iso3) && eu.has(target.iso3) ? towardsEu : own
        if (none === noneFound) cells.set(i * n + j, 0, noneFound)
        else cells.explain(i * n + j, unknown)
      }
    }
    const counted = new Set<string>()
    for (const one of regimes.filter((row) => inForceOn(row, day) && !isEmptyFramework(row, day))) {
      const senders = [one.sender, ...(membersOf.get(one.sender) ?? []).map(({ state }) => state)]
      for (const sender of senders) {
        const [i, j] = [statePlace(sender), statePlace(one.target)]
        const key = `${one.regime} ${i} ${j}`
        if (i === undefined || j === undefined || i === j || counted.has(key)) continue
        counted.add(key)
        cells.set(i * n + j, (cells.values[i * n + j] || 0) + 1, atLeast)
      }
    }
  }
}

function noSanctionMeans(sender: string, day: string): number {
  const recall = sanctionsRecall(sender, day)
  return recall !== undefined && isNoSanctionEstimated(recall) ? noneFound : unknown
}

/** Similarity of speeches by year. Two states that spoke in a year and have no row together are unknown. */
export async function fillSpeeches({ snapshot, to }: PanelInputs): Promise<Fill> {
  const sql =
    'SELECT year, state_a, state_b, similarity FROM speech_similarities WHERE year <= $last AND similarity IS NOT NULL ORDER BY year, state_a, state_b'
  const held = (snapshot.manifest.tables['speech_similarities'] ?? []).length > 0
  const rows = held ? ((await snapshot.rows(sql, { last: lastDebate(to) })) as unknown as SpeechRow[]) : []
  const byYear = grouped(rows, ({ year }) => String(year))
  return (year, cells) => {
    const own = byYear.get(String(year)) ?? []
    const speaking = [...new Set(own.flatMap(({ state_a, state_b }) => [statePlace(state_a), statePlace(state_b)]))].filter(
      (at) => at !== undefined,
    )
    for (const i of speaking) for (const j of speaking) if (i < j) cells.explain(pairCell(i, j), unknown)
    for (const { state_a, state_b, similarity } of own) {
      const [i, j] = [statePlace(state_a), statePlace(state_b)]
      if (i !== undefined && j !== undefined) cells.set(pairCell(i, j), similarity, estimated)
    }
  }
}

interface SpeechRow {
  readonly year: number
  readonly state_a: string
  readonly state_b: string
  readonly similarity: number
}

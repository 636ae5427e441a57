import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { allDyads, type DyadTable, type MeasureName } from '../../measures/index.ts'
import { constantSide, needsVariation } from '../forms/constant-position.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { storedMemberships } from '../record/memberships.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { pairVoteTable } from '../votes/vote-draws.ts'
import { rollCallRange, type WholeVotes, wholeVotes } from '../votes/vote-matrix.ts'
import { placeWindow } from '../votes/vote-place-figures.ts'
import { leastCommonVotes, pairIndex, placeSessions, sessionDays, usualPoints, votePlaces } from '../votes/vote-places.ts'
import { flagCode } from './panel-flags.ts'
import { type PanelCells, type PanelInputs, pairCell, panelStates, statePlace } from './panel-series.ts'

const [observed, estimated, unknown, notApplicable] = (['observed', 'estimated', 'unknown', 'not-applicable'] as const).map(flagCode) as [
  number,
  number,
  number,
  number,
]

/** Writes the figures of a year. */
export type Fill = (year: number, cells: PanelCells) => void

/** Similarity of votes on whole resolutions in a calendar year, as `visavis world` has it. */
export async function fillVotes(inputs: PanelInputs, measure: MeasureName): Promise<Fill> {
  const tables = await voteTables(inputs.snapshot, inputs.to)
  const explain = await explainVotes(inputs)
  return (year, cells) => {
    const found = tables(year)
    if (found === undefined) return
    const { table, positions, place } = found
    const values = table[measure]
    for (let row = 0; row < values.length; row++) {
      const [i, j, value] = [table.a[row]!, table.b[row]!, values[row]!]
      if (table.n[row]! < leastCommonVotes || Number.isNaN(value)) continue
      // the measure of a state that never varied is 0 whatever the other did
      if (value === 0 && needsVariation.has(measure) && constantSide(pairVoteTable(positions(i), positions(j))) !== undefined) continue
      cells.set(pairCell(place[i]!, place[j]!), value, observed)
    }
    explain(year, cells)
  }
}

interface YearTable {
  readonly table: DyadTable
  /** Positions of a voter in the year. */
  readonly positions: (voter: number) => Uint8Array
  /** Place of each voter among the states of a panel. */
  readonly place: readonly number[]
}

/** Returns the table of all pairs of a year; the last one is kept, since every measure of votes asks for it. */
const voteTables = cachedBySnapshot(async (snapshot, to: string): Promise<(year: number) => YearTable | undefined> => {
  const [votes, voters] = [await wholeVotes(snapshot), await votersOf(snapshot)]
  const place = voters.map((state) => statePlace(state)!)
  const { to: end } = rollCallRange(votes, '', to)
  let kept: { readonly year: number; readonly table: YearTable } | undefined
  return (year) => {
    if (kept?.year === year) return kept.table
    const span = votes.years.find((one) => one.year === String(year))
    if (span === undefined || span.from >= Math.min(span.to, end)) return undefined
    kept = { year, table: { ...tableOf(votes, voters, span.from, Math.min(span.to, end)), place } }
    return kept.table
  }
})

function tableOf(votes: WholeVotes, voters: readonly string[], from: number, end: number): Omit<YearTable, 'place'> {
  const byState = voters.map((state) => votes.positions(state)!.subarray(from, end))
  const rows = new Uint8Array(voters.length * (end - from))
  byState.forEach((own, i) => {
    for (let r = 0; r < own.length; r++) rows[r * voters.length + i] = own[r]!
  })
  const table = allDyads({ states: voters.length, rollCalls: end - from, positions: rows })
  return { table, positions: (voter) => byState[voter]! }
}

/** The last session that opened by the last day of the panel and that the record has whole: its year is the one in which it opened. */
function lastSession({ snapshot, to }: PanelInputs): number {
  const opened = Number(to.slice(0, 4)) - (to.slice(5) >= '09-15' ? 1945 : 1946)
  return Math.min(opened, lastEnded(snapshot.manifest.created.slice(0, 10)))
}

/** Distance of ideal points in the session that opened in a year, under the usual specification. */
export async function fillIdealPoints(inputs: PanelInputs): Promise<Fill> {
  const [points, last, explain] = [await usualPoints(inputs.snapshot), lastSession(inputs), await explainVotes(inputs)]
  return (year, cells) => {
    const own = year - 1945 > last ? undefined : points.get(String(year - 1945))
    if (own === undefined) return
    const at = own.map(({ state }) => statePlace(state)!)
    for (let i = 0; i < own.length; i++)
      for (let j = i + 1; j < own.length; j++) cells.set(pairCell(at[i]!, at[j]!), Math.abs(own[i]!.point - own[j]!.point), estimated)
    explain(year, cells)
  }
}

/** Place of a pair among all pairs in the votes of three sessions, by the year in which the last of them opened. */
export async function fillVotePlaces(inputs: PanelInputs, years: readonly number[]): Promise<Fill> {
  const { snapshot } = inputs
  const [voters, window, explain] = [
    await votersOf(snapshot),
    await placeWindow(snapshot, sessionDays(1, lastSession(inputs)).to),
    await explainVotes(inputs),
  ]
  const places = new Map<number, Float64Array>()
  for (let last = placeSessions; last <= (window?.last ?? 0); last++) {
    if (years.includes(openingYear(last)))
      places.set(openingYear(last), (await votePlaces(snapshot, last - placeSessions + 1, last)).places)
  }
  const at = voters.map((state) => statePlace(state)!)
  return (year, cells) => {
    const own = places.get(year)
    if (own === undefined) return
    for (let i = 0; i < at.length; i++) {
      for (let j = i + 1; j < at.length; j++) {
        const value = own[pairIndex(at.length, i, j)]!
        if (!Number.isNaN(value)) cells.set(pairCell(at[i]!, at[j]!), value / 100, estimated)
      }
    }
    explain(year, cells)
  }
}

/** Flags pairs without a figure: votes have no meaning for a state that was no member of the UN in that year; of two members they are unknown. */
async function explainVotes({ snapshot }: PanelInputs): Promise<Fill> {
  const members = (await storedMemberships(snapshot)).all.filter(({ bloc, role }) => bloc === 'UN' && role === 'member')
  return (year, cells) => {
    const [first, end] = [`${year}-01-01`, `${year}-12-31`]
    const inYear = members.filter(({ start_date, end_date }) => start_date <= end && (end_date === null || end_date >= first))
    const own = new Set(inYear.map(({ state }) => statePlace(state)))
    const isMember = panelStates.map((_, at) => own.has(at))
    for (let i = 0; i < isMember.length; i++)
      for (let j = i + 1; j < isMember.length; j++) cells.explain(pairCell(i, j), isMember[i] && isMember[j] ? unknown : notApplicable)
  }
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { badInput } from '../../../errors.ts'
import type { Columns, Session } from '../../../store/session.ts'
import { type DgacmFindings, card as dgacmCard, readDgacm } from './un-ga-dgacm.ts'
import { issuesOf, type TagAgreement, tagAgreement } from './un-ga-issues.ts'
import { rollCallColumns, type SourcedRollCall, votersOfRollCalls } from './un-ga-packing.ts'
import type { RollCall } from './un-ga-roll-call.ts'
import { readUnvotes, type UnvotesPaths, card as unvotesCard } from './un-ga-unvotes.ts'

export interface RollCallPaths extends UnvotesPaths {
  /** The files `<session>.json` of the UN's extract. */
  readonly resolutions: readonly string[]
}

/** Comparison of the two sources: Voeten's roll calls in the form of unvotes, and the UN's extract (dgacm). */
export interface Reconciliation {
  readonly unvotes: { readonly rollCalls: number; readonly votes: number }
  /** Size of the extract: recorded votes on resolutions with lists of members, and the positions in them. */
  readonly dgacm: { readonly rollCalls: number; readonly votes: number }
  readonly union: { readonly rollCalls: number; readonly votes: number; readonly voters: number }
  /** Resolutions in both sources, the positions that at least one of the two has in them, and how many of these positions are equal in both. */
  readonly overlap: { readonly rollCalls: number; readonly positions: number; readonly agreeing: number }
  /** Positions that differ between the two sources; that of unvotes is kept. */
  readonly discrepancies: readonly Discrepancy[]
  /** Whole resolutions of session 74 that only unvotes has. */
  readonly onlyUnvotes: readonly string[]
  /** Resolutions up to the last day of unvotes that only the extract has; they are added. */
  readonly onlyDgacm: readonly string[]
  /** Whole resolutions from session 40 on that unvotes has more than once, and the number of positions that differ between the first two rows. */
  readonly twiceInUnvotes: readonly { symbol: string; ids: readonly number[]; differing: number }[]
  readonly findings: DgacmFindings
  /** The package's issue rule compared with Voeten's tags: by title on whole resolutions of sessions 60 to 73, and by title and agenda item on session 74. */
  readonly issueRule: { readonly sessions60to73: readonly TagAgreement[]; readonly session74: readonly TagAgreement[] }
}

interface Discrepancy {
  readonly symbol: string
  readonly state: string
  /** Position by unvotes: 1 yes, 2 abstain, 3 no; null: no recorded position. */
  readonly unvotes: 1 | 2 | 3 | null
  readonly dgacm: 1 | 2 | 3 | null
}

/** Last day of Voeten's roll calls in the form of unvotes. After it the UN's extract is the only source. */
const lastOfUnvotes = '2020-01-14'

/**
 * Finds the files to read by their names in two directories.
 *
 * @throws BadInput if one of Voeten's three files is missing, or there is no `<session>.json`
 */
export async function rollCallPaths(unvotesDirectory: string, resolutionsDirectory: string): Promise<RollCallPaths> {
  const held = await readdir(unvotesDirectory)
  const file = (name: string): string => {
    const found = [`${name}.csv.gz`, `${name}.csv`].find((candidate) => held.includes(candidate))
    if (found === undefined) throw badInput(`${unvotesDirectory} has neither ${name}.csv.gz nor ${name}.csv`)
    return join(unvotesDirectory, found)
  }
  const sessions = (await readdir(resolutionsDirectory)).filter((name) => /^(E?S-)?\d+\.json$/.test(name)).sort()
  if (sessions.length === 0) throw badInput(`${resolutionsDirectory} has no <session>.json`)
  return {
    rollCalls: file('un_roll_calls'),
    votes: file('un_votes'),
    issues: file('un_roll_call_issues'),
    resolutions: sessions.map((name) => join(resolutionsDirectory, name)),
  }
}

/**
 * Reads the recorded votes of the UN General Assembly as the tables `roll_calls` and `voters`: Voeten's to 14 January 2020, the UN's own after it.
 *
 * A resolution in both sources is one row, Voeten's, with the package's issue tags if Voeten's are missing. Every position is compared, and the report lists
 * the differences. The tables are sorted by date and id, the voters by ISO3.
 *
 * @param _session   unused; the signature of every reader has it
 */
export async function readRollCalls(
  paths: RollCallPaths,
  _session?: Session,
): Promise<{ roll_calls: Columns; voters: Columns; report: Reconciliation }> {
  const [unvotes, { rollCalls: dgacm, findings }] = await Promise.all([readUnvotes(paths), readDgacm(paths.resolutions)])
  const joined = united(unvotes, dgacm)
  const voters = votersOfRollCalls([...unvotes, ...dgacm])
  return {
    roll_calls: rollCallColumns(joined.rows, voters),
    voters: { position: voters.map((_, i) => i), state: voters },
    report: {
      unvotes: size(unvotes),
      dgacm: size(dgacm.filter(({ positions }) => positions.size > 0)),
      union: { ...size(joined.rows.map(({ rollCall }) => rollCall)), voters: voters.length },
      ...joined.overlap,
      twiceInUnvotes: twice(unvotes),
      findings,
      issueRule: validation(unvotes, dgacm),
    },
  }
}

type Overlap = Pick<Reconciliation, 'overlap' | 'discrepancies' | 'onlyUnvotes' | 'onlyDgacm'>

function united(unvotes: readonly RollCall[], dgacm: readonly RollCall[]): { rows: SourcedRollCall[]; overlap: Overlap } {
  const first = dgacm[0]?.date ?? ''
  const here = new Map(dgacm.map((rollCall) => [rollCall.symbol, rollCall]))
  const wholes = unvotes.filter(({ kind, date }) => kind === 'whole' && date >= first)
  const pairs = wholes.flatMap((rollCall) => (here.has(rollCall.symbol) ? [{ rollCall, other: here.get(rollCall.symbol)! }] : []))
  const shared = new Set(pairs.map(({ rollCall }) => rollCall.symbol))
  const added = dgacm.filter(({ symbol }) => !shared.has(symbol))
  const rows = [
    ...unvotes.map((rollCall) => ({ rollCall: rollCall.issues === null ? withOurTags(rollCall, here) : rollCall, card: unvotesCard })),
    ...added.map((rollCall) => ({ rollCall, card: dgacmCard })),
  ]
  const compared = pairs.map(({ rollCall, other }) => compare(rollCall, other))
  const overlap = {
    overlap: { rollCalls: pairs.length, positions: sum(compared, 'positions'), agreeing: sum(compared, 'agreeing') },
    discrepancies: compared.flatMap(({ discrepancies }) => discrepancies),
    onlyUnvotes: wholes.filter(({ symbol, session }) => session === '74' && !here.has(symbol)).map(({ symbol }) => symbol ?? ''),
    onlyDgacm: added.filter(({ date }) => date <= lastOfUnvotes).map(({ symbol }) => symbol ?? ''),
  }
  return { rows: rows.sort(byDateAndId), overlap }
}

function byDateAndId(a: SourcedRollCall, b: SourcedRollCall): number {
  return a.rollCall.date < b.rollCall.date ? -1 : a.rollCall.date > b.rollCall.date ? 1 : a.rollCall.id - b.rollCall.id
}

/**
 * Applies the package's rule to a roll call without Voeten's tags. If the extract does not have the resolution, and so no agenda item, only the title is
 * used.
 */
function withOurTags(rollCall: RollCall, dgacm: ReadonlyMap<string | null, RollCall>): RollCall {
  const issues = dgacm.get(rollCall.symbol)?.issues ?? (rollCall.title === null ? null : issuesOf(rollCall.title, ''))
  return { ...rollCall, issues, issuesBy: issues === null ? null : 'visavis' }
}

function compare(a: RollCall, b: RollCall): { positions: number; agreeing: number; discrepancies: Discrepancy[] } {
  const states = [...new Set([...a.positions.keys(), ...b.positions.keys()])].sort()
  const discrepancies = states
    .map((state) => ({ symbol: a.symbol ?? '', state, unvotes: a.positions.get(state) ?? null, dgacm: b.positions.get(state) ?? null }))
    .filter(({ unvotes, dgacm }) => unvotes !== dgacm)
  return { positions: states.length, agreeing: states.length - discrepancies.length, discrepancies }
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

function twice(unvotes: readonly RollCall[]): Reconciliation['twiceInUnvotes'] {
  const groups = new Map<string, RollCall[]>()
  for (const rollCall of unvotes) {
    if (rollCall.kind !== 'whole' || !rollCall.symbol?.startsWith('A/RES/') || Number(rollCall.session) < 40) continue
    groups.set(rollCall.symbol, [...(groups.get(rollCall.symbol) ?? []), rollCall])
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([symbol, group]) => ({ symbol, ids: group.map(({ id }) => id), differing: compare(group[0]!, group[1]!).discrepancies.length }))
}

function validation(unvotes: readonly RollCall[], dgacm: readonly RollCall[]): Reconciliation['issueRule'] {
  const byVoeten = unvotes.filter(({ kind, issuesBy }) => kind === 'whole' && issuesBy === 'voeten')
  const earlier = byVoeten.filter(({ session, title }) => Number(session) >= 60 && Number(session) <= 73 && title !== null)
  const here = new Map(dgacm.map((rollCall) => [rollCall.symbol, rollCall]))
  const session74 = unvotes.filter(({ session, symbol }) => session === '74' && here.has(symbol))
  return {
    sessions60to73: tagAgreement(earlier.map(({ title, issues }) => [issuesOf(title ?? '', ''), issues ?? ''])),
    session74: tagAgreement(session74.map(({ symbol, issues }) => [here.get(symbol)?.issues ?? '', issues ?? ''])),
  }
}

function size(rollCalls: readonly RollCall[]): { rollCalls: number; votes: number } {
  return { rollCalls: rollCalls.length, votes: rollCalls.reduce((total, { positions }) => total + positions.size, 0) }
}

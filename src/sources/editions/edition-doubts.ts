import { badInput, type VisavisError } from '../../errors.ts'
import { boundsOf, worldTotalLimit } from '../../store/indicators/bounds.ts'
import type { Cell, Columns, Session } from '../../store/session.ts'
import type { Snapshot } from '../../store/snapshot.ts'
import type { TableName } from '../../store/tables.ts'
import { tables } from '../../store/tables.ts'
import type { RowsByTable } from '../reader/edition.ts'
import { doubtLimits as limits, negligibleAmount } from './doubt-limits.ts'
import {
  compareToHeld,
  type EditionComparison,
  heldRowsOfFigures,
  lastEditionsSql,
  type RevisedFigure,
  ratioToOtherSources,
} from './held-comparison.ts'
import { knownEditionDoubts } from './known-edition-check.ts'
import { outlyingFigures } from './outlying-figures.ts'

/** An edition that has been read, and the snapshot into which it is to be imported. */
export interface EditionToJudge {
  /** Id of the source. `ids` also has the ids of the other sources whose rows the edition replaces. */
  readonly id: string
  readonly ids: readonly string[]
  readonly content: RowsByTable
  readonly held: Snapshot
  readonly session: Session
  /** Whether to store doubtful figures and files too, since the user has checked them. */
  readonly accept: boolean
  /** Whether these are answers to single questions, which a command asked by itself: there is no known edition of them, and that command takes no --accept. */
  readonly answers?: boolean
}

/** The rows to store, and notes on everything doubtful. */
export interface EditionJudgement {
  readonly content: RowsByTable
  readonly notes: readonly string[]
}

/** A figure in doubt: its row, and the reason as a clause that follows "but". */
interface Doubt {
  readonly row: number
  readonly why: string
}

/**
 * Checks an edition before it is stored: against the bounds of its indicators (`store/indicators/bounds.ts`), the edition held, other sources of the same
 * quantities, the editions known to this version, and the neighbouring years of each size of a state (such as its GDP). A doubtful figure is left out, and the
 * held figure stays in its place; a file that is doubtful as a whole is refused. With `accept`, doubtful figures and files are stored, with a note.
 *
 * A note counts every figure that differs from the edition held: a plausible revision is not doubted, but is always mentioned.
 *
 * @throws BadInput if the file as a whole is in doubt, unless it is accepted
 */
export async function judgeEdition(judged: EditionToJudge): Promise<EditionJudgement> {
  const { content, accept, answers = false } = judged
  const rows = await fewerRows(judged)
  const isHeld = judged.held.manifest.sources.some(({ id }) => id === judged.id)
  const known = isHeld || answers ? { file: [], notes: [] } : knownEditionDoubts(judged.id, content)
  const figures = content.observations === undefined ? nothing : await figureDoubts(judged, content.observations)
  const file = [...rows.file, ...known.file, ...figures.file]
  if (file.length > 0 && !accept) throw refused(judged.id, file)
  const notes = [...file.map((why) => `Accepted although ${why}.`), ...rows.notes, ...known.notes, ...figures.notes]
  if (figures.doubts.length === 0) return { content, notes }
  if (accept) return { content, notes: [...notes, doubtsNote(content.observations!, figures.doubts, 'accepted')] }
  return {
    content: await withoutDoubts(judged, figures.doubts),
    notes: [...notes, doubtsNote(content.observations!, figures.doubts, answers ? 'out of answers' : 'out')],
  }
}

interface FigureDoubts {
  /** Reasons to doubt the file as a whole. */
  readonly file: readonly string[]
  readonly doubts: readonly Doubt[]
  readonly notes: readonly string[]
}

const nothing: FigureDoubts = { file: [], doubts: [], notes: [] }

async function figureDoubts(judged: EditionToJudge, observations: Columns): Promise<FigureDoubts> {
  const { ids, held, session } = judged
  const compared = await compareToHeld(observations, ids, held, session)
  const doubts = firstDoubts([
    ...outOfBounds(observations),
    ...implausibleRevisions(observations, compared.moved),
    ...outlyingFigures(observations, limits.outlying).map(({ row, beside }) => ({
      row,
      why: `the years before and after have ${numberText(beside)}`,
    })),
  ])
  const doubted = new Set(doubts.map(({ row }) => row))
  const all = observations['value']!.length
  const file = [
    ...aboveWorldTotal(observations, doubted),
    ...(await unitDoubts(judged, observations)),
    ...(doubts.length > Math.max(1, all * limits.fileInDoubt) ? [manyDoubts(observations, doubts, all)] : []),
  ]
  const others = revisionNote(observations, compared.moved, doubted)
  return { file, doubts, notes: [...others, ...withdrawnNote(compared, all)] }
}

function outOfBounds(observations: Columns): Doubt[] {
  const [indicators, units, froms, tos] = ['indicator', 'unit', 'from_id', 'to_id'].map((name) => observations[name]!)
  return (observations['value'] as readonly number[]).flatMap((value, row): Doubt[] => {
    const { least, most } = boundsOf(indicators![row] as string, units![row] as string, froms![row] as string, tos![row] as string | null)
    if (value < least) return [{ row, why: value === 0 ? 'it cannot be nothing' : `it cannot be less than ${numberText(least)}` }]
    return value > most ? [{ row, why: `it cannot be more than ${numberText(most)}` }] : []
  })
}

/** Returns the figures that differ from the edition held by a power of ten, or by more than a revision would change them. */
function implausibleRevisions(observations: Columns, moved: readonly RevisedFigure[]): Doubt[] {
  return moved.flatMap(({ row, was }): Doubt[] => {
    const [now, unit] = [observations['value']![row] as number, observations['unit']![row] as string]
    if (Math.max(Math.abs(was), Math.abs(now)) <= negligibleAmount(unit) || was * now < 0) return []
    const why = `the edition held has ${numberText(was)}`
    if (was === 0 || now === 0) return negligibleAmount(unit) > 0 ? [{ row, why }] : []
    const power = Math.log10(now / was)
    const nearest = Math.round(power)
    const isPower = nearest !== 0 && Math.abs(10 ** (power - nearest) - 1) <= limits.powerOfTen
    return isPower || Math.abs(power) > Math.log10(limits.revision) ? [{ row, why }] : []
  })
}

/**
 * Returns a reason to doubt the file if in some period the figures of all states, without those already in doubt, sum to more than the world has; otherwise an
 * empty list.
 */
function aboveWorldTotal(observations: Columns, doubted: ReadonlySet<number>): string[] {
  const [indicators, units, froms, tos, starts, ends, reporters] = [
    'indicator',
    'unit',
    'from_id',
    'to_id',
    'start_date',
    'end_date',
    'reporter',
  ].map((name) => observations[name]!)
  const sums = new Map<string, number>()
  for (const [row, value] of (observations['value'] as readonly number[]).entries()) {
    const [from, to] = [froms![row] as string, tos![row] as string | null]
    if (doubted.has(row) || from.length !== 3 || from === 'WLD' || (to !== null && (to.length !== 3 || to === 'WLD'))) continue
    // The key separates reports of exporters, of importers and of neither, so that two reports of one flow are not added up.
    const side = reporters![row] === null ? '' : reporters![row] === from ? 'exporter' : 'importer'
    const of = [indicators![row], units![row], starts![row], ends![row], side].join('|')
    sums.set(of, (sums.get(of) ?? 0) + value)
  }
  const over = [...sums].filter(([of, sum]) => sum > worldTotalLimit(of.split('|')[0]!, of.split('|')[1]!))
  if (over.length === 0) return []
  const [of, sum] = over[0] as [string, number]
  const [indicator, unit, start, end] = of.split('|') as [string, string, string, string]
  return [
    `its figures of ${indicator} from ${start} to ${end} come to ${numberText(sum)} ${unit} together, more than the world has (${numberText(worldTotalLimit(indicator, unit))})`,
  ]
}

async function unitDoubts({ ids, held, session }: EditionToJudge, observations: Columns): Promise<string[]> {
  const { ratio, common } = await ratioToOtherSources(observations, ids, held, session)
  if (common < limits.unitsFrom || Math.max(ratio, 1 / ratio) <= limits.unitsOff) return []
  const far = ratio > 1 ? `${numberText(ratio)} times` : `1/${numberText(1 / ratio)} of`
  return [
    `its figures are in their median ${far} those of other sources (${common.toLocaleString('en-US')} of the same thing and time): is the unit right?`,
  ]
}

/**
 * Compares the number of rows of each table with the edition held. Fewer rows mean that one of several files was forgotten or cut short, or that the provider
 * withdrew figures. A large loss is a reason to doubt the file, a small one gives a note, so that the user learns of it now, not from a gap a year later.
 */
async function fewerRows({
  content,
  ids,
  held,
}: EditionToJudge): Promise<{ readonly file: readonly string[]; readonly notes: readonly string[] }> {
  const names = (Object.keys(content) as TableName[]).filter((table) => 'source' in tables[table])
  const list = ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ')
  const counted = names.map(async (table) => {
    const ofSources = `source IN (${list})`
    const rows = table === 'observations' ? lastEditionsSql(`FROM ${table}`, ofSources) : `FROM ${table} WHERE ${ofSources}`
    const [found] = await held.rows(`SELECT count(*)::INTEGER AS had FROM (${rows})`)
    return { table, had: found!['had'] as number, has: Object.values(content[table]!)[0]?.length ?? 0 }
  })
  const fewer = (await Promise.all(counted)).filter(({ had, has }) => has < had)
  const isFar = (one: (typeof fewer)[number]): boolean => one.had >= limits.goneFrom && one.has < one.had * (1 - limits.gone)
  const file = fewer
    .filter(isFar)
    .map(
      ({ table, had, has }) =>
        `${table} has ${countText(has)} rows, the edition held ${countText(had)}: cut short, or one of several files was forgotten`,
    )
  const notes = fewer
    .filter((one) => !isFar(one))
    .map(
      ({ table, had, has }) =>
        `${table}: ${countText(had)} rows before, ${countText(has)} now. All files of a source are given at once; visavis diff shows which rows are gone.`,
    )
  return { file, notes }
}

const countText = (count: number): string => count.toLocaleString('en-US')

function refused(id: string, why: readonly string[]): VisavisError {
  return badInput(
    `${id}: ${why.join('; ')}. Nothing was stored`,
    `compare the files with the provider's; where they are right, add them with --accept: visavis add ${id} FILE... --accept`,
  )
}

function manyDoubts(observations: Columns, doubts: readonly Doubt[], all: number): string {
  const [count, of] = [doubts.length.toLocaleString('en-US'), all.toLocaleString('en-US')]
  return `${count} of ${of} figures cannot be right: ${doubtList(observations, doubts)}`
}

/** The most figures in doubt that are listed one by one. */
const doubtsListed = 3

function doubtList(observations: Columns, doubts: readonly Doubt[]): string {
  const first = doubts.slice(0, doubtsListed).map(({ row, why }) => `${figureText(observations, row)}, but ${why}`)
  return `${first.join('; ')}${doubts.length > doubtsListed ? `; and ${(doubts.length - doubtsListed).toLocaleString('en-US')} more` : ''}`
}

function doubtsNote(observations: Columns, doubts: readonly Doubt[], what: 'accepted' | 'out' | 'out of answers'): string {
  const count = doubts.length === 1 ? '1 figure' : `${doubts.length.toLocaleString('en-US')} figures`
  if (what === 'accepted') return `Accepted although in doubt, ${count}: ${doubtList(observations, doubts)}.`
  return `Kept out until confirmed, ${count}: ${doubtList(observations, doubts)}. What is held of them stays; ${what === 'out' ? 'the same command' : 'visavis pull'} with --accept stores them.`
}

/** Describes a figure: `gdp of DEU, 2023: 0 USD (gdp.csv:17)`. */
function figureText(observations: Columns, row: number): string {
  const of = (name: string): Cell => observations[name]![row]!
  const [start, end] = [of('start_date') as string, of('end_date') as string]
  const year = start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31` ? start.slice(0, 4) : `${start} to ${end}`
  const whom = of('to_id') === null ? `of ${of('from_id')}` : `from ${of('from_id')} to ${of('to_id')}`
  return `${of('indicator')} ${whom}, ${year}: ${numberText(of('value') as number)} ${of('unit')} (${of('locator')})`
}

function numberText(value: number): string {
  const size = Math.abs(value)
  return size !== 0 && (size >= 1e15 || size < 1e-3)
    ? value.toExponential(3)
    : value.toLocaleString('en-US', { maximumSignificantDigits: 12 })
}

function firstDoubts(doubts: readonly Doubt[]): Doubt[] {
  const first = new Map<number, Doubt>()
  for (const doubt of doubts) if (!first.has(doubt.row)) first.set(doubt.row, doubt)
  return [...first.values()].sort((a, b) => a.row - b.row)
}

/** Returns a note on the figures that the edition revises, without those in doubt: how many they are, and the one that changed most. */
function revisionNote(observations: Columns, moved: readonly RevisedFigure[], doubted: ReadonlySet<number>): string[] {
  const others = moved.filter(({ row }) => !doubted.has(row))
  if (others.length === 0) return []
  const far = ({ row, was }: RevisedFigure): number => Math.abs((observations['value']![row] as number) / was - 1)
  const most = others.reduce((one, other) => (far(other) > far(one) ? other : one))
  const count = others.length === 1 ? '1 figure differs' : `${others.length.toLocaleString('en-US')} figures differ`
  return [
    `${count} from the edition held; the most: ${figureText(observations, most.row)}, held ${numberText(most.was)}. visavis diff lists them.`,
  ]
}

/** Returns a note if the edition lacks figures that are held, although it has no fewer figures in all. An edition with fewer is reported by `fewerRows`. */
function withdrawnNote({ gone, held }: EditionComparison, all: number): string[] {
  if (gone === 0 || all < held) return []
  return [`Of ${countText(held)} figures held, ${countText(gone)} are not in this edition.`]
}

/** Returns the rows of the edition, in which the held figures take the place of the figures in doubt. */
async function withoutDoubts({ content, held, session }: EditionToJudge, doubts: readonly Doubt[]): Promise<RowsByTable> {
  const observations = content.observations!
  const rows = doubts.map(({ row }) => row)
  const before = await heldRowsOfFigures(observations, rows, held, session)
  const out = new Set(rows)
  const kept = Object.entries(observations).map(([name, cells]): [string, readonly Cell[]] => [
    name,
    [...cells.filter((_, row) => !out.has(row)), ...(before[name] ?? [])],
  ])
  return { ...content, observations: Object.fromEntries(kept) }
}

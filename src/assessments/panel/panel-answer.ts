import { setImmediate as turn } from 'node:timers/promises'
import { VisavisError } from '../../errors.ts'
import type { Snapshot, SourceCard } from '../../store/index.ts'
import { countRows, noFlags, type PanelBlock, type PanelFigure, type PanelScope, panelBlocks, panelFigures, tallyFlags } from './panel.ts'
import { panelSeries } from './panel-catalogue.ts'
import { panelFlags } from './panel-flags.ts'
import { type PanelSeries, panelStates } from './panel-series.ts'

/** What a column holds: a key of the row, the number of a state in a list, a figure, its flag, or the source of the figure in that row. */
type ColumnRole = 'key' | 'code' | 'value' | 'flag' | 'source'

/** A column of a panel, as its codebook describes it. */
export interface PanelColumn {
  readonly name: string
  readonly role: ColumnRole
  readonly type: 'text' | 'integer' | 'number'
  readonly title: string
  readonly description: string
  readonly unit: string | null
  /** Id of the indicator or measure; null for keys and codes. */
  readonly indicator: string | null
  /** What the year of a row refers to in this column. */
  readonly year: string | null
  /** Ids of the sources. */
  readonly sources: readonly string[]
  /** Of a value: how many rows have each flag, those without any left out. */
  readonly flags: Readonly<Record<string, number>> | null
}

export type PanelCell = string | number | null

/** The answer of `visavis panel`. */
export interface PanelAnswer {
  readonly schemaVersion: 1
  /** The command that makes the same panel again. */
  readonly command: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly from: number
  readonly to: number
  /** Last day of all figures. */
  readonly lastDay: string
  readonly directed: boolean
  /** Number of rows. */
  readonly count: number
  readonly columns: readonly PanelColumn[]
  readonly flagMeanings: readonly { readonly code: number; readonly name: string; readonly meaning: string }[]
  readonly sources: readonly Pick<SourceCard, 'id' | 'title' | 'provider' | 'url' | 'citation' | 'vintage' | 'licence'>[]
  /** Rows in the order of the columns: the first ones here, all of them in a file. */
  readonly rows: readonly (readonly PanelCell[])[]
}

/** How many rows an answer in memory has. */
export const rowsInAnswer = 20

/** What a panel is made of, so that it can be written row by row. */
export interface PanelContent {
  readonly scope: PanelScope
  readonly series: readonly PanelSeries[]
  readonly figures: readonly PanelFigure[]
  /** The rows themselves, for a panel small enough to be kept; else they are made again. */
  readonly blocks: readonly PanelBlock[] | undefined
}

/** Most bytes of rows that are kept in memory; all pairs since 1946 with thirteen indicators are 180 MB. */
const mostKept = 192 * 2 ** 20

/** Kept beside the answer and not in it: an answer that is sent to another process has its first rows only. */
const contents = new WeakMap<PanelAnswer, PanelContent>()

/** Returns what the panel of an answer is made of; undefined for an answer of another process. */
export function panelContent(answer: PanelAnswer): PanelContent | undefined {
  return contents.get(answer)
}

/** Returns the blocks of rows of an answer. */
export function blocksOf(answer: PanelAnswer): Iterable<PanelBlock> {
  const content = contents.get(answer)
  if (content !== undefined) return content.blocks ?? panelBlocks(content.scope, content.series)
  throw new VisavisError(
    'TooLarge',
    `the ${answer.count.toLocaleString('en-US')} rows of this panel are not kept; a command writes them to a file`,
    {
      hint: `${answer.command} -o panel.csv`,
    },
  )
}

export interface PanelRequest {
  readonly scope: PanelScope
  /** Ids of `panelIds`. */
  readonly ids: readonly string[]
  readonly command: string
}

interface PanelProgress {
  readonly onYear?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Opens the series of a panel, which serve any of its years. */
export function openPanel(snapshot: Snapshot, { scope, ids }: Pick<PanelRequest, 'scope' | 'ids'>): Promise<PanelSeries[]> {
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const years = Array.from({ length: scope.to - scope.from + 1 }, (_, i) => scope.from + i)
  return panelSeries(ids, { snapshot, cards, to: scope.lastDay }, years)
}

/**
 * Makes the description of a panel with its first rows: its columns, their sources, and how many rows have which flag.
 *
 * @param opened   the series, if they are open for more years than these
 */
export async function panelAnswer(
  snapshot: Snapshot,
  request: PanelRequest,
  progress: PanelProgress,
  opened?: readonly PanelSeries[],
): Promise<PanelAnswer> {
  const { scope, command } = request
  const series = opened ?? (await openPanel(snapshot, request))
  const figures = panelFigures(series, scope.directed)
  const { count, tallies, rows, blocks } = await surveyed(scope, series, figures, progress)
  const columns = columnsOf(figures, tallies)
  const used = new Set(columns.flatMap(({ sources }) => sources))
  const answer: PanelAnswer = {
    ...{ schemaVersion: 1, command, snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created } },
    ...{ from: scope.from, to: scope.to, lastDay: scope.lastDay, directed: scope.directed, count, columns },
    flagMeanings: panelFlags.map(({ code, name, meaning }) => ({ code, name, meaning })),
    sources: snapshot.manifest.sources.filter(({ id }) => used.has(id)).map(citedCard),
    rows,
  }
  contents.set(answer, { scope, series, figures, blocks })
  return answer
}

function citedCard({ id, title, provider, url, citation, vintage, licence }: SourceCard): PanelAnswer['sources'][number] {
  return { id, title, provider, url, citation, vintage, licence }
}

/** Bytes of a value, its flag and its source. */
const bytesOfCell = 10

interface Surveyed {
  /** Number of rows. */
  readonly count: number
  readonly tallies: readonly Float64Array[]
  readonly rows: readonly (readonly PanelCell[])[]
  readonly blocks: readonly PanelBlock[] | undefined
}

async function surveyed(
  scope: PanelScope,
  series: readonly PanelSeries[],
  figures: readonly PanelFigure[],
  { onYear, signal }: PanelProgress,
): Promise<Surveyed> {
  const tallies = figures.map(noFlags)
  const rows: PanelCell[][] = []
  const total = scope.to - scope.from + 1
  const count = countRows(scope)
  const isKept = count * figures.length * bytesOfCell < mostKept
  const blocks: PanelBlock[] = []
  for (const block of panelBlocks(scope, series)) {
    if (isKept) blocks.push(block)
    for (const [f, flags] of block.flags.entries()) tallyFlags(flags, tallies[f]!)
    for (let row = 0; row < block.count && rows.length < rowsInAnswer; row++) rows.push(panelRow(block, figures, row))
    onYear?.(block.year - scope.from + 1, total)
    // yields between years, so that the work can be called off
    await turn()
    if (signal?.aborted) throw new VisavisError('Interrupted', `stopped after the year ${block.year}`)
  }
  return { count, tallies, rows, blocks: isKept ? blocks : undefined }
}

/** Returns one row in the order of the columns. */
export function panelRow(
  { year, a, b, cow, gw, values, flags, sources }: PanelBlock,
  figures: readonly PanelFigure[],
  row: number,
): PanelCell[] {
  const [i, j] = [a[row]!, b[row]!]
  const numbers = [cow[i]!, cow[j]!, gw[i]!, gw[j]!].map((code) => (code === 0 ? null : code))
  return [
    ...[panelStates[i]!.iso3, panelStates[j]!.iso3, year, ...numbers],
    ...figures.flatMap(({ series }, f): PanelCell[] => {
      const value = values[f]![row]!
      const own = [Number.isNaN(value) ? null : value, panelFlags[flags[f]![row]! - 1]!.name]
      return series.oneSourceEach ? [...own, series.sourceTexts[sources[f]![row]! - 1] ?? null] : own
    }),
  ]
}

/** The columns that say which row it is. */
const keys: readonly PanelColumn[] = [
  keyColumn(
    'iso3_a',
    'text',
    'first state, ISO 3166-1 alpha-3',
    'Code of the first state; of a state that has ended its ISO 3166-3 code or three letters of ours (docs/states.md). In an undirected panel the first by code.',
  ),
  keyColumn('iso3_b', 'text', 'second state, ISO 3166-1 alpha-3', 'Code of the second state.'),
  keyColumn('year', 'integer', 'calendar year', 'A row stands for a pair and a year in which both were states on one day at least.'),
  ...(['cow', 'gw'] as const).flatMap((list) => ['a', 'b'].map((side) => codeColumn(list, side))),
]

function keyColumn(name: string, type: 'text' | 'integer', title: string, description: string): PanelColumn {
  return { name, role: 'key', type, title, description, unit: null, indicator: null, year: null, sources: [], flags: null }
}

function codeColumn(list: 'cow' | 'gw', side: string): PanelColumn {
  const name = list === 'cow' ? 'Correlates of War' : 'Gleditsch and Ward'
  const which = side === 'a' ? 'first' : 'second'
  return {
    ...keyColumn(
      `${list}_${side}`,
      'integer',
      `${which} state, number of ${name}`,
      `Number of the ${which} state in the list of ${name} in the year, the last one where it changed; missing where the list does not have the state in that year.`,
    ),
    role: 'code',
  }
}

function columnsOf(figures: readonly PanelFigure[], tallies: readonly Float64Array[]): PanelColumn[] {
  return [...keys, ...figures.flatMap((figure, f) => figureColumns(figure, tallies[f]!, figures))]
}

function figureColumns({ series, way }: PanelFigure, tally: Float64Array, figures: readonly PanelFigure[]): PanelColumn[] {
  const isTwoWay = figures.some((one) => one.series === series && one.way === 'ba')
  const name = `${series.column ?? series.id.replaceAll('-', '_')}${isTwoWay ? `_${way}` : ''}`
  const [there, back] = series.sides ?? [', from the first state to the second', ', from the second state to the first']
  const direction = way === null ? '' : way === 'ab' ? there : back
  const title = `${series.title}${direction}`
  const about = { unit: null, indicator: series.id, year: null, sources: [], flags: null }
  const columns: PanelColumn[] = [
    {
      ...{ ...about, name, role: 'value', type: 'number', title, unit: series.unit, year: series.year, sources: series.sources },
      description: `${series.definition} ${series.limits}`,
      flags: Object.fromEntries(panelFlags.flatMap((flag, i) => (tally[i] === 0 ? [] : [[flag.name, tally[i]!]]))),
    },
    {
      ...about,
      name: `${name}_flag`,
      role: 'flag',
      type: 'text',
      title: `what ${name} is worth`,
      description: `Says what the value in ${name} is, or why it is missing.`,
    },
  ]
  if (series.oneSourceEach)
    columns.push({
      ...{ ...about, name: `${name}_source`, role: 'source', type: 'text', title: `source of ${name}`, sources: series.sourceTexts },
      description: `Id of the source that the value in ${name} comes from; of a ratio those of both parts, with a blank between.`,
    })
  return columns
}

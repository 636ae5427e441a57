import { counted, formatShare } from '../../assessments/forms/wording.ts'
import type { VoteCell, VoteMap } from '../../assessments/index.ts'
import { html, type Markup } from '../text/html-markup.ts'
import type { ChartData } from '../text/html-table.ts'
import type { Column } from '../text/table.ts'
import type { Chart } from './chart-frame.ts'
import { yearTicks } from './chart-scale.ts'

type Topic = VoteMap['topics'][number]

const [width, head, foot] = [720, 16, 16]

/** Largest height of all bars together, and largest height of one vote. */
const [room, most] = [330, 5]

/**
 * Draws joint votes by year (columns) and topic (rows). Same votes and votes with one abstention are above a line, opposing votes below it.
 * Every vote has the same area.
 */
export function votesChart(map: VoteMap, pair: string): Chart {
  const [first, last] = [map.all[0]![0], map.all.at(-1)![0]]
  const step = width / (last - first + 1)
  const extents = map.topics.map((topic) => extentOf(topic.cells))
  const unit = Math.min(most, room / extents.reduce((sum, { up, down }) => sum + up + down, 0))
  let y = 0
  const rows = map.topics.map((topic, t) => {
    const { up, down } = extents[t]!
    const base = y + head + up * unit
    y = base + down * unit + 6
    return drawnRow(topic, base, { first, step, unit, top: base - up * unit - head })
  })
  const ticks = yearTicks(first, last, 8).map((year) => {
    const x = (year - first + 0.5) * step
    return html`<path class="grid" d="M${x} ${head}V${y}"/><text class="tick" x="${x}" y="${y + 12}" text-anchor="middle">${String(year)}</text>`
  })
  return {
    id: 'chart-votes',
    title: `Votes in common in the UN General Assembly, by topic, ${first === last ? first : `${first} to ${last}`}`,
    description: `${counted(map.votes, 'vote', 'votes')} in common. ${map.topics.map((topic) => `${topic.title}: ${topicWords(topic)}`).join('. ')}`,
    width,
    height: y + foot,
    body: html`${ticks}${rows}`,
    key: html`A bar a year; its area is the number of votes in which both had a position, one scale for all rows. Above the line: ${swatch('same', 'the same vote')}${swatch('partial', 'one abstained')}Below it: ${swatch('opposing', 'yes against no')}<br/>A resolution under two topics is in both rows. No bar: no vote in common that year. The last is of ${map.last}.`,
    data: voteCells(map, pair),
  }
}

interface Place {
  readonly first: number
  readonly step: number
  readonly unit: number
  readonly top: number
}

function drawnRow(topic: Topic, base: number, { first, step, unit, top }: Place): Markup {
  const bar = Math.max(1, step - 1)
  const paths = { same: '', partial: '', opposing: '' }
  for (const [year, same, partial, opposing] of topic.cells) {
    const x = (year - first) * step + (step - bar) / 2
    paths.same += box(x, base - same * unit, bar, same * unit)
    paths.partial += box(x, base - (same + partial) * unit, bar, partial * unit)
    paths.opposing += box(x, base, bar, opposing * unit)
  }
  const drawn = (['same', 'partial', 'opposing'] as const).map((kind) =>
    paths[kind] === '' ? undefined : html`<path class="votes-${kind}" d="${paths[kind]}"/>`,
  )
  return html`<text class="tick dark" x="0" y="${top + 11}">${topic.title}: ${topicWords(topic)}</text>${drawn}<path class="axis" d="M0 ${base}H${width}"/>
`
}

/** Returns a rectangle as an SVG path segment, or an empty string if its height is zero. */
function box(x: number, y: number, across: number, down: number): string {
  if (down === 0) return ''
  const [left, top, w, h] = [x, y, across, down].map((one) => Math.round(one * 100) / 100)
  return `M${left} ${top}h${w}v${h}h${-w!}z`
}

function extentOf(cells: readonly VoteCell[]): { up: number; down: number } {
  return { up: Math.max(...cells.map(([, same, partial]) => same + partial)), down: Math.max(...cells.map((cell) => cell[3])) }
}

/** Describes the votes on a topic, such as `1,204 votes, 71 % the same, 5 % opposing`. */
function topicWords({ votes, cells }: Topic): string {
  const [same, , opposing] = sums(cells)
  return `${counted(votes, 'vote', 'votes')}, ${formatShare(same / votes)} the same, ${formatShare(opposing / votes)} opposing`
}

function sums(cells: readonly VoteCell[]): [same: number, partial: number, opposing: number] {
  return [1, 2, 3].map((at) => cells.reduce((sum, cell) => sum + cell[at as 1 | 2 | 3], 0)) as [number, number, number]
}

function swatch(kind: 'same' | 'partial' | 'opposing', name: string): Markup {
  return html`<span class="entry"><svg viewBox="0 0 30 14" aria-hidden="true"><rect class="votes-${kind}" x="6" y="1" width="18" height="12"/></svg>${name}</span>`
}

const right = (title: string): Column => ({ title, align: 'right' })

/** Returns the counts by topic and year, one row each: all votes first, then each topic. */
export function voteCells(map: VoteMap, pair: string): ChartData {
  const groups: readonly { title: string; cells: readonly VoteCell[] }[] = [{ title: 'all topics', cells: map.all }, ...map.topics]
  return {
    name: `${pair}-votes`,
    columns: [{ title: 'topic' }, right('year'), right('same'), right('one abstained'), right('opposing')],
    rows: groups.flatMap(({ title, cells }) => cells.map(([year, ...counts]) => [title, String(year), ...counts])),
  }
}

/** Returns a table by topic: the totals, and the share of same votes in the last ten years. */
export function votesByTopic(map: VoteMap): { columns: readonly Column[]; rows: readonly (readonly string[])[] } {
  const last = map.all.at(-1)![0]
  const groups = [{ title: 'All topics', votes: map.votes, cells: map.all }, ...map.topics]
  const since = Math.max(map.all[0]![0], last - 9)
  return {
    columns: [
      { title: 'topic' },
      right('votes'),
      right('same'),
      right('one abstained'),
      right('opposing'),
      right(`same, ${since} to ${last}`),
    ],
    rows: groups.map(({ title, votes, cells }) => {
      const late = cells.filter(([year]) => year >= since)
      const [same, partial, opposing] = sums(cells)
      const lately = sums(late)
      const of = lately.reduce((sum, one) => sum + one, 0)
      return [
        title,
        votes.toLocaleString('en-US'),
        ...[same, partial, opposing].map((one) => formatShare(one / votes)),
        of === 0 ? 'no votes' : `${formatShare(lately[0] / of)} of ${of}`,
      ]
    }),
  }
}

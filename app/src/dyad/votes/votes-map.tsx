import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { counted, formatShare } from '../../../../src/server/wording.ts'
import { hatch } from '../../charts/hatch.ts'
import { type PlotPicture, plot } from '../../charts/plot.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { colour } from '../../theme.ts'
import { type Assessment, downloadSources, fileName } from '../assessment-values.ts'

type VoteMap = NonNullable<Assessment['voteMap']>

interface Cell {
  readonly topic: string
  readonly id: string
  readonly year: number
  readonly same: number
  readonly partial: number
  readonly opposing: number
  readonly votes: number
}

interface VotesMapProps {
  readonly assessment: Assessment
  readonly map: VoteMap
  /** Called when a cell is clicked, with its topic and year; absent where nothing lists its votes. */
  readonly onCell?: (topic: string, year: number) => void
}

/** Shows joint votes by topic and year: the stronger the colour, the higher the share of equal votes; a mark where some were yes against no. */
export function VotesMap({ assessment, map, onCell }: VotesMapProps) {
  const cells = useMemo(() => cellsOf(map), [map])
  const data = useMemo(() => dataOf(cells, map, assessment), [cells])
  return (
    <ChartFigure
      name={fileName(assessment, 'votes-by-topic')}
      title="Votes in common, by topic and year"
      embed={() => embedOfPair(assessment, 'votes-by-topic')}
      alt={altOf(map)}
      data={data}
      draw={(width) => chartOf(cells, map, width, onCell)}
      under={`The stronger the colour of a cell, the larger the part of its votes on which both took the same position: from none (the ground) to all (full colour). The bar in a cell is the part with yes against no. Hatched: no vote in common that year. A resolution under two topics is in both rows. The last vote is of ${map.last}.${onCell === undefined ? '' : ' Press a cell to list its votes.'}`}
    />
  )
}

function cellsOf({ topics }: VoteMap): Cell[] {
  return topics.flatMap(({ id, title, cells }) =>
    cells.map(([year, same, partial, opposing]) => ({ topic: title, id, year, same, partial, opposing, votes: same + partial + opposing })),
  )
}

function chartOf(cells: readonly Cell[], map: VoteMap, width: number, onCell: VotesMapProps['onCell']): PlotPicture {
  const unknown = hatch()
  const [first, last] = [map.all[0]![0], map.all.at(-1)![0]]
  const topics = map.topics.map(({ title }) => title)
  const narrow = width < 620
  const within = { x1: ({ year }: Cell) => year - 0.5, x2: ({ year }: Cell) => year + 0.5, y: 'topic' }
  const svg = plot({
    yearly: true,
    width,
    height: topics.length * (narrow ? 44 : 32) + 34,
    ...{ marginLeft: narrow ? 4 : 232, marginRight: 8, marginTop: narrow ? 16 : 6 },
    x: { domain: [first - 0.5, last + 0.5], label: null, ticks: Math.max(3, Math.floor(width / 90)) },
    y: { domain: topics, label: null, tickSize: 0, padding: narrow ? 0.45 : 0.14, ...(narrow ? { axis: null } : {}) },
    marks: [
      unknown.mark,
      Plot.barX(topics, { x1: first - 0.5, x2: last + 0.5, y: (topic: string) => topic, fill: unknown.fill }),
      Plot.barX(cells, { ...within, fill: colour('ground') }),
      Plot.barX(cells, {
        ...within,
        fill: colour('s0'),
        fillOpacity: ({ same, votes }: Cell) => 0.06 + 0.94 * (same / votes),
        insetRight: 0.5,
      }),
      opposingMarks(cells, topics),
      ...(narrow
        ? [Plot.text(topics, { x: first - 0.5, y: (topic: string) => topic, text: (topic: string) => topic, textAnchor: 'start', dy: -19 })]
        : []),
    ],
  })
  listenTo(svg, cells, topics, onCell)
  return svg
}

/** Draws a bar in each cell for the share of votes with yes against no. */
function opposingMarks(cells: readonly Cell[], topics: readonly string[]): Plot.Markish {
  const opposed = cells.filter(({ opposing }) => opposing > 0)
  return (_index, scales) => {
    const x = scales.x as unknown as (year: number) => number
    const y = scales.y as unknown as ((topic: string) => number) & { bandwidth(): number }
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
    group.setAttribute('fill', colour('s1'))
    group.setAttribute('stroke', colour('ground'))
    group.setAttribute('stroke-width', '0.5')
    const tall = y.bandwidth()
    for (const { year, topic, opposing, votes } of opposed) {
      if (!topics.includes(topic)) continue
      const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
      const [left, right] = [x(year - 0.5), x(year + 0.5)]
      const high = Math.max(2, (tall * opposing) / votes)
      const across = Math.max(1.5, (right - left) * 0.5)
      for (const [name, value] of Object.entries({
        x: (left + right - across) / 2,
        y: y(topic) + tall - high,
        width: across,
        height: high,
      }))
        bar.setAttribute(name, String(value))
      group.append(bar)
    }
    return group
  }
}

/** Shows a tooltip for the cell under the pointer, and calls `onCell`, if there is one, when a cell is clicked. */
function listenTo(svg: PlotPicture, cells: readonly Cell[], topics: readonly string[], onCell: VotesMapProps['onCell']): void {
  const x = svg.scale('x') as unknown as { invert(at: number): number }
  const y = svg.scale('y') as unknown as { apply(topic: string): number; readonly bandwidth: number }
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  svg.prepend(title)
  const cellAt = (event: MouseEvent): Cell | undefined => {
    const box = svg.getBoundingClientRect()
    const { width, height } = svg.viewBox.baseVal
    const year = Math.round(x.invert(((event.clientX - box.left) * width) / box.width))
    const down = ((event.clientY - box.top) * height) / box.height
    const topic = topics.find((one) => down >= y.apply(one) && down <= y.apply(one) + y.bandwidth)
    return cells.find((cell) => cell.topic === topic && cell.year === year)
  }
  svg.addEventListener('pointermove', (event) => {
    const cell = cellAt(event)
    title.textContent = cell === undefined ? '' : cellWords(cell)
    svg.style.cursor = cell === undefined || onCell === undefined ? '' : 'pointer'
  })
  svg.addEventListener('click', (event) => {
    const cell = cellAt(event)
    if (cell !== undefined) onCell?.(cell.id, cell.year)
  })
}

function cellWords({ topic, year, same, partial, opposing, votes }: Cell): string {
  return `${topic}, ${year}: ${counted(votes, 'vote', 'votes')}; ${same} the same, ${partial} with one abstaining, ${opposing} yes against no`
}

function dataOf(cells: readonly Cell[], map: VoteMap, assessment: Assessment): FigureData {
  return {
    columns: ['topic', 'year', 'votes', 'same', 'one abstained', 'yes against no'].map((title) => ({
      name: title.replaceAll(' ', '_'),
      title,
    })),
    rows: cells.map(({ topic, year, votes, same, partial, opposing }) => [topic, year, votes, same, partial, opposing]),
    sources: downloadSources(
      assessment,
      map.evidence.map(({ source }) => source),
    ),
    method: map.method,
  }
}

function altOf(map: VoteMap): string {
  const topics = map.topics.map(({ title, votes, cells }) => {
    const of = (at: 1 | 3): number => cells.reduce((sum, cell) => sum + cell[at], 0)
    return `${title}: ${counted(votes, 'vote', 'votes')}, ${formatShare(of(1) / votes)} the same, ${formatShare(of(3) / votes)} yes against no`
  })
  return `${counted(map.votes, 'vote', 'votes')} in common from ${map.all[0]![0]} to ${map.all.at(-1)![0]}. ${topics.join('. ')}.`
}

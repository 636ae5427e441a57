import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { plot, seriesColours } from '../../charts/plot.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { colour } from '../../theme.ts'
import { coalitionProvenance } from './coalition-members.tsx'

type CoalitionAnswer = Answers['coalition']
type Point = CoalitionAnswer['frontier'][number]

/** Shows the coalitions that no other beats: what the target loses against what it costs the members. */
export function CoalitionFrontier({ answer }: { readonly answer: CoalitionAnswer }) {
  const { frontier, frontierMethod, target, threshold } = answer
  const data = useMemo(
    () => ({
      columns: [
        { name: 'members', title: 'members' },
        { name: 'target_loss', title: `loss of ${target.name}`, unit: '%' },
        { name: 'cost', title: 'cost to the members', unit: 'million USD' },
      ],
      rows: frontier.map(({ members, targetLoss, cost }) => [
        members.length === 0 ? 'nobody' : members.join(', '),
        Number(targetLoss.toFixed(5)),
        Number(cost.toFixed(0)),
      ]),
      ...coalitionProvenance(answer),
    }),
    [answer],
  )
  const last = frontier.at(-1)
  return (
    <ChartFigure
      name="what-if-frontier"
      title={frontierMethod === 'exact' ? 'Coalitions that no other beats' : 'Coalitions grown member by member'}
      alt={`${frontier.length} coalitions, from nobody to ${last?.members.join(', ')}: a loss of ${last?.targetLoss.toFixed(2)} % at a cost of ${((last?.cost ?? 0) / 1000).toFixed(1)} billion dollars a year.`}
      data={data}
      draw={(width) => drawing(answer, width)}
      under={`A point is a coalition: no other does as much harm at a lower cost${frontierMethod === 'exact' ? '' : ' among those that were solved; a better one may exist'}. Named: for each number of members the one that does most.${threshold === null ? '' : ' Dashed: the loss that was asked for.'} The table names all.`}
    />
  )
}

function drawing({ frontier, members, threshold, target }: CoalitionAnswer, width: number): SVGSVGElement {
  const [first] = seriesColours()
  const height = Math.max(260, Math.min(380, width * 0.6))
  const most = Math.max(...frontier.map(({ targetLoss }) => targetLoss), threshold?.loss ?? 0)
  const cost = (point: Point): number => point.cost / 1000
  const greatest = Math.max(...frontier.map(cost))
  const named = labelledPoints(frontier, members.length, (12 * most) / height, width)
  const text = { x: cost, y: 'targetLoss', fontSize: 11, fill: colour('ink'), stroke: colour('ground'), strokeWidth: 4 } as const
  const words = (point: Point): string =>
    nameOfCoalition(
      point,
      members.map(({ name }) => name),
    )
  const right = (point: Point): boolean => cost(point) > greatest * 0.55
  return plot({
    width,
    height,
    marginLeft: 44,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 38,
    x: { label: 'cost to the members, billion dollars a year →', grid: true, nice: true, ticks: Math.max(3, Math.floor(width / 110)) },
    y: { label: `↑ loss of ${target.name}, % of real spending`, grid: true, nice: true, zero: true },
    marks: [
      ...(threshold === null ? [] : [Plot.ruleY([threshold.loss], { stroke: colour('soft'), strokeDasharray: '5 3' })]),
      Plot.line(frontier, { x: cost, y: 'targetLoss', stroke: first!, strokeWidth: 1, strokeOpacity: 0.5 }),
      Plot.dot(frontier, { x: cost, y: 'targetLoss', r: 3.5, fill: first! }),
      Plot.text(named.filter(right), { ...text, text: words, textAnchor: 'end', dx: -8, dy: -7 }),
      Plot.text(
        named.filter((point) => !right(point)),
        { ...text, text: words, textAnchor: 'start', dx: 8, dy: 7 },
      ),
    ],
  })
}

/** For each number of members the coalition that does most harm, as far as its name has room. */
function labelledPoints(frontier: readonly Point[], members: number, apart: number, width: number): Point[] {
  const best = Array.from({ length: members }, (_, k) =>
    frontier
      .filter((point) => point.members.length === k + 1)
      .reduce<Point | undefined>((most, one) => (most === undefined || one.targetLoss > most.targetLoss ? one : most), undefined),
  ).flatMap((point) => point ?? [])
  const kept: Point[] = []
  for (const point of [...best].reverse())
    if (kept.every((other) => Math.abs(other.targetLoss - point.targetLoss) > apart * (width < 480 ? 1.3 : 1))) kept.push(point)
  return kept
}

function nameOfCoalition({ members }: Point, all: readonly string[]): string {
  if (members.length === all.length) return all.length === 1 ? members[0]! : `all ${all.length}`
  const missing = all.filter((name) => !members.includes(name))
  if (missing.length === 1 && members.length > 2) return `all but ${missing[0]}`
  return members.length <= 3
    ? members.join(', ')
    : `${members.length} members, without ${missing.slice(0, 2).join(', ')}${missing.length > 2 ? ' …' : ''}`
}

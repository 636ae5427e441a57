import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { inSentence } from '../../../../src/server/wording.ts'
import { plot, seriesColours } from '../../charts/plot.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { colour } from '../../theme.ts'
import { domainWithRoom, marginForNames, nameWithin } from '../chart-room.ts'

type CoalitionAnswer = Answers['coalition']
type Member = CoalitionAnswer['members'][number]

/** Shows each member's part of the harm, and beside it its own loss and what it would receive. */
export function CoalitionMembers({ answer }: { readonly answer: CoalitionAnswer }) {
  const data = useMemo(() => coalitionData(answer), [answer])
  const members = useMemo(() => [...answer.members].sort((a, b) => b.shapley - a.shapley), [answer])
  const target = inSentence(answer.target.name)
  const each = (words: (one: Member) => string): string => members.map((one) => `${one.name} ${words(one)}`).join('; ')
  const share = ({ share: of }: Member): string => (of === null ? '' : `, ${of.toFixed(0)} %`)
  return (
    <div class="grid">
      <ChartFigure
        name="what-if-contributions"
        title={`Adds to the loss of ${target}, percentage points and share of the whole`}
        alt={`Bars. ${each((one) => `${one.shapley.toFixed(3)} points${share(one)}`)}.`}
        data={data}
        draw={(width) =>
          bars(members, width, {
            value: (one) => one.shapley,
            error: (one) => 1.96 * one.error,
            text: (one) => `${one.shapley.toFixed(2)}${share(one)}`,
            unit: 'points →',
            series: 0,
          })
        }
        under={
          answer.shapley.method === 'exact'
            ? 'All coalitions were solved, so the parts are exact within the model.'
            : `Lines: 95 % interval of a mean over ${answer.shapley.orders} random orders of joining.`
        }
      />
      <ChartFigure
        name="what-if-own-costs"
        title="Loses itself, % of its real spending, and what that is worth a year"
        alt={`Bars. ${each((one) => `${one.ownLossPercent.toFixed(3)} %, ${billions(one.ownLoss)}; would receive ${billions(one.received)}`)}.`}
        data={data}
        draw={(width) =>
          bars(members, width, {
            value: (one) => one.ownLossPercent,
            error: () => 0,
            text: (one) => `${one.ownLossPercent.toFixed(2)} %, ${billions(one.ownLoss)}`,
            unit: '% of real spending →',
            series: 1,
          })
        }
        under={`So that all lose the same share: ${each(({ received }) => `${received < 0 ? 'pays' : 'receives'} ${billions(Math.abs(received))}`)}.`}
      />
    </div>
  )
}

/** Millions of dollars as billions. */
export function billions(millions: number): string {
  const value = millions / 1000
  return `${value < -0.05 ? '−' : ''}$${Math.abs(value).toFixed(1)} bn`
}

interface Bars {
  readonly value: (one: Member) => number
  /** Half of the interval; 0: none. */
  readonly error: (one: Member) => number
  readonly text: (one: Member) => string
  readonly unit: string
  readonly series: number
}

function bars(members: readonly Member[], width: number, { value, error, text, unit, series }: Bars): SVGSVGElement {
  const names = members.map(({ name }) => name)
  const ends = members.flatMap((one) => [value(one) - error(one), value(one) + error(one)])
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const marginLeft = marginForNames(names, width, 0.36)
  const outer = (one: Member): number => Math.max(0, value(one) + error(one))
  return plot({
    width,
    height: 46 + 28 * members.length,
    marginLeft,
    marginRight: 8,
    marginTop: 4,
    marginBottom: 36,
    x: {
      domain: domainWithRoom(low, high, {
        width: width - marginLeft - 8,
        left: 0,
        right: 6.4 * Math.max(...members.map((one) => text(one).length)),
      }),
      label: unit,
      grid: true,
      ticks: Math.max(3, Math.floor(width / 130)),
    },
    y: { domain: names, label: null, tickSize: 0, tickFormat: (name: string) => nameWithin(name, marginLeft), padding: 0.3 },
    marks: [
      Plot.barX(members, { y: 'name', x1: 0, x2: value, fill: seriesColours()[series]! }),
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.link(
        members.filter((one) => error(one) > 0),
        {
          y1: 'name',
          y2: 'name',
          x1: (one: Member) => value(one) - error(one),
          x2: (one: Member) => value(one) + error(one),
          stroke: colour('ink'),
          strokeWidth: 1.5,
        },
      ),
      Plot.text(members, { y: 'name', x: outer, text, textAnchor: 'start', dx: 5, fontSize: 11, fill: colour('ink') }),
    ],
  })
}

function coalitionData(answer: CoalitionAnswer): FigureData {
  const { members, target } = answer
  const number = (value: number, digits = 5): number => Number(value.toFixed(digits))
  return {
    columns: [
      { name: 'member', title: 'member' },
      { name: 'shapley', title: `adds to the loss of ${target.name}`, unit: 'points' },
      { name: 'error', title: 'standard error', unit: 'points' },
      { name: 'alone', title: 'alone', unit: 'points' },
      { name: 'last', title: 'less if it leaves', unit: 'points' },
      { name: 'own_loss_percent', title: 'own loss', unit: '%' },
      { name: 'own_loss', title: 'own loss', unit: 'million USD' },
      { name: 'received', title: 'would receive', unit: 'million USD' },
    ],
    rows: members.map((one) => [
      one.name,
      number(one.shapley),
      number(one.error),
      number(one.alone),
      number(one.last),
      number(one.ownLossPercent),
      number(one.ownLoss, 0),
      number(one.received, 0),
    ]),
    ...coalitionProvenance(answer),
  }
}

/** The source and method behind the charts of a coalition. */
export function coalitionProvenance({ base, cut }: CoalitionAnswer): Pick<FigureData, 'sources' | 'method'> {
  return {
    sources: [{ id: base.id, title: base.title, citation: base.source, vintage: String(base.year), licence: base.licence }],
    method: `If ${cut}: losses of real spending in a long-run equilibrium of trade, Shapley values over members; elasticities: ${base.elasticities.title}.`,
  }
}

import type { CompositeAnswer, Sensitivity, TopShare, Weight } from '../../assessments/composite/composite-answer.ts'
import {
  counted,
  formatFigure,
  formatPercentile,
  formatShare,
  inSentence,
  joinedWords,
  twoDecimals,
} from '../../assessments/forms/wording.ts'
import type { Column } from '../text/table.ts'

/** A table of the answer, used for text, Markdown and HTML alike. */
export interface CompositeTable {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

const number = (value: number): string => value.toLocaleString('en-US')

/** Lists the reader's weights, such as `votes 50 %, blocs 25 %, trade 25 %`. */
export function weightsText(weights: readonly Weight[]): string {
  return weights.map(({ component, share }) => `${component} ${formatShare(share)}`).join(', ')
}

/** Describes the composite in sentences, and says for how many pairs it is available. */
export function resultSentences(answer: CompositeAnswer): string[] {
  const { a, b, to, composite, pairs, among, weights } = answer
  const { value, low, high, rank, rankLow, rankHigh } = composite
  const who = among === 'all' ? 'pairs' : `pairs with ${inSentence((among === 'a' ? a : b).name)}`
  const without = pairs.inExistence - pairs.ranked
  return [
    `By your weights (${weightsText(weights)}) the composite of ${inSentence(a.name)} and ${inSentence(b.name)} on ${to} is ${value.toFixed(1)} of 100 (90 % interval ${low.toFixed(1)} to ${high.toFixed(1)}): rank ${number(rank)} (${number(rankLow)} to ${number(rankHigh)}) of the ${number(pairs.ranked)} ${who} that have all that you weigh.`,
    without === 0
      ? 'Every pair in existence has all of it.'
      : `${number(without)} of ${number(pairs.inExistence)} ${who} in existence lack at least one of these and are not ranked: nothing is put in the place of what is missing.`,
  ]
}

/** Describes how the rank depends on the weights, in sentences. */
export function sensitivitySentences({ sensitivity, pairs, weights }: CompositeAnswer): string[] {
  const { ranks, best, worst } = sensitivity
  const ids = weights.map(({ component }) => component)
  const end = ({ rank, bound, weights: at }: Sensitivity['best'], [name, word]: readonly [string, string]): string =>
    `${name} rank that was found is ${number(rank)} (${at.map((share, i) => `${ids[i]} ${formatShare(share)}`).join(', ')})${rank === bound || sensitivity.method === 'exact' ? `, and no weights give a ${word} one` : `; no weights can pass ${number(bound)}`}`
  return [
    `Over all weights, each counted alike, the rank lies between ${number(ranks.low)} and ${number(ranks.high)} in nine weightings of ten, with the median at ${number(ranks.median)}, of ${number(pairs.ranked)}.`,
    `${end(best, ['The best', 'better'])}. ${end(worst, ['The worst', 'worse'])}.`,
    howFar(sensitivity),
  ]
}

function howFar({ method, points, sets, convergence }: Sensitivity): string {
  if (method === 'exact') return 'Two components: all weightings lie on one line, which was searched exactly.'
  const before = convergence.at(-2)!
  const last = convergence.at(-1)!
  return `From ${number(points)} weightings spread evenly (${sets} sets). With half of them the three ranks are ${number(before.low)}, ${number(before.median)} and ${number(before.high)}; with all ${number(last.low)}, ${number(last.median)} and ${number(last.high)}.`
}

/** Describes the limits of the composite, in sentences. */
export function limits(answer: CompositeAnswer): string[] {
  const twice = answer.correlations.filter(({ value }) => value !== null && value >= 0.6)
  const double = twice.map(
    ({ a, b, value }) => `${a} and ${b} say much the same (correlation ${twoDecimals(value!)}): who weighs both weighs it twice.`,
  )
  const years = new Set(answer.components.map(({ period }) => period.match(/\d{4}/)?.[0]))
  return [
    ...double,
    ...(years.size > 1
      ? [`The components speak of different times: ${answer.components.map(({ id, period }) => `${id} of ${period}`).join('; ')}.`]
      : []),
    'A rank among the pairs that happen to have all components is not a rank in the world. A weighted sum lets one domain make good another, which no treaty does.',
    'The weights are yours; there are none that the data give. Rank and interval are of the figure, not of friendship.',
    `Not in it: ${answer.leftOut.map(({ id, reason }) => `${id} (${reason})`).join('; ')}.`,
  ]
}

export function componentsTable({ components, weights }: CompositeAnswer): CompositeTable {
  return {
    title: 'Components',
    columns: [
      { title: 'component' },
      { title: 'weight', align: 'right' },
      { title: 'figure', align: 'right' },
      { title: 'percentile', align: 'right' },
      { title: 'interval', align: 'right' },
      { title: 'when' },
      { title: 'among', align: 'right' },
      { title: 'source' },
    ],
    rows: components.map((one, i) => [
      `${one.id}: ${one.title}`,
      formatShare(weights[i]!.share),
      formatFigure(one.value, one.unit),
      formatPercentile(one.percentile),
      one.interval === null
        ? (one.certainty ?? 'exact')
        : `${formatPercentile(one.interval.low)} to ${formatPercentile(one.interval.high)}${one.interval.kind === 'reports' ? ' (reports)' : ''}`,
      one.period,
      counted(one.population, 'pair', 'pairs'),
      [...new Set(one.evidence.map(({ source }) => source))].join(', '),
    ]),
  }
}

export function aggregationsTable({ aggregations, pairs }: CompositeAnswer): CompositeTable {
  return {
    title: 'Rival ways to put them together, by your weights',
    columns: [
      { title: 'way' },
      { title: 'value', align: 'right' },
      { title: `rank of ${number(pairs.ranked)}`, align: 'right' },
      { title: 'what it does' },
    ],
    rows: aggregations.map(({ title, value, unit, rank, method }) => [
      title,
      unit === 'share' ? formatShare(value) : value.toFixed(1),
      number(rank),
      method,
    ]),
  }
}

export function topsTable({ sensitivity, weights }: CompositeAnswer): CompositeTable {
  return {
    title: 'Over all weights',
    columns: [
      { title: 'among the first' },
      { title: 'ranks', align: 'right' },
      { title: 'share of all weights (± 90 %)', align: 'right' },
      { title: 'weights that place it there, on average' },
    ],
    rows: sensitivity.tops.map((top) => [
      `${top.percent} %`,
      top.rank === 1 ? '1' : `1 to ${number(top.rank)}`,
      shareText(top, sensitivity),
      top.centralWeights === null
        ? 'none found'
        : top.centralWeights.map((share, i) => `${weights[i]!.component} ${formatShare(share)}`).join(', '),
    ]),
  }
}

/** 95 % quantile of Student's t with 7 degrees of freedom, because the error is estimated from eight point sets. */
const studentT95 = 1.895

function shareText({ share, error }: TopShare, { method, points }: Sensitivity): string {
  if (method === 'exact') return formatShare(share)
  if (share === 0) return `0 of ${number(points)}`
  return `${formatShare(share)} ± ${(100 * studentT95 * error).toFixed(1)}`
}

export function correlationsTable({ correlations }: CompositeAnswer): CompositeTable {
  return {
    title: 'How far the components say the same, over the ranked pairs',
    columns: [{ title: 'components' }, { title: 'correlation of percentiles', align: 'right' }],
    rows: correlations.map(({ a, b, value }) => [
      joinedWords([a, b]),
      value === null ? 'undefined: one does not vary' : twoDecimals(value),
    ]),
  }
}

export function rankingTable({ ranking, weights }: CompositeAnswer): CompositeTable {
  return {
    title: 'The ranking: the first, and those near the pair',
    columns: [
      { title: 'rank', align: 'right' },
      { title: 'pair' },
      { title: 'composite', align: 'right' },
      ...weights.map(({ component }) => ({ title: component, align: 'right' as const })),
    ],
    rows: ranking.map(({ rank, a, b, value, percentiles }) => [
      number(rank),
      `${a} ${b}`,
      value.toFixed(1),
      ...percentiles.map(formatPercentile),
    ]),
  }
}

/** Returns all tables of the composite, in reading order. */
export function compositeTables(answer: CompositeAnswer): CompositeTable[] {
  return [componentsTable(answer), aggregationsTable(answer), topsTable(answer), correlationsTable(answer), rankingTable(answer)]
}

export function titleOf({ a, b, to }: CompositeAnswer): string {
  return `A composite of ${a.name} and ${b.name} on ${to}, by the reader's weights`
}

export function closing({ snapshot, draws, seed }: CompositeAnswer): string {
  return `Intervals: ${draws} draws, seed ${seed}; a span of reports has no level. Snapshot ${snapshot.id}.`
}

import { counted, formatPercentile, twoDecimals } from '../../assessments/forms/wording.ts'
import type { DistanceRow, IdealPointsAnswer, PositionRow } from '../../assessments/votes/ideal-point-answer.ts'
import { sessionName } from '../../assessments/votes/ideal-point-scale.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'
import { dividingVotesTable, multiverseTable } from './ideal-points-tables.ts'
import { type ShownTable, specificationWords } from './ideal-points-words.ts'

const width = 110
const number = (title: string): Column => ({ title, align: 'right' })

/** Number of rows shown at each end of a ranking; the downloaded files have all rows. */
const ends = 15

/** Writes the answer as text. */
export function idealPointsText(answer: IdealPointsAnswer): string {
  const { title, columns, rows, notes } = tableOf(answer)
  const body = rows.length === 0 ? nothing(answer) : textTable(columns, rows)
  return [title, about(answer), '', body, '', ...[...notes, ...closing(answer)].map((note) => wrap(note, width))].join('\n')
}

/** Writes the answer as Markdown. */
export function idealPointsMarkdown(answer: IdealPointsAnswer): string {
  const { title, columns, rows, notes } = tableOf(answer)
  const body = rows.length === 0 ? nothing(answer) : markdownTable(columns, rows)
  return [title, '', about(answer), '', body, '', ...[...notes, ...closing(answer)].map((note) => `- ${note}`), ''].join('\n')
}

function tableOf(answer: IdealPointsAnswer): ShownTable {
  if (answer.multiverse !== null) return multiverseTable(answer, answer.multiverse)
  if (answer.rollCalls.length > 0) return dividingVotesTable(answer)
  if (answer.scope === 'pair') return distanceTable(answer)
  return answer.scope === 'state' ? pathTable(answer) : rankTable(answer)
}

function distanceTable({ a, b, distances }: IdealPointsAnswer): ShownTable {
  return {
    title: `Distance of ideal points: ${a} and ${b}`,
    columns: [
      { title: 'session' },
      number(`${a}`),
      number(`${b}`),
      number('distance'),
      number('90 % interval'),
      number('in sd'),
      number('percentile'),
    ],
    rows: distances.map(distanceCells),
    notes: [
      'in sd: in standard deviations of all positions of that session. Percentile: among the distances of all pairs of that session; 100 = furthest apart.',
      'The interval of a distance is that of the signed difference; where that holds 0, it begins at 0.',
    ],
  }
}

function distanceCells(row: DistanceRow): string[] {
  return [
    sessionName(row.session, row.year),
    twoDecimals(row.thetaA),
    twoDecimals(row.thetaB),
    twoDecimals(row.distance),
    `${twoDecimals(row.low90)} to ${twoDecimals(row.high90)}`,
    twoDecimals(row.standardised),
    formatPercentile(row.percentile),
  ]
}

function pathTable({ a, positions }: IdealPointsAnswer): ShownTable {
  return {
    title: `Ideal point of ${a}, session by session`,
    columns: [{ title: 'session' }, number('votes'), number('position'), number('90 % interval'), number('percentile')],
    rows: positions.map((row) => [sessionName(row.session, row.year), ...positionCells(row)]),
    notes: ['Percentile: of the position among those of all states of that session; 100 = highest.'],
  }
}

/** Says how many states the ranking of a table leaves out; empty if it shows all, or is no ranking. */
export function rankedStatesLeftOut({ scope, positions, fit, rollCalls }: IdealPointsAnswer): string[] {
  const ranked = scope === 'all' && rollCalls.length === 0 ? positions.filter(({ session }) => session === fit.sessions.to).length : 0
  return ranked > 2 * ends ? [`${2 * ends} of ${ranked} states are shown; --format csv has every state in every session.`] : []
}

function rankTable({ positions, fit }: IdealPointsAnswer): ShownTable {
  const last = positions.filter(({ session }) => session === fit.sessions.to).sort((x, y) => y.theta - x.theta)
  const ranked = last.map((row, i) => [String(i + 1), row.iso3 ?? String(row.cow), ...positionCells(row)])
  const cut = ranked.length > 2 * ends
  return {
    title: `Ideal points in session ${sessionName(fit.sessions.to, last[0]?.year ?? 0)}: ${counted(last.length, 'state', 'states')}`,
    columns: [number('rank'), { title: 'state' }, number('votes'), number('position'), number('90 % interval'), number('percentile')],
    rows: cut ? [...ranked.slice(0, ends), ...ranked.slice(-ends)] : ranked,
    notes: [`${cut ? `The ${ends} highest and the ${ends} lowest; ` : ''}--format csv has every state in every session.`],
  }
}

function positionCells(row: PositionRow): string[] {
  return [
    String(row.votes),
    twoDecimals(row.theta),
    `${twoDecimals(row.low90)} to ${twoDecimals(row.high90)}`,
    formatPercentile(row.percentile),
  ]
}

function about({ fit, sample, specification }: IdealPointsAnswer): string {
  const { from, to } = fit.sessions
  const where = sample === null ? 'UN General Assembly' : sample
  const counts = `${fit.votes.toLocaleString('en-US')} votes on ${fit.rollCalls.toLocaleString('en-US')} roll calls (${fit.items.toLocaleString('en-US')} texts that divide anybody)`
  const when = from < to ? `sessions ${from} to ${to}` : specification.prior === 'static' ? `a window up to session ${to}` : `session ${to}`
  return wrap(`${where}, ${when}: ${counts}. ${specificationWords(specification)}`, width)
}

function closing({ fit, seed, snapshot, evidence, sample }: IdealPointsAnswer): string[] {
  const scale = `Scale: mean 0 and variance 1 over all states and sessions estimated; ${fit.poles.high} high, ${fit.poles.low} low.`
  const { posterior } = fit
  const how =
    posterior === null
      ? 'Intervals: normal, from the curvature of the likelihood with the uncertainty of the items; they leave out the common level of a session (--posterior has it).'
      : `Intervals: 5 and 95 % of ${posterior.draws.toLocaleString('en-US')} draws of the posterior, seed ${seed}; worth ${posterior.effective} independent draws or more for 95 % of the states in sessions, R-hat ${posterior.largestRhat.toFixed(3)} at most.`
  const fitted = fit.converged
    ? `Converged in ${fit.iterations} iterations${fit.begun === 'cold' ? '' : ' from the last fit kept'}.`
    : `NOT CONVERGED after ${fit.iterations} iterations: these figures are not to be used.`
  const sources = sample === null ? ` Votes: ${evidence.map(({ source, vintage }) => `${source} (${vintage})`).join(', ')}.` : ''
  return [`${scale} ${how}`, `${fitted}${sources}${snapshot === null ? '' : ` Snapshot ${snapshot.id}.`}`]
}

function nothing({ a, b, scope }: IdealPointsAnswer): string {
  const who = scope === 'pair' ? `${a} and ${b} have no session in which both` : `${a} has no session in which it`
  const seat = [a, b].includes('CHN') ? ' The seat of China was that of Taipei (TWN) until 25 October 1971.' : ''
  return wrap(`Unknown: ${who} voted in these votes. Not zero: there is nothing to measure.${seat}`, width)
}

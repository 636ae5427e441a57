import type { State } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { counted, inSentence, joinedWords } from '../forms/wording.ts'
import { daysCovered } from '../record/days-covered.ts'
import { locatorRemark } from '../record/locator-remark.ts'
import { evidenceFor, pairRows, periodOf } from '../record/pair-observations.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { type AddedConflict, nothingAdded } from './crisis-figures.ts'

/** One direction between the two: who acted, and against whom. */
interface Way {
  readonly id: 'a-to-b' | 'b-to-a'
  readonly from: State
  readonly to: State
}

/** Figures and sentences on cyber incidents between the two by who began them, where the user added lists of them. */
export async function cyberFigures(bench: DomainInputs): Promise<AddedConflict> {
  const [incidents, operations] = await Promise.all([incidentFigures(bench), operationFigures(bench)])
  return {
    estimates: [...incidents.estimates, ...operations.estimates],
    sentences: [...incidents.sentences, ...operations.sentences],
    items: [],
    notes: [...incidents.notes, ...operations.notes],
  }
}

function waysOf({ dyad: { a, b } }: DomainInputs): readonly Way[] {
  return [
    { id: 'a-to-b', from: a, to: b },
    { id: 'b-to-a', from: b, to: a },
  ]
}

function rowsOf(rows: readonly PairRow[], { from, to }: Way, indicator: string): PairRow[] {
  return rows.filter((row) => row.indicator === indicator && row.from === from.iso3 && row.to === to.iso3)
}

function totalOf(rows: readonly PairRow[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0)
}

/**
 * Incidents between rivals by DCID. The list covers pairs of rivals, and a pair with a row is one of them: there a direction without an incident is an observed
 * none. A pair without any row may not be covered, so it has no figure.
 */
async function incidentFigures(bench: DomainInputs): Promise<AddedConflict> {
  const days = daysCovered(bench, 'dcid', 'cyber-incidents')
  if (days === undefined) return nothingAdded
  const all = (await pairRows(bench, ['cyber-incidents', 'cyber-severity'])).filter(({ source }) => source === 'dcid')
  const rows = all.filter(({ end }) => end <= days[1])
  const period = periodOf(...days)
  const span = period.replace('/', ' to ')
  if (rows.length === 0)
    return {
      ...nothingAdded,
      notes: [
        `The list of cyber incidents (dcid, ${span}) covers pairs of rivals only, and names none of these two: that is unknown, not none.`,
      ],
    }
  const ways = waysOf(bench)
  const estimates = ways.map((way) => incidentCount(bench, way, rowsOf(rows, way, 'cyber-incidents'), days))
  const said = ways.map(({ from, to }, i) => `${estimates[i]!.value} by ${inSentence(from.name)} against ${inSentence(to.name)}`)
  const severest = rows
    .filter(({ indicator }) => indicator === 'cyber-severity')
    .sort((x, y) => y.value - x.value || (x.end < y.end ? 1 : -1))
  const [gravest] = severest
  const names = gravest === undefined ? undefined : locatorRemark(gravest.locator)
  const grave =
    gravest === undefined || names === undefined
      ? ''
      : `; the gravest, “${names}” of ${gravest.start.slice(0, 4)}, has the severity ${gravest.value} of 10`
  return {
    ...nothingAdded,
    estimates: [...estimates, ...(gravest === undefined ? [] : [severityOf(gravest, period)])],
    sentences: [`Of cyber incidents that became known, ${span}, DCID counts ${joinedWords(said)}${grave}.`],
    notes: ['Cyber incidents are counted where they became known and were attributed: secret or unnoticed ones are missing.'],
  }
}

function incidentCount(bench: DomainInputs, way: Way, rows: readonly PairRow[], days: readonly [string, string]): Known {
  const none = `observations where source = 'dcid' and indicator = 'cyber-incidents' and from_id = '${way.from.iso3}' and to_id = '${way.to.iso3}' and start_date >= '${days[0]}' and end_date <= '${days[1]}'`
  return {
    ...{ state: 'observed', interval: 'exact', unit: 'count', period: periodOf(...days), value: totalOf(rows) },
    id: `cyber-incidents-${way.id}`,
    label: `cyber incidents begun by ${inSentence(way.from.name)} against ${inSentence(way.to.name)}, by dcid`,
    certainty: 'at least',
    method: 'known incidents that DCID attributes to the state, by the year in which they began',
    evidence: [
      rows.length === 0
        ? { source: 'dcid', vintage: bench.cards.get('dcid')!.vintage, rows: none, count: 0 }
        : evidenceFor(rows[0]!, { start: days[0], end: days[1] }, rows.length),
    ],
  }
}

function severityOf(row: PairRow, period: string): Known {
  return {
    ...{ state: 'observed', interval: 'exact', unit: 'count', period, value: row.value },
    id: 'cyber-severity',
    label: 'highest severity of a cyber incident between the two (0 to 10)',
    method: `as dcid codes it: ${row.locator}`,
    evidence: [evidenceFor(row, row, 1)],
  }
}

/** Operations of the tracker of the Council on Foreign Relations. A direction without a row is unknown: many victims are given without their state. */
async function operationFigures(bench: DomainInputs): Promise<AddedConflict> {
  const rows = (await pairRows(bench, ['cyber-operations'])).filter(({ source }) => source === 'cfr-cyber')
  const window = bench.cards.get('cfr-cyber')?.coverage[0]
  if (rows.length === 0 || window === undefined) return nothingAdded
  const end = window.to < bench.dyad.to ? window.to : bench.dyad.to
  const period = periodOf(window.from, end)
  const found = waysOf(bench).flatMap((way) => {
    const own = rowsOf(rows, way, 'cyber-operations')
    return own.length === 0 ? [] : [{ way, estimate: operationCount(way, own, window.from, end) }]
  })
  const said = found.map(
    ({ way, estimate: { value } }) =>
      `at least ${counted(value, 'operation', 'operations')} against ${inSentence(way.to.name)} ${value === 1 ? 'is' : 'are'} put down to ${inSentence(way.from.name)}`,
  )
  return {
    ...nothingAdded,
    estimates: found.map(({ estimate }) => estimate),
    sentences: [`In the tracker of the Council on Foreign Relations, ${period.replace('/', ' to ')}, ${joinedWords(said)}.`],
    notes: [
      'The tracker states who is suspected of an operation, which is not proof; victims of which it does not name the state are not counted.',
    ],
  }
}

function operationCount(way: Way, rows: readonly PairRow[], start: string, end: string): Known {
  return {
    ...{ state: 'observed', interval: 'exact', unit: 'count', period: periodOf(start, end), value: totalOf(rows) },
    id: `cyber-operations-${way.id}`,
    label: `cyber operations against ${inSentence(way.to.name)} put down to ${inSentence(way.from.name)}, by cfr-cyber`,
    certainty: 'at least',
    method: 'reported operations by the year of the report; victims of which the tracker does not name the state are not counted',
    evidence: [evidenceFor(rows[0]!, { start, end }, rows.length)],
  }
}

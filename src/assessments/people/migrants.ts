import type { State } from '../../states/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { formatPercentile, inSentence, possessive } from '../forms/wording.ts'
import { evidenceFor, pairRows, percentileOf, rowAsFigure } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { ObservationRow, PairRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { type Found, nothingFound } from './found.ts'

const indicator = 'migrant-stock'

/** Estimates below this are not told one from another: they are drawn from censuses years apart. */
const fewest = 100

/** One direction: people born in one state who live in the other. */
interface Way {
  readonly id: 'a-in-b' | 'b-in-a'
  readonly from: State
  readonly to: State
}

/**
 * Reports how many people born in each state live in the other, with percentile, ten-year change and share of the population of the state of origin. A
 * destination that does not list the other state as an origin leaves the figure unknown.
 */
export async function migrants(bench: DomainInputs): Promise<Found> {
  const { a, b } = bench.dyad
  const last = await lastDay(bench.snapshot, bench.dyad.to)
  if (last === null) return nothingFound
  const rows = await pairRows(bench, [indicator])
  const ways: Way[] = [
    { id: 'a-in-b', from: a, to: b },
    { id: 'b-in-a', from: b, to: a },
  ]
  const found = await Promise.all(
    ways.map((way) =>
      figuresOf(
        bench,
        way,
        rows.filter((row) => row.from === way.from.iso3),
        last,
      ),
    ),
  )
  const levels = found.map(([first]) => first!)
  return {
    estimates: found.flat(),
    isTrifle: isTrifle(levels),
    sentences: [sentenceOn(ways, levels, found.flat(), last.slice(0, 4))],
    items: [],
    notes: [
      'Migrants are counted where they live, by birth or citizenship, and estimated between censuses. Each state lists its own origins: one that is not listed is unknown, not none.',
    ],
  }
}

/** Returns the latest day for which the record has migrants of any pair; null where it has none. */
const lastDay = cachedBySnapshot(async (snapshot, to: string): Promise<string | null> => {
  const [row] = await snapshot.rows(`SELECT max(end_date) AS last FROM observations WHERE indicator = '${indicator}' AND end_date <= $to`, {
    to,
  })
  return (row?.['last'] ?? null) as string | null
})

async function figuresOf(bench: DomainInputs, way: Way, rows: readonly PairRow[], last: string): Promise<Estimate[]> {
  const { from, to } = way
  const id = `migrants-${way.id}`
  const label = `people born in ${inSentence(from.name)} who live in ${inSentence(to.name)}`
  const row = rows.at(-1)
  if (row === undefined) {
    const reason = `the UN’s table does not list ${inSentence(from.name)} as an origin of migrants in ${inSentence(to.name)}: unknown, not none`
    return [
      unknown(
        { id, label, unit: 'persons', period: last.slice(0, 4) },
        reason,
        'the census or the register of foreigners of the state where they live',
      ),
    ]
  }
  const level: Known = { ...rowAsFigure(row, id, label), period: row.end.slice(0, 4), note: 'at mid-year' }
  return [
    level,
    ...(await percentileOf(bench, level, row, [indicator])),
    ...changeOf(level, row, rows),
    ...(await shareOf(bench, way, level, row)),
  ]
}

function changeOf(level: Known, row: PairRow, rows: readonly PairRow[]): Known[] {
  const early = rows.find(({ end, source }) => source === row.source && Number(end.slice(0, 4)) === Number(row.end.slice(0, 4)) - 10)
  if (early === undefined) return []
  return [
    {
      ...level,
      id: `${level.id}.change`,
      label: 'change in ten years',
      period: `${early.end.slice(0, 4)}/${level.period}`,
      value: row.value - early.value,
      method: `less ${early.value.toLocaleString('en-US')} of ${early.end.slice(0, 4)}`,
      evidence: [evidenceFor(row, row, 1), evidenceFor(early, early, 1)],
    },
  ]
}

/** Returns the figure as a share of the population of the state of origin in the same year, where the record has it. */
async function shareOf(bench: DomainInputs, { from }: Way, level: Known, row: PairRow): Promise<Known[]> {
  const held = await loadedRows(bench)
  const people = held.of(from.iso3).findLast((one) => isPopulation(one, from.iso3, level.period))
  if (people === undefined || people.value <= 0) return []
  return [
    {
      ...level,
      state: 'estimated',
      id: `${level.id}-share`,
      label: `the same, against ${possessive(from.name)} population`,
      unit: 'share',
      value: level.value / people.value,
      method: `${row.value.toLocaleString('en-US')} over the ${people.value.toLocaleString('en-US')} inhabitants of ${inSentence(from.name)} in ${level.period} (${people.source})`,
      evidence: [...level.evidence, { ...evidenceFor(people, people, 1), rows: populationRows(people) }],
    },
  ]
}

function isPopulation({ indicator: id, from, to, start }: ObservationRow, state: string, year: string): boolean {
  return id === 'population' && from === state && to === '' && start.startsWith(year)
}

function populationRows({ source, from, start }: ObservationRow): string {
  return `observations where source = '${source}' and indicator = 'population' and from_id = '${from}' and start_date = '${start}'`
}

function sentenceOn(ways: readonly Way[], levels: readonly Estimate[], estimates: readonly Estimate[], last: string): string {
  const told = ways.flatMap((way, i) => {
    const level = levels[i]!
    return 'value' in level ? [{ way, level }] : []
  })
  const [one, other] = told.sort((x, y) => y.level.value - x.level.value)
  if (one === undefined) return `The UN’s lists of origins (${last}) have no number of people born in either who live in the other.`
  if (other !== undefined && one.level.value < fewest)
    return `In ${one.level.period} fewer than ${fewest} people born in either lived in the other (UN estimates).`
  const first = `In ${one.level.period}, ${one.level.value < 1000 ? '' : 'some '}${whoLived(one)}`
  if (other === undefined) return `${first} (UN estimate${rank(estimates, one.level)}); for the other way the UN gives no figure.`
  return `${first}, and ${whoLived(other)} (UN estimates${rank(estimates, one.level, 'the larger is ')}).`
}

function whoLived({ way, level }: { readonly way: Way; readonly level: Known }): string {
  return `${people(level.value)} born in ${inSentence(way.from.name)} lived in ${inSentence(way.to.name)}`
}

/** Whether the figures on the larger side say no more than that hardly anybody lives there. */
function isTrifle(levels: readonly Estimate[]): boolean {
  return levels.every((level) => !('value' in level) || level.value < fewest)
}

/** Writes a number of people as in a sentence: none below a hundred, exact below a thousand, else two or three figures. */
function people(value: number): string {
  if (value < fewest) return `fewer than ${fewest} people`
  const digits = value < 1000 ? value : Number(value.toPrecision(value < 100_000 ? 2 : 3))
  const text = digits >= 1e6 ? `${Number((digits / 1e6).toPrecision(3))} million` : digits.toLocaleString('en-US')
  return `${text} people`
}

function rank(estimates: readonly Estimate[], level: Known, larger = ''): string {
  const found = estimates.find((one): one is Known => one.id === `${level.id}.percentile` && 'value' in one)
  return found === undefined || level.value < fewest ? '' : `; ${larger}above ${formatPercentile(found.value)} % of the pairs listed`
}

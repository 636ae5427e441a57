import { greatCircle } from '../../measures/trade/great-circle.ts'
import { quantile } from '../../numeric/quantile.ts'
import { type CapitalPlace, capitalPlaces } from '../../states/tables/capital-places.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import type { LedgerItem, LedgerPlace } from '../forms/ledger-item.ts'
import { unknown } from '../forms/unknown.ts'
import { counted, formatFigure } from '../forms/wording.ts'
import { ledgerItemsById } from '../rows/conditions.ts'

interface Placed {
  readonly item: LedgerItem
  readonly place: LedgerPlace
  /** Kilometres to the capital of a and of b. */
  readonly far: readonly [number, number]
}

/** Distances of exercises from the two capitals as figures and a sentence; both empty where no item has a place. */
export interface ExerciseDistances {
  readonly estimates: readonly Estimate[]
  readonly sentences: readonly string[]
}

/**
 * Computes the median great-circle distance of exercises and patrols from each capital, and the distance of the farthest from its nearer capital.
 *
 * A place stands for an area, so the interval runs from the nearest to the farthest position within it. Items without a single place in the ledger are left
 * out and counted.
 *
 * Where these are more than half, the median is unknown, because the rest may not be representative.
 *
 * @param recent   the items counted as the pair's exercises, newest first
 * @param period   the period that they cover, as first/last day
 */
export function exerciseDistances(bench: DomainInputs, recent: readonly LedgerItem[], period: string): ExerciseDistances {
  const { a, b } = bench.dyad
  const [atA, atB] = [capitalPlaces.get(a.iso3), capitalPlaces.get(b.iso3)]
  if (atA === undefined || atB === undefined) return { estimates: [], sentences: [] }
  const placed = recent.flatMap((item): Placed[] => {
    const { place } = item
    return place === undefined ? [] : [{ item, place, far: [away(place, atA), away(place, atB)] }]
  })
  if (placed.length === 0) return { estimates: [], sentences: [] }
  if (2 * placed.length < recent.length) return { estimates: [tooFew(atA, placed.length, recent.length, period)], sentences: [] }
  const of = `${placed.length} of ${recent.length}`
  const medians = [atA, atB].map((capital, side) => medianOf(bench, placed, { capital, side: side as 0 | 1, of, period }))
  const most = placed.reduce((best, one) => (nearer(one) > nearer(best) ? one : best))
  const farthest = farthestOf(bench, most, { of, period })
  const said = medians.map((one, side) => `${formatFigure(one.value, 'km')} from ${[atA, atB][side]!.name}`)
  return {
    estimates: [...medians, farthest],
    sentences: [
      `The ledger names the place of ${placed.length} of these ${recent.length}: the median lies ${said.join(' and ')}; the farthest, ${most.place.name} (${most.item.date}), is ${formatFigure(farthest.value, 'km')} from the nearer capital.`,
    ],
  }
}

/** Adds to each event the place of its ledger item and the distance from each capital. */
export function placedItems({ dyad }: DomainInputs, events: readonly Item[], items: readonly LedgerItem[]): Item[] {
  const places = new Map(items.map((item) => [`${item.date} ${item.sentence}`, item.place]))
  const capitals = [dyad.a, dyad.b].flatMap(({ iso3 }) => capitalPlaces.get(iso3) ?? [])
  return events.map((event) => {
    const place = event.kind === 'event' ? places.get(`${event.date} ${event.text}`) : undefined
    if (place === undefined) return event
    const from = capitals.map((capital) => ({ capital: capital.name, km: Math.round(away(place, capital)) }))
    return { ...event, where: { ...place, from } }
  })
}

function tooFew({ name }: CapitalPlace, placed: number, all: number, period: string): Estimate {
  const about = { id: 'exercise-distance-a', label: `median distance of exercises from ${name}`, unit: 'km', period }
  const reason = `the ledger names a single place of ${placed} of ${counted(all, 'exercise', 'exercises')}, fewer than half`
  return unknown(about, reason, 'The places of the others, such as a ministry announces them.')
}

function away(place: LedgerPlace, capital: CapitalPlace): number {
  return greatCircle(place.lat, place.lon, capital.lat, capital.lon)
}

function nearer({ far }: Placed): number {
  return Math.min(...far)
}

interface Told {
  readonly of: string
  readonly period: string
}

function medianOf(
  bench: DomainInputs,
  placed: readonly Placed[],
  { capital, side, of, period }: Told & { capital: CapitalPlace; side: 0 | 1 },
): Known {
  const median = (shift: (one: Placed) => number): number =>
    quantile(
      Float64Array.from(placed, (one) => Math.max(0, shift(one))),
      0.5,
    )
  return {
    ...common(bench, placed, period),
    id: `exercise-distance-${side === 0 ? 'a' : 'b'}`,
    label: `median distance of exercises from ${capital.name}`,
    value: median((one) => one.far[side]),
    interval: {
      low: median((one) => one.far[side] - one.place.within),
      high: median((one) => one.far[side] + one.place.within),
      kind: 'specifications',
    },
    method: `median of great-circle distances (haversine, R 6,371.0088 km) from the capital to the middle of the place of ${of} items; the ends take every place as near and as far as its area allows`,
  }
}

function farthestOf(bench: DomainInputs, most: Placed, { of, period }: Told): Known {
  const value = nearer(most)
  const { within } = most.place
  return {
    ...common(bench, [most], period),
    id: 'exercise-distance-farthest',
    label: 'farthest exercise from the nearer capital',
    value,
    interval: { low: Math.max(0, value - within), high: value + within, kind: 'specifications' },
    method: `${most.place.name}, ${most.item.date}: the largest of the great-circle distances (haversine, R 6,371.0088 km) from the nearer capital, of ${of} items; the ends are its area’s`,
  }
}

function common(bench: DomainInputs, placed: readonly Placed[], period: string): Pick<Known, 'state' | 'unit' | 'period' | 'evidence'> {
  const rows = ledgerItemsById(
    bench.ledger!,
    placed.map(({ item }) => item),
  )
  return {
    state: 'estimated',
    unit: 'km',
    period,
    evidence: [{ source: 'ledger', vintage: `reviewed ${bench.ledger!.reviewed}`, rows, count: placed.length }],
  }
}

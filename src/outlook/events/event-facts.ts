import type { ClaimSpell, EventRecord, OpposedYear, RelationSpell, StateSize } from './event-record.ts'

/** By how much a year of conflict counts less with each year that passes. */
const fading = 0.9

/** The record as forecasts of events ask for it: of a pair or a state, as known at the end of a year. */
export class EventFacts {
  readonly record: EventRecord
  private readonly opposed: ReadonlyMap<string, readonly OpposedYear[]>
  private readonly pairsIn: ReadonlyMap<string, readonly OpposedYear[]>
  private readonly claims: ReadonlyMap<string, readonly ClaimSpell[]>
  private readonly relations: ReadonlyMap<string, readonly RelationSpell[]>
  private readonly points = new Map<string, number>()
  private readonly fought: ReadonlyMap<string, readonly OpposedYear[]>
  private readonly sizes: ReadonlyMap<string, number>
  private readonly wealths: ReadonlyMap<string, number>
  private readonly activities = new Map<string, number>()

  constructor(record: EventRecord) {
    this.record = record
    this.opposed = groupedBy(record.conflicts, pairOfRow)
    this.pairsIn = groupedBy(record.conflicts, ({ conflict, year }) => `${conflict} ${year}`)
    this.claims = groupedBy(record.claims, pairOfRow)
    this.relations = groupedBy(record.relations, pairOfRow)
    for (const { state, session, point } of record.points) this.points.set(`${state} ${session}`, point)
    const sides = record.conflicts.flatMap((row): [string, OpposedYear][] => [
      [row.state_a, row],
      [row.state_b, row],
    ])
    this.fought = new Map([...groupedBy(sides, ([state]) => state)].map(([state, rows]) => [state, rows.map(([, row]) => row)]))
    this.sizes = placesOf(record.sizes)
    this.wealths = placesOf(perHead(record.sizes))
  }

  /** The years up to `year` in which the two stood on opposing sides, ascending; a year has as many rows as conflicts. */
  opposedYears(a: string, b: string, year: number): readonly OpposedYear[] {
    return (this.opposed.get(pairKey(a, b)) ?? none).filter((row) => row.year <= year)
  }

  /** The first year after `year` in which the two stood on opposing sides; Infinity where there is none. */
  nextOpposed(a: string, b: string, year: number): number {
    return (this.opposed.get(pairKey(a, b)) ?? none).find((row) => row.year > year)?.year ?? Number.POSITIVE_INFINITY
  }

  /** The number of pairs in the largest conflict of the two in a year: 1 if it was theirs alone. */
  coalition(a: string, b: string, year: number): number {
    const own = this.opposedYears(a, b, year).filter((row) => row.year === year)
    return Math.max(1, ...own.map(({ conflict }) => this.pairsIn.get(`${conflict} ${year}`)!.length))
  }

  /** Years in which a state stood against others than `except`, each counting less with age; one year counts once however many it stood against. */
  activity(state: string, except: string, year: number): number {
    const key = `${state} ${except} ${year}`
    const known = this.activities.get(key)
    if (known !== undefined) return known
    const years = new Set<number>()
    for (const row of this.fought.get(state) ?? none) {
      if (row.year <= year && row.state_a !== except && row.state_b !== except) years.add(row.year)
    }
    const sum = [...years].reduce((total, one) => total + fading ** (year - one), 0)
    this.activities.set(key, sum)
    return sum
  }

  /** Years of conflict of the pair, each counting less with age. */
  pastConflict(a: string, b: string, year: number): number {
    return [...new Set(this.opposedYears(a, b, year).map((row) => row.year))].reduce((sum, one) => sum + fading ** (year - one), 0)
  }

  /** Whether one claims land, a river or an island of the other. */
  hasLandClaim(a: string, b: string, day: string): boolean {
    return (this.claims.get(pairKey(a, b)) ?? []).some((claim) => claim.element !== 'sea' && isInForce(claim, day))
  }

  hasRelation(a: string, b: string, day: string, kinds: readonly string[], forms?: readonly string[]): boolean {
    return (this.relations.get(pairKey(a, b)) ?? []).some(
      (one) => kinds.includes(one.kind) && (forms === undefined || forms.includes(one.form)) && isInForce(one, day),
    )
  }

  /**
   * Mean distance of the two positions over the three sessions that had ended by the end of the year; undefined where they share none. Each session's positions
   * rest on its own votes alone, so that no later vote enters.
   */
  distance(a: string, b: string, year: number): number | undefined {
    let [sum, count] = [0, 0]
    for (let session = year - 1948; session <= year - 1946; session++) {
      const [one, other] = [this.points.get(`${a} ${session}`), this.points.get(`${b} ${session}`)]
      if (one === undefined || other === undefined) continue
      sum += Math.abs(one - other)
      count++
    }
    return count === 0 ? undefined : sum / count
  }

  /** Position of a state: the mean over the three sessions that had ended by the end of the year. */
  position(state: string, year: number): number | undefined {
    const found = [year - 1948, year - 1947, year - 1946].flatMap((session) => this.points.get(`${state} ${session}`) ?? [])
    return found.length === 0 ? undefined : found.reduce((sum, one) => sum + one, 0) / found.length
  }

  /** Place of a state among all by GDP and population of the year before, which were published by the end of the year: 0 the smallest, 1 the largest. */
  size(state: string, year: number): number {
    return lately(this.sizes, state, year)
  }

  /** Place of a state among all by GDP per head of the year before: 0 the poorest, 1 the richest. */
  wealth(state: string, year: number): number {
    return lately(this.wealths, state, year)
  }
}

const none: readonly OpposedYear[] = []
/** Place of a state of which nothing is known. */
const middling = 0.5

function lately(places: ReadonlyMap<string, number>, state: string, year: number): number {
  for (let before = 1; before <= 3; before++) {
    const place = places.get(`${state} ${year - before}`)
    if (place !== undefined) return place
  }
  return middling
}

/** Whether a spell had begun by a day and not ended. */
export function isInForce(
  { start_date, end_date }: { readonly start_date: string; readonly end_date: string | null },
  day: string,
): boolean {
  return start_date <= day && (end_date === null || end_date >= day)
}

export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

function pairOfRow({ state_a, state_b }: { readonly state_a: string; readonly state_b: string }): string {
  return `${state_a} ${state_b}`
}

function perHead(sizes: readonly StateSize[]): StateSize[] {
  const people = new Map(sizes.filter(({ indicator }) => indicator === 'population').map((row) => [`${row.state} ${row.year}`, row.value]))
  return sizes.flatMap((row) => {
    const heads = people.get(`${row.state} ${row.year}`)
    return row.indicator === 'gdp' && heads !== undefined ? [{ ...row, value: row.value / heads }] : []
  })
}

/** Places of states in each year, 0 the least and 1 the most: the mean over the indicators that are known. */
function placesOf(sizes: readonly StateSize[]): Map<string, number> {
  const places = new Map<string, number[]>()
  for (const rows of groupedBy(sizes, ({ indicator, year }) => `${indicator} ${year}`).values()) {
    const order = [...rows].sort((x, y) => x.value - y.value)
    order.forEach(({ state, year }, i) => {
      const key = `${state} ${year}`
      places.set(key, [...(places.get(key) ?? []), i / Math.max(1, order.length - 1)])
    })
  }
  return new Map([...places].map(([key, found]) => [key, found.reduce((sum, one) => sum + one, 0) / found.length]))
}

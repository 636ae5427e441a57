import { inSentence } from '../../../assessments/forms/wording.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import { stateOf } from '../../../states/index.ts'
import type { Snapshot } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { EuropeanDonors, SupportKind, SupportMeasure, UkraineSupportSaid } from '../../said/special-figures-said.ts'
import { stateGroup } from '../../text/fact-files.ts'
import { statesOfGroup } from '../../text/names/country-groups.ts'
import { rowsOfSides, type TradeSide } from '../record/record-query.ts'
import type { RecordRow } from '../record/record-rows.ts'
import type { DaySpan, Series, SeriesValue } from '../record/series.ts'

/** What a claim on support for Ukraine asks for. */
export interface UkraineSupportQuery {
  readonly claim: Claim
  readonly bench: ClaimTestContext
  readonly donor: string
  readonly said: UkraineSupportSaid
  readonly measures: readonly SupportMeasure[]
  readonly kinds: readonly SupportKind[]
  /** Possible spans: from the first day of the data set on, or between two days. */
  readonly spans: readonly DaySpan[]
}

/** A donor as sentences name it, with the ids that it consists of. */
export interface Donor {
  readonly say: string
  readonly side: TradeSide
}

const workbook = 'kiel-ukraine-support-workbook'
/**
 * `ukraineTrackerStart`: first day of every release of the tracker. Next: last day of the early release, the day from which the total of the late release covers all
 * promises, and the last day of the late release.
 */
export const ukraineTrackerStart = '2022-01-24'
export const earlyReleaseEnd = '2022-10-03'
const lateReleaseStart = '2025-01-01'
export const lateReleaseEnd = '2026-02-28'

const daysBetween = (a: string, b: string): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)
const daysOn = (day: string, by: number): string => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** EU bodies that give support in addition to the members: Commission and Council, the Peace Facility, the Investment Bank. */
const bodies = ['EU', 'EPF', 'EIB']
const outsideTheUnion = [...stateGroup('donors outside the EU')]

/**
 * Returns the donors that an actor may mean. For a state: the state. For the EU: its bodies alone, or with its members. For the world: all donors, with or
 * without the Peace Facility, since releases differ in this.
 *
 * @param europeans   which donors the EU stands for, if the words say it
 */
export async function donorsOf(snapshot: Snapshot, actor: string, europeans: EuropeanDonors | undefined): Promise<Donor[]> {
  if (actor === 'WLD')
    return [
      { say: 'all donors', side: { id: 'WLD', states: undefined, except: new Set(['-']) } },
      { say: 'all donors but the European Peace Facility', side: { id: 'WLD', states: undefined, except: new Set(['EPF']) } },
    ]
  const of = (say: string, ids: Iterable<string>): Donor => ({ say, side: { id: actor, states: new Set(ids) } })
  if (actor === 'EUR' || actor === 'EUU') {
    const members = [...((await statesOfGroup(snapshot, 'EUU')) ?? [])]
    const union = of('the EU, its members and bodies', [...members, ...bodies])
    if (actor === 'EUR') return [of('Europe', [...members, ...bodies, ...outsideTheUnion]), union]
    const alone = [of('the EU (Commission and Council)', ['EU']), of('the bodies of the EU', bodies)]
    return europeans === 'members' ? [union] : europeans === 'bodies' ? alone : [union, ...alone]
  }
  return /^[A-Z]{3}$/.test(actor) ? [of(inSentence(stateOf(actor)?.name ?? actor), [actor])] : []
}

/** Returns what a donor promised or set aside for Ukraine, for spans from the first day of the data set on or between two days. */
export async function ukraineSupportSeries(
  snapshot: Snapshot,
  donor: Donor,
  { measure, kinds }: { readonly measure: SupportMeasure; readonly kinds: readonly SupportKind[] },
): Promise<Series[]> {
  const ukraine: TradeSide = { id: 'UKR', states: undefined }
  const each = await Promise.all(kinds.map((kind) => rowsOfSides(snapshot, `support-${measure}-${kind}`, donor.side, ukraine)))
  const rows = each.flat()
  const of = (isOwn: (row: RecordRow) => boolean): readonly RecordRow[] => rows.filter(isOwn)
  return [of(({ source }) => source === workbook), of(({ source }) => source !== workbook)].flatMap((own): Series[] => {
    const [one] = own
    if (one === undefined) return []
    const what = `${kinds.length === 1 ? `${kinds[0]} ` : ''}support of ${donor.say} for Ukraine, ${measure === 'commitments' ? 'committed' : 'allocated'}`
    const at = (days: DaySpan): SeriesValue | undefined =>
      one.source === workbook ? earlyReleaseValue(own, days) : lateReleaseValue(own, days, measure)
    return [{ source: one.source, reporter: null, unit: one.unit, what, definition: 'same', at }]
  })
}

const isWhole = ({ start, end }: RecordRow): boolean => start === ukraineTrackerStart && daysBetween(start, end) > 200
const isFromFirst = ({ from }: DaySpan): boolean => from <= '2022-02-28'

function pointOf(rows: readonly RecordRow[], more: Partial<SeriesValue> = {}): SeriesValue | undefined {
  if (rows.length === 0) return undefined
  const value = rows.reduce((sum, row) => sum + row.value, 0)
  return { value, estimated: true, atLeast: false, rows, note: null, ...more }
}

/**
 * Returns the value in the early release: the total if the span ends with the release, otherwise what was announced during the span. The latter is a lower
 * bound, since some measures have no day. Undefined if the span ends too long after the release.
 */
function earlyReleaseValue(rows: readonly RecordRow[], days: DaySpan): SeriesValue | undefined {
  const after = daysBetween(earlyReleaseEnd, days.to)
  if (isFromFirst(days) && after >= -14 && after <= verdictLimits.releaseDays) return pointOf(rows.filter(isWhole))
  if (after > 7) return undefined
  const dated = rows.filter((row) => !isWhole(row) && row.start >= days.from && row.end <= days.to)
  return pointOf(dated, { atLeast: true, note: 'by the day of announcement' })
}

/**
 * Returns the value in the late release: its total if the span ends with the release; otherwise the sum of monthly allocations. Undefined for promises in other
 * spans, since the release does not date promises.
 */
function lateReleaseValue(rows: readonly RecordRow[], days: DaySpan, measure: SupportMeasure): SeriesValue | undefined {
  const least = measure === 'commitments' ? lateReleaseStart : daysOn(lateReleaseEnd, -verdictLimits.releaseDays)
  if (isFromFirst(days) && days.to >= least && days.to <= daysOn(lateReleaseEnd, 3 * verdictLimits.releaseDays))
    return pointOf(rows.filter(isWhole), { note: 'January 2022 to February 2026' })
  if (measure === 'commitments' || days.to > lateReleaseEnd) return undefined
  // a month belongs to a span that contains its middle
  const months = rows.filter((row) => !isWhole(row) && daysOn(row.start, 14) >= days.from && daysOn(row.start, 14) <= days.to)
  return pointOf(months, { atLeast: true, note: 'months of the late release' })
}

/** Returns the ids of every donor that can be ranked: governments and the EU, without the Peace Facility and the Investment Bank. */
export const donorIds: SnapshotCache<[], readonly string[]> = cachedBySnapshot(async (snapshot) => {
  const rows = await snapshot.rows(
    "SELECT DISTINCT from_id FROM observations WHERE indicator LIKE 'support-commitments-%' AND to_id = 'UKR' ORDER BY from_id",
    {},
  )
  return rows.map((row) => String(row['from_id'])).filter((id) => id !== 'EPF' && id !== 'EIB')
})

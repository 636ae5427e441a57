import type { Snapshot } from '../../../store/index.ts'
import { verdictLimits } from '../../limits.ts'
import type { SupportMeasure } from '../../said/special-figures-said.ts'
import { statesOfGroup, statesOfRegion } from '../../text/names/country-groups.ts'
import type { Finding } from '../../verdict.ts'
import { capitalised, finding } from '../judging/findings.ts'
import { sourceText } from '../judging/source-words.ts'
import { actorText } from '../questions/query-flows.ts'
import {
  donorIds,
  donorsOf,
  lateReleaseEnd,
  type UkraineSupportQuery,
  ukraineSupportSeries,
  ukraineTrackerStart,
} from '../questions/ukraine-support-series.ts'
import { rowEvidence, rowsOfEachState } from '../record/record-query.ts'
import type { SeriesValue } from '../record/series.ts'

interface Donated {
  readonly id: string
  readonly value: number
  readonly point: SeriesValue
}

/** The donors in one release by one measure (promised or set aside), unordered. */
interface List {
  readonly source: string
  readonly measure: SupportMeasure
  /** Last day of the span that the list covers. */
  readonly to: string
  readonly donors: readonly Donated[]
  /**
   * True for the totals of a release that was current when the text was written. False for sums of days or months, which have gaps, and for a later release.
   */
  readonly isWhole: boolean
}

/** The data set on support for Ukraine (the tracker) divides by the GDP of the year before the war. */
const gdpYear = { from: '2021-01-01', to: '2021-12-31' }

/**
 * Tests a rank among Ukraine's supporters, by amount or relative to GDP. Supported if any list agrees; contradicted if every list contradicts the rank and at
 * least one of them is complete.
 */
export async function testUkraineSupportRank(asked: UkraineSupportQuery): Promise<Finding | undefined> {
  const { claim, donor } = asked
  if (claim.value === null || claim.actors[0] !== donor || donor === 'WLD' || donor === 'EUR') return undefined
  const id = donor === 'EUU' ? 'EU' : donor
  const isByOutput = asked.said.isOfOutput === true
  if (isByOutput && id === 'EU') return undefined
  const lists = (await listsOf(asked, isByOutput)).filter(({ donors }) => donors.some((one) => one.id === id))
  const told = lists.map((list) => ({
    list,
    place: placeIn(list, id, verdictLimits.supportRankTie),
    rim: placeIn(list, id, verdictLimits.supportRankMargin),
  }))
  const right = told.find(({ place: [best, worst] }) => best <= claim.value! && claim.value! <= worst)
  const [one] = right === undefined ? told : [right]
  if (one === undefined) return undefined
  const [first] = [...one.list.donors].sort((x, y) => y.value - x.value)
  const by = `${isByOutput ? 'in its share of output' : 'by amount'} ${one.list.measure === 'commitments' ? 'committed' : 'allocated'} to Ukraine`
  const said = `${capitalised(actorText(donor))} was number ${placeIn(one.list, id, 0)[1]} among donors ${by} (${sourceText(one.list.source, asked.bench)}); first was ${actorText(first!.id === 'EU' ? 'EUU' : first!.id)}. The claim says number ${claim.value}`
  const evidence = rowEvidence(one.list.donors.filter((each) => each.id === id || each === first).flatMap(({ point }) => point.rows))
  if (right !== undefined) return finding('supported', `${said}: it agrees.`, { evidence })
  const whole = told.filter(({ list }) => list.isWhole)
  const isWrong = whole.length > 0 && told.every(({ rim: [best, worst] }) => claim.value! < best || claim.value! > worst)
  return isWrong && claim.value <= verdictLimits.supportLastRank && asked.said.isPlainRank
    ? finding('contradicted', `${said}: by no release it is.`, { evidence })
    : finding('unverifiable', `${said}: each release of the tracker counts in another way.`, { evidence })
}

/** Texts from this day on may use the order of donors in the late release, whose promises have no dates. */
const lateOrder = '2023-08-01'

async function listsOf({ bench, said, measures, kinds, spans: told }: UkraineSupportQuery, isByOutput: boolean): Promise<List[]> {
  const isLate = told.some(({ to }) => to >= lateOrder)
  const spans = isLate ? [...told, { from: ukraineTrackerStart, to: lateReleaseEnd }] : told
  const { snapshot } = bench
  const among = said.among === undefined ? undefined : (statesOfRegion(said.among) ?? (await statesOfGroup(snapshot, said.among)))
  const ids = (await donorIds(snapshot)).filter((id) => among === undefined || among.has(id))
  const output = isByOutput ? await outputsOf(snapshot) : undefined
  const series = await Promise.all(
    ids.flatMap((id) =>
      measures.map(async (measure) => {
        const [donor] = id === 'EU' ? await donorsOf(snapshot, 'EUU', 'bodies') : await donorsOf(snapshot, id, undefined)
        return { id, measure, all: await ukraineSupportSeries(snapshot, donor!, { measure, kinds }) }
      }),
    ),
  )
  const lists = new Map<string, { list: Omit<List, 'donors' | 'isWhole'>; donors: Donated[] }>()
  for (const { id, measure, all } of series)
    for (const one of all)
      for (const span of spans) {
        const point = one.at(span)
        const divisor = output === undefined ? 1 : output.get(id)
        if (point === undefined || divisor === undefined || divisor === 0) continue
        const key = `${one.source} ${measure} ${span.from} ${span.to}`
        const list = lists.get(key) ?? { list: { source: one.source, measure, to: span.to }, donors: [] }
        list.donors.push({ id, value: point.value / divisor, point })
        lists.set(key, list)
      }
  return [...lists.values()].map(({ list, donors }) => ({
    ...list,
    donors,
    isWhole: told.some(({ to }) => to === list.to) && donors.every(({ point }) => !point.atLeast),
  }))
}

async function outputsOf(snapshot: Snapshot): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOfEachState(snapshot, 'gdp', gdpYear.from, gdpYear.to)
  return new Map(rows.map(({ from, value }) => [from, value]))
}

/** Returns the best and worst rank if all figures may be off by a share. The EU counts as a rival only for the worst, since not all lists have it. */
function placeIn({ donors }: List, id: string, off: number): readonly [best: number, worst: number] {
  const own = donors.find((one) => one.id === id)!.value
  const above = (factor: number, isCounted: (one: Donated) => boolean): number =>
    donors.filter((one) => one.id !== id && isCounted(one) && one.value > own * factor).length
  return [1 + above(1 + off, (one) => one.id !== 'EU'), 1 + above(1 - off, () => true)]
}

import type { State } from '../../states/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknown } from '../forms/unknown.ts'
import { inSentence } from '../forms/wording.ts'
import { pairRows, rowAsFigure } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairEvent, PairRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { dayInWords, type Found, nothingFound } from './found.ts'

const indicators = ['embassy', 'embassy-elsewhere', 'consulates', 'representation-level']
const list = 'embassies-wikidata'

/** One direction: the state that is represented, and its host. */
interface Way {
  readonly id: 'a-in-b' | 'b-in-a'
  readonly from: State
  readonly to: State
  readonly rows: readonly PairRow[]
  /** The span of the US mission on the day, where the state that is represented is the United States. */
  readonly mission: PairEvent | undefined
}

/**
 * Adds to the domain of diplomacy who has an embassy with whom. A pair without common votes then has an observed fact where one is listed; that none is listed
 * leaves the domain as it was.
 */
export async function withRepresentation(bench: DomainInputs, domain: DomainAssessment): Promise<DomainAssessment> {
  const found = await representation(bench)
  if (found.estimates.length === 0 && found.sentences.length === 0) return domain
  const listed = found.estimates.some((one) => one.state === 'observed')
  const silent = domain.state === 'unknown' || domain.state === 'not-applicable'
  return {
    ...domain,
    state: silent && listed ? 'observed' : domain.state,
    summary: [domain.summary, ...found.sentences].join(' '),
    estimates: silent && listed ? [...found.estimates, ...domain.estimates] : [...domain.estimates, ...found.estimates],
    items: [...domain.items, ...found.items],
    notes: [...domain.notes, ...found.notes],
  }
}

async function representation(bench: DomainInputs): Promise<Found> {
  const { a, b, to } = bench.dyad
  const [rows, held] = await Promise.all([pairRows(bench, indicators), loadedRows(bench)])
  const missions = held.events(a.iso3, b.iso3).filter(({ kind }) => kind === 'mission')
  const ways = (
    [
      ['a-in-b', a, b],
      ['b-in-a', b, a],
    ] as const
  ).map(([id, from, host]): Way => {
    const own = rows.filter((row) => row.from === from.iso3)
    return { id, from, to: host, rows: own, mission: currentMission(missions.filter((one) => one.from === from.iso3)) }
  })
  const covered = bench.cards.get(list)?.coverage[0]
  const inList = covered !== undefined && to >= covered.from
  if (!inList && ways.every((way) => way.rows.length === 0 && way.mission === undefined)) return nothingFound
  const broken = await brokenSince(bench)
  return {
    estimates: ways.flatMap((way) => figuresOf(way, inList ? covered.from : undefined)),
    sentences: [
      ...(broken === undefined ? [] : [`${broken}.`]),
      ...sentencesOn(ways, to, inList ? covered.from : undefined, broken !== undefined),
    ],
    items: missions.map((one) => missionItem(one, to)),
    notes: inList
      ? [
          'The list of embassies (Wikidata, 16 November 2022) is made by volunteers: a mission that it lacks may exist, and one that has closed may linger.',
        ]
      : [],
  }
}

/** Returns the latest span of a mission's status, from the first day of that status: a state that changed its number (Germany in 1990) has two spans. */
function currentMission(spans: readonly PairEvent[]): PairEvent | undefined {
  return spans.reduce<PairEvent | undefined>(
    (before, span) =>
      before !== undefined && before.code === span.code && before.end === dayBefore(span.date) ? { ...span, date: before.date } : span,
    undefined,
  )
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function figuresOf({ id, from, to, rows }: Way, listDay: string | undefined): Estimate[] {
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`
  const last = (indicator: string): PairRow | undefined => rows.findLast((row) => row.indicator === indicator)
  const [embassy, elsewhere, consulates, level] = indicators.map(last)
  const label = `embassies ${whom}, listed`
  const count = (row: PairRow, as: string, words: string): Known => ({
    ...rowAsFigure(row, as, words),
    unit: 'count',
    certainty: 'at least',
  })
  const none = (period: string): Estimate =>
    unknown(
      { id: `embassy-${id}`, label, unit: 'count', period },
      'the volunteers’ list has none, which is no proof that there is none',
      'the diplomatic list of the host',
    )
  return [
    ...(embassy !== undefined ? [count(embassy, `embassy-${id}`, label)] : listDay === undefined ? [] : [none(listDay)]),
    ...(elsewhere === undefined ? [] : [count(elsewhere, `embassy-elsewhere-${id}`, `embassies ${whom} from a third state, listed`)]),
    ...(consulates === undefined ? [] : [count(consulates, `consulates-${id}`, `consulates ${whom}, listed`)]),
    ...(level === undefined
      ? []
      : [rowAsFigure(level, `representation-level-${id}`, `rank of the representative ${whom} (6: ambassador)`)]),
  ]
}

function sentencesOn(ways: readonly Way[], day: string, listDay: string | undefined, broken: boolean): string[] {
  const missions = ways.filter(({ mission }) => mission !== undefined).map((way) => missionSentence(way, day))
  const others = ways.filter(({ mission }) => mission === undefined)
  // where the United States has withdrawn its mission, what the list has of the other side is out of date (Syria in Washington)
  const withdrawn = ways.some(({ mission }) => mission !== undefined && withoutRelations.has(mission.code))
  if (listDay === undefined || broken || withdrawn || others.length === 0) return missions
  const when = `(Wikidata, ${dayInWords(listDay)})`
  const stated = others.flatMap((way) => listedClause(way) ?? [])
  if (others.length === 2 && others.every((way) => has(way, 'embassy'))) return [`Each has an embassy in the other ${when}.`]
  if (stated.length === 0) return [...missions, `${noneWords(others)} is listed, which is no proof that there is none ${when}.`]
  const missing = others.find((way) => listedClause(way) === undefined)
  const rest =
    missing === undefined
      ? ''
      : ` No embassy of ${inSentence(missing.from.name)} in ${inSentence(missing.to.name)} is listed, which is no proof that there is none.`
  return [...missions, `${stated.join('; ')} ${when}.${rest}`]
}

function has({ rows }: Way, wanted: string): boolean {
  return rows.some(({ indicator }) => indicator === wanted)
}

function listedClause(way: Way): string | undefined {
  const [from, to] = [inSentence(way.from.name), inSentence(way.to.name)]
  if (has(way, 'embassy')) return `${from} has an embassy in ${to}`
  return has(way, 'embassy-elsewhere') ? `${from} covers ${to} from an embassy in a third state` : undefined
}

function noneWords(ways: readonly Way[]): string {
  const [{ from, to }] = ways as readonly [Way, ...Way[]]
  return ways.length === 2 ? 'No embassy of either in the other' : `No embassy of ${inSentence(from.name)} in ${inSentence(to.name)}`
}

/** Statuses of a mission under which the two have no ambassadors with one another. */
const withoutRelations: ReadonlySet<string> = new Set(['None', 'Interests'])

const missionWords: Readonly<Record<string, string>> = {
  None: 'no mission',
  Interests: 'only an interests section',
  'Consul Nonresident': 'only a consul elsewhere',
  Consulate: 'only a consulate',
  Liaison: 'only a liaison office',
  'Envoy Nonresident': 'an envoy who lives elsewhere',
  Legation: 'a legation',
  'Ambassador Nonresident': 'an ambassador who lives elsewhere',
  Embassy: 'an embassy',
}

function missionSentence({ from, to, mission }: Way, day: string): string {
  const { date, end, code } = mission!
  return `${inSentence(from.name)} has had ${missionWords[code] ?? code.toLowerCase()} in ${inSentence(to.name)} since ${dayInWords(date)}${end === null || end >= day ? '' : ` (as of ${dayInWords(end)})`}.`
}

function missionItem({ date, end, code, to, source, locator }: PairEvent, day: string): Item {
  return {
    kind: 'event',
    date,
    text: `status of the US mission in ${to} from ${date}${end === null || end >= day ? '' : ` to ${end}`}: ${code}`,
    source,
    citation: locator,
  }
}

/** Says since when relations are broken, by the table of dated relations; undefined where it knows of no break that lasts on the day. */
async function brokenSince(bench: DomainInputs): Promise<string | undefined> {
  const { a, b, to } = bench.dyad
  const all = await relations(bench.snapshot)
  const last = (all.get([a.iso3, b.iso3].sort().join(' ')) ?? []).filter(({ day }) => day <= to).at(-1)
  return last?.kind === 'broken'
    ? `Diplomatic relations between ${inSentence(a.name)} and ${inSentence(b.name)} were broken off (${last.told})`
    : undefined
}

interface Act {
  readonly day: string
  readonly kind: string
  readonly told: string
}

/** Acts of diplomatic relations by pair, oldest first. */
const relations = cachedBySnapshot(async (snapshot): Promise<ReadonlyMap<string, readonly Act[]>> => {
  const rows = await snapshot.rows(
    "SELECT state_a, state_b, end_date, told, date_kind FROM dated_relations WHERE kind = 'diplomatic-relations' AND state_b IS NOT NULL ORDER BY end_date, date_kind",
  )
  const found = new Map<string, Act[]>()
  for (const row of rows) {
    const key = [String(row['state_a']), String(row['state_b'])].sort().join(' ')
    found.set(key, [...(found.get(key) ?? []), { day: String(row['end_date']), kind: String(row['date_kind']), told: String(row['told']) }])
  }
  return found
})

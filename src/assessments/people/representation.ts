import { factsOf } from '../../memory/index.ts'
import type { State } from '../../states/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { isSilent, unknown, withKnownFacts } from '../forms/unknown.ts'
import { inSentence } from '../forms/wording.ts'
import { pairRows, rowAsFigure } from '../record/pair-observations.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import { mayBeInForce } from '../relations/relation-sentences.ts'
import type { PairEvent, PairRow } from '../rows/observation-row.ts'
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
  // a mission is known where votes are not, so the domain is not unknown
  const isFirst = isSilent(domain) && (found.sentences.length > 0 || found.estimates.some((one) => one.state === 'observed'))
  const about = isFirst ? withKnownFacts(domain, found.sentences, 'votes in common') : domain
  return {
    ...about,
    summary: isFirst ? about.summary : [domain.summary, ...found.sentences].join(' '),
    estimates: isFirst ? [...found.estimates, ...about.estimates] : [...domain.estimates, ...found.estimates],
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
  const outOfDate = inList && (await isOutOfDate(bench, ways))
  const listDay = inList && !outOfDate ? covered.from : undefined
  return {
    estimates: ways.flatMap((way) => (outOfDate ? outOfDateFigures(way, covered.from) : figuresOf(way, listDay))),
    sentences: sentencesOn(ways, to, listDay),
    items: missions.map((one) => missionItem(one, to)),
    notes:
      listDay !== undefined
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

/**
 * Whether what the list has of the two is out of date, since missions that have closed linger in it: they have no relations on the day or an embassy was closed,
 * or the United States has withdrawn its mission (the list still has Syria in Washington).
 */
async function isOutOfDate({ dyad: { a, b, to }, snapshot }: DomainInputs, ways: readonly Way[]): Promise<boolean> {
  if (ways.some(({ mission }) => mission !== undefined && withoutAmbassador.has(mission.code))) return true
  const facts = await factsOf(snapshot, a.iso3, b.iso3, to)
  return facts.some((row) => mayBeInForce(row, to) && (row.kind === 'no-relations' || row.form === 'embassy closed'))
}

/** Statuses of a mission under which the two have no ambassadors with one another. */
const withoutAmbassador: ReadonlySet<string> = new Set(['None', 'Interests'])

function figuresOf({ id, from, to, rows }: Way, listDay: string | undefined): Estimate[] {
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`
  const last = (indicator: string): PairRow | undefined => rows.findLast((row) => row.indicator === indicator)
  const [embassy, elsewhere, consulates] = indicators.map(last)
  const count = (row: PairRow, as: string, words: string): Known => ({
    ...rowAsFigure(row, as, words),
    unit: 'count',
    certainty: 'at least',
  })
  const none = 'the volunteers’ list has none, which is no proof that there is none'
  return [
    ...(embassy !== undefined
      ? [count(embassy, `embassy-${id}`, `embassies ${whom}, listed`)]
      : listDay === undefined
        ? []
        : [unknownEmbassy(id, whom, listDay, none)]),
    ...(elsewhere === undefined ? [] : [count(elsewhere, `embassy-elsewhere-${id}`, `embassies ${whom} from a third state, listed`)]),
    ...(consulates === undefined ? [] : [count(consulates, `consulates-${id}`, `consulates ${whom}, listed`)]),
    ...levelFigures(id, whom, rows),
  ]
}

function outOfDateFigures({ id, from, to, rows }: Way, listDay: string): Estimate[] {
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`
  const reason = 'the list is older than what is known of their relations, and keeps missions that have closed'
  return [unknownEmbassy(id, whom, listDay, reason), ...levelFigures(id, whom, rows)]
}

function unknownEmbassy(id: Way['id'], whom: string, period: string, reason: string): Estimate {
  const about = { id: `embassy-${id}`, label: `embassies ${whom}, listed`, unit: 'count', period }
  return unknown(about, reason, 'the diplomatic list of the host')
}

function levelFigures(id: Way['id'], whom: string, rows: readonly PairRow[]): Estimate[] {
  const level = rows.findLast(({ indicator }) => indicator === 'representation-level')
  return level === undefined ? [] : [rowAsFigure(level, `representation-level-${id}`, `rank of the representative ${whom} (6: ambassador)`)]
}

function sentencesOn(ways: readonly Way[], day: string, listDay: string | undefined): string[] {
  const missions = ways.filter(({ mission }) => mission !== undefined).map((way) => missionSentence(way, day))
  const others = ways.filter(({ mission }) => mission === undefined)
  if (listDay === undefined || others.length === 0) return missions
  const when = `(Wikidata, ${dayInWords(listDay)})`
  const stated = others.flatMap((way) => listedClause(way) ?? [])
  if (others.length === 2 && others.every((way) => has(way, 'embassy'))) return [`Each has an embassy in the other ${when}.`]
  // that the volunteers list none says nothing, and is left to the figures
  return stated.length === 0 ? missions : [...missions, `${stated.join('; ')} ${when}.`]
}

function has({ rows }: Way, wanted: string): boolean {
  return rows.some(({ indicator }) => indicator === wanted)
}

function listedClause(way: Way): string | undefined {
  const [from, to] = [inSentence(way.from.name), inSentence(way.to.name)]
  if (has(way, 'embassy')) return `${from} has an embassy in ${to}`
  return has(way, 'embassy-elsewhere') ? `${from} is accredited to ${to} from a third state` : undefined
}

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
    text: `US mission in ${to} from ${date}${end === null || end >= day ? '' : ` to ${end}`}: ${code === 'None' ? 'no mission' : (missionWords[code] ?? code.toLowerCase())}`,
    source,
    citation: locator,
  }
}

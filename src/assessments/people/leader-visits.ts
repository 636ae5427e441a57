import type { State } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { counted, inSentence } from '../forms/wording.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairEvent } from '../rows/observation-row.ts'
import { dayInWords, type Found, nothingFound, together } from './found.ts'

/** Years over which visits are counted. */
const window = 10

/** Visits shown one by one, newest first. */
const mostItems = 12

/** A list of visits from one state: the indicator by which its card gives the days that it covers, and how a visit is named. */
interface VisitList {
  readonly source: string
  readonly indicator: string
  /** The state whose leaders the list follows, as visitors or as hosts. */
  readonly follows: { readonly visitor: string } | { readonly host: string }
  /** Whether each day of a stay is an entry. */
  readonly byDay: boolean
  /** The visitors, as the subject of a sentence. */
  readonly who: (from: string) => string
}

const lists: readonly VisitList[] = [
  {
    source: 'us-visits',
    indicator: 'leaders-received',
    follows: { host: 'USA' },
    byDay: false,
    who: (from) => `leaders of ${from}`,
  },
  {
    source: 'us-visits',
    indicator: 'leaders-travelled',
    follows: { visitor: 'USA' },
    byDay: false,
    who: () => 'the President or the Secretary of State of the United States',
  },
  {
    source: 'china-vitae',
    indicator: 'leader-visit-days',
    follows: { visitor: 'CHN' },
    byDay: true,
    who: () => 'leaders of China',
  },
]

/** Kinds of entries that are a stay in the other state; a meeting at home or a telephone call is none. */
const stays: ReadonlySet<string> = new Set(['visit', 'visit of a leader', 'visit of the President', 'visit of the Secretary of State'])

/** Reports visits of leaders between the two, where a list of the record follows the leaders or the guests of one of them. */
export async function leaderVisits(bench: DomainInputs): Promise<Found> {
  const { a, b } = bench.dyad
  const ways = [
    { id: 'a-to-b', from: a, to: b },
    { id: 'b-to-a', from: b, to: a },
  ] as const
  const asked = ways.flatMap((way) =>
    lists.filter((list) => followsWay(list, way.from, way.to) && bench.cards.has(list.source)).map((list) => ({ way, list })),
  )
  if (asked.length === 0) return nothingFound
  const events = (await loadedRows(bench)).events(a.iso3, b.iso3).filter(({ kind, code }) => kind === 'visit' && stays.has(code))
  return together(
    asked.map(({ way, list }) =>
      visitsOf(
        bench,
        way,
        list,
        events.filter((one) => one.from === way.from.iso3 && one.source === list.source),
      ),
    ),
  )
}

function followsWay({ follows }: VisitList, from: State, to: State): boolean {
  return 'visitor' in follows ? follows.visitor === from.iso3 : follows.host === to.iso3
}

interface VisitWay {
  readonly id: string
  readonly from: State
  readonly to: State
}

function visitsOf(bench: DomainInputs, way: VisitWay, list: VisitList, visits: readonly PairEvent[]): Found {
  const covered = bench.cards.get(list.source)?.coverage.find(({ indicator }) => indicator === list.indicator)
  if (covered === undefined || bench.dyad.to < covered.from) return nothingFound
  const last = bench.dyad.to < covered.to ? bench.dyad.to : covered.to
  const first = `${Number(last.slice(0, 4)) - window + 1}-01-01`
  const recent = visits.filter(({ date }) => date >= first && date <= last)
  const from = covered.from > first ? covered.from : first
  const count = list.byDay ? new Set(recent.map(({ date }) => date)).size : recent.length
  const figure: Known = {
    state: 'observed',
    id: `${list.byDay ? 'leader-days' : 'leader-visits'}-${way.id}`,
    label: `${list.byDay ? 'days' : 'visits'} of ${list.who(inSentence(way.from.name))} in ${inSentence(way.to.name)}, listed`,
    unit: 'count',
    period: `${from.slice(0, 4)}/${last.slice(0, 4)}`,
    value: count,
    interval: 'exact',
    ...(list.byDay ? { certainty: 'at least' as const } : {}),
    method: `${list.byDay ? 'days with an entry' : 'entries'} of the list from ${from} to ${last}`,
    evidence: [
      {
        source: list.source,
        vintage: vintageOf(bench.cards, list.source),
        rows: `events where source = '${list.source}' and kind = 'visit' and from_id = '${way.from.iso3}' and to_id = '${way.to.iso3}' and date between '${from}' and '${last}'`,
        count: recent.length,
      },
    ],
  }
  return { estimates: [figure], sentences: [sentenceOn(way, list, count, from, last, visits)], items: itemsOf(list, visits), notes: [] }
}

function sentenceOn(
  { from, to }: VisitWay,
  list: VisitList,
  count: number,
  since: string,
  last: string,
  visits: readonly PairEvent[],
): string {
  const who = list.who(inSentence(from.name))
  const span = `From ${since.slice(0, 4)} to ${dayInWords(last)}`
  const latest = visits.at(-1)
  const told = latest === undefined ? '' : `, ${count === 1 ? '' : 'the last '}on ${dayInWords(latest.date)} (${latest.name})`
  if (count > 0)
    return `${span} ${who} ${list.byDay ? `spent at least ${counted(count, 'day', 'days')} in` : `made ${counted(count, 'visit', 'visits')} to`} ${inSentence(to.name)}${told}.`
  if (list.byDay) return ''
  return `${span} no visit of ${who} to ${inSentence(to.name)} is listed${latest === undefined ? '' : `; the last was on ${dayInWords(latest.date)} (${latest.name})`}.`
}

function itemsOf(list: VisitList, visits: readonly PairEvent[]): Item[] {
  return visits
    .slice(-mostItems)
    .reverse()
    .map(({ date, end, name, code, from, to, source, locator }) => ({
      kind: 'event',
      date,
      text: `${name} (${from}) in ${to}, ${end === null || end === date ? date : `${date} to ${end}`}${list.byDay ? '' : `: ${code}`}`,
      source,
      citation: locator,
    }))
}

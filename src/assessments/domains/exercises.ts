import type { Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { lastDay } from '../forms/ledger-check.ts'
import type { LedgerItem } from '../forms/ledger-item.ts'
import { counted, inSentence } from '../forms/wording.ts'
import { daysCovered } from '../record/days-covered.ts'
import { type LedgerDomain, ledgerDomain, ledgerItems, type TableFindings } from '../record/ledger-domain.ts'
import { coversCalendarYear, evidenceFor, figureItems, pairRows, percentileOf, periodOf } from '../record/pair-observations.ts'
import { ledgerItemsById } from '../rows/conditions.ts'
import { grouped } from '../rows/grouped.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { exerciseDistances, placedItems } from './exercise-distance.ts'

const about: LedgerDomain = {
  id: 'exercises',
  title: 'Exercises',
  kinds: ['exercise', 'patrol', 'deployment'],
  on: 'exercises, patrols and deployments',
  lead: { label: 'joint exercises and patrols', unit: 'count' },
  reason: 'the record holds no military exercises of the pair.',
  wouldFill:
    'A dated list of joint exercises by pair: mme_v7.csv of D’Orazio and Galambos for 1980 to 2010 (visavis add mme-exercises FILE), or the defence ministries’ own announcements.',
}

/** A list that names the exercises of all states in its years. */
const wholeList = 'mme-exercises'

/**
 * How much of what other lists have the whole list has too: pairs of an earlier coding of the same reports, and pairs by year that the Russian Ministry of
 * Defence names. Measured by `test/sources/politics/mme-exercises.test.ts`.
 */
const recallOfWholeList =
  'it has 2,485 of the 2,513 pairs of an earlier list (JME), and 45 of the 53 partners by year that Russia’s ministry names for 2009 and 2010'

/** Years of exercises that are counted, the same as for the stage. */
const window = 5

/** Assesses exercises and patrols of the last five years in the ledger, and those listed in a table that the user added. */
export async function assessExercises(bench: DomainInputs): Promise<DomainAssessment> {
  const rows = (await pairRows(bench, ['joint-exercises'])).filter(coversCalendarYear)
  const items = ledgerItems(bench, about.kinds)
  const recent = recentExercises(bench, items)
  const counts = recent.length === 0 ? [] : [countOf(bench, recent)]
  const far = exerciseDistances(bench, recent, `${sinceDay(bench)}/${endDay(bench)}`)
  const listed = await listedFigures(bench, rows)
  const found: TableFindings = {
    estimates: listed,
    sentences: [
      ...(counts.length === 0 ? noneSentences(bench, items) : ledgerSentences(bench, items, recent)),
      ...far.sentences,
      ...listedSentences(bench, listed, rows),
    ],
    items: figureItems(rows),
    notes: notesOn(rows, items, listed),
  }
  const told = ledgerDomain(bench, about, found, counts)
  const whole = { ...told, items: placedItems(bench, told.items, items) }
  // the ledger's count is more recent, so it comes first where available
  return counts.length === 0 ? whole : { ...whole, state: 'observed', estimates: [...counts, ...far.estimates, ...listed] }
}

/** Selects the individual exercises and patrols of the five years up to the ledger's last day. A standing series is one arrangement and is not counted. */
function recentExercises(bench: DomainInputs, items: readonly LedgerItem[]): LedgerItem[] {
  const since = sinceDay(bench)
  return items.filter(
    (item) => item.kind !== 'deployment' && item.form === 'act' && item.direction === 'supports' && lastDay(item.date) > since,
  )
}

function endDay({ ledger, dyad }: DomainInputs): string {
  return ledger === undefined || dyad.to < ledger.to ? dyad.to : ledger.to
}

function sinceDay(bench: DomainInputs): string {
  const end = endDay(bench)
  return `${Number(end.slice(0, 4)) - window}${end.slice(4)}`
}

function countOf(bench: DomainInputs, recent: readonly LedgerItem[]): Known {
  const { ledger } = bench
  return {
    state: 'observed',
    id: 'exercises-recorded',
    label: 'joint exercises and patrols in five years',
    unit: 'count',
    period: `${sinceDay(bench)}/${endDay(bench)}`,
    value: recent.length,
    interval: 'exact',
    certainty: 'at least',
    method: `count of dated items of the ledger of the pair; exercises that it does not name are not counted`,
    evidence: [
      {
        source: 'ledger',
        vintage: `reviewed ${ledger!.reviewed}`,
        rows: ledgerItemsById(ledger!, recent),
        count: recent.length,
      },
    ],
  }
}

function ledgerSentences(bench: DomainInputs, items: readonly LedgerItem[], recent: readonly LedgerItem[]): string[] {
  const [last] = recent as readonly [LedgerItem, ...LedgerItem[]]
  const deployed = items.filter((item) => item.kind === 'deployment').length
  const first = `At least ${counted(recent.length, 'joint exercise or patrol', 'joint exercises and patrols')} between ${sinceDay(bench)} and ${endDay(bench)} ${recent.length === 1 ? 'is' : 'are'} on record; the last (${last.date}): ${last.sentence}`
  const beside = deployed === 0 ? [] : [`The ledger also has ${counted(deployed, 'item', 'items')} on deployments.`]
  return [first, ...beside]
}

/** Writes the sentence for a ledger that has only deployments. That it names no exercise is reported, but is not a count of zero. */
function noneSentences({ ledger, dyad }: DomainInputs, items: readonly LedgerItem[]): string[] {
  if (ledger === undefined || items.length === 0 || items.some((item) => item.kind !== 'deployment')) return []
  return [
    `The ledger of this pair, from ${ledger.from}, names no joint exercise or patrol by ${dyad.to < ledger.to ? dyad.to : ledger.to}.`,
  ]
}

/** Returns the figures from an added table over all its years. Its coverage has gaps, so no change is computed. */
async function listedFigures(bench: DomainInputs, rows: readonly PairRow[]): Promise<Known[]> {
  const groups = [...grouped(rows, (row) => row.source).values()].sort((x, y) => (x.at(-1)!.end < y.at(-1)!.end ? 1 : -1))
  const none = groups.some(([row]) => row!.source === wholeList) ? [] : noneListed(bench)
  const found = await Promise.all(
    groups.map(async (group) => {
      const [first, last] = await daysListed(bench.snapshot, group[0]!.source, bench.dyad.to)
      const level: Known = {
        state: 'observed',
        id: 'exercises-listed',
        label: `joint exercises that ${group[0]!.source} lists`,
        unit: 'count',
        period: periodOf(first, last),
        value: group.reduce((sum, row) => sum + row.value, 0),
        interval: 'exact',
        certainty: 'at least',
        method: `sum of the years that ${group[0]!.source} covers by the last day`,
        evidence: [evidenceFor(group[0]!, { start: first, end: last }, group.length)],
      }
      return [level, ...(await percentileOf(bench, level, group[0]!, ['joint-exercises']))]
    }),
  )
  return [...found.flat(), ...none]
}

/** Returns an estimate of none with the recall of the whole list, where it covers the pair; empty where it was not added. */
function noneListed(bench: DomainInputs): Known[] {
  const days = daysCovered(bench, wholeList, 'joint-exercises')
  if (days === undefined) return []
  const [from, to] = [bench.dyad.a.iso3, bench.dyad.b.iso3].sort()
  const rows = `observations where source = '${wholeList}' and indicator = 'joint-exercises' and from_id = '${from}' and to_id = '${to}' and start_date >= '${days[0]}' and end_date <= '${days[1]}'`
  return [
    {
      ...{ state: 'estimated', id: 'exercises-listed', unit: 'count', period: periodOf(...days), value: 0 },
      label: `joint exercises that ${wholeList} lists`,
      interval: { level: 0.9, low: 0, high: 0, kind: 'binomial' },
      method: `none among the exercises that ${wholeList} lists; ${recallOfWholeList}`,
      evidence: [{ source: wholeList, vintage: bench.cards.get(wholeList)!.vintage, rows, count: 0 }],
      note: `None found; ${recallOfWholeList}.`,
    },
  ]
}

const daysListed = cachedBySnapshot(async (snapshot, source: string, to: string): Promise<readonly [first: string, last: string]> => {
  const [row] = await snapshot.rows(
    "SELECT min(start_date) AS first, max(end_date) AS last FROM observations WHERE indicator = 'joint-exercises' AND source = $source AND end_date <= $to",
    { source, to },
  )
  return [String(row!['first']), String(row!['last'])]
})

function listedSentences(bench: DomainInputs, listed: readonly Known[], rows: readonly PairRow[]): string[] {
  const { a, b } = bench.dyad
  const pair = `${inSentence(a.name)} and ${inSentence(b.name)}`
  return listed
    .filter((one) => one.id === 'exercises-listed')
    .map((one) => {
      const { source } = one.evidence[0]!
      const years = one.period.replace('/', ' to ')
      if (one.value === 0) return `${source}, a list from news reports, has no joint exercise of ${pair} in ${years}.`
      const last = rows
        .filter((row) => row.source === source)
        .at(-1)!
        .end.slice(0, 4)
      return `For ${years} ${source} lists at least ${counted(one.value, 'joint exercise', 'joint exercises')} of ${pair}, ${one.value === 1 ? 'in' : 'the last in'} ${last}.`
    })
}

function notesOn(rows: readonly PairRow[], items: readonly LedgerItem[], listed: readonly Known[]): string[] {
  return [
    ...(items.length + rows.length === 0 ? [] : ['Counts say nothing of size, length or content; what was not announced is missing.']),
    ...(rows.some((row) => row.source === 'russia-exercises')
      ? [
          'The table of exercises involving Russia has gaps, above all in 2014 and from 2016 on: a falling count is the table, not the world.',
        ]
      : []),
    ...(listed.some((one) => one.evidence[0]!.source === wholeList)
      ? [
          `${wholeList} ends in 2010 and rests on news reports, in which English-speaking states are over-counted: it says nothing of exercises since.`,
        ]
      : []),
  ]
}

import { type Estimate, type Evidence, isKnown, type Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { unknownDomain, vintageOf } from '../forms/unknown.ts'
import { formatPercentile, inSentence, joinedWords, signed, twoDecimals, withInterval } from '../forms/wording.ts'
import {
  type EvidenceOf,
  type SortedPairFigures,
  type SpeechRanks,
  type SpeechWindow,
  speechFigures,
  speechSeries,
  speechWindow,
} from '../speeches/narrative-figures.ts'
import { type ThemesThenAndNow, themeItems, themeSentence } from '../speeches/narrative-themes.ts'
import { type RowsBehind, recordedSpeeches, type SpeechPopulation, type SpeechReader, type SpeechYear } from '../speeches/speech-reader.ts'
import { allRecordedSpeeches } from '../speeches/speech-reader-all-pairs.ts'
import { addedSpeeches } from '../speeches/speech-reader-texts.ts'

/** Assesses the similarity of the pair's General Debate speeches over three sessions, its percentile, the ten-year change, and the themes that changed. */
export async function assessNarrative(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const reader = await speechesOf(bench)
  if (reader === undefined) return silent(bench, 'the record holds no speeches or figures on them.')
  const [first, second] = [a.iso3, b.iso3].sort() as [string, string]
  const pair = (await reader.pair(first, second)).filter(({ year }) => `${year}-10-31` <= to)
  const last = pair.at(-1)?.year
  if (last === undefined) return silent(bench, nothing(bench))
  const [now, before] = [speechWindow(pair, last)!, speechWindow(pair, last - 10)]
  const ranks = await ranksOf(bench, reader, now, before)
  const evidence: EvidenceOf = (years) => evidenceOf(bench, reader, reader.behind(first, second, years))
  const estimates = speechFigures(now, before, ranks, evidence)
  const themes = await themesOf(bench, reader, now, before)
  return {
    id: 'narrative',
    title: 'Narrative',
    state: 'estimated',
    summary: `${levelSentence(bench, estimates, now)}${themes.sentence}`,
    estimates: [...estimates, ...speechSeries(pair, evidence)],
    items: themes.items,
    notes: notesOf(bench, reader, pair, ranks.now.values.length),
  }
}

/** Says how the percentile among the same pairs changed, because a change in similarity alone may reflect a trend in all speeches. */
function placeSentence(place: Known | undefined, change: Known | undefined): string {
  if (place === undefined || change === undefined || change.interval === 'exact') return ''
  if (change.interval.low <= 0 && change.interval.high >= 0)
    return ' Their place among the pairs held at both ends has not clearly changed.'
  const [now, before] = [formatPercentile(place.value), formatPercentile(place.value - change.value)]
  return ` Among the pairs held at both ends their place went from percentile ${before} to ${now}.`
}

/** Chooses the source of speech figures: texts that a user added replace the record's figures. Undefined where there are neither. */
async function speechesOf({ snapshot, held }: DomainInputs): Promise<SpeechReader | undefined> {
  const { tables } = snapshot.manifest
  const holds = (table: 'speeches' | 'speech_words' | 'speech_similarities'): boolean => (tables[table] ?? []).length > 0
  if (holds('speeches') && holds('speech_words')) return addedSpeeches(snapshot)
  if (!holds('speech_similarities')) return undefined
  return held === undefined ? recordedSpeeches(snapshot) : allRecordedSpeeches(snapshot)
}

function evidenceOf(bench: DomainInputs, { source }: SpeechReader, behind: RowsBehind): Evidence[] {
  return [{ source, vintage: vintageOf(bench.cards, source), ...behind }]
}

async function ranksOf(
  bench: DomainInputs,
  reader: SpeechReader,
  now: SpeechWindow,
  before: SpeechWindow | undefined,
): Promise<SpeechRanks> {
  const among = ({ values, behind }: SpeechPopulation): SortedPairFigures => ({ values, evidence: evidenceOf(bench, reader, behind) })
  const all = among(await reader.population(now.years))
  if (before === undefined) return { now: all, ends: undefined }
  const ends = await reader.bothEnds(now.years, before.years)
  return { now: all, ends: { now: among(ends.now), before: among(ends.before) } }
}

function levelSentence(bench: DomainInputs, estimates: readonly Estimate[], now: SpeechWindow): string {
  const known = (id: string) => estimates.filter(isKnown).find((one) => one.id === id)
  const [level, rank, change] = ['', '.percentile', '.change'].map((part) => known(`speech_similarity${part}`))
  const { a, b } = bench.dyad
  const who = `the speeches of ${inSentence(a.name)} and ${inSentence(b.name)}`
  const when =
    now.years.length === 1 ? `the General Debate of ${now.years[0]}` : `the General Debates of ${joinedWords(now.years.map(String))}`
  const moved = change === undefined ? '' : `, ${signed(change.value, change.unit)} against ten years before`
  const range =
    change === undefined || change.interval === 'exact'
      ? ''
      : ` (${twoDecimals(change.interval.low)} to ${twoDecimals(change.interval.high)})`
  const place = placeSentence(known('speech_similarity_place'), known('speech_similarity_place.change'))
  const similarity = `similarity ${withInterval(level!)}${moved}${range}`
  return `In ${when} ${alikeWords(who, rank!)}; ${similarity}.${place}`
}

/** Says whether the speeches are more or less alike than those of most pairs, where the interval of the place leaves only one of the two. */
function alikeWords(who: string, { value, interval }: Known): string {
  const { low, high } = interval === 'exact' ? { low: value, high: value } : interval
  const ends = (one: readonly number[]): string => {
    const [share, least, most] = one.map(formatPercentile)
    return `${share} % of all pairs (90 % interval ${least} to ${most})`
  }
  if (low <= 50 && high >= 50)
    return `it is open whether ${who} were more or less alike in what they speak of than those of most pairs: more alike than those of ${ends([value, low, high])}`
  return value > 50
    ? `${who} were more alike in what they speak of than those of ${ends([value, low, high])}`
    : `${who} were less alike in what they speak of than those of ${ends([100 - value, 100 - high, 100 - low])}`
}

async function themesOf(
  bench: DomainInputs,
  reader: SpeechReader,
  now: SpeechWindow,
  before: SpeechWindow | undefined,
): Promise<{ sentence: string; items: Item[] }> {
  if (before === undefined) return { sentence: '', items: [] }
  const { a, b } = bench.dyad
  const [x, y] = (await Promise.all(
    [a, b].map(async ({ iso3, name }): Promise<ThemesThenAndNow> => {
      const [late, early] = await Promise.all([reader.themes(iso3, now.years), reader.themes(iso3, before.years)])
      return { name, now: late, before: early }
    }),
  )) as [ThemesThenAndNow, ThemesThenAndNow]
  const spoken = ({ period }: SpeechWindow): string => period.replace('/', ' to ')
  const periods = { now: spoken(now), before: spoken(before), date: String(now.years.at(-1)) }
  return { sentence: themeSentence(x, y), items: themeItems(x, y, periods, reader.source) }
}

function notesOf(bench: DomainInputs, reader: SpeechReader, pair: readonly SpeechYear[], pairs: number): string[] {
  const { a, b } = bench.dyad
  const isOf = (iso3: string): boolean => a.iso3 === iso3 || b.iso3 === iso3
  return [
    'Words tell what is spoken of, not on which side: two states at war speak of the same war. 0 is two typical speeches, 1 the same speech.',
    `One speech a year, in English or the English of the official records; a year is that of the session, whose debate is taken to have ended by 31 October. Themes are counted by lists of words of ours.`,
    ...(reader.source === 'visavis-speeches'
      ? [
          `From the figures of the record: ${pairs.toLocaleString('en-US')} pairs. To 2017 it has 25 states; visavis add un-general-debate brings the texts of all.`,
        ]
      : ['From the texts that were added, by the words and weights of the record.']),
    ...(pair.some(({ year }) => year < 1970) ? ['Texts before 1970 were read from scans by machine.'] : []),
    ...(isOf('CHN') || isOf('TWN') ? ['China’s seat was Taipei’s until October 1971: those speeches stand under TWN.'] : []),
    ...(isOf('RUS') ? ['Speeches of the Soviet Union stand under RUS.'] : []),
  ]
}

function nothing(bench: DomainInputs): string {
  const { a, b, to } = bench.dyad
  return `no session by ${to} has a speech of both ${inSentence(a.name)} and ${inSentence(b.name)} that tells enough.`
}

function silent(bench: DomainInputs, reason: string): DomainAssessment {
  return unknownDomain(
    'narrative',
    'Narrative',
    bench.dyad.to,
    reason,
    'The UN General Debate Corpus (Harvard Dataverse, doi:10.7910/DVN/0TJX8Y): one speech a year and state, 1946 on; visavis add un-general-debate FILE.',
  )
}

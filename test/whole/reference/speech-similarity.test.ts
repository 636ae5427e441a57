import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grouped } from '../../../src/assessments/rows/grouped.ts'
import { type LexiconWord, lexiconOf, type SpeechLexicon } from '../../../src/measures/speeches/speech-lexicon.ts'
import { type SpeechProfile, speechProfile } from '../../../src/measures/speeches/speech-profile.ts'
import { speechSimilarity, speechSimilarityValue } from '../../../src/measures/speeches/speech-similarity.ts'
import { plainSpeech, sentenceWords } from '../../../src/measures/speeches/speech-text.ts'
import { randomStream } from '../../../src/numeric/random.ts'
import { tableRows } from '../../../src/sources/rows/table-columns.ts'
import { readGeneralDebate } from '../../../src/sources/un/speeches/un-general-debate.ts'
import { identifyingWords } from '../../../src/states/names/identifying-words.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'
import { expectKept } from '../../reference/kept-comparison.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../sources/raw-data.ts'

/** A pair in a year: similarity, percentile among the pairs of the year, distance of ideal points in the session. */
interface Row {
  readonly year: number
  readonly a: string
  readonly b: string
  readonly value: number
  readonly distance: number | null
  percentile: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((x, y) => x - y)
  const place = new Map<number, number[]>()
  for (const [i, value] of sorted.entries()) place.set(value, [...(place.get(value) ?? []), i])
  return values.map((value) => mean(place.get(value)!))
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)]
  const product = (p: readonly number[], q: readonly number[], mp: number, mq: number): number =>
    p.reduce((sum, one, i) => sum + (one - mp) * (q[i]! - mq), 0)
  return product(x, y, mx, my) / Math.sqrt(product(x, x, mx, mx) * product(y, y, my, my))
}

const spearman = (x: readonly number[], y: readonly number[]): number => correlation(ranks(x), ranks(y))

/** What was expected before any figure was computed: docs/measures/speech-similarity.md, by number. */
describe('speeches in the record', () => {
  let snapshot: Snapshot
  let years: Map<number, Row[]>
  beforeAll(async () => {
    snapshot = await openSnapshot(bundledRecord())
    const rows = (await snapshot.rows(
      `SELECT s.year, state_a AS a, state_b AS b, similarity AS value, abs(p.point - q.point) AS distance FROM speech_similarities AS s
         LEFT JOIN estimated_points AS p ON p.specification = 'usual' AND p.session = s.session AND p.state = state_a
         LEFT JOIN estimated_points AS q ON q.specification = 'usual' AND q.session = s.session AND q.state = state_b ORDER BY s.year, a, b`,
    )) as unknown as Row[]
    years = new Map([...grouped(rows, ({ year }) => String(year))].map(([year, group]) => [Number(year), group]))
    for (const group of years.values()) {
      const places = ranks(group.map(({ value }) => value))
      group.forEach((row, i) => {
        row.percentile = (100 * (places[i]! + 0.5)) / group.length
      })
    }
  })
  afterAll(() => snapshot.close())

  const percentiles = (a: string, b: string, from: number, to: number): number[] =>
    [...years]
      .filter(([year]) => year >= from && year <= to)
      .flatMap(([, group]) => group.filter((row) => row.a === a && row.b === b).map((row) => row.percentile))

  test('1: Russia and Belarus stand above Russia and Ukraine in at least nine of the sessions 2014 to 2024', () => {
    const [minsk, kyiv] = [percentiles('BLR', 'RUS', 2014, 2024), percentiles('RUS', 'UKR', 2014, 2024)]
    expect(minsk.length).toBe(11)
    const above = minsk.filter((one, i) => one > kyiv[i]!).length
    expect(above).toBeGreaterThanOrEqual(9)
    expectKept('speeches-minsk', above, minsk.length)
  })

  test('2, 3, 4: partners and islands stand high, and China and Russia above the United States and North Korea', () => {
    expect(mean(percentiles('GBR', 'USA', 2000, 2024))).toBeGreaterThan(75)
    expect(mean(percentiles('DEU', 'FRA', 2000, 2024))).toBeGreaterThan(75)
    expect(mean(percentiles('CHN', 'RUS', 2000, 2024))).toBeGreaterThan(mean(percentiles('PRK', 'USA', 2000, 2024)))
    expect(mean(percentiles('KIR', 'TUV', 2018, 2024))).toBeGreaterThan(90)
    for (const [a, b, from] of [
      ['GBR', 'USA', 2000],
      ['DEU', 'FRA', 2000],
      ['CHN', 'RUS', 2000],
      ['KIR', 'TUV', 2018],
    ] as const) {
      const places = percentiles(a, b, from, 2024)
      expectKept(`speeches-${a}-${b}`.toLowerCase(), mean(places), places.length)
    }
  })

  test('5: pairs within the European Union stand above pairs of a member and another, every session since 2018', async () => {
    const found = await snapshot.rows(
      "SELECT state FROM memberships WHERE bloc = 'EU' AND role = 'member' AND start_date <= '2020-02-01' AND coalesce(end_date, '9999') > '2024-12-31'",
    )
    const members = new Set(found.map(({ state }) => String(state)))
    expect(members.size).toBe(27)
    let sessions = 0
    for (let year = 2018; year <= 2024; year++) {
      const of = (count: number): number[] =>
        years
          .get(year)!
          .filter(({ a, b }) => Number(members.has(a)) + Number(members.has(b)) === count)
          .map((row) => row.percentile)
      expect(mean(of(2)), String(year)).toBeGreaterThan(mean(of(1)))
      sessions++
    }
    expectKept('speeches-eu', sessions, 7)
  })

  test('6, 7: the nearer two states vote the more alike they speak; with labels shuffled nothing is left', () => {
    const random = randomStream(1, 'placebo')
    const voted = [...years.values()].map((group) => group.filter(({ distance }) => distance !== null)).filter((rows) => rows.length > 0)
    const both = voted.map((rows) => {
      const states = [...new Set(rows.flatMap(({ a, b }) => [a, b]))]
      const others = shuffled(states, random.below)
      const distances = new Map(
        rows.flatMap(({ a, b, distance }) => [[`${a} ${b}`, distance!] as const, [`${b} ${a}`, distance!] as const]),
      )
      const relabelled = (state: string): string => others[states.indexOf(state)]!
      const kept = rows.filter(({ a, b }) => distances.has(`${relabelled(a)} ${relabelled(b)}`))
      return {
        real: spearman(
          rows.map(({ value }) => value),
          rows.map(({ distance }) => distance!),
        ),
        placebo: spearman(
          kept.map(({ value }) => value),
          kept.map(({ a, b }) => distances.get(`${relabelled(a)} ${relabelled(b)}`)!),
        ),
      }
    })
    const [real, placebo] = [both.map((one) => one.real), both.map((one) => one.placebo)]
    expect(real.length).toBe(78)
    expect(real.filter((one) => one < 0).length).toBeGreaterThanOrEqual(76)
    expectKept('speeches-votes-sign', real.filter((one) => one < 0).length, real.length)
    expectKept('speeches-votes', mean(real), real.length)
    expect(Math.abs(mean(placebo))).toBeLessThan(0.05)
  })
})

function shuffled<T>(list: readonly T[], below: (bound: number) => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}

interface Spoken {
  readonly state: string
  readonly year: number
  readonly sentences: string[][]
  readonly profile: SpeechProfile
}

describe.skipIf(!haveRaw)(`speeches from their texts ${rawNeeded}`, () => {
  let lexicon: SpeechLexicon
  let spoken: Spoken[]
  beforeAll(async () => {
    const snapshot = await openSnapshot(bundledRecord())
    lexicon = lexiconOf((await snapshot.rows('SELECT word, weight, rate FROM speech_words ORDER BY word')) as unknown as LexiconWord[])
    snapshot.close()
    const { speeches } = await readGeneralDebate([join(rawFolder, 'ungdc', 'UNGDC_core25_1946-2024.tgz')])
    spoken = tableRows(speeches).map((row) => {
      const [state, year] = [String(row['state']), Number(row['year'])]
      const sentences = sentenceWords(plainSpeech(String(row['text'])))
      return { state, year, sentences, profile: speechProfile(sentences, lexicon, identifyingWords(state, `${year}-09-30`)) }
    })
  }, 120_000)

  const inYear = (year: number): Spoken[] => spoken.filter((one) => one.year === year)
  const pairs = (group: readonly Spoken[]): (readonly [Spoken, Spoken])[] =>
    group.flatMap((one, i) => group.slice(0, i).map((other) => [one, other] as const))

  test("8: a speech is more like the state's own of the year before than the median of the others", () => {
    const told = spoken.flatMap((one) => {
      const before = inYear(one.year - 1)
      const own = before.find(({ state }) => state === one.state)
      if (own === undefined) return []
      const others = before
        .filter(({ state }) => state !== one.state)
        .map((other) => speechSimilarityValue(one.profile, other.profile, lexicon))
      const median = others.sort((x, y) => x - y)[others.length >> 1]!
      return [speechSimilarityValue(one.profile, own.profile, lexicon) > median]
    })
    expect(told.length).toBeGreaterThan(1400)
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.95)
  })

  test('9: it hangs less on the length of the two than a plain cosine of the same weighted words', () => {
    const years = [1950, 1965, 1980, 1995, 2010, 2024]
    const by = (value: (a: Spoken, b: Spoken) => number): number =>
      mean(
        years.map((year) => {
          const all = pairs(inYear(year))
          return spearman(
            all.map(([a, b]) => value(a, b)),
            all.map(([a, b]) => a.profile.sums.words * b.profile.sums.words),
          )
        }),
      )
    const plain = by(({ profile: a }, { profile: b }) => dot(a.x, b.x) / Math.sqrt(dot(a.x, a.x) * dot(b.x, b.x)))
    const ours = by((a, b) => speechSimilarityValue(a.profile, b.profile, lexicon))
    expect(plain).toBeGreaterThan(0.25)
    expect(Math.abs(ours)).toBeLessThan(0.1)
  })

  test('the 90 % interval of the difference of two halves of the speeches covers zero in 88 to 98 % of pairs', () => {
    const halves = (one: Spoken): SpeechProfile[] =>
      [0, 1].map((half) =>
        speechProfile(
          one.sentences.filter((_, i) => (i >> 1) % 2 === half),
          lexicon,
          identifyingWords(one.state, `${one.year}-09-30`),
        ),
      )
    const within = [1950, 1965, 1980, 1995, 2010, 2024].flatMap((year) =>
      pairs(inYear(year)).flatMap(([a, b]) => {
        const [[a1, a2], [b1, b2]] = [halves(a), halves(b)]
        const [x, y] = [speechSimilarity(a1!, b1!, lexicon), speechSimilarity(a2!, b2!, lexicon)]
        return Number.isNaN(x.value + y.value) ? [] : [Math.abs(x.value - y.value) < 1.645 * Math.hypot(x.se, y.se)]
      }),
    )
    const share = within.filter(Boolean).length / within.length
    expect(share).toBeGreaterThan(0.88)
    expect(share).toBeLessThan(0.98)
  })
})

function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, one, i) => sum + one * y[i]!, 0)
}

import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../../src/claims/claim.ts'
import type { ClaimTestContext } from '../../../../../src/claims/claim-test-context.ts'
import { readClaims } from '../../../../../src/claims/reading/document-claims.ts'
import { whyNotRefutable } from '../../../../../src/claims/reading/said/figure-doubts/irrefutable.ts'
import { otherReadings } from '../../../../../src/claims/reading/said/figure-doubts/other-readings.ts'
import { slotConfidences } from '../../../../../src/claims/reading/said/figure-doubts/slot-confidence.ts'
import type { TextOfClaims } from '../../../../../src/claims/reading/said/text-of-claims.ts'
import type { SlotConfidences } from '../../../../../src/claims/said/figure-doubts.ts'
import { type AlternativeReading, alternativeReadings } from '../../../../../src/claims/testing/ambiguity/alternative-readings.ts'
import { unlessAlternativeFits } from '../../../../../src/claims/testing/ambiguity/verdict-under-alternatives.ts'
import { finding } from '../../../../../src/claims/testing/judging/findings.ts'
import { questionOf } from '../../../../../src/claims/testing/questions/question.ts'

const benchOf = (text: string, date = '2024-06-01'): ClaimTestContext & TextOfClaims =>
  ({ sentences: text.split('\n'), date }) as unknown as ClaimTestContext & TextOfClaims

/** The last checkable claim of a text. */
function lastClaim(text: string, date = '2024-06-01'): Claim {
  return readClaims(text.split('\n'), date)
    .filter(({ checkable }) => checkable)
    .at(-1)!
}

/** The other readings of a claim, were its slots as surely told as this. */
function alternatives(claim: Claim, slots: Pick<SlotConfidences, 'who' | 'when'>, bench: TextOfClaims): AlternativeReading[] {
  const others = otherReadings(claim, bench, { ...slots, what: 'own' })
  return alternativeReadings({ ...claim, said: { doubts: { figure: others === undefined ? {} : { others } } } }, slots, bench.date)
}

const anchors = (text: string): SlotConfidences => slotConfidences(lastClaim(text), benchOf(text))

describe('how surely a claim has its slots', () => {
  test.each([
    ['both and the year are named', 'In 2013 China and Russia traded goods worth 59 billion dollars.', 'own', 'own'],
    [
      'a third stands in another clause',
      'In 2013 China and Russia traded goods worth 59 billion dollars, while India was far away.',
      'own',
      'own',
    ],
    ['a third stands beside', 'In 2013 Russian exports to China by way of India came to 59 billion dollars.', 'near', 'own'],
    [
      'the one that is not named is the other of the two of the text',
      'China and Russia trade a lot.\nIn 2013 Russian exports to the neighbour came to 59 billion dollars.',
      'text',
      'own',
    ],
    [
      'no partner is named in a text on many',
      'Poland, Chile, Ghana and Peru were there.\nIn 2013 German exports to its partner reached 59 billion dollars.',
      'open',
      'own',
    ],
    [
      'the year stands in the sentence before',
      'In 2013 China and Russia traded goods worth 90 billion dollars.\nRussian exports to China came to 59 billion dollars.',
      'own',
      'text',
    ],
  ])('%s', (_what, text, who, when) => {
    expect(anchors(text)).toMatchObject({ who, when })
  })

  test.each([
    ['held against another year', 'Russian exports to China came to 59 billion dollars, more than in 2011.', 'text'],
    ['the highest since one', 'Russian exports to China came to 59 billion dollars, the highest figure since 1998.', 'text'],
    ['a sum since a year', 'Since 2010 Russian exports to China have come to 590 billion dollars.', 'open'],
    ['a year of what stands in between', 'Russian exports to China, which in 2011 were 40 billion dollars, came to 59 billion.', 'text'],
    ['another year of the sentence', 'Russian exports to China came to 59 billion dollars, and in 2011 to 40.', 'open'],
  ])('whose year stands before, %s', (_what, last, when) => {
    const text = `In 2013 China and Russia traded goods worth 90 billion dollars.\n${last}`
    expect(slotConfidences({ ...lastClaim(text), period: { at: '2013' } }, benchOf(text)).when).toBe(when)
  })

  test.each([
    ['two years later', 'Two years later Russian exports to China came to 59 billion dollars.', '2015'],
    ['by then', 'Russian exports to China had by then come to 59 billion dollars.', '2013'],
    ['ten years earlier', 'Ten years earlier Russian exports to China had come to 59 billion dollars.', '2003'],
  ])('counted from the time told last: %s', (_what, last, year) => {
    const text = `In 2013 China and Russia traded goods worth 90 billion dollars.\n${last}`
    const when = (at: string): string => slotConfidences({ ...lastClaim(text), period: { at } }, benchOf(text)).when
    expect(when(year)).toBe('text')
    expect(when('2009')).toBe('open')
  })

  test('who the sentence before begins with', () => {
    const last = 'US arms exports to the country fell by 81 percent.'
    const who = (before: string): string => {
      const text = `${before}\n${last}`
      return slotConfidences({ ...lastClaim(text), actors: ['USA', 'PAK'], direction: 'USA->PAK' }, benchOf(text)).who
    }
    expect(who("Pakistan's arms imports rose in 2013, and Turkey, Chile, Ghana and Peru sold arms.")).toBe('text')
    expect(who("Turkey, Chile, Ghana and Peru sold arms in 2013, and Pakistan's imports rose.")).toBe('open')
  })

  test('of one alone, who is last named in the genitive', () => {
    const text = "In 2023 Russia's spending grew by 24 per cent and Ukraine's by 51 per cent."
    const claim = { ...lastClaim(text), direction: 'n/a', start: text.indexOf('51'), end: text.length - 1 }
    expect(slotConfidences({ ...claim, actors: ['UKR'] }, benchOf(text)).who).toBe('own')
    expect(slotConfidences({ ...claim, actors: ['RUS'] }, benchOf(text)).who).toBe('near')
  })

  test('what the states of a region took of arms, where it changed by much', () => {
    const text = 'Imports by African states fell by 40 percent between 2013-2017 and 2018-2022.'
    const claim = { ...lastClaim(text), domain: 'arms' as const, kind: 'trend' as const, actors: ['WLD', 'AFR'], direction: 'WLD->AFR' }
    expect(slotConfidences({ ...claim, value: -40 }, benchOf(text)).who).toBe('own')
    expect(slotConfidences({ ...claim, value: -6.5 }, benchOf(text)).who).toBe('open')
  })

  test('what is told are the deliveries of the sentence before', () => {
    const text = 'Chile, Ghana and Peru were there.\nIn 2013 Russia delivered arms to India.\nIn 2013 these deliveries grew by 53 percent.'
    const who = (words: string): string => {
      const claim: Claim = { ...lastClaim(words), actors: ['RUS', 'IND'], direction: 'RUS->IND' }
      return slotConfidences(claim, benchOf(words)).who
    }
    expect(who(text)).toBe('text')
    expect(who(text.replace('these deliveries', 'deliveries'))).toBe('open')
    expect(who(text.replace('to India', 'to India and Chile'))).toBe('open')
  })

  test('a year inside a window of arms is no rival of the window', () => {
    const text =
      'Morocco ordered tanks in 2014.\nIn 2014-18 Morocco ordered arms.\nFrance delivered more arms to Morocco than the United States did.'
    const window = { ...lastClaim(text), period: { from: '2014', to: '2018' } }
    const times = (claim: Claim): string[] => alternatives(claim, { who: 'own', when: 'text' }, benchOf(text)).map(({ label }) => label)
    expect(times({ ...window, domain: 'arms' })).not.toContain('in 2014')
    expect(times({ ...window, domain: 'trade' })).toContain('in 2014')
  })

  test('what one got from another is a share of what it imports', () => {
    const sentence = 'In 2014-18 Morocco got 62 percent of its arms from France.'
    const share = readClaims([sentence], '2019-06-01').find(({ unit }) => unit === 'percent')!
    expect(questionOf({ ...share, direction: 'FRA->MAR', actors: ['FRA', 'MAR'] })!.wholes).toEqual([{ of: 'imports', state: 'MAR' }])
  })

  test('a share is one of what is named behind it, up to the next number', () => {
    const [exports] = readClaims(['The EU accounted for 43% of UK exports and 52% of UK imports in 2019.'], '2020-02-10')
    expect(exports?.measured?.whole).toEqual({ of: 'exports', state: 'GBR' })
  })

  test('two that have an amount each are no pair', () => {
    const text = 'In 2021 the Netherlands came second with 206 billion, Germany third with 194 billion.'
    const pair = { ...lastClaim('In 2021 Germany and the Netherlands traded goods worth 200 billion euros.'), sentence: text }
    expect(slotConfidences(pair, benchOf(text)).who).toBe('open')
  })

  test('a sentence that speaks of no trade does not say what fell', () => {
    expect(anchors('China and Russia traded goods in 2013.\nThe second figure had doubled since 2005.').what).not.toBe('own')
  })
})

describe('nothing is said against', () => {
  test.each([
    [
      'one of whom others are set apart',
      'Apart from the United States, no customer took more Chinese goods in 2013 than Japan, the second-largest.',
    ],
    [
      'two who are compared and of whom one is named',
      'Germany, France, Italy and Spain trade.\nIn 2013 German exports were larger than the imports.',
    ],
    ['a place on the continent of both', "In 2018 Mozambique was South Africa's largest export market in Africa."],
    ['a place inside a union of states', 'In 2015 Congo was the biggest buyer of Zambian goods in SADC.'],
    ['a place among the members of a union', 'In 2015 Britain was the main EU buyer of goods from Belarus.'],
    ['a share of what was told before', 'In 2018 Kyrgyz trade with the union was 2.5 billion dollars.\nRussia accounted for 59% of it.'],
    ['two partners of somebody who is left out', 'In 2019 the deficit with China shrank to 346 billion, that with Mexico grew.'],
    ['two partners that each have a place', 'In 2015 Spain became the second customer, and Italy the third.'],
    ['two partners that each have a share', 'In 2023 Russia accounted for 15.7% of trade and Kazakhstan for 7%.'],
    [
      'two of whom one took over from the other',
      'In 2013 New Zealand traded.\nIn 2013 China took over from Japan as its first customer and bought goods for 8.21 billion dollars.',
    ],
    [
      'somebody else than is named',
      'In 2013 Germany sold goods to Japan.\nIn 2013 with Italy it was the other way round: exports of 8.2 billion dollars.',
      ['DEU', 'JPN'],
    ],
    [
      'the former and the latter',
      'In 2013 Germany traded with Japan and India.\nIn 2013 it exported goods worth 8.2 billion dollars to the former and 4 to the latter.',
    ],
    ['what another way is told of', 'In 2013 China traded.\nTo Australia, it sold goods worth 16 billion dollars in 2013.', ['AUS', 'CHN']],
    ['who is first in another state', 'In 2019 Brazil bought goods from Paraguay.\nIn Uruguay China was the first buyer of goods.'],
  ] as [string, string, string[]?][])('%s', (_what, text, actors) => {
    const claim = lastClaim(text)
    const read = actors === undefined ? claim : { ...claim, actors, direction: actors.join('->') }
    expect(whyNotRefutable(read, benchOf(text))).toBeDefined()
  })
})

/** What a claim may have been meant to say, each as it is told. */
const readings = (text: string, date = '2024-06-01'): string[] =>
  alternatives(lastClaim(text, date), slotConfidences(lastClaim(text, date), benchOf(text, date)), benchOf(text, date)).map(
    ({ label }) => label,
  )

describe('other readings', () => {
  test('none where the words settle all', () => {
    expect(readings('In 2013 Russian exports to China came to 59 billion dollars.')).toEqual([])
  })
  test('the other way, where no preposition tells it', () => {
    expect(readings('In 2013 Russian sales reached China with 59 billion dollars.')).toEqual(['of CHN->RUS'])
  })
  test('the third of the sentence in the place of either', () => {
    expect(readings('In 2013 Russian exports to China by way of India came to 59 billion dollars.')).toContain('of RUS->IND')
  })
  test('the years beside, those of the text and of the document, where the sentence names none', () => {
    const told = readings(
      'In 2013 China and Russia traded goods worth 90 billion dollars.\nRussian exports to China came to 59 billion dollars.',
    )
    expect(told).toEqual(expect.arrayContaining(['in 2012', 'in 2014', 'in 2023']))
    // in June nobody has a figure of the year
    expect(told).not.toContain('in 2024')
  })
  test('not a far year that another sentence only holds something against', () => {
    const text =
      'In 2023 China and Russia traded goods worth 240 billion dollars, the highest figure since 1958.\nRussian exports to China came to 129 billion dollars.'
    expect(readings(text)).not.toContain('in 1958')
    expect(readings(text.replace('the highest figure since 1958', 'after 50 billion in 1958'))).toContain('in 1958')
  })
  test('not both ways where the words go on with exports, or name the goods of one', () => {
    const both = (last: string): boolean => readings(`In 2022 China traded with Iran.\n${last}`).some((say) => / and /.test(say))
    expect(both("Iran's imports from the country fell by 11 percent, to 5.2 billion dollars.")).toBe(false)
    expect(both('Iran bought Chinese goods and these grew, Chinese goods were worth 5.2 billion dollars.')).toBe(false)
  })
  test('not the other way round where exports to one stand against imports', () => {
    const text =
      'In 2023 India and the United States met.\nIn 2023 exports to the United States fell, while imports grew to 69 billion dollars.'
    const claim = { ...lastClaim(text), actors: ['USA', 'IND'], direction: 'USA->IND' }
    const told = (one: string): string[] =>
      alternatives({ ...claim, sentence: one }, { who: 'own', when: 'own' }, benchOf(text)).map(({ label }) => label)
    expect(told(claim.sentence)).not.toContain('of IND->USA')
  })
  test('in the other direction, with whom else the words before were about', () => {
    const text =
      'In 2017 Belgium sold goods worth 21 billion dollars to Italy.\nThose to the United States came to 20.8 billion.\nSales in the other direction were worth 28.8 billion.'
    const claim = { ...lastClaim(text), actors: ['BEL', 'ITA'], direction: 'BEL->ITA' }
    expect(alternatives(claim, { who: 'text', when: 'text' }, benchOf(text)).map(({ label }) => label)).toContain('of USA->BEL')
  })
  test('not whom somebody has left behind', () => {
    const text = 'In 2022 Norway took over from Russia as the first supplier of Germany and sold it goods worth 30 billion dollars.'
    const claim = { ...lastClaim(text), actors: ['NOR', 'DEU'], direction: 'NOR->DEU' }
    expect(alternatives(claim, { who: 'near', when: 'own' }, benchOf(text)).map(({ label }) => label)).not.toContain('of RUS->DEU')
  })
  test('of whom a text began with, where the one before was told as a partner', () => {
    const text =
      'In 2019 China bought 17% of the exports of Ghana.\nSwitzerland came second.\nSouth Africa was the main buyer on the continent.\nImports from China fell to 1.9 billion dollars.'
    const claim = { ...lastClaim(text), actors: ['CHN', 'ZAF'], direction: 'CHN->ZAF' }
    const told = alternatives(claim, { who: 'text', when: 'text' }, benchOf(text))
    expect(told).toContainEqual(expect.objectContaining({ label: 'of CHN->GHA', requiresFigures: true }))
  })
  test('a share turned round is one of what the other trades', () => {
    const claim = lastClaim('In 2017 Germany, with 12.6% of exports, traded with Serbia.')
    const share = { ...claim, kind: 'share' as const, unit: 'percent' as const, actors: ['DEU', 'SRB'], direction: 'DEU->SRB' }
    const whole = { of: 'exports' as const, state: 'DEU' }
    const told = alternatives(
      { ...share, measured: { topic: 'goods-exports', form: 'share', whole } },
      { who: 'own', when: 'own' },
      benchOf(claim.sentence),
    )
    expect(told.map((one) => one.claim.measured?.whole?.state)).toContain('SRB')
  })
  test('a number that is the claim itself may be of the one beside it', () => {
    const text =
      'In 2018 Argentina exported goods.\nBrazil was the main buyer with 11.3 billion dollars, followed by China with 4.2 billion dollars.'
    const claim = { ...lastClaim(text), actors: ['ARG', 'BRA'], direction: 'ARG->BRA' }
    expect(alternatives(claim, { who: 'text', when: 'text' }, benchOf(text)).map(({ label }) => label)).toContain('of ARG->CHN')
  })
  test('of arms, the share of all that either trades', () => {
    const text = 'From 2016 to 2020 Germany accounted for 5.5 percent of arms exports and found its first customer in Algeria.'
    const claim = { ...lastClaim(text), unit: 'percent', kind: 'share' as const, actors: ['DEU', 'DZA'], direction: 'DEU->DZA' }
    const told = alternatives({ ...claim, domain: 'arms' }, { who: 'own', when: 'own' }, benchOf(text)).map(({ label }) => label)
    expect(told).toEqual(expect.arrayContaining(['of DEU->WLD', 'of WLD->DZA']))
  })
  test('not where the sentence says that it is of what one takes', () => {
    const told = readings('From 2016 to 2020 Germany accounted for 5.5 percent of the arms imports of Algeria.')
    expect(told.filter((say) => say.includes('WLD'))).toEqual([])
  })
  test('who is compared with the sender, or with the receiver', () => {
    const claim = { ...lastClaim('In 2013 China sold more to Russia than Japan.'), kind: 'comparison' as const }
    const set = { ...claim, actors: ['CHN', 'RUS', 'JPN'], direction: 'CHN->RUS' }
    const [other] = alternatives(set, { who: 'own', when: 'own' }, benchOf(claim.sentence))
    expect(other?.claim.actors).toEqual(['CHN', 'JPN', 'RUS'])
  })
})

describe('a finding against a claim', () => {
  const before = 'In 2013 China and Russia traded goods worth 90 billion dollars.\nRussian exports to China came to 59 billion dollars.'
  /** The record speaks against 2013 and, where asked, for another year. */
  async function verdictWhere(right: string | undefined): Promise<string | undefined> {
    const [claim, bench] = [lastClaim(before), benchOf(before)]
    const asked = { claim, bench, question: questionOf(claim)! }
    const found = await unlessAlternativeFits(asked, finding('contradicted', 'It is not.'), ({ question }) =>
      Promise.resolve(finding(question.days.from.startsWith(right ?? 'never') ? 'supported' : 'contradicted', '')),
    )
    return found?.verdict
  }
  test('stays where no reading fits', async () => expect(await verdictWhere(undefined)).toBe('contradicted'))
  test('falls where a year beside would fit', async () => expect(await verdictWhere('2012')).toBe('unverifiable'))
})

import { describe, expect, it } from 'vitest'
import { testedText, verdictsOn } from '../../tested-text.ts'

const date = '2026-11-20'

/** The verdict on the first claim of a sentence that a table of the record covers; `open` without one. */
async function verdictOf(sentence: string, day = date): Promise<string> {
  const tested = await testedText(sentence, day)
  return tested.map(({ finding }) => finding?.verdict).find((verdict) => verdict !== undefined && verdict !== 'unverifiable') ?? 'open'
}

describe('people of a state, in words', () => {
  it.each([
    'Germany has about 83 million people.',
    'Nigeria’s population exceeds 220 million.',
    'Some 51.7 million people live in South Korea.',
    'In 2000 Russia had 146 million inhabitants.',
    'The population of the Netherlands was 17 million in 2015.',
    'With 125 million people, Ethiopia was Africa’s second most populous country in 2022.',
    'Kenya, a country of some 56 million people, recognised Kosovo.',
    'Brazil is more populous than Russia.',
    'Bangladesh has more people than Russia.',
    'Canada is less populous than Poland and Spain are.\nCanada’s population is smaller than Spain’s.',
    'India has overtaken China as the world’s most populous country.',
    'China’s population is more than four times that of the United States.',
    'India has the world’s largest population.',
    'Nigeria’s population grew by 28 percent between 2010 and 2020.',
    'Bulgaria’s population fell between 2010 and 2020.',
  ])('is supported: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('supported'))

  it.each([
    'Germany has 63 million people.',
    'Canada is home to 60 million people.',
    'Ethiopia had 40 million inhabitants in 2022.',
    'The population of the Netherlands was 27 million in 2015.',
    'Indonesia is more populous than the United States.',
    'Pakistan’s population is a third of Bangladesh’s.',
    'The United States has the world’s largest population.',
    'Nigeria is the world’s most populous country.',
    'Nigeria’s population grew by 98 percent between 2010 and 2020.',
    'India’s population shrank between 2015 and 2023.',
  ])('is contradicted: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('contradicted'))

  it.each([
    'Tokyo has 37 million people.',
    'The population of Moscow is 13 million.',
    'China has a province, Guangdong, with 127 million people.',
    'Germany has 20 million people with a migration background.',
    'India’s urban population is 500 million.',
    'The Russian population of Estonia is 300,000.',
    'About 2 million people live in Norway’s capital region.',
    'India is home to the world’s largest Muslim population.',
    'China’s population density is lower than Germany’s.',
    'If Ukraine had 80 million people, the war would be different.',
    'By 2050 Nigeria will have 400 million people.',
    'Ukraine’s population of working age grew between 2010 and 2020.',
    'Germany’s Muslim population shrank between 2010 and 2020.',
  ])('is not read as all people of a state: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('open'))

  it('is never carried into the next sentence', async () => {
    const verdicts = await verdictsOn(
      'Japan has fewer people than before.\nThe population of Japan was 125 million in 2022.\nIts population of working age is 23 million.',
      date,
    )
    expect(verdicts.filter((verdict) => verdict !== 'unverifiable')).toEqual(['supported'])
    expect(await verdictOf('Ukraine is large.\nTokyo has 137 million people.')).toBe('open')
  })

  it('counts people, and names the state alone', async () => {
    const [one] = await testedText('Indonesia has 270 million people and is our nearest neighbour.', '2023-05-01')
    expect(one!.claim).toMatchObject({ kind: 'count', domain: 'diplomacy', actors: ['IDN'], direction: 'n/a', value: 270e6, unit: 'count' })
    expect(one!.claim.measured?.topic).toBe('population')
  })
})

describe('economies and spending, in words', () => {
  it.each([
    'Turkey’s GDP exceeded $1 trillion in 2023.',
    'Germany’s GDP exceeds 4 trillion dollars.',
    'Germany’s nominal GDP is more than twice that of Russia.',
    'South Korea’s economy is smaller than Japan’s.',
    'Portugal’s economy is less than a tenth of Germany’s.',
    'In 2010 China’s GDP overtook Japan’s.',
    'China’s economy is the world’s second-largest.',
    'The United States spends more on defence than China.',
  ])('is supported: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('supported'))

  it.each([
    'Russia’s nominal GDP is larger than Germany’s.',
    'Canada’s economy is larger than China’s.',
    'Mexico’s GDP is ten times that of Brazil.',
    'The Philippines has a GDP of 4 trillion dollars.',
    'Japan is the world’s second-largest economy.',
    'Brazil is the world’s third-largest economy.',
    'Germany spends more on its military than the United States.',
    'Japan outspends China on defence.',
  ])('is contradicted: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('contradicted'))

  it.each([
    // right at purchasing power parities, or it may be
    'Russia’s GDP is larger than Germany’s.',
    'India is the world’s third-largest economy.',
    'Russia’s GDP is about 7 trillion dollars.',
    // may have become right since the newest figures
    'India’s nominal GDP is larger than Japan’s.',
    // of another thing, place or time
    'Germany’s GDP per head is smaller than China’s.',
    'Poland spends more of its GDP on defence than Germany.',
    'Germany’s defence budget is larger than Ukraine’s entire GDP.',
    'China’s economy is now smaller than Germany’s was in 1990.',
    'London’s economy is larger than Switzerland’s.',
    'In the United States, California’s economy is larger than China’s.',
    'India’s economy was once larger than America’s.',
    'France’s economy may soon be smaller than Spain’s.',
  ])('is left open: %s', async (sentence) => expect(await verdictOf(sentence)).toBe('open'))

  it('names parities as the reason', async () => {
    const [one] = await testedText('Russia’s GDP is larger than Germany’s.', date)
    expect(one!.finding?.why).toContain('At purchasing power parities')
    expect(one!.claim).toMatchObject({ kind: 'comparison', actors: ['RUS', 'DEU'], direction: 'n/a' })
  })
})

describe('the present', () => {
  it('is tested by the newest figures, which the answer names', async () => {
    const [one] = await testedText('Germany has about 83 million people.', date)
    expect(one!.finding?.why).toMatch(/The claim names no time; the newest figures on record are of 20\d\d\.$/)
  })

  it('is tested by figures of the time of the text where there are any', async () => {
    expect(await verdictOf('Germany has 81.7 million people.', '2015-06-01')).toBe('supported')
    expect(await verdictOf('Japan is the world’s second-largest economy.', '2008-06-01')).toBe('supported')
  })

  it('holds for partners too, but flows of goods are never refuted so', async () => {
    expect(await verdictOf('China is the United States’ largest supplier of goods.')).toBe('contradicted')
    expect(await verdictOf('Germany sells goods worth 900 billion dollars to France.')).toBe('open')
  })

  it('is left open in a text without a date if some year of the last decades fits', async () => {
    const undated = async (text: string): Promise<string | undefined> =>
      (await testedText(text, date, { today: date, isUndated: true }))[0]!.finding?.verdict
    expect(await undated('Germany has about 83 million people.')).toBe('supported')
    expect(await undated('Germany has 63 million people.')).toBe('contradicted')
    expect(await undated('Japan is the world’s second-largest economy.')).toBe('unverifiable')
  })
})

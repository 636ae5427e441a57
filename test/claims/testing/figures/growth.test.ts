import { describe, expect, test } from 'vitest'
import { testedText, verdictsOn } from '../../tested-text.ts'

const date = '2024-06-10'

describe('real growth of a year', () => {
  test.each([
    ['as the earlier edition had it', "Russia's economy grew by 3.6 percent in 2023."],
    ['as the later edition has it', "Russia's economy grew by 4.1 percent in 2023."],
    ['as it was first told, half a point off', "China's GDP grew 9.6% in 2004."],
    ['a decline, with the adjective', 'The German economy shrank by 0.3% in 2023.'],
    ['growth in a state', 'Economic growth in Vietnam was 7.1% in 2018.'],
    ['a direction alone', "Greece's economy contracted in 2012."],
    ['a mean over years', "Between 2003 and 2007 China's economy grew by 11.7 percent a year on average."],
    ['still for most of a decade', "Japan's economy stagnated from 1997 to 2003."],
  ])('%s is supported', async (_what, text) => {
    expect(await verdictsOn(text, date)).toEqual(['supported'])
  })

  test.each([
    ['by four points', "China's economy grew by 10.5 percent in 2023."],
    ['the other way', "India's economy shrank by 6 percent in 2015."],
    ['the other way, without a figure', "China's economy contracted in 2007."],
  ])('what is far from every edition is contradicted: %s', async (_what, text) => {
    expect(await verdictsOn(text, date)).toEqual(['contradicted'])
  })

  test.each([
    [
      'a point and a half off, as revisions go',
      "Germany's economy grew by 1.2 percent in 2023.",
      'unverifiable',
      "Germany's economy grew by 6.2 percent in 2023.",
    ],
    [
      'short of a bound by less than revisions are',
      "China's economy grew by more than 10 percent in 2011.",
      'unverifiable',
      "China's economy grew by more than 25 percent in 2011.",
    ],
    [
      'half as large again, though half a point off',
      "Germany's economy grew by 1.6 percent in 2018.",
      'unverifiable',
      "Germany's economy grew by 5.6 percent in 2018.",
    ],
    [
      'a quarter',
      "China's economy grew by 15 percent in the first quarter of 2023.",
      'unverifiable',
      "China's economy grew by 15 percent in 2023.",
    ],
    [
      'a fiscal year',
      "India's economy grew by 1.1 percent in fiscal 2015.",
      'unverifiable',
      "India's economy grew by 1.1 percent in 2015.",
    ],
    ['output per head', "China's GDP per capita grew by 15 percent in 2023.", 'unverifiable', "China's GDP grew by 15 percent in 2023."],
    [
      'a forecast',
      'The Fund forecast that the economy of Brazil would grow by 12 percent in 2004.',
      'unverifiable',
      'The Fund found that the economy of Brazil grew by 12 percent in 2004.',
    ],
    ['a target', "China's growth target for 2023 was 15 percent.", 'unverifiable', "China's growth for 2023 was 15 percent."],
    [
      'growth of exports',
      "Growth in Germany's exports reached 12 percent in 2023.",
      'unverifiable',
      "Growth in Germany's economy reached 12 percent in 2023.",
    ],
    [
      'growth of a part',
      "China's digital economy grew by 15 percent in 2023.",
      'unverifiable',
      "China's economy grew by 15 percent in 2023.",
    ],
    ['a direction near zero', "Germany's economy grew in 2023.", 'unverifiable', "Germany's economy grew in 2009."],
    [
      'what holds at any time',
      "In 2002 people of China worked.\nJobs are created when China's economy grows.",
      'unverifiable unverifiable',
      "In 2002 people of China worked.\nJobs were created, as China's economy shrank in 2002.",
    ],
    ['a moment', "In 2010 Germany's economy is growing again.", 'unverifiable', "In 2009 Germany's economy grew again."],
    ['a pace', "China's economy slowed in 2023.", 'unverifiable', "China's economy shrank in 2023."],
    [
      'many economies',
      'The crisis of 1997 caused a sharp decline in the economies of many countries of the region, China said.',
      'unverifiable',
      "In 1997 China's economy contracted, China said.",
    ],
    [
      'a condition',
      "As China's economy grows, it is prepared to pay more.",
      'unverifiable',
      "As China's economy shrank in 2007, it was prepared to pay more.",
    ],
    [
      'the world’s, in a text on one',
      'China spoke in 1997.\nRates of economic growth of some countries were encouraging.',
      'unverifiable',
      'China spoke in 1997.\nIts economy shrank in 1997.',
    ],
    [
      'what is networked',
      'In Germany economies are networked as never before.',
      'unverifiable',
      'In 2023 Germany had its lowest GDP on record.',
    ],
  ])('%s is left open, and contradicted where it is plain growth of the year', async (_what, text, verdicts, plain) => {
    expect((await verdictsOn(text, date)).join(' ')).toBe(verdicts)
    expect(await verdictsOn(plain, date)).toContain('contradicted')
  })

  test('growth of GDP in dollars is not held against real growth', async () => {
    const [one] = await testedText("In dollar terms Germany's GDP grew by 9 percent in 2023.", date)
    expect(one?.finding?.verdict).toBe('supported')
    expect(one?.finding?.why).toContain('GDP of Germany, 2023 against 2022')
  })
})

describe('the size of an economy', () => {
  test.each([
    ['an amount', "China's GDP was $17.8 trillion in 2023."],
    ['a place behind the word', "In 2022 China's economy was the second largest in the world."],
    ['a place', 'In 2023 China was the second-largest economy in the world.'],
  ])('%s that is told as one is supported', async (_what, text) => {
    expect(await verdictsOn(text, date)).toEqual(['supported'])
  })

  test.each([
    [
      'a place in a list of freedom',
      'The institute ranked the Georgian economy as the fifth freest in the world in 2017.',
      'unverifiable',
      'The Georgian economy was the fifth largest in the world in 2017.',
    ],
    [
      'an ordinal of tens',
      'Georgia was ranked thirty-first in the world in terms of freedom from corruption in 2017.',
      'unverifiable',
      'The Georgian economy was the third largest in the world in 2017.',
    ],
    [
      'a fund',
      'In 2015 China announced a $1 billion fund for peace, a boost for its economy.',
      'unverifiable unverifiable',
      'In 2015 China had a GDP of $1 trillion, a boost for peace.',
    ],
    [
      'a cost',
      'The crisis of 2008 cost the economy of the United States $4 trillion.',
      'unverifiable',
      'In 2008 the economy of the United States was worth $4 trillion.',
    ],
    [
      'a cost of what is named in front',
      'The crisis of 2008 cost the United States economy $4 trillion.',
      'unverifiable',
      'In 2008 the United States economy was worth $4 trillion.',
    ],
    [
      'an issue',
      'In 2003 the economy of Iraq was the second-most dominant issue in the world of its voters.',
      'unverifiable',
      'In 2003 Iraq was the second-largest economy in the world.',
    ],
    [
      'a verb',
      'In 2023 German output was difficult to record in its economy.',
      'unverifiable',
      'In 2023 Germany was the largest economy in the world.',
    ],
    [
      'unemployment',
      'In 2023 Jamaica, whose economy is small, had its lowest unemployment on record.',
      'unverifiable unverifiable',
      'In 2023 Jamaica had its lowest GDP on record.',
    ],
    [
      'another thing that is largest',
      'In 2010 China had the second-largest economy and was the largest exporter of the world.',
      'supported unverifiable',
      'In 2010 China had the fifth-largest economy and was the largest exporter of the world.',
    ],
  ])('%s is none, and contradicted where it is the size', async (_what, text, verdicts, plain) => {
    expect((await verdictsOn(text, date)).join(' ')).toBe(verdicts)
    expect(await verdictsOn(plain, date)).toContain('contradicted')
  })
})

import { describe, expect, test } from 'vitest'
import { testedText, verdictsOn } from '../../tested-text.ts'

const date = '2021-06-10'

describe('a verdict on trade has to be earned', () => {
  test.each([
    ['who, what and when in the sentence', "Germany's exports to Poland rose in 2019."],
    ['a record of the thing itself', 'Trade between Germany and Poland reached a record high in 2019.'],
  ])('%s: given', async (_what, text) => {
    expect(await verdictsOn(text, date)).toEqual(['supported'])
  })

  test.each([
    [
      'what rises is prosperity',
      'Sweden and India met in 2019.\nFree and fair trade is key in order to create new jobs and to increase prosperity.',
      'unverifiable unverifiable',
      'Sweden and India met in 2019.\nTrade between Sweden and India increased five-fold in 2019.',
    ],
    [
      'what is unprecedented is interdependence',
      'Cameroon trades with Chad.\nThe unprecedented interdependence of nations and peoples in 2018 requires action.',
      'unverifiable',
      'Cameroon trades with Chad.\nTrade between Cameroon and Chad reached a record high in 2018.',
    ],
    [
      'what is displaced is families',
      'Since 2012 Georgia, with the European Union, has provided homes to displaced families.',
      'unverifiable',
      'In 2012 China displaced Turkey as the largest trading partner of Georgia.',
    ],
    [
      'neighbours are none in particular',
      'Poland borders on Germany.\nFrom 2016 to 2019 the trade of Poland with its neighbouring states grew almost five-fold.',
      'unverifiable unverifiable',
      'Poland borders on Germany.\nFrom 2016 to 2019 the trade of Poland with Germany grew almost five-fold.',
    ],
    [
      'an ordinal within a longer one',
      'In 2019 Poland was the thirty-first trading partner of Germany.',
      'unverifiable',
      'In 2019 Poland was the first trading partner of Germany.',
    ],
    [
      'a share of a population',
      'New Zealand and Australia are neighbours.\nIn 2013 many New Zealand citizens lived in Australia, which is 16% of the population.',
      'unverifiable unverifiable',
      "In 2013 Australia took 56% of New Zealand's goods exports.",
    ],
    [
      'regimes are no flow',
      'The United States met Kazakhstan in 2019.\nFair trade regimes are crucial to global economic recovery.',
      'unverifiable unverifiable',
      'The United States met Kazakhstan in 2019.\nTheir trade doubled in 2018.',
    ],
  ])('%s: left open, and contradicted where it is of trade', async (_what, text, verdicts, ofTrade) => {
    expect((await verdictsOn(text, date)).join(' ')).toBe(verdicts)
    expect(await verdictsOn(ofTrade, date)).toContain('contradicted')
  })

  test('what the sentence leaves out is told with the sentence that it comes from', async () => {
    const text = 'Germany and Poland are neighbours, and in 2019 they traded much.\nTheir trade came to 134 billion dollars that year.'
    const all = await testedText(text, date)
    const why = all.find(({ claim }) => claim.value === 134)?.finding?.why ?? ''
    expect(why).toMatch(/Read from the text: .*from sentence 1 \(“Germany and Poland/)
  })

  test('a refused verdict shows no rows of the guess', async () => {
    const rows = async (record: string) =>
      (await testedText(`Cameroon trades with Chad.\n${record}`, date)).flatMap(({ finding }) =>
        finding === null ? [] : [finding.evidence.length > 0],
      )
    expect(await rows('The unprecedented interdependence of nations in 2018 requires action.')).toEqual([false])
    expect(await rows('Trade between Cameroon and Chad reached a record high in 2018.')).toEqual([true])
  })
})

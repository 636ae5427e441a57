import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** Who is in the checkable claims of a text, and which way: sender and receiver of a flow, else the actors by name. */
const people = (title: string, ...sentences: string[]): string[] =>
  readClaims(sentences, '2024-06-10', title)
    .filter(({ checkable }) => checkable)
    .map(({ actors, direction }) =>
      direction.includes('->') && actors.length === 2 ? direction : `${[...actors].sort().join(' ')} ${direction}`,
    )

describe('those who share a figure', () => {
  test.each([
    ['China, together with India, bought 80 percent of Russia’s oil in 2023.', 'CHN IND RUS RUS->CHN'],
    ['Together with India and Turkey, China bought two thirds of Russia’s oil in 2023.', 'CHN IND RUS TUR RUS->CHN'],
    ['Most of the Azeri gas in 2022 was meant for Turkey, Italy and Greece.', 'AZE GRC ITA TUR AZE->TUR'],
  ])('%s', (sentence, wanted) => expect(people('', sentence)).toEqual([wanted]))

  test('the three are those who stood opposite the same one in the claims before', () =>
    expect(
      people(
        'What Kenya owes',
        'Kenya owed China $6.3 billion in 2022.',
        'It owed Japan $1.2 billion and France $700 million.',
        'The three together had lent $8.2 billion.',
      ).at(-1),
    ).toBe('CHN FRA JPN KEN CHN->KEN'))
})

describe('who stands where', () => {
  test.each([
    ['Kenya owed 6.3 billion dollars to China and 1.2 billion to Japan in 2022.', ['CHN->KEN', 'JPN->KEN']],
    ['In 2023 Mongolia imported petrol, 90 percent of it supplied by Russia and 8 percent by China.', ['RUS->MNG', 'CHN->MNG']],
    ['Italy stood in ninth place among the suppliers of Turkey in 2023.', ['ITA->TUR']],
    ['Among the customers of Chile, Japan came third in 2022.', ['CHL->JPN']],
    ['In 2023 a quarter of Spain’s LNG arrived from the United States.', ['USA->ESP']],
    ['Norwegian gas met 30 percent of German demand in 2023.', ['NOR->DEU']],
  ])('%s', (sentence, wanted) => expect(people('', sentence)).toEqual(wanted))

  test('nobody stands opposite the union that was told before him', () =>
    expect(
      people('', 'In 2021 the EU bought 40 percent of its gas from Russia.', 'Hungary got 80 percent of its gas from there.').at(-1),
    ).toBe('RUS->HUN'))

  test('of several who trade with one, each has his own figure', () =>
    expect(
      people(
        'New Zealand and China',
        'Trade was 27 billion dollars with China in 2023, 26 billion with Australia and 22 billion with Japan.',
      ),
    ).toEqual(['CHN NZL total', 'AUS NZL total', 'JPN NZL total']))
})

describe('parts of the world without a code', () => {
  test('what goes to one does not go to the partner told of last', () =>
    expect(
      people(
        'Japan and its car makers',
        'Japan sold cars for $20 billion to Australia in 2023.',
        'Its car exports to the Middle East grew by 12 percent.',
        'Chinese lenders gave $1.3 billion to Latin America in 2023.',
      ),
    ).toEqual(['JPN->AUS', 'JPN n/a', 'CHN n/a']))

  test('a state that is named behind takes its part of it', () =>
    expect(people('', 'In 2023 Chinese banks lent Latin America $9 billion.', 'Brazil came first with 4 billion.').slice(1)).toEqual([
      'CHN->BRA',
      'CHN->BRA',
    ]))

  test('what happened there is between those who are named', () =>
    expect(people('', 'China and Russia founded the club with four states of Central Asia in 2001.')).toEqual(['CHN RUS total']))
})

describe('whose it is', () => {
  test.each([
    ['Before the war Russia had supplied 55 percent of Germany’s gas.', ['RUS->DEU']],
    ['In 2023 Bulgaria covered a third of its demand with Azeri gas.', ['AZE->BGR']],
    ['In 2023 some 6.3 million Russians spent their holidays in Turkey.', ['RUS->TUR']],
    ['The two policy banks of China lent Angola $4 billion in 2016.', ['CHN->AGO']],
    ['Together the five largest exporters accounted for 76 percent of arms deliveries in 2015-19.', ['WLD n/a']],
  ])('%s', (sentence, wanted) => expect(people('', sentence)).toEqual(wanted))

  test('what others supplied to it went to whom the sentence is about', () =>
    expect(
      people(
        'International arms transfers',
        'France delivered a tenth of all arms in 2023.',
        'Ukraine was the fourth largest importer, after 30 states supplied it with arms.',
        'The United States provided 39 per cent of its imports, Germany 14 per cent.',
      ).slice(-3),
    ).toEqual(['WLD->UKR', 'USA->UKR', 'DEU->UKR']))
})

describe('what happens', () => {
  const two = 'Thailand and Cambodia share a border.'
  test.each([
    ['Thailand closed the crossing at Poipet in June 2023 and reopened it in August.', ['THA->KHM']],
    ['Since June the Cambodians have banned fuel from the other side.', ['KHM->THA']],
    ['The two sides agreed to a ceasefire in Malaysia in July 2023.', ['KHM THA total']],
    ['Both cut relations with Iran in January 2016.', ['IRN KHM THA THA->IRN']],
    ['In October 2023 some 41 Cambodian diplomats had to leave Thailand.', ['THA->KHM']],
    ['Under the agreement Bangkok gave Phnom Penh radars worth 600 million baht in 2022.', ['THA->KHM']],
  ])('%s', (sentence, wanted) => {
    const all = people('Thailand and Cambodia', two, sentence)
    expect(all.slice(-wanted.length)).toEqual(wanted)
  })

  test('an ally stands with whose ally it is, a candidate with the Union, a member alone', () => {
    expect(people('', 'Qatar has been a major non-NATO ally of the United States since 2022.')).toEqual(['QAT USA total'])
    expect(people('', 'Moldova has been a candidate for the EU since June 2022.')).toEqual(['EUU MDA n/a'])
    expect(people('', 'Ethiopia has been a member of BRICS since 2024.')).toEqual(['ETH n/a'])
  })

  test('a club beside states is no party', () =>
    expect(people('Japan and Russia', 'Japan joined the sanctions of the Group of Seven on Russia in 2022.')).toEqual(['JPN->RUS']))

  test('a number of votes has whom the matter is about, though the members of a council are named', () =>
    expect(
      people('Security Council on Mali', 'Russia vetoed the sanctions on Mali in August 2023.', '13 members were in favour.').at(-1),
    ).toBe('MLI n/a'))
})

describe('it and the country', () => {
  test('who told it is the one who sells', () =>
    expect(
      people(
        'F-16 sale to Taiwan',
        'The State Department told Congress in March 2024 that it may sell F-16 fighters worth $8 billion to Taiwan.',
      ),
    ).toContain('USA->TWN'))

  test('the country whose investor somebody is is another, and it is whom others sell to', () =>
    expect(
      people(
        'Morocco’s partners',
        'Morocco traded with France and Spain for $30 billion in 2023.',
        'Paris is the country’s first investor, but Madrid sells it more goods than anyone else.',
      ).slice(-2),
    ).toEqual(['FRA->MAR', 'ESP->MAR']))

  test('whose goods a sentence without a claim tells of, the next is about', () =>
    expect(
      people(
        'What the EU buys',
        'In 2021 the EU bought 8 bcm of gas from Azerbaijan.',
        'Russian gas was once the cheapest.',
        'In 2021 it amounted to 155 bcm.',
      ).at(-1),
    ).toBe('RUS->EUU'))
})

describe('of all the world', () => {
  test.each([
    ['France, Germany and Italy together make up 21 percent of the world’s exports of arms in 2019-23.', ['DEU FRA ITA WLD FRA->WLD']],
    ['Of all the arms imported in 2019-23, India received 14 percent and China 4.7.', ['WLD->IND', 'WLD->CHN']],
    ['Saudi Arabia accounted for 8.4 percent of global arms imports in 2019-23.', ['WLD->SAU']],
  ])('%s', (sentence, wanted) =>
    expect(people('Arms transfers', 'In 2019-23 China sold 8 percent more arms than before.', sentence).slice(1)).toEqual(wanted),
  )

  test('whose goods go to others is told by its', () =>
    expect(
      people(
        'Arms',
        'Beijing’s own purchases rose by 25 percent in 2019-23.',
        'Its weapons go to Pakistan (33 percent) and Myanmar (16 percent).',
      ).slice(1),
    ).toEqual(['CHN->PAK', 'CHN->MMR']))
})

describe('a text told from one side', () => {
  test('each partner in turn stands opposite that side, whatever was told of the last one', () =>
    expect(
      people(
        'China and its neighbours',
        'China’s trade with Kazakhstan came to $41 billion in 2023.',
        'China’s exports to Tajikistan were $3.7 billion.',
        'Only Turkmenistan has a surplus: its deliveries rose to $9.6 billion.',
        'Kyrgyzstan traded 29 percent more with its big neighbour.',
        'Uzbekistan’s turnover with it grew by 45 percent.',
      ).slice(-3),
    ).toEqual(['TKM->CHN', 'CHN KGZ total', 'CHN UZB total']))

  test('with another figure for another one, he takes the place of whom the sentence is about', () =>
    expect(people('', 'In 2022 Canada’s trade with Mexico came to $41 billion, against $30 billion for Brazil.')).toEqual([
      'CAN MEX total',
      'BRA MEX total',
    ]))

  test('after a list of others its means none of them', () =>
    expect(
      people(
        '',
        'In 2022 Japan ranked fourth among Chile’s suppliers, after China, the United States and Brazil; its cars made up 5 percent of all imports.',
      ),
    ).toEqual(['JPN->CHL', 'JPN->CHL']))
})

test('the United States and Mexico are two', () =>
  expect(people('', 'Trade between the United States and Mexico came to $798 billion in 2023.')).toEqual(['MEX USA total']))

test('what workers abroad send home goes to their own state', () =>
  expect(people('', 'Egyptians at work in Kuwait sent home $4 billion in 2021.')).toEqual(['KWT->EGY']))

describe('the union and its members', () => {
  test('who is relied on sells, and behind a list of members the union is meant again', () =>
    expect(
      people(
        'The EU and Russian energy',
        'In 2021 the EU bought 24 percent of its energy from Russia.',
        'Nobody depended on it more than Lithuania (96 percent).',
        'Hungary drew 54 percent from there, the Netherlands 49 and Greece 46 percent.',
        'In gas Russia had a part of 38 percent.',
      ),
    ).toEqual(['RUS->EUU', 'RUS->LTU', 'RUS->LTU', 'RUS->HUN', 'RUS->NLD', 'RUS->GRC', 'RUS->EUU']))

  test('a share in what all members sell is the member’s', () =>
    expect(people('', 'In 2019 Spain accounted for a third of European exports to Morocco.')).toEqual(['ESP->MAR']))

  test('what a state imports of its needs comes from wherever', () =>
    expect(
      people('Japan and Qatar', 'In 2021 Japan bought a tenth of its gas from Qatar.', 'It has to import 87 percent of its energy.').at(-1),
    ).toBe('WLD->JPN'))
})

describe('nobody in particular', () => {
  test('all buyers buy, all donors give', () => {
    expect(people('Australia and China', 'Iron ore earned Australia $49 billion from all buyers in 2010.')).toEqual(['AUS->WLD'])
    expect(
      people('Ukraine', 'Germany gave Ukraine aid of $2 billion in July 2022.', 'In August aid of $1 billion came from all donors.').at(-1),
    ).toBe('WLD->UKR')
  })

  test('of two to whom goods go neither sent them', () =>
    expect(
      people('Trade in July', 'Exports to China fell 25 percent in July 2023, while shipments to the United States dropped 8 percent.'),
    ).toEqual(['CHN n/a', 'USA n/a']))
})

import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { assignedRoles } from '../../../../src/claims/reading/parties/semantic-roles.ts'
import { analyse } from '../../../../src/claims/reading/sentence/analysis.ts'

const roles = (text: string) => assignedRoles(analyse(0, text, '2024-05-01', []), () => []).map(({ id, role }) => `${id} ${role}`)

describe('where somebody stands is told by the word it belongs to', () => {
  test.each([
    ["Russia's share of India's arms imports", ['RUS holder', 'IND receiver']],
    ['Russia remained India’s chief supplier', ['RUS sender', 'IND receiver']],
    ['Iran was the third-largest buyer of Turkish gold.', ['IRN receiver', 'TUR sender']],
    ['What India buys from Russia', ['IND receiver', 'RUS sender']],
    ['Islamabad owed Chinese lenders 29 billion.', ['PAK receiver', 'CHN sender']],
    ['Warsaw handed Kyiv 270 tanks.', ['POL sender', 'UKR receiver']],
    ['The bloc apart, Japan paid Moscow for gas.', ['JPN receiver', 'RUS sender']],
    ['Japan’s imports of Australian coal', ['JPN receiver', 'AUS sender']],
    ['Half of Nigeria’s imports came from the Netherlands and Belgium.', ['NGA receiver', 'NLD sender', 'BEL sender']],
    ['trade between China and Africa', ['CHN partner', 'AFR partner']],
    ['The United States bought more from Mexico than from China.', ['USA receiver', 'MEX sender', 'CHN standard']],
    ['Three quarters of the weapons were American.', ['USA sender']],
  ])('%s', (text, wanted) => expect(roles(text)).toEqual(wanted))

  test.each([
    ['Kyiv says that soldiers came from Pyongyang.', ['PRK sender']],
    ['Trade between Iran and Oman grew after the invasion of Ukraine.', ['IRN partner', 'OMN partner']],
    ['No NATO member buys more from Turkey.', ['TUR sender']],
    ['Turkey came second in the world.', ['TUR subject']],
    ['by the tracker of the American Enterprise Institute', []],
  ])('who speaks, a place, a war or the world is nobody’s other side: %s', (text, wanted) => expect(roles(text)).toEqual(wanted))
})

const told = (title: string, ...sentences: string[]) =>
  readClaims(sentences, '2024-06-10', title)
    .filter(({ checkable }) => checkable)
    .map(({ actors, direction }) => (direction.includes('->') ? direction : `${[...actors].sort().join(' ')} ${direction}`))

describe('what a sentence leaves out comes from what was said before', () => {
  test('exports and imports without a name are told from the side of the text', () =>
    expect(
      told('German trade with China', 'Trade with China came to 246 billion euros in 2023.', 'Imports amounted to 156 billion euros.'),
    ).toEqual(['CHN DEU total', 'CHN->DEU']))

  test('sales in the other direction turn the last way', () =>
    expect(
      told('Vietnam and America', 'US imports from Vietnam were $136.6 billion in 2023.', 'Sales the other way were $31.1 billion.'),
    ).toEqual(['VNM->USA', 'USA->VNM']))

  test('a third state stands where the other stood', () =>
    expect(
      told('Brazil and China', 'Brazil shipped 70 million tonnes of soybeans to China in 2023.', 'American sales dropped by 13 per cent.'),
    ).toEqual(['BRA->CHN', 'USA->CHN']))

  test('ellipsis after and', () =>
    expect(told('China’s exports', "China's sales to Vietnam grew by 68% and to Turkey by 52% from 2018 to 2021.")).toEqual([
      'CHN->VNM',
      'CHN->TUR',
    ]))

  test('where no two stand out, purchases are from all the world', () =>
    expect(
      told(
        'Arms in Asia',
        'Pakistan’s arms imports grew by 43 per cent.',
        'Japan bought 155 per cent more and South Korea 6.5 per cent more.',
      ),
    ).toEqual(['WLD->PAK', 'WLD->JPN', 'WLD->KOR']))
})

describe('when a claim is so', () => {
  const periods = (...sentences: string[]) =>
    readClaims(sentences, '2024-06-10', 'Turkey and Russia')
      .filter(({ checkable }) => checkable)
      .map(({ period, period_base }) => [period, period_base])

  test('a base leaves no time for the next sentence', () =>
    expect(
      periods('Turkish exports to Russia were worth $10.9 billion in 2023, 17% more than in 2022.', 'Imports from Russia fell by a fifth.'),
    ).toEqual([
      [{ at: '2023' }, null],
      [{ at: '2023' }, { at: '2022' }],
      [{ at: '2023' }, { at: '2022' }],
    ]))

  test('two windows of years are a period and its base', () =>
    expect(periods('Russia supplied 4% of Turkish arms imports in 2019-23, down from 13% in 2014-18.')).toEqual([
      [
        { from: '2019', to: '2023' },
        { from: '2014', to: '2018' },
      ],
    ]))

  test('a change since a year lasts to the period of the text; the smallest since then does not', () => {
    expect(periods('Trade with Russia was worth $56 billion in 2023.', 'It has doubled since 2019.')[1]![0]).toEqual({
      from: '2019',
      to: '2023',
    })
    expect(periods('The deficit was $35 billion in 2023, the smallest since 2020.')[0]![0]).toEqual({ at: '2023' })
  })
})

import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'

/** Kind, value and unit of each claim of a sentence that stands alone; null where nothing can be checked. */
function heads(text: string): (readonly [string, number | null, string | null])[] | string {
  const claims = readClaims([text], '2024-08-01')
  return claims[0]!.checkable ? claims.map(({ kind, value, unit }) => [kind, value, unit] as const) : claims[0]!.kind
}

describe('numbers: level, share, change, multiple', () => {
  test.each([
    [
      'Exports rose 31% to $18 billion in 2023.',
      [
        ['trend', 31, 'percent_change'],
        ['quantity', 18, 'USD bn'],
      ],
    ],
    [
      'Imports amounted to 156.3 billion euros (-0.3%).',
      [
        ['quantity', 156.3, 'EUR bn'],
        ['trend', -0.3, 'percent_change'],
      ],
    ],
    ['Trade with Chad shrank to a tenth.', [['trend', 0.1, 'times']]],
    ["Its exports fell below 80% of Chad's total.", [['share', 80, 'percent']]],
    ['Gas exports were more than three times the level of 2020.', [['trend', 3, 'times']]],
    ['Chinese sales to Chad were three times as much as those of Niger.', [['comparison', 3, 'times']]],
    ['Exports to Chad grew by more than half (53%).', [['trend', 53, 'percent_change']]],
    [
      'Norwegian gas covered 30% of EU imports, against 15% for Russia.',
      [
        ['share', 30, 'percent'],
        ['share', 15, 'percent'],
      ],
    ],
    ['Trade grew at an annual average of 17.2 percent between 2000 and 2023.', [['trend', 17.2, 'percent_change']]],
    ['Ottawa put a 100% tariff on Chinese cars in 2024.', [['quantity', 100, 'percent']]],
    [
      'Exports grew just 12.8 percent, whereas imports shot up 43.4 percent.',
      [
        ['trend', 12.8, 'percent_change'],
        ['trend', 43.4, 'percent_change'],
      ],
    ],
    ['Xi and Putin have met 39 times.', [['count', 39, 'count']]],
    [
      'China accounts for 18 percent of Russian trade, Russia for 3 percent of Chinese trade.',
      [
        ['share', 18, 'percent'],
        ['share', 3, 'percent'],
      ],
    ],
    [
      'While imports fell 22 per cent, the Chinese share rose from 8.6 per cent to 17 per cent.',
      [
        ['trend', -22, 'percent_change'],
        ['trend', 17, 'percent'],
      ],
    ],
    ['The deficit of 104.6 billion dollars widened to 123.5 billion last year.', [['trend', 123.5, 'USD bn']]],
    ['Trade with Chad, $2.5 billion in 2017, had shrunk to $0.3 billion by 2021.', [['trend', 0.3, 'USD bn']]],
    [
      'Exports fell by 30 per cent, and their share dropped to 19.8 per cent.',
      [
        ['trend', -30, 'percent_change'],
        ['share', 19.8, 'percent'],
      ],
    ],
    ['China took 39.4% of exports, after 38.5% in 2021.', [['trend', 39.4, 'percent']]],
    [
      'Trade reached $84.5 billion, 16 percent up from $72.9 billion the year before.',
      [
        ['trend', 84.5, 'USD bn'],
        ['trend', 16, 'percent_change'],
      ],
    ],
    [
      'Fuels were down by 889 million euros (2.3 percent).',
      [
        ['trend', -889, 'EUR mn'],
        ['trend', -2.3, 'percent_change'],
      ],
    ],
    ['Imports from Chad rose as well, by 6.7%.', [['trend', 6.7, 'percent_change']]],
    [
      'China was the largest partner of Chad for the sixth time in a row.',
      [
        ['ranking', 1, 'rank'],
        ['count', 6, 'count'],
      ],
    ],
    ['The number of flights rose from 22 in 2006 to 722 in 2021.', [['trend', 722, 'count']]],
    ['In cubic metres Chad drew 57.7 billion from Niger in 2020.', [['quantity', 57.7, 'bcm']]],
    ["Fuels account for the lion's share of all that Chad exports.", [['share', 50, 'percent']]],
    ['The gap was 89.9% wider.', [['trend', 89.9, 'percent_change']]],
    ['Under the deal goods from Chad will pay a duty of 20 percent.', [['attribution', 20, 'percent']]],
    ['The two agreed to double trade within five years.', [['attribution', 2, 'times']]],
    ['Yet Beijing delivered no major weapons to Iran in 2019-23.', [['quantity', 0, null]]],
  ])('%s', (text, expected) => {
    expect(heads(text)).toEqual(expected)
  })
})

describe('places in an order', () => {
  test.each([
    ["China was the Union's first supplier and its second customer.", [1, 2]],
    ['Russia climbed from 25th largest trading partner to second.', [25, 2]],
    ['No other state is owed more by Ethiopia.', [1]],
    ['Only China runs a bigger surplus with the United States.', [2]],
    ['Only China and Mexico have a larger surplus with the United States.', [3]],
    ['Only one country supplies Germany with more fruit.', [2]],
    ['Norway was the leading supplier, followed by Chad and the United States.', [1, 2, 3]],
    ['Among buyers China stood fifth, behind Chad.', [5]],
    ['Russia was fourth and Malaysia fifth.', [4, 5]],
    ['Egypt fell to sixth.', [6]],
    ['Third is Germany.', [3]],
    ['Apart from the United States, no customer took more arms from Chad than Niger.', [2]],
    ['No one has lent Laos as much as China.', [1]],
    ['India takes more of the arms exports of Chad than anybody else.', [1]],
    ['South Africa bought most, Nigeria was fourth.', [1, 4]],
    ['Nobody bought more meat from Brazil than Russia did.', [1]],
    ['ASML dominates the world market for these machines.', [1]],
    ['Trade between China and Russia has never been larger.', [1]],
    ['France was no longer the first source of imports, but the third.', [3]],
    ["South Korea's exports to China had their steepest fall since 2009.", [1]],
  ])('%s', (text, places) => {
    const claims = readClaims([text], '2024-08-01')
    expect(claims.map(({ kind, value }) => [kind, value])).toEqual(places.map((place) => ['ranking', place]))
  })

  test('a replaced first partner is one ranking and no comparison besides', () => {
    expect(heads("The US replaced China as Germany's largest trading partner in 2024.")).toEqual([['ranking', 1, 'rank']])
  })

  test('a description in passing ranks nobody', () => {
    expect(heads("China sold $3 billion of goods to the world's largest democracy, India, in 2001.")).toEqual([['quantity', 3, 'USD bn']])
  })
})

describe('comparisons and bare changes', () => {
  test.each([
    ['India now buys more oil from Russia than the Union does.', 'comparison'],
    ['Brazil votes with China more often than with the United States.', 'comparison'],
    ['The trade deficit was somewhat smaller than in 2023.', 'trend'],
    ['Purchases of liquefied gas declined.', 'trend'],
    ['The recent expansion of joint naval exercises worries Tokyo.', 'trend'],
  ])('%s', (text, kind) => {
    expect(heads(text)).toEqual([[kind, null, null]])
  })

  test.each([
    'The friendship of China and Pakistan is higher than the mountains.',
    'Distance and history lie behind the trade of France and Germany.',
    "China's growing need for energy pushed the two together.",
    'Increased military aid to Russia worries NATO.',
    'Tone will matter as much as trade.',
    'Solar panels and cars made the jump in trade.',
    'Turkey is among the main markets of Chad.',
  ])('%s compares and changes nothing that is measured', (text) => {
    expect(typeof heads(text)).toBe('string')
  })
})

describe('memberships: one a club, denied ones as well', () => {
  test.each([
    ['Poland has been in NATO since 1999 and in the EU since 2004.', ['alliance', 'diplomacy']],
    ['Pakistan belongs neither to BRICS nor to the Eurasian union.', ['diplomacy', 'diplomacy']],
    ['It is a candidate of the European Union and no member of NATO.', ['diplomacy', 'alliance']],
    ['India joined the Shanghai organisation in 2017, and Pakistan came in on the same day.', ['diplomacy', 'diplomacy']],
    ['Both states have had the euro from its first day.', ['diplomacy']],
    ['BRICS here means Brazil, Russia, India, China and South Africa.', ['diplomacy']],
  ])('%s', (text, domains) => {
    const claims = readClaims([text], '2024-08-01')
    expect(claims.map(({ kind, domain }) => [kind, domain])).toEqual(domains.map((domain) => ['membership', domain]))
  })

  test('who ratifies that another comes in does not come in', () => {
    const [claim] = readClaims(['Turkey was the last member to ratify the accession of Finland to NATO.'], '2023-08-01')
    expect(claim?.kind).not.toBe('membership')
  })

  test('the market of a club makes nobody its member', () => {
    expect(heads('Goods for the EU market cross Serbia.')).toBe('opinion')
  })
})

describe('deeds by their verbs', () => {
  test.each([
    ['India abstained on the resolution.', 'event', 'diplomacy'],
    ['Russia vetoed the renewal of the panel in March 2024.', 'event', 'diplomacy'],
    ['The two navies held their exercise in the Bay of Bengal in March.', 'event', 'exercises'],
    ['A treaty in force since January 2006 forbids each to attack the other.', 'membership', 'alliance'],
    ['Georgia has not imposed sanctions on Russia.', 'event', 'sanctions'],
    ['The arms embargo of June 1989 remains in force.', 'event', 'sanctions'],
    ['Saudi Arabia and Iran restored diplomatic relations in March 2023.', 'event', 'diplomacy'],
    ['Both nations have expanded their cooperation in areas such as space exploration.', 'event', 'technology'],
    ['Washington put Huawei on a list in May 2019.', 'event', 'technology'],
    ['The partners will hold their first joint exercise in July 2026.', 'forecast', 'exercises'],
  ])('%s', (text, kind, domain) => {
    const [claim] = readClaims([text], '2024-08-01')
    expect(claim).toMatchObject({ checkable: true, kind })
    if (domain !== 'technology') expect(claim!.domain).toBe(domain)
  })

  test.each([
    'India should have joined the sanctions.',
    'Would Russia have vetoed the resolution?',
    'The deal could be worth as much as $2bn.',
  ])('%s tells nothing that happened', (text) => {
    expect(readClaims([text], '2024-08-01')[0]!.checkable).toBe(false)
  })
})

test('what is too long for a sentence is left alone', () => {
  expect(heads('Exports rose 5% to $3 billion and '.repeat(1000))).toBe('unread')
})

describe('promises, and what cannot be checked', () => {
  test('a target is an attribution, a dated expectation a forecast', () => {
    expect(heads('India and Russia want to raise trade to $100 billion by 2030.')).toEqual([['attribution', 100, 'USD bn']])
    expect(heads('Officials expect trade to pass 60 billion dollars in 2030.')).toEqual([['forecast', 60, 'USD bn']])
  })

  test.each([
    ['Does that mean the two economies have parted?', 'rhetoric'],
    ['Isolation drove the two together.', 'causal'],
    ['Such neutrality cannot last.', 'forecast'],
    ['Sanctions relief should be tied to human rights.', 'opinion'],
    ['The figures are provisional.', 'opinion'],
  ])('%s is %s', (text, kind) => {
    expect(heads(text)).toBe(kind)
  })
})

describe('facts told without a figure or a known deed', () => {
  test.each([
    'Chad and Niger launched a joint lunar mission.',
    'Chadian soldiers regularly train with those of Niger.',
    'The pipeline runs from Chad through Niger to Algeria.',
    'A Norwegian icebreaker escorted the German convoy through the strait.',
    'Greece and Turkey dispute the continental shelf in the Aegean.',
    'The two leaders spoke by telephone on Tuesday.',
    'Kenya buys electricity from Ethiopia under a contract.',
    'Talks about a zone between Chad and Niger are going on.',
    'In July it had put three materials for chips under restrictions.',
    'Both armies share intelligence within the alliance.',
    'Chad has called for the release of the journalist.',
  ])('%s is an event', (text) => {
    expect(heads(text)).toEqual([['event', null, null]])
  })

  test('a clause of its own beside a figure tells one more', () => {
    expect(heads('Exports to Chad rose 5% in 2022, and in May Niger recalled its ambassador.')).toEqual([
      ['trend', 5, 'percent_change'],
      ['event', null, null],
    ])
  })

  test('the same deed of another with its own year is a second one', () => {
    expect(heads('Chad signed the treaty in 2001 and Niger in 2012.')).toHaveLength(2)
  })

  test.each(['Ankara demanded tougher measures.', 'Officials in Beijing have denounced the transfer.'])(
    '%s was voiced, and is an attribution',
    (text) => {
      expect(heads(text)).toEqual([['attribution', null, null]])
    },
  )

  test.each([
    'Trust between Chad and Niger is low.',
    'The relationship between Berlin and Paris has seen better days.',
    'Critics say the deal favours China.',
    'Vietnam has drawn lessons from the war.',
    'Moscow tried to use the tap as a weapon, and failed.',
    'Turkey is too important for NATO to lose.',
    'Poland has emerged as the backbone of the eastern flank.',
    'The war has brought Moscow and Pyongyang closer.',
    'Both sides have an interest in calm.',
    'Lower demand in China weighed on German exports.',
    'Businesses in Seoul are holding their breath.',
    'Putin and Kim have forged a bond.',
    'The table shows trade between Norway and Sweden.',
  ])('%s is a judgement or a note', (text) => {
    expect(typeof heads(text)).toBe('string')
  })
})

describe('deeds without a figure: told by a noun, a passive, an ellipsis or a term', () => {
  test.each([
    ['From 10 August the ban on Norwegian coal takes effect.', [['event', null, null]]],
    ['Those listed may not enter the territory of Chad.', [['event', null, null]]],
    ['Nor may the army of Chad be trained.', [['event', null, null]]],
    ['China and Russia have used their vetoes against a draft on Chad.', [['event', null, null]]],
    ['The draft on Chad failed on Monday by the vetoes of France and Britain.', [['event', null, null]]],
    ['Neither Norway nor Chad has.', [['event', null, null]]],
    ['The General Assembly debates every veto.', [['event', null, null]]],
    ['Turkey became the last member to ratify the accession of Finland.', [['event', null, null]]],
    ['The base in Chad should work by 2050.', [['forecast', null, null]]],
    ['By 2029 trade with Chad will be free.', [['forecast', null, null]]],
    ['Japan has been a permanent partner since 2015.', [['membership', null, null]]],
    ['The Chinese have become better customers than the Americans.', [['comparison', null, null]]],
    ['Poland depends more on coal from Norway than Chad does.', [['comparison', null, null]]],
    ['Chad bought far more than in the five years before.', [['trend', null, null]]],
    ['Arms transfers to Chad in 2016-20 were as large as in 2011-15.', [['trend', null, null]]],
    ['No year of the last ten had seen so little of it.', [['ranking', 1, 'rank']]],
    ['Chad is the most popular destination of all.', [['ranking', 1, 'rank']]],
  ])('%s', (text, expected) => {
    expect(heads(text)).toEqual(expected)
  })
})

describe('no sentence takes long: milliseconds, where a pattern that tries every way takes minutes', () => {
  test.each([
    ['a list of states', `${'Chad, '.repeat(200)}and Niger lead.`],
    ['states joined by and', `Only ${Array.from({ length: 60 }, () => 'Chad').join(' and ')} buy.`],
    ['capitals', 'ORGANISATION COOPERATION AND DEVELOPMENT EXPORTS TO CHAD '.repeat(45)],
    ['an exception without end', `Apart from ${'The Big State '.repeat(100)}no customer took more.`],
    ['names before a club', `In the EU and ${'Abcdef '.repeat(300)}to NATO.`],
  ])('%s', (_, text) => {
    const before = process.cpuUsage()
    readClaims([text], '2024-08-01')
    const { user } = process.cpuUsage(before)
    expect(user / 1000).toBeLessThan(20_000)
  })
})

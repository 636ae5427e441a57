import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkRollCalls, type TitledRollCall } from '../../../src/measures/resolution-links/resolution-links.ts'
import { whyNotLinked } from '../../../src/measures/resolution-links/resolution-links-changing-titles.ts'
import { knownHeadings } from '../../../src/measures/resolution-links/resolution-links-headings.ts'
import { sameQuestion } from '../../../src/measures/resolution-links/resolution-links-same-question.ts'
import { normalTitle, titleSeries, typoCorrections } from '../../../src/measures/resolution-links/resolution-links-title.ts'

let next = 5_000_000
const vote = (session: number | string, title: string | null, more: Partial<TitledRollCall> = {}): TitledRollCall => ({
  id: next++,
  session: String(session),
  symbol: null,
  title,
  kind: 'whole',
  ...more,
})
const itemsOf = (rollCalls: readonly TitledRollCall[], options = {}): number[] => [...linkRollCalls(rollCalls, options).items]
const rulesOf = (rollCalls: readonly TitledRollCall[]): string[] => linkRollCalls(rollCalls).links.map(({ rule }) => rule)

describe('what links', () => {
  test('the only resolution of a title in one session and in the next; items are numbered by their first roll call', () => {
    const found = linkRollCalls([vote(70, 'Missile defence'), vote(70, 'Reducing nuclear danger'), vote(71, 'Reducing nuclear danger')])
    expect([...found.items]).toEqual([0, 1, 1])
    expect(found.links).toEqual([{ earlier: 1, later: 2, rule: 'same-title' }])
  })

  test('what cataloguers vary in a title is no difference: capitals, articles, marks, "resolution / adopted"', () => {
    const variants = ['The Syrian Golan: resolution / adopted by the General Assembly', 'SYRIAN golan', 'Syrian Golan ']
    expect(new Set(variants.map(normalTitle))).toEqual(new Set(['syrian golan']))
    expect(normalTitle('Information transmitted under Article 73e of the Charter')).toBe(
      normalTitle('Information transmitted under Article 73 e of the Charter'),
    )
    expect(normalTitle('Work of the UN')).toBe(normalTitle('Work of the United Nations'))
  })

  test('a slip of the pen in a long title is no difference, and is said to be one', () => {
    const rollCalls = [
      vote(60, 'The risk of nuclear proliferation in the Middle East'),
      vote(61, 'The risk of nuclear poliferation in the Middle East'),
    ]
    expect(itemsOf(rollCalls)).toEqual([0, 0])
    expect(rulesOf(rollCalls)).toEqual(['mistyped-title'])
  })

  test('a resolution that is put every third session links, one that was away longer does not', () => {
    expect(itemsOf([vote(66, 'Hague Code of Conduct'), vote(69, 'Hague Code of Conduct')])).toEqual([0, 0])
    expect(itemsOf([vote(66, 'Hague Code of Conduct'), vote(70, 'Hague Code of Conduct')])).toEqual([0, 1])
    expect(itemsOf([vote(66, 'Hague Code of Conduct'), vote(70, 'Hague Code of Conduct')], { gap: 4 })).toEqual([0, 0])
  })

  test('a known heading of early sessions links to itself and to the title the resolution later has', () => {
    const rollCalls = [vote(56, 'NUCLEAR DANGER'), vote(57, 'NUCLEAR DANGER'), vote(58, 'Reducing nuclear danger')]
    expect(itemsOf(rollCalls)).toEqual([0, 0, 0])
    expect(rulesOf(rollCalls)).toEqual(['known-heading', 'known-heading'])
  })

  test('the question of China’s seat: each of its three resolutions of 1966 and 1967 has its own item', () => {
    const ids = [929, 930, 931, 981, 982, 984]
    expect(itemsOf(ids.map((id) => vote(id < 940 ? 21 : 22, 'CHINA REPRESENTATION', { id })))).toEqual([0, 1, 2, 0, 1, 2])
  })

  test('one vote that stands twice in the record is one item, and its twin links no further', () => {
    const symbol = 'A/RES/61/231'
    const rollCalls = [vote(61, 'Some title', { symbol }), vote(61, 'Some title', { symbol }), vote(62, 'Some title')]
    expect(itemsOf(rollCalls)).toEqual([0, 0, 0])
    expect(rulesOf(rollCalls)).toEqual(['same-vote', 'same-title'])
  })
})

describe('what does not link', () => {
  test('a title that two resolutions of a session have: nothing tells which is which', () => {
    expect(
      itemsOf([vote(70, 'Missile defence'), vote(71, 'Missile defence'), vote(71, 'Missile defence'), vote(72, 'Missile defence')]),
    ).toEqual([0, 1, 2, 3])
  })

  test('votes on paragraphs, amendments and motions, special sessions, and what has no title', () => {
    for (const odd of [
      vote(71, 'Missile defence', { kind: 'paragraph' }),
      vote(71, 'Missile defence', { kind: null }),
      vote('ES-10', 'Missile defence'),
      vote(71, null),
    ])
      expect(itemsOf([vote(70, 'Missile defence'), odd]), JSON.stringify(odd)).toEqual([0, 1])
  })

  test('another year, number or ordinal is another matter', () => {
    expect(
      itemsOf([vote(70, 'Plans for the year 2015 of the Organization'), vote(71, 'Plans for the year 2016 of the Organization')]),
    ).toEqual([0, 1])
    expect(
      typoCorrections(['political declaration fourth high level meeting', 'political declaration fifth high level meeting']).size,
    ).toBe(0)
  })

  test('the Golan as such and its people under occupation are two resolutions', () => {
    const golan = (session: number): TitledRollCall[] => [vote(session, 'The Syrian Golan'), vote(session, 'The occupied Syrian Golan')]
    expect(itemsOf([...golan(70), ...golan(71)])).toEqual([0, 1, 0, 1])
  })

  test('titles over a text that changes: the situation somewhere, budgets, reports', () => {
    for (const title of [
      'Situation of human rights in the Islamic Republic of Iran',
      'Programme budget for the biennium',
      'Report of the International Atomic Energy Agency',
    ]) {
      expect(titleSeries(title, 70), title).toBeUndefined()
    }
    expect(titleSeries('Report of the Human Rights Council', 70)?.series).toBe('report human rights council')
    expect([60, 76].map((session) => whyNotLinked('right development', session) === undefined)).toEqual([false, true])
    expect(
      [76, 77].map((session) => whyNotLinked('israeli practices affecting human rights palestinian people', session) === undefined),
    ).toEqual([true, false])
  })

  test('a heading that is not known to stand for one resolution, or not in that session', () => {
    expect(itemsOf([vote(40, 'HUMAN RIGHTS, CHILE'), vote(41, 'HUMAN RIGHTS, CHILE')])).toEqual([0, 1])
    expect(itemsOf([vote(48, 'DISARMAMENT, NUCLEAR'), vote(49, 'DISARMAMENT, NUCLEAR')])).toEqual([0, 1])
    expect(itemsOf([vote(50, 'DISARMAMENT, NUCLEAR'), vote(51, 'DISARMAMENT, NUCLEAR')])).toEqual([0, 0])
  })
})

describe('the items', () => {
  test('an item may be kept from growing beyond a number of sessions', () => {
    const yearly = [70, 71, 72, 73, 74].map((session) => vote(session, 'Missile defence'))
    expect(itemsOf(yearly)).toEqual([0, 0, 0, 0, 0])
    expect(itemsOf(yearly, { span: 2 })).toEqual([0, 0, 1, 1, 2])
  })

  test('which roll calls are together does not hang on their order', () => {
    const titles = ['Reducing nuclear danger', 'The Syrian Golan', 'Missile defence']
    const rollCalls = [70, 71, 72, 73].flatMap((session) => titles.map((title) => vote(session, title)))
    const together = (list: readonly TitledRollCall[]): string[] => {
      const items = itemsOf(list)
      return [...new Set(items)]
        .map((item) =>
          list
            .flatMap(({ id }, i) => (items[i] === item ? [id] : []))
            .sort((a, b) => a - b)
            .join(),
        )
        .sort()
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(rollCalls, { minLength: rollCalls.length, maxLength: rollCalls.length }), (shuffled) => {
        expect(together(shuffled)).toEqual(together(rollCalls))
      }),
    )
  })

  test('no roll calls, no items', () => {
    expect(linkRollCalls([])).toEqual({ items: new Int32Array(0), links: [] })
  })
})

describe('the tables', () => {
  test('no vote stands under two questions', () => {
    const all = sameQuestion.flatMap(({ votes }) => votes)
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([])
    expect(sameQuestion.every(({ votes }) => votes.length > 1)).toBe(true)
  })

  test('no heading stands for two resolutions in one session, and each is of a resolution that may link', () => {
    for (const { heading, from, to, series } of knownHeadings) {
      expect(from <= to, heading).toBe(true)
      const others = knownHeadings.filter(
        (other) => normalTitle(other.heading) === normalTitle(heading) && other.from <= to && other.to >= from,
      )
      expect(others.length, heading).toBe(1)
      expect(titleSeries(heading, from)?.series, heading).toBe(normalTitle(series))
    }
  })
})

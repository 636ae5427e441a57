import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testForecastMembership, testMembership } from '../../../../src/claims/testing/deeds/test-memberships.ts'
import { claimOf, found } from '../../deed-claims.ts'

const member = (sentence: string, club: string, actors: string[], period: Claim['period'], more: Partial<Claim> = {}): Claim =>
  claimOf(sentence, club, { kind: 'membership', actors, period, measured: { topic: 'membership', form: 'event' }, ...more })

const verdict = async (claim: Claim, options?: Parameters<typeof found>[2]) => (await found(testMembership, claim, options))?.verdict

describe('who is in a bloc, and since when', () => {
  test('the year of entry is right or wrong', async () => {
    expect(
      await verdict(member('India joined the Shanghai organisation in 2017.', 'the Shanghai organisation', ['IND'], { at: '2017' })),
    ).toBe('supported')
    const wrong = await found(testMembership, member('China entered the WTO in December 2000.', 'the WTO', ['CHN'], { at: '2000-12' }))
    expect(wrong?.verdict).toBe('contradicted')
    expect(wrong?.wouldBeTrue?.text).toContain('2001-12-11')
  })

  test('`since` behind a club is its day of entry, though the claim has another period', async () => {
    const sentence = 'Poland has been in NATO since 1997 and in the EU since 2004.'
    expect(await verdict(member(sentence, 'NATO', ['POL'], { from: '1997', to: '2004' }))).toBe('contradicted')
    expect(await verdict(member(sentence, 'the EU', ['POL'], { at: '2004' }))).toBe('supported')
  })

  test('a month that is not told does not speak against a year', async () => {
    expect(await verdict(member('Croatia adopted the euro in 2023.', 'the euro', ['HRV'], { at: '2023' }))).toBe('supported')
  })

  test('no member is said to be none, and the reverse', async () => {
    expect(await verdict(member('Ukraine is no member of NATO.', 'NATO', ['UKR'], { at: '2025' }))).toBe('supported')
    expect(await verdict(member('Ukraine is a member of NATO.', 'NATO', ['UKR'], { at: '2025' }))).toBe('contradicted')
    expect(await verdict(member('Germany is not a member of the G7.', 'the G7', ['DEU'], { at: '2025' }))).toBe('contradicted')
  })

  test('out since its last day inside', async () => {
    const out = 'Britain is no member of the European Union since 31 January 2020.'
    expect(await verdict(member(out, 'the European Union', ['GBR'], { at: '2020-01-31' }))).toBe('supported')
    expect(await verdict(member(out.replace('2020', '2019'), 'the European Union', ['GBR'], { at: '2019-01-31' }))).toBe('contradicted')
  })

  test('half right is said only of those who are told in one breath', async () => {
    const joined = 'In 2025 Germany and Ukraine are members of NATO.'
    expect(await verdict(member(joined, 'NATO', ['DEU', 'UKR'], { at: '2025' }))).toBe('partly')
    const beside = 'In 2025 Germany, which arms Ukraine, is a member of NATO.'
    expect(await verdict(member(beside, 'NATO', ['DEU', 'UKR'], { at: '2025' }))).toBe('unverifiable')
  })

  test('an observer is no member, an invitation is no entry', async () => {
    expect(
      await verdict(member('Uzbekistan belongs to the Eurasian Economic Union.', 'the Eurasian Economic Union', ['UZB'], { at: '2024' })),
    ).toBe('contradicted')
    expect(await verdict(member('Saudi Arabia joined BRICS in 2023.', 'BRICS', ['SAU'], { at: '2023' }))).toBe('partly')
    expect(await verdict(member('Saudi Arabia became a full member of BRICS in 2023.', 'BRICS', ['SAU'], { at: '2023' }))).toBe(
      'contradicted',
    )
  })

  test.each([
    ['Finland applied to join NATO in 2019.', 'FIN', 'Finland'],
    ['Argentina declined to join NATO in 2019.', 'ARG', 'Argentina'],
    ['Greece kept Kosovo from joining NATO in 2019.', 'XKX', 'Kosovo'],
  ])('a wish, an invitation or an obstacle is no membership: %s', async (sentence, state, name) => {
    expect(await verdict(member(sentence, 'NATO', [state], { at: '2019' }))).toBe('unverifiable')
    expect(await verdict(member(`${name} joined NATO in 2019.`, 'NATO', [state], { at: '2019' }))).toBe('contradicted')
  })

  test('who left, with effect from the day after the last', async () => {
    expect(await verdict(member('Qatar left OPEC in 2019.', 'OPEC', ['QAT'], { at: '2019' }))).toBe('supported')
    expect(await verdict(member('Qatar left OPEC in 2012.', 'OPEC', ['QAT'], { at: '2012' }))).toBe('contradicted')
    expect(await verdict(member('Britain left the European Union in 2019.', 'the European Union', ['GBR'], { at: '2019' }))).toBe('partly')
  })

  test('founders', async () => {
    expect(await verdict(member('Brazil was among the founders of BRICS in 2009.', 'BRICS', ['BRA'], { at: '2009' }))).toBe('supported')
    expect(await verdict(member('South Africa was among the founders of BRICS in 2009.', 'BRICS', ['ZAF'], { at: '2009' }))).toBe(
      'contradicted',
    )
  })

  test('of two that are said to have joined one did: partly', async () => {
    expect(await verdict(member('China and Pakistan joined the SCO in 2017.', 'the SCO', ['CHN', 'PAK'], { at: '2017' }))).toBe('partly')
  })

  test('a list of members that lacks some is right in part', async () => {
    const finding = await found(
      testMembership,
      member('BRICS means Brazil, Russia, India, China and South Africa.', 'BRICS', ['BRA', 'RUS', 'IND', 'CHN', 'ZAF'], { at: '2024' }),
      { date: '2024-12-31' },
    )
    expect(finding?.verdict).toBe('partly')
    expect(finding?.why).toContain('Egypt')
  })

  test('somebody who is not named where the claim is read proves nothing wrong', async () => {
    const claim = member('It joined NATO in 1990.', 'NATO', ['UKR'], { at: '1990' })
    expect(await verdict(claim, { before: ['Ukraine and Russia signed a treaty.'] })).toBe('unverifiable')
    expect(await verdict(claim, { before: ['Ukraine sought help.'] })).toBe('contradicted')
  })

  test('how many members', async () => {
    const count = (value: number) =>
      verdict(
        member(
          `On 1 May 2024 NATO had ${value} members.`,
          `${value} members`,
          [],
          { at: '2024-05-01' },
          { kind: 'count', value, unit: 'count' },
        ),
      )
    expect(await count(32)).toBe('supported')
    expect(await count(20)).toBe('contradicted')
    expect(await count(31)).toBe('partly')
  })

  test('where bodies may be members too, one or two more or less prove nothing', async () => {
    const count = (value: number) =>
      verdict(
        member(
          `On 1 May 2024 BRICS had ${value} members.`,
          `${value} members`,
          [],
          { at: '2024-05-01' },
          { kind: 'count', value, unit: 'count' },
        ),
      )
    expect(await count(10)).toBe('unverifiable')
    expect(await count(5)).toBe('contradicted')
  })

  test.each([
    ['Ukraine signed its application for NATO in September 2022.', 'NATO', 'UKR', '2022-09', 'Ukraine joined'],
    ['Switzerland withdrew its application to the European Union in 2016.', 'the European Union', 'CHE', '2016', 'Switzerland left'],
    ["Bolivia's accession to Mercosur was signed in December 2023.", 'Mercosur', 'BOL', '2013-12', 'Bolivia joined'],
    ["Iran's membership of the SCO was approved in September 2021.", 'the SCO', 'IRN', '2019-09', 'Iran joined'],
    ['Armenia froze its participation in the CSTO in February 2024.', 'the CSTO', 'ARM', '2014-02', 'Armenia left'],
  ])('a state on the way in, or half out, is neither in nor out: %s', async (sentence, club, state, at, plain) => {
    expect(await verdict(member(sentence, club, [state], { at }))).toBe('unverifiable')
    expect(await verdict(member(`${plain} ${club} in ${at.slice(0, 4)}.`, club, [state], { at: at.slice(0, 4) }))).toBe('contradicted')
  })

  test.each([
    ['South Africa joined in 2014.', 'joined', 'ZAF', '2014', 'contradicted'],
    ['South Africa joined in 2010.', 'joined', 'ZAF', '2010', 'supported'],
    ['South Africa joined the bank in 2014.', 'joined', 'ZAF', '2014', undefined],
  ])('what is joined may be the one club of the sentence before: %s', async (sentence, word, state, at, expected) => {
    const claim = { ...member(sentence, word, [state], { at }), sentence_index: 1 }
    expect(await verdict(claim, { before: ['The founders of BRICS were Brazil, Russia, India and China.'] })).toBe(expected)
    expect(await verdict(claim, { before: ['BRICS and the SCO grew.'] })).toBeUndefined()
  })

  test('of a club whose associates the record does not follow nobody is said to be none', async () => {
    expect(await verdict(member('Chile is an associate member of Mercosur.', 'Mercosur', ['CHL'], { at: '2024' }))).toBe('unverifiable')
    expect(await verdict(member('India is a dialogue partner of the SCO.', 'the SCO', ['IND'], { at: '2025' }))).toBe('contradicted')
  })

  test('what is joined is not the club: an embargo, a market', async () => {
    expect(await verdict(member('Russia joined the UN arms embargo in 2007.', 'the UN', ['RUS'], { at: '2007' }))).toBeUndefined()
  })

  test('the present tense is of the day of the text, whatever other club has a year', async () => {
    expect(
      await verdict(member('India, a member of the Quad since 2007, is in the SCO as well.', 'the SCO', ['IND'], { at: '2007' })),
    ).toBe('supported')
  })

  test('a club whose members the record does not follow', async () => {
    expect(await verdict(member('Britain joined the CPTPP in 2024.', 'the CPTPP', ['GBR'], { at: '2024' }))).toBe('unverifiable')
    expect(await verdict(member('Britain joined the SCO in 2024.', 'the SCO', ['GBR'], { at: '2024' }))).toBe('contradicted')
  })

  test('what came after the day of the text was not so yet', async () => {
    expect(await verdict(member('Finland is not a member of NATO.', 'NATO', ['FIN'], { at: '2022' }), { date: '2022-06-01' })).toBe(
      'supported',
    )
  })

  test("somebody's trading partner in a club is no partner of the club", async () => {
    const sentence = "The neighbour remained Belarus's first trading partner in the CIS."
    expect(await found(testMembership, member(sentence, 'the CIS', ['RUS'], { at: '2023' }))).toBeUndefined()
  })

  test('what was foretold is told when its time is over', async () => {
    const foretold = async (at: string) =>
      (
        await found(testForecastMembership, member(`Sweden will join NATO in ${at}.`, 'NATO', ['SWE'], { at }, { kind: 'forecast' }), {
          date: '2022-06-01',
        })
      )?.verdict
    expect(await foretold('2024')).toBe('supported')
    expect(await foretold('2023')).toBe('contradicted')
    expect(await foretold('2030')).toBe('unverifiable')
  })
})

import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { withSaid } from '../../../../src/claims/reading/said/with-said.ts'
import { corroboratedClaims, isOpenToSources, sourcesOfText } from '../../../../src/claims/testing/ambiguity/corroboration.ts'
import { withMirrorMargins } from '../../../../src/claims/testing/comparability/mirror-discrepancy.ts'
import { mirrorMargins } from '../../../../src/claims/testing/judging/candidate-value.ts'
import { type CandidateValue, judgeChange, judgeLevel, judgeSign } from '../../../../src/claims/testing/judging/judge.ts'
import { toleranceOf } from '../../../../src/claims/testing/judging/tolerance.ts'
import { type AskedClaim, questionOf } from '../../../../src/claims/testing/questions/question.ts'
import type { TestedClaim } from '../../../../src/claims/verdict.ts'
import { claimOf } from '../../deed-claims.ts'

const counted = (number: number, reporter: string | null = 'KAZ', source = 'customs'): CandidateValue => ({
  value: number,
  unit: 'USD bn',
  period: '2023',
  by: reporter === null ? source : `${source}, ${reporter}`,
  what: 'goods between A and B',
  estimated: false,
  evidence: { source, vintage: '1', rows: 'observations', count: 1 },
  definition: 'same',
  atLeast: false,
  source,
  reporter,
})

const sentence = 'China and Vietnam traded goods for 200 billion dollars in 2023.'
const trade: Partial<Claim> = {
  kind: 'quantity',
  domain: 'trade',
  measured: { topic: 'goods-trade', form: 'level' },
  actors: ['CHN', 'VNM'],
  direction: 'total',
  period: { at: '2023' },
  value: 200,
  unit: 'USD bn',
}
const caseOf = (slots: Partial<Claim> = {}, bench: object = {}): AskedClaim => {
  const [read] = withSaid([claimOf(sentence, '200', { ...trade, ...slots })], { sentences: [sentence], date: '2024-05-01' })
  const claim = read!
  return { claim, question: questionOf(claim)!, bench: bench as AskedClaim['bench'] }
}
const level = (stated: number, values: readonly CandidateValue[]): string =>
  judgeLevel(stated, toleranceOf({ value: stated, unit: 'USD bn', hedge: undefined }), values).verdict
const vietnam = [counted(120, 'VNM')]

describe('goods that one side counted', () => {
  test('support what agrees', () => expect(level(121, withMirrorMargins(vietnam, caseOf()))).toBe('supported'))
  test.each([150, 200])('say nothing against %d where the other side may count otherwise', (stated) =>
    expect(level(stated, withMirrorMargins(vietnam, caseOf()))).toBe('unverifiable'),
  )
  test('speak against what no other count comes near', () => expect(level(240, withMirrorMargins(vietnam, caseOf()))).toBe('contradicted'))
  test('speak against more where goods pass through a state', () => {
    const kazakh = withMirrorMargins([counted(120)], caseOf({ actors: ['CHN', 'KAZ'] }))
    expect([level(240, kazakh), level(320, kazakh)]).toEqual(['unverifiable', 'contradicted'])
  })
  test('are told of by who exports, as a rule', () => {
    const exports = { measured: { topic: 'goods-exports', form: 'level' }, direction: 'VNM->CHN', actors: ['VNM', 'CHN'] } as const
    expect(level(200, withMirrorMargins(vietnam, caseOf(exports)))).toBe('contradicted')
    expect(level(200, withMirrorMargins([counted(120, 'CHN')], caseOf(exports)))).toBe('unverifiable')
  })
  test('have no witness in BACI of 2023, which leans on whoever reports in the new nomenclature', () => {
    const baci = (count: number): CandidateValue => counted(count, null, 'baci-2023')
    expect(level(170, withMirrorMargins([counted(120, 'VNM'), baci(120)], caseOf()))).toBe('unverifiable')
    expect(level(170, withMirrorMargins([baci(120)], caseOf()))).toBe('unverifiable')
    expect(level(170, withMirrorMargins([counted(120, 'VNM'), counted(125, 'CHN'), baci(120)], caseOf()))).toBe('contradicted')
  })
  test('speak where both sides counted', () =>
    expect(level(200, withMirrorMargins([counted(120, 'VNM'), counted(125, 'CHN')], caseOf()))).toBe('contradicted'))
  test.each<[string, Partial<Claim>]>([
    ['its office is named', { source_named: 'Vietnamese customs' }],
    ['it is a share of its own trade', { unit: 'percent' }],
  ])('speak where %s', (_what, slots) => expect(mirrorMargins(withMirrorMargins(vietnam, caseOf(slots)))).toBeUndefined())
  test('speak in the money of who counts', () => {
    const chinese = [counted(120, 'CHN')]
    expect(mirrorMargins(withMirrorMargins(chinese, caseOf({ unit: 'CNY bn' })))).toBeUndefined()
    expect(mirrorMargins(withMirrorMargins(chinese, caseOf()))).toBeDefined()
  })
  test('grow by other rates on the other side', () => {
    const [up] = withMirrorMargins([{ ...counted(12, 'VNM'), unit: 'percent_change' }], caseOf())
    const growth = (stated: number) =>
      judgeChange(stated, toleranceOf({ value: stated, unit: 'percent_change', hedge: undefined }), [up!]).verdict
    expect([growth(12), growth(-5), growth(25), growth(-12)]).toEqual(['supported', 'unverifiable', 'unverifiable', 'contradicted'])
    expect([judgeSign(1, [up!]).verdict, judgeSign(-1, [up!]).verdict]).toEqual(['supported', 'unverifiable'])
  })
})

describe('whose count a text is told from', () => {
  const found = (value: number, honest: CandidateValue, verdict: 'supported' | 'unverifiable'): TestedClaim => ({
    claim: claimOf(sentence, '200', { ...trade, value }),
    answer: 'checked',
    finding: { verdict, why: '', tolerance: null, honestValues: [honest], evidence: [], wouldBeTrue: null, wouldSettle: null },
  })
  const [first, second] = [found(171.5, counted(171.49, 'VNM'), 'supported'), found(111.6, counted(111.6, 'VNM'), 'supported')]
  const open = found(95.4, counted(61.2, 'VNM'), 'unverifiable')

  test('two figures to the digit tell it', () => expect([...sourcesOfText([first, second])]).toEqual(['customs, VNM']))
  test('one figure, told twice, may meet by chance', () => expect(sourcesOfText([first, first]).size).toBe(0))
  test('of many counts two meet one that nobody told', () => {
    const others = [10, 20, 30].map((value) => found(value, counted(1.2 * value, 'VNM'), 'unverifiable'))
    expect([...sourcesOfText([first, second, ...others.slice(0, 2)])]).toEqual(['customs, VNM'])
    expect(sourcesOfText([first, second, ...others]).size).toBe(0)
  })
  test('a figure near by tells nothing', () => expect(sourcesOfText([first, found(112, counted(110.5, 'VNM'), 'supported')]).size).toBe(0))
  test('it may speak against others of its figures', () => {
    const textSources = sourcesOfText([first, second])
    expect(isOpenToSources(textSources, open)).toBe(true)
    expect(isOpenToSources(textSources, found(95.4, counted(61.2, 'CHN'), 'unverifiable'))).toBe(false)
    expect(level(95.4, withMirrorMargins([counted(61.2, 'VNM')], caseOf({}, { textSources })))).toBe('contradicted')
  })
  test('what is said beside the very figure is of the same count, and not of the other side’s', () => {
    const growth = { ...open, claim: { ...open.claim, kind: 'trend' as const, unit: 'percent_change', value: 32 } }
    const corroborated = corroboratedClaims([first, growth])
    expect([...corroborated.get(growth.claim)!]).toEqual(['customs, VNM'])
    const asked = { ...caseOf({}, { corroborated }), claim: growth.claim }
    expect([counted(24, 'VNM'), counted(24, 'CHN')].map((one) => mirrorMargins(withMirrorMargins([one], asked)) === undefined)).toEqual([
      true,
      false,
    ])
  })
})
